"""How it went: we met, moved or did not; minutes; the next time; more when one wants, with a note on the inner rung."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import flet as ft
from sqlmodel import col

from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.meetings import change_meeting, log_meeting
from app.ports import Ports, Refusal
from app.records import Meeting, MeetingState, Mentee
from app.views.forms import use_draft, use_once
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
    section,
    stack,
    stepper,
)
from app.views.meetings.meeting_words import STATES, minutes
from app.views.meetings.who import who
from app.views.session import go, use_live, use_ports, use_session, use_words


@dataclass
class Draft:
    """What is being typed."""

    mentee: str = ""
    state: str = MeetingState.HELD.value
    held_on: date | None = None
    minutes: int = 60
    place: str = ""
    topics: str = ""
    note: str = ""
    next_day: date | None = None
    next_hour: time = time(10, 0)
    moved_day: date | None = None

    @staticmethod
    def of(meeting: Meeting, today: date) -> Draft:
        start = _moment(meeting.starts)
        day = min(start.date(), today) if start else today
        hour = start.time() if start else time(10, 0)
        return Draft(mentee=meeting.mentee, held_on=day, place=meeting.place, topics=meeting.topics, next_hour=hour)

    def keep(self, ports: Ports, row: str, mentee: Mentee, planned: Meeting | None, today: date) -> None:
        """One journey, by the state."""
        if self.state == MeetingState.HELD or planned is None:
            log_meeting(
                ports,
                row=row,
                mentee=mentee,
                held_on=self.held_on or today,
                minutes=self.minutes,
                place=self.place,
                topics=self.topics,
                note=self.note,
                next_starts=_starts(self.next_day, self.next_hour),
                planned=planned,
            )
        elif self.state == MeetingState.MOVED:
            change_meeting(
                ports, shown=planned, starts=_starts(self.moved_day, self.next_hour) or "-", place=self.place
            )
        else:
            change_meeting(ports, shown=planned, state=MeetingState.CANCELLED.value)


@ft.component
def LogMeeting() -> ft.View:
    ports, t, session = use_ports(), use_words(), use_session()
    today = ports.today()
    planned_id = ft.use_route_params().get("id", "")
    row = use_once(ports.new_row)
    planned = use_once(lambda: ports.store.get(Meeting, planned_id) if planned_id else None)
    mentees = use_live(lambda: ports.store.find(Mentee, order_by=col(Mentee.name)), Mentee)
    only = mentees[0].id if len(mentees) == 1 else ""
    draft, change = use_draft(lambda: Draft.of(planned, today) if planned else Draft(mentee=only, held_on=today))
    wide, set_wide = ft.use_state(False)
    trouble, set_trouble = ft.use_state("")
    back = f"/meetings/{planned_id}" if planned_id else session.trail.tab

    def keep() -> None:
        mentee = next((one for one in mentees if one.id == draft.mentee), None)
        if mentee is None:
            set_trouble(t("Choose whom you met."))
            return
        try:
            draft.keep(ports, row, mentee, planned, today)
        except Refusal as no:
            set_trouble(t(no.text, **no.blanks))
        else:
            go(session.trail.tab)

    parts: list[ft.Control] = [problem(trouble)]
    if planned is None:
        parts.append(who(t, mentees, draft.mentee, lambda value: change(mentee=value)))
    else:
        states = (MeetingState.HELD.value, MeetingState.MOVED.value, MeetingState.CANCELLED.value)
        options = [(state, t(STATES[state])) for state in states]
        parts.append(
            choice("", options, draft.state, lambda value: change(state=value), key="state", may_be_none=False)
        )
    if draft.state == MeetingState.HELD:
        parts += _held(
            t, draft, today, change, lambda: set_wide(True), wide=wide, notes=bool(ports.store.places("notes"))
        )
    elif draft.state == MeetingState.MOVED:
        parts += _moved(t, draft, today, change)
    else:
        parts.append(quiet(t("It is kept that you did not meet. She sees no fault in it.")))
    name = next((one.name for one in mentees if one.id == draft.mentee), "")
    return screen(
        name if planned and name else t("Log a meeting"),
        parts,
        t=t,
        path=f"/meetings/{planned_id}/log" if planned_id else "/meetings/log",
        back=back,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )


def _held(t: Words, draft: Draft, today: date, change: Any, widen: Any, *, wide: bool, notes: bool) -> list[ft.Control]:
    step = stepper(
        draft.minutes,
        lambda value: change(minutes=value),
        words=minutes(t, draft.minutes),
        less=t("Five minutes less"),
        more=t("Five minutes more"),
        key="minutes",
    )
    week = (draft.held_on or today) + timedelta(days=7)
    parts: list[ft.Control] = [
        DayChoice(
            "held",
            t("Day you met"),
            [(t("Today"), today), (t("Yesterday"), today - timedelta(days=1))],
            draft.held_on,
            lambda day: change(held_on=day),
            today=today,
        ),
        stack([quiet(t("Time together")), step], spacing=6),
        DayChoice(
            "next",
            t("Next time"),
            [(first_up(t.by_date(week, today)), week), (t("No day"), None)],
            draft.next_day,
            lambda day: change(next_day=day),
            today=today,
            first=today,
        ),
    ]
    if draft.next_day:
        parts.append(HourField("next-hour", draft.next_hour, lambda hour: change(next_hour=hour), label=t("Hour")))
    if not wide:
        return [*parts, quiet_button(t("More: topics, place, note"), widen, key="wider", icon=ft.Icons.ADD)]
    parts.append(
        stack(
            [
                Field("topics", draft.topics, lambda text: setattr(draft, "topics", text), label=t("Topics")),
                Field("place", draft.place, lambda text: setattr(draft, "place", text), label=t("Place")),
            ]
        )
    )
    if notes:
        note = Field("note", draft.note, lambda text: setattr(draft, "note", text), label=t("Note"), lines=4)
        parts.append(section(t("What you saw"), [note, quiet(t("Only her mentor and her worker can read this note."))]))
    return parts


def _moved(t: Words, draft: Draft, today: date, change: Any) -> list[ft.Control]:
    week = today + timedelta(days=7)
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
        Field("place", draft.place, lambda text: setattr(draft, "place", text), label=t("Place")),
    ]


def _starts(day: date | None, hour: time) -> str:
    return f"{day.isoformat()}T{hour:%H:%M}" if day else ""


def _moment(starts: str) -> datetime | None:
    try:
        return datetime.fromisoformat(starts)
    except ValueError:
        return None
