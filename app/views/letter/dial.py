"""How much Danish she reads: none, beside her own language, or Danish first; a long press turns one text alone."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from app.domain.aloud import DANISH
from app.i18n import Words, danish
from app.i18n.words import unmarked
from app.views.kit import body
from app.views.session import Session, use_session

MINE, BOTH, FIRST = "", "both", "danish"
"""As it is remembered on the phone; what is unknown is her own language alone."""

TURNS = {MINE: (MINE, FIRST, BOTH), BOTH: (BOTH, FIRST, MINE), FIRST: (FIRST, MINE, BOTH)}
"""{dial: what a text becomes with each long press}: the language that she does not see comes first."""


def marked(text: str) -> Callable[[Words], str]:
    """A marked text, to be said in any language."""
    return lambda words: words(text)


def told(
    session: Session,
    say: Callable[[Words], str],
    *,
    size: int = 20,
    strong: bool = False,
    calm: bool = False,
    beside: float = 0,
    under: str = "",
) -> ft.Control:
    """A text of ours as she wants to read it; `beside` = pixels beside it, `under` = what stands below in any case.

    `strong` is large and dark, `calm` a line that may be left unread.
    """

    def written(text: str) -> ft.Text:
        shown = body(f"{text}\n{under}" if under else text, size=size, strong=strong, beside=beside)
        shown.color = ft.Colors.ON_SURFACE_VARIANT if calm else None
        return shown

    return written(say(session.words)) if session.words.code == DANISH else Turned(say, written)


@ft.component
def Turned(
    say: Callable[[Words], str],
    written: Callable[[str], ft.Text],
) -> ft.Control:
    """Each long press turns this text to another language; all are as the dial says when she comes back."""
    session = use_session()
    kept, keep = ft.use_state(("", "", 0))
    text, dial = say(session.words), _dial(session)
    turns = kept[2] if kept[:2] == (text, dial) else 0
    shown = in_words(session, say, TURNS[dial][turns % len(TURNS[dial])])
    return ft.GestureDetector(
        content=written(shown),
        on_long_press=lambda: keep((text, dial, turns + 1)),
        exclude_from_semantics=True,
    )


def for_the_owner(session: Session, say: Callable[[Words], str]) -> str:
    """The same in the language of who owns the phone that was turned to her and sits beside her; "" else."""
    own, t = session.own_words if session.handed else None, session.words
    same = own is None or own.code == t.code or unmarked(say(t)) == unmarked(say(own))
    return "" if own is None or same else t.isolated(say(own))


def in_words(session: Session, say: Callable[[Words], str], dial: str | None = None) -> str:
    """The same where nothing can be turned: as her dial says, or as `dial` does."""
    t = session.words
    turned = _dial(session) if dial is None else dial
    if t.code == DANISH or turned == MINE:
        return say(t)
    said = t.isolated(say(danish()))
    return said if turned == FIRST or said == say(t) else f"{say(t)}\n{said}"


def dials(t: Words) -> list[tuple[str, str]]:
    """(dial, its name), by the names of the languages alone."""
    own, other = t.language.own_name, danish().language.own_name
    return [(MINE, own), (BOTH, f"{own} + {t.isolated(other)}"), (FIRST, t.isolated(other))]


def _dial(session: Session) -> str:
    return session.dial if session.dial in TURNS else MINE
