"""A screen of hers: at its top she hears what it is, and what on it says nothing by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import flet as ft

from app.i18n import Words
from app.views.aloud import Speaker, one_after_the_other
from app.views.kit import screen
from app.views.kit.targets import hers
from app.views.kit.theme import THOUGHT
from app.views.letter.dial import marked
from app.views.session import use_session

Said = str | Callable[[Words], str]
"""A marked text, or one with blanks, to be said in any language."""


def her_screen(
    title: str,
    body: Sequence[ft.Control],
    *,
    path: str,
    back: str,
    also: Sequence[Said] = (),
    foot: Sequence[ft.Control] = (),
    spacing: int = THOUGHT,
) -> ft.View:
    """`title` is a marked text; `also` = the headings and large buttons of this screen, heard after it."""
    t = use_session().words
    top = [_speaker(t, title, *also)]
    return screen(t(title), body, t=t, path=path, back=back, actions=top, foot=foot, spacing=spacing)


def at_top(t: Words, title: str, *also: Said) -> list[ft.Control]:
    """The same for a screen that is not hers alone; nothing on other faces."""
    return [_speaker(t, title, *also)] if hers() else []


def _speaker(t: Words, title: str, *also: Said) -> ft.Control:
    texts = [marked(one) if isinstance(one, str) else one for one in (title, *also)]
    return Speaker(one_after_the_other(t, *texts), t(title), "listen-screen", or_nothing=True)
