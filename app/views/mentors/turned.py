"""The phone goes round at an event: who are you, whom would you like to meet; nothing else opens without the lock."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import flet as ft

from app.domain.matching import values
from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.lock import kind_of_lock
from app.journeys.would_meet import say_whom
from app.records import Mentee, Mentor, Side
from app.views.forms import use_doing
from app.views.kit import (
    Asks,
    body,
    card,
    good_news,
    heading,
    keep_button,
    picture,
    plain,
    problem,
    quiet,
    quiet_button,
    stack,
    tappable,
    tonal_button,
)
from app.views.kit.theme import LETTER_CORNER, WARM
from app.views.mentors.mentor_words import named
from app.views.session import OPEN, use_ports, use_session

Who = tuple[str, str]
"""(side, row)"""


@ft.component
def Turned() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    asked, set_asked = ft.use_state(False)
    kept: tuple[Who | None, Any] = ft.use_state(None)
    me, set_me = kept
    chosen, set_chosen = ft.use_state(frozenset[str]())
    thanks, set_thanks = ft.use_state(False)
    doing = use_doing()
    mentees = [her for noun, row in session.here if noun == "mentee" and (her := ports.store.get(Mentee, row))]
    mentors = [one for noun, row in session.here if noun == "mentor" and (one := ports.store.get(Mentor, row))]

    async def leave(pin: str) -> None:
        from app.journeys.lock import try_pin

        await try_pin(ports, pin=pin)
        session.become(OPEN)

    if asked:
        back = quiet_button(t("Go on"), lambda: set_asked(False), key="go-on")
        return plain([Asks(kind_of_lock(ports), leave), back], path="/turned")

    def begin(side: str, row: str) -> None:
        """Nobody sees what she chose before: each time nothing is chosen."""
        set_chosen(frozenset())
        set_thanks(False)
        set_me((side, row))

    def choose(row: str) -> None:
        set_chosen(lambda now: now ^ {row})

    def done() -> None:
        if me and doing.do(lambda: say_whom(ports, side=me[0], who=me[1], chosen=chosen)):
            set_thanks(True)
            set_me(None)

    if me is None:
        names = [(Side.SHE.value, one) for one in mentees] + [(Side.MENTOR.value, one) for one in mentors]
        lines = [_name(t, one, "", partial(begin, side, one.id), key=f"me-{one.id}") for side, one in names]
        parts: list[ft.Control] = [heading(t("Who are you?"), size=26)]
        if thanks:
            parts.append(good_news(t("Thank you. Give the phone on.")))
        close = tonal_button(
            t("Close with your lock"), lambda: set_asked(True), key="close", icon=ft.Icons.LOCK_OUTLINED
        )
        return plain([*parts, stack(lines), close], path="/turned")
    others: list[Mentor] | list[Mentee] = mentors if me[0] == Side.SHE else mentees
    lines = [
        _name(
            t,
            one,
            _brings(t, one),
            partial(choose, one.id),
            key=f"meet-{one.id}",
            chosen=one.id in chosen,
        )
        for one in others
    ]
    return plain(
        [
            heading(t("Whom would you like to meet?"), size=26),
            problem(doing.trouble),
            quiet(t("Choose as many as you like, or nobody. It is told only if you both say yes."), size=16),
            stack(lines),
            keep_button(t("Done"), done, key="done"),
            quiet_button(t("Back"), lambda: set_me(None), key="not-me"),
        ],
        path="/turned",
    )


def _name(
    t: Words, one: Mentee | Mentor, under: str, on_tap: Callable[[], None], *, key: str, chosen: bool | None = None
) -> ft.Control:
    """A large name to tap; `chosen` is None where one only says who one is."""
    words: list[ft.Control] = [body(t.isolated(one.name) or t("Somebody"), strong=True, size=20)]
    if under:
        words.append(quiet(under, size=16))
    sign = ft.Icons.CHECK_CIRCLE if chosen else ft.Icons.RADIO_BUTTON_UNCHECKED
    parts: list[ft.Control] = [picture(one.picture if isinstance(one, Mentee) else "", size=48)]
    parts.append(ft.Column(words, spacing=0, expand=True, alignment=ft.MainAxisAlignment.CENTER))
    if chosen is not None:
        parts.append(ft.Icon(sign, color=WARM, size=28))
    line = ft.Semantics(checked=chosen, content=ft.Row(parts, spacing=16))
    face = tappable(line, on_tap, key=key, padding=16)
    return card(face, padding=0, radius=LETTER_CORNER)


def _brings(t: Words, one: Mentee | Mentor) -> str:
    """Of a mentor what she offers; of a mentee nothing: she is here and says it herself."""
    if isinstance(one, Mentee):
        return ""
    fields = ("languages", "interests")
    return " · ".join(first_up(named(t, field, value)) for field in fields for value in values(getattr(one, field)))
