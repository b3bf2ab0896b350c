"""How it went: we met, moved or did not; minutes; the next time; keep. All else waits under *More*."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import flet as ft

from app.i18n import N_, Words
from app.i18n.words import first_up
from app.journeys.consents import said_no
from app.journeys.conversations import last_success
from app.journeys.readers import mentors_in
from app.ports import Refusal
from app.records import Asked, Meeting, MeetingState, MemberCard, Mentee, Notice
from app.storage.order import by_name
from app.views.chosen import offered
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import (
    DayChoice,
    Field,
    HourField,
    choice,
    keep_button,
    problem,
    quiet,
    quiet_button,
    screen,
    stack,
)
from app.views.lasted import lasted
from app.views.meetings.conversation import went_well
from app.views.meetings.log_draft import Draft
from app.views.meetings.log_more import effort, more_of
from app.views.meetings.meeting_words import NOTICES, STATES
from app.views.meetings.who import met_by, who
from app.views.session import go, use_live, use_ports, use_session, use_words

TOLD = (MeetingState.HELD.value, MeetingState.MOVED.value, MeetingState.CANCELLED.value)
UNPLANNED = (MeetingState.HELD.value, MeetingState.CANCELLED.value)


@ft.component
def LogMeeting() -> ft.View:
    ports, t, session = use_ports(), use_words(), use_session()
    today, planned_id = ports.today(), ft.use_route_params().get("id", "")
    with_her = ft.use_route_params().get("with", "")
    row = use_once(ports.new_row)
    mentees = use_live(lambda: ports.store.find(Mentee, order_by=by_name(Mentee.name)), Mentee)

    def begin() -> Draft:
        planned = ports.store.get(Meeting, planned_id) if planned_id else None
        only = mentees[0].id if len(mentees) == 1 else with_her
        return Draft.of(ports, planned.mentee if planned else only, planned)

    draft, change = use_draft(begin)
    wide, set_wide = ft.use_state(False)
    doing = use_doing()
    mentee = next((one for one in mentees if one.id == draft.mentee), None)

    others = use_live(lambda: mentors_in(ports, mentee.space) if mentee else [], MemberCard)

    def step() -> None:
        if mentee is None:
            raise Refusal(N_("Choose whom you met."))
        draft.keep(ports, row, mentee)

    def keep() -> None:
        if doing.do(step):
            go(session.trail.tab)

    def say_who(person: str) -> None:
        change(**({"mentor": person} if planned_id else draft.met_by(ports, person)))

    def choose(state: str) -> None:
        doing.do(lambda: change(state=state))  # what was lacking before is not lacking now

    parts: list[ft.Control] = [problem(doing.trouble)]
    if not planned_id:
        parts.append(who(t, mentees, draft.mentee, lambda value: change(**vars(Draft.of(ports, value)))))
    parts += met_by(t, ports, others, draft.mentor, say_who)
    if draft.mentee and (success := last_success(ports, draft.mentee)):
        parts.append(went_well(t, success))
    options = [(state, t(STATES[state])) for state in (TOLD if draft.planned else UNPLANNED)]
    parts.append(choice("", options, draft.state, choose, key="state", may_be_none=False))
    if draft.state == MeetingState.HELD:
        parts += _held(t, draft, today, change)
    elif draft.state == MeetingState.MOVED:
        parts += _moved(t, draft, today, change)
    else:
        parts += _not_held(t, draft, today, change)
    if wide and draft.state == MeetingState.HELD:
        no = mentee is not None and said_no(ports, mentee.space, Asked.NOTES)
        notes, plan = bool(ports.store.places("notes")) and not no, bool(ports.store.places("plan"))
        parts += more_of(t, draft, change, notes=notes, steps=plan)
        if no:
            parts.append(quiet(t("She said no to notes.")))
    elif wide:
        parts.append(effort(t, draft, change, way=draft.state == MeetingState.CANCELLED))
    else:
        held = draft.state == MeetingState.HELD
        words = t("More: topics, place, note") if held else t("More: minutes it took")
        parts.append(quiet_button(words, lambda: set_wide(True), key="wider", icon=ft.Icons.ADD))
    return screen(
        mentee.name if planned_id and mentee and mentee.name else t("Log a meeting"),
        parts,
        t=t,
        path=f"/meetings/{planned_id}/log" if planned_id else f"/meetings/log{f'/{with_her}' if with_her else ''}",
        back=f"/meetings/{planned_id}" if planned_id else session.trail.tab,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )


def _held(t: Words, draft: Draft, today: date, change: Any) -> list[ft.Control]:
    step = lasted(t, draft.minutes, lambda value: change(minutes=value))
    week = draft.week_after(today)
    again = t("%(day)s %(time)s", day=t.by_date(week, today), time=t.time(draft.next_hour))
    parts: list[ft.Control] = [
        _day(t, t("Day you met"), draft, today, change),
        stack([quiet(t("Time together")), step], spacing=6),
        DayChoice(
            "next",
            t("Next time"),
            [(first_up(again), week), (t("No day"), None)],
            draft.next_day,
            lambda day: change(next_day=day),
            today=today,
            first=today,
        ),
    ]
    if draft.ahead:
        parts.append(quiet(t("Planned already: %(when)s", when=t.moment(draft.ahead, today))))
    if draft.next_day:
        parts.append(HourField("next-hour", draft.next_hour, lambda hour: change(next_hour=hour), label=t("Hour")))
    return parts


def _moved(t: Words, draft: Draft, today: date, change: Any) -> list[ft.Control]:
    week = draft.week_on(today)
    return [
        DayChoice(
            "moved",
            t("New day"),
            [(t("Tomorrow"), today + timedelta(days=1)), (first_up(t.by_date(week, today)), week)],
            draft.moved_day,
            lambda day: change(moved_day=day),
            today=today,
            first=today,
        ),
        HourField("next-hour", draft.next_hour, lambda hour: change(next_hour=hour), label=t("Hour")),
        _notice(t, draft, change, (Notice.AHEAD, Notice.LATE, Notice.OURS)),
        Field("place", draft.place, lambda text: setattr(draft, "place", text), label=t("What the place is called")),
    ]


def _not_held(t: Words, draft: Draft, today: date, change: Any) -> list[ft.Control]:
    return [
        *([] if draft.planned else [_day(t, t("Day"), draft, today, change)]),
        quiet(t("It is kept that you did not meet. She sees no fault in it.")),
        _notice(t, draft, change, tuple(Notice)),
    ]


def _day(t: Words, label: str, draft: Draft, today: date, change: Any) -> ft.Control:
    days = [(t("Today"), today), (t("Yesterday"), today - timedelta(days=1))]
    return DayChoice("held", label, days, draft.held_on, lambda day: change(held_on=day), today=today)


def _notice(t: Words, draft: Draft, change: Any, kinds: tuple[Notice, ...]) -> ft.Control:
    words = {kind.value: NOTICES[kind.value] for kind in kinds}
    return choice(t("How it came"), offered(t, words), draft.notice, lambda value: change(notice=value), key="notice")
