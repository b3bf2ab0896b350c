"""At an event they choose each other: who is here, the phone goes round, and only pairs are shown."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft
from sqlmodel import col

from app.journeys.matching import propose
from app.journeys.would_meet import both_said, forget_old, may_be_met
from app.records import Agreement, Match, Mentee, Mentor, MentorPath, WouldMeet
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import (
    SearchField,
    body,
    card,
    empty_state,
    keep_button,
    problem,
    quiet,
    screen,
    section,
    some,
    stack,
    tonal_button,
)
from app.views.mentors.list import PATH
from app.views.session import go, use_live, use_ports, use_session

MOST = 24
"""So many names at once; the others are searched for."""


@ft.component
def MeetEachOther() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    use_once(lambda: forget_old(ports))
    new = use_once(ports.new_row)
    draft, change = use_draft(lambda: {"row": new})
    here, set_here = ft.use_state(session.here)
    sought, set_sought = ft.use_state("")
    doing = use_doing()
    order = (col(Mentee.name), col(Mentee.id))
    hers = use_live(lambda: ports.store.find(Mentee, matching=sought, order_by=order, limit=MOST + 1), Mentee)
    ready = use_live(lambda: may_be_met(ports), Mentor, MentorPath, Match, Agreement)
    found = use_live(lambda: both_said(ports), WouldMeet, Match, Mentee, Mentor)

    def tap(noun: str) -> Callable[[str], None]:
        def toggle(row: str) -> None:
            set_here(lambda now: tuple(set(now) ^ {(noun, row)}))

        return toggle

    def ask(mentee: Mentee, mentor: Mentor) -> None:
        if doing.do(lambda: propose(ports, row=str(draft["row"]), mentee=mentee, mentor=mentor)):
            draft["row"] = ports.new_row()
            change()
            go(f"/cases/{mentee.id}/match")

    def pair(mentee: Mentee, mentor: Mentor) -> ft.Control:
        names = {"one": mentee.name or t("Somebody"), "other": mentor.name or t("Somebody")}
        # Words: two people said, each for herself, that they would like to meet the other
        words = body(t("%(one)s and %(other)s would like to meet.", **names), strong=True)
        button = tonal_button(t("Ask both"), lambda: ask(mentee, mentor), key=f"pair-{mentee.id}-{mentor.id}")
        return card(stack([words, ft.Row([button])], spacing=6))

    chosen = {row for _, row in here}
    both = all(any(noun == each for noun, _ in here) for each in ("mentee", "mentor"))
    parts: list[ft.Control] = [problem(doing.trouble)]
    if found:
        # Words: heading over pairs of people who both said yes
        parts.append(section(t("Both said yes"), [pair(*each) for each in found]))
    parts.append(body(t("Choose who is here. Then the phone goes round, and each answers for herself.")))
    if not ready:
        parts.append(empty_state(ft.Icons.HANDSHAKE_OUTLINED, t("No mentor is ready yet.")))
    if sought or len(hers) > MOST:
        parts.append(SearchField(t("Search by name"), set_sought))
    mentees = [(one.id, t.isolated(one.name) or t("Without a name")) for one in hers[:MOST]]
    with_phone = [(one.id, t.isolated(one.name) or t("Without a name")) for one in ready]
    if mentees:
        parts.append(some(t("Mentees who are here"), mentees, chosen, tap("mentee"), key="here"))
    if with_phone:
        parts.append(some(t("Mentors who are here"), with_phone, chosen, tap("mentor"), key="here"))
    parts.append(quiet(t("A yes of one alone is shown to nobody, not to you either. It goes after two days.")))
    foot = [keep_button(t("Turn the phone to them"), lambda: session.turn_to(here), key="turn", busy=not both)]
    return screen(t("They choose each other"), parts, t=t, path=f"{PATH}/event", back=PATH, foot=foot)
