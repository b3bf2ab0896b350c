"""Calling her: her number one tap away when it is safe by her own word, and else why not."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from app.domain.safe_times import is_safe, next_safe
from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.consents import said_no
from app.journeys.key_to_come import NOT_ALL, waits_for_key
from app.ports import Ports
from app.records import Asked, Mentee
from app.views.interpreter import interpreter
from app.views.kit import body, problem, quiet, quiet_button, section, sheet, stack
from app.views.meetings.remind import NEVER, NOT_NOW, SAID_NO
from app.views.numbers import calls
from app.views.session import go, use_ports, use_words


@ft.component
def CallingHer(mentee: Mentee) -> ft.Control:
    """What she said of calls and messages stands before her number does."""
    t, ports = use_words(), use_ports()
    _times, look_again = ft.use_state(0)

    def still_safe() -> bool:
        """Asked at the tap: the screen may have stood open."""
        look_again(lambda times: times + 1)
        return is_safe(mentee, ports.clock.local_now()) and not said_no(ports, mentee.space, Asked.CONTACT)

    return stack(_calling(t, ports, mentee, still_safe))


def _calling(t: Words, ports: Ports, mentee: Mentee, still_safe: Callable[[], bool]) -> list[ft.Control]:
    def unsafe(text: str) -> list[ft.Control]:
        return [*interpreter(t, [text]), problem(t(text), key="unsafe")]

    now = ports.clock.local_now()
    safe = next_safe(mentee, now)
    change = quiet_button(t("Her number and safe times"), lambda: go(f"/mentees/{mentee.id}/reach"), key="reach")
    if said_no(ports, mentee.space, Asked.CONTACT):
        return unsafe(SAID_NO)
    if waits_for_key(ports, mentee.space):
        return unsafe(NOT_ALL)
    if safe is None:
        return [*unsafe(NEVER), change]
    if safe > now:
        when = first_up(t.day_and_time(safe, now.date()))
        return [*unsafe(NOT_NOW), section(t("The next safe time"), [body(when, strong=True)]), change]
    if ways := calls(t, mentee.phone, mentee.name, may=still_safe):
        return [sheet(ways), change]
    return [quiet(t("Her number is not written down yet."), size=15), change]
