"""The phone of who walks with her, turned to her: her letter in her language, and nothing else without the lock."""

from __future__ import annotations

import flet as ft
from sqlmodel import col

from app.domain.text_sizes import TEXT_SIZES
from app.i18n import N_
from app.i18n.languages import language_called
from app.journeys.lock import kind_of_lock
from app.records import Agreement, Mentee, Near
from app.views.her_language import use_her_language
from app.views.kit import Asks, empty_state, heading, icon_button, plain, quiet_button, tonal_button
from app.views.letter.dial import marked
from app.views.letter.door import Door
from app.views.letter.letter import LettersDoor, NextMeeting, PlanDoor, StrengthsDoor, TimesDoor, WhoDoor
from app.views.letter.my_person import ThisIs, my_person
from app.views.letter.whose import her_cover, her_plan
from app.views.session import Session, go, use_live, use_ports, use_session


@ft.component
def TurnToHer(mentee: Mentee, name: str = "", to: str = "/", key_: str = "turn-to-her") -> ft.Control:
    """On her file: from here on the phone is hers to read, beginning with the page `to`."""
    session = use_session()
    t = session.words
    spoken = language_called(mentee.language)
    hers = use_her_language(spoken.code if spoken else "da")
    turn = lambda: session.hand_to(ft.context.page, mentee.id, hers, first_page=to)
    return tonal_button(name or t("Turn the phone to her"), turn, key=key_, icon=ft.Icons.SCREEN_ROTATION)


@ft.component
def TurnedHome() -> ft.View:
    """Her first page on this phone. What lies in a circle of her own (her practice) is not here to be shown."""
    ports, session = use_ports(), use_session()
    t, her, plan = session.words, her_cover(session), her_plan(session)
    mine = use_live(lambda: my_person(ports, her) if her else None, Near)
    agreed = use_live(lambda: ports.store.count(Agreement, col(Agreement.space) == plan), Agreement)
    hello = t("Hello %(name)s", name=her.name) if her and her.name else t("Hello")
    parts: list[ft.Control] = [heading(hello, size=28)]
    if not plan:
        parts.append(empty_state(ft.Icons.LOCK_OUTLINED, t("There is nothing here.")))
        return plain(parts)
    if mine:
        parts.append(ThisIs(mine))
    parts += [NextMeeting(), PlanDoor(), TimesDoor(), LettersDoor(), StrengthsDoor(), WhoDoor()]
    if agreed:
        parts.append(Door("together", marked("What we agreed on"), None, "/agreement"))
    parts.append(Door("student", marked(N_("My badge")), marked(N_("I am learning Danish")), "/badge"))
    return plain(parts, tools=[_letters(session)])


def _letters(session: Session) -> ft.Control:
    """The next size of letters, and after the largest the usual one again; for as long as the phone is hers."""
    sizes = list(TEXT_SIZES)
    now = sizes.index(session.text_size) if session.text_size in sizes else 0
    size = sizes[(now + 1) % len(sizes)]
    return icon_button(
        ft.Icons.FORMAT_SIZE, session.words(TEXT_SIZES[size][1]), lambda: session.enlarge(size), key="letters"
    )


@ft.component
def Elsewhere() -> ft.Control:
    """Any other address leads to her first page; the owner's, on which the phone was turned, to where she begins."""
    session = use_session()

    def begin() -> None:
        where, session.first_page = session.first_page, "/"
        go(where)

    ft.use_effect(begin, [])
    return ft.Container()


@ft.component
def AskBack() -> ft.View:
    """The lock of who owns the phone, in the owner's language."""
    ports, session = use_ports(), use_session()
    t, page = session.words, ft.context.page

    async def leave(pin: str) -> None:
        from app.journeys.lock import try_pin

        await try_pin(ports, pin=pin)
        go(f"/mentees/{session.handed}")
        session.take_back(page)

    read_on = quiet_button(t("Read on"), lambda: session.read_on(page), key="read-on")
    return plain([Asks(kind_of_lock(ports), leave), read_on], path="/turned-to-her")
