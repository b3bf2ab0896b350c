"""Meetings: to come, and those held, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import flet as ft
from sqlmodel import col

from app.i18n import Words
from app.journeys.agenda import meetings_ahead, meetings_over, meetings_untold
from app.ports import Ports
from app.records import Appointment, Meeting, MeetingState, Mentee
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
from app.views.pages import use_pages
from app.views.session import go, use_live, use_ports, use_session, use_synced
from app.views.side_by_side import mark


@ft.component
def Meetings() -> ft.View:
    ports, session = use_ports(), use_session()
    t, pages = session.words, use_pages()
    use_synced()  # draws again now and then: an hour passes while the list stands open
    today = ports.today()
    ahead = use_live(lambda: meetings_ahead(ports, pages.limit), Meeting)
    untold = use_live(lambda: meetings_untold(ports, pages.limit), Meeting)
    past = use_live(lambda: meetings_over(ports, pages.limit), Meeting)
    any_file = use_live(lambda: ports.store.count(Mentee), Mentee)
    met = {one.mentee for one in (*ahead, *untold, *past)}
    mentees = use_live(lambda: {one.id: one for one in ports.store.find(Mentee, col(Mentee.id).in_(met))}, Mentee)
    drawn = [one.id for one in (*ahead, *untold, *past)]
    with_whom = use_live(lambda: _with_whom(ports, drawn), Appointment)

    def lines(meetings: Sequence[Meeting]) -> ft.Control:
        return sheet([_line(t, ports.store, one, mentees, with_whom, today) for one in meetings])

    parts: list[ft.Control] = []
    if untold:
        parts.append(section(t("How did it go?"), [lines(pages.of(untold))]))
    if ahead:
        parts.append(section(t("Next"), [lines(pages.of(ahead))]))
    if past:
        # Words: heading over meetings that took place
        parts.append(section(t("Held"), [lines(pages.of(past))]))
    parts += pages.way_on(max(untold, ahead, past, key=len))
    floating = None
    if any_file:
        parts.append(
            quiet_button(t("Plan a meeting"), lambda: go("/meetings/plan"), key="plan", icon=ft.Icons.EVENT_OUTLINED)
        )
        floating = floating_button(ft.Icons.ADD, t("Log a meeting"), lambda: go("/meetings/log"), key="log-meeting")
        if not (untold or ahead or past):
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


def _with_whom(ports: Ports, meetings: Sequence[str]) -> dict[str, str]:
    """{a meeting: whom she is told she meets}, where that is not this person alone."""
    told = ports.store.find(Appointment, col(Appointment.meeting).in_(meetings))
    return {one.meeting: one.with_whom for one in told if one.with_whom not in ("", ports.me.name)}


def _line(
    t: Words, store: Store, meeting: Meeting, mentees: dict[str, Mentee], with_whom: dict[str, str], today: date
) -> ft.Control:
    mentee = mentees.get(meeting.mentee)
    under = [mark(t, store, meeting), when(t, meeting, today)]
    if meeting.state in (MeetingState.CANCELLED, MeetingState.MOVED):
        under.append(t(STATES[meeting.state]))
    elif meeting.minutes:
        under.append(minutes(t, meeting.minutes))
    under.append(t.isolated(with_whom.get(meeting.id, "")))
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
