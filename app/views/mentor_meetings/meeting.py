"""One meeting of mentors: when, where, and the talks of two, taken with one tap. Who took one is not shown."""

from __future__ import annotations

import flet as ft

from app.domain.roles import STEWARDS
from app.domain.slots import Claim, begins, holders, lost
from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.mentor_meetings import call_off, claims, give_back, planned_by_me, take_slot
from app.records import MentorMeeting, SlotTaken
from app.views.forms import use_doing, use_draft
from app.views.kit import (
    card,
    empty_state,
    fact,
    problem,
    quiet,
    quiet_button,
    row,
    screen,
    section,
    sheet,
    stack,
    tonal_button,
)
from app.views.mentor_meetings.list import PATH
from app.views.session import use_live, use_ports, use_session, use_told


@ft.component
def OneMentorMeeting() -> ft.View:
    ports, session = use_ports(), use_session()
    t, which = session.words, ft.use_route_params().get("id", "")
    steward = use_told().role in STEWARDS
    one = use_live(lambda: ports.store.get(MentorMeeting, which), MentorMeeting)
    taken = use_live(lambda: claims(ports, one) if one else [], SlotTaken, MentorMeeting)
    draft, change = use_draft(lambda: {"row": ports.new_row()})
    doing = use_doing()
    if one is None:
        gone = empty_state(ft.Icons.GROUPS_2_OUTLINED, t("There is nothing here."))
        return screen(t("Mentor meetings"), [gone], t=t, path=PATH, back=PATH)
    held, names = holders(taken), planned_by_me(ports, one)

    def take(slot: int) -> None:
        if doing.do(lambda: take_slot(ports, row=draft["row"], meeting=one, slot=slot)):
            draft["row"] = ports.new_row()
            change()

    def line(slot: int) -> ft.Control:
        at, claim = begins(one, slot), held.get(slot)
        under, button = _said(t, claim, names=names), None
        if claim is None and not one.off and at and at >= ports.clock.local_now():
            button = tonal_button(t("Take this time"), lambda: take(slot), key=f"take-{slot}")
        elif claim and claim.mine:
            # Words: a button: somebody else may have this time
            button = quiet_button(t("Give it back"), lambda: give_back(ports, meeting=one), key=f"back-{slot}")
        return row(t.time(at.time()) if at else "", under=under, trailing=button, key=f"slot-{slot}")

    length = t.many("%(num)d min", "%(num)d min", one.minutes or 0)
    facts = [
        fact(ft.Icons.EVENT_OUTLINED, t("When"), first_up(t.moment(one.starts, ports.today()))),
        fact(ft.Icons.TIMELAPSE, t("All together"), length),
        *([fact(ft.Icons.PLACE_OUTLINED, t("Place"), t.isolated(one.place))] if one.place else []),
    ]
    parts: list[ft.Control] = [problem(doing.trouble)]
    if one.off:
        parts.append(problem(t("It is called off."), key="off"))
    elif lost(taken):
        parts.append(problem(t("Somebody else was first. Choose another time."), key="lost"))
    parts.append(card(stack(facts, spacing=16)))
    if one.slots:
        each = t.many("%(num)d min", "%(num)d min", one.slot_minutes or 0)
        lines = [line(slot) for slot in range(1, one.slots + 1)]
        parts.append(section(t("Talks of two, %(length)s each", length=each), [sheet(lines)]))
        told = t("Who takes a time is shown only to who planned it. What it is about stands nowhere.")
        parts.append(quiet(told))
    if steward:
        words = t("It takes place after all") if one.off else t("Call it off")
        parts.append(
            ft.Row(
                [quiet_button(words, lambda: call_off(ports, shown=one, yes=not one.off), key="call-off")], wrap=True
            )
        )
    return screen(t("Mentor meeting"), parts, t=t, path=f"{PATH}/{which}", back=PATH)


def _said(t: Words, claim: Claim | None, *, names: bool) -> str:
    """Free, hers, hers once it is sent, or somebody's."""
    if claim is None:
        # Words: nobody has taken this time
        return t("Free")
    if claim.mine:
        return t("Yours") if claim.sent else t("Yours, if nobody was first")
    return t.isolated(claim.who) if names and claim.who else t("Taken")
