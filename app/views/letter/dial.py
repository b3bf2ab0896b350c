"""How much Danish she reads: none, beside her own language, or Danish first with her own language on a long press."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from app.domain.aloud import DANISH
from app.i18n import Words, danish
from app.i18n.words import unmarked
from app.views.kit import body
from app.views.session import Session

MINE, BOTH, FIRST = "", "both", "danish"
"""As it is remembered on the phone; what is unknown is her own language alone."""


def marked(text: str) -> Callable[[Words], str]:
    """A marked text, to be said in any language."""
    return lambda words: words(text)


def told(session: Session, say: Callable[[Words], str], *, size: int = 20, strong: bool = False) -> ft.Text:
    """A text of ours as she wants to read it."""
    text = body(in_words(session, say), size=size, strong=strong)
    if session.dial == FIRST and session.words.code != DANISH:
        text.tooltip = say(session.words)
    return text


def for_the_owner(session: Session, say: Callable[[Words], str]) -> str:
    """The same in the language of who owns the phone that was turned to her and sits beside her; "" else."""
    own, t = session.own_words if session.handed else None, session.words
    same = own is None or own.code == t.code or unmarked(say(t)) == unmarked(say(own))
    return "" if own is None or same else t.isolated(say(own))


def in_words(session: Session, say: Callable[[Words], str]) -> str:
    """The same for a button, which says it all at once."""
    t = session.words
    if t.code == DANISH or session.dial not in (BOTH, FIRST):
        return say(t)
    said = t.isolated(say(danish()))
    return said if session.dial == FIRST or said == say(t) else f"{say(t)}\n{said}"


def dials(t: Words) -> list[tuple[str, str]]:
    """(dial, its name), by the names of the languages alone."""
    own, other = t.language.own_name, danish().language.own_name
    return [(MINE, own), (BOTH, f"{own} + {t.isolated(other)}"), (FIRST, t.isolated(other))]
