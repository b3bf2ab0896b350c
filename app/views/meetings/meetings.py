"""Meetings: to come, and those held, the latest first."""

from __future__ import annotations

from datetime import date

import flet as ft
from sqlmodel import col

from app.domain.agenda import next_meetings, still_open, untold_meetings
from app.i18n import Words
from app.records import Meeting, MeetingState, Mentee
from app.storage.store import Store
from app.views.kit import (
    SyncBadge,
    empty_state,
    floating_button,
    keep_button,
    quiet_button,
    row,
    screen,
    section,
    sheet,
)
from app.views.meetings.meeting_words import STATES, minutes, when
from app.views.session import go, use_live, use_ports, use_words
from app.views.side_by_side import mark

PAGE = 30


@ft.component
def Meetings() -> ft.View:
    ports, t = use_ports(), use_words()
    shown, set_shown = ft.use_state(PAGE)
    today = ports.today()
    open_ones = use_live(lambda: ports.store.find(Meeting, still_open()), Meeting)
    over = col(Meeting.state).in_([MeetingState.HELD.value, MeetingState.CANCELLED.value])
    past = use_live(
        lambda: ports.store.find(
            Meeting,
            over,
            order_by=(col(Meeting.held_on).desc(), col(Meeting.starts).desc(), col(Meeting.id)),
            limit=shown + 1,
        ),
        Meeting,
    )
    mentees = use_live(lambda: {mentee.id: mentee for mentee in ports.store.find(Mentee)}, Mentee)
    ahead, untold = next_meetings(open_ones, today), untold_meetings(open_ones, today)

    def lines(meetings: list[Meeting]) -> ft.Control:
        return sheet([_line(t, ports.store, one, mentees, today) for one in meetings])

    parts: list[ft.Control] = []
    if untold:
        parts.append(section(t("How did it go?"), [lines(untold)]))
    if ahead:
        parts.append(section(t("Next"), [lines(ahead[:PAGE])]))
    if past:
        # Words: heading over meetings that took place
        parts.append(section(t("Held"), [lines(past[:shown])]))
        if len(past) > shown:
            parts.append(quiet_button(t("Show more"), lambda: set_shown(shown + PAGE), key="more-rows"))
    floating = None
    if mentees:
        parts.append(
            quiet_button(t("Plan a meeting"), lambda: go("/meetings/plan"), key="plan", icon=ft.Icons.EVENT_OUTLINED)
        )
        floating = floating_button(ft.Icons.ADD, t("Log a meeting"), lambda: go("/meetings/log"), key="log-meeting")
        if len(parts) == 1:
            parts.insert(0, empty_state(ft.Icons.COFFEE_OUTLINED, t("No meetings yet."), t("Plan the first one.")))
    elif ports.store.places("area"):
        parts.append(
            empty_state(
                ft.Icons.COFFEE_OUTLINED,
                t("No meetings yet."),
                t("Open a file for a mentee first. Then plan a meeting."),
                keep_button(t("Open a file"), lambda: go("/mentees/new"), key="open-file", wide=False),
            )
        )
    else:
        parts.append(
            empty_state(
                ft.Icons.COFFEE_OUTLINED, t("No meetings yet."), t("Your coordinator opens the file of your mentee.")
            )
        )
    return screen(t("Meetings"), parts, t=t, path="/", tab=2, actions=[SyncBadge()], floating=floating)


def _line(t: Words, store: Store, meeting: Meeting, mentees: dict[str, Mentee], today: date) -> ft.Control:
    mentee = mentees.get(meeting.mentee)
    under = [mark(t, store, meeting), when(t, meeting, today)]
    if meeting.state in (MeetingState.CANCELLED, MeetingState.MOVED):
        under.append(t(STATES[meeting.state]))
    elif meeting.minutes:
        under.append(minutes(t, meeting.minutes))
    if meeting.place:
        under.append(t.isolated(meeting.place))
    return row(
        mentee.name if mentee else t("Somebody"),
        under=" · ".join(part for part in under if part),
        leading=ft.Icon(ft.Icons.COFFEE_OUTLINED, color=ft.Colors.PRIMARY),
        on_tap=lambda: go(f"/meetings/{meeting.id}"),
        key=f"meeting-{meeting.id}",
        arrow=True,
    )
