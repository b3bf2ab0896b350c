"""A door on her phone: a picture, what is behind it, and a place to hear it."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from app.i18n import Words
from app.views.aloud import Speaker, one_after_the_other
from app.views.kit import paper
from app.views.letter.dial import told
from app.views.session import go, use_session


@ft.component
def Door(picture: str, title: Callable[[Words], str], under: Callable[[Words], str] | None, to: str) -> ft.Control:
    session = use_session()
    t = session.words
    lines = [told(session, title, size=22, strong=True)]
    if under:
        lines.append(told(session, under, size=17, calm=True))
    speaker = Speaker(one_after_the_other(t, title, *([under] if under else [])), title(t))
    return paper(lines, picture=picture, speaker=speaker, on_tap=lambda: go(to), key=f"to-{to[1:]}")
