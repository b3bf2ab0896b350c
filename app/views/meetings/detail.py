"""One meeting: its facts, and the note for those who may read it."""

from __future__ import annotations

import flet as ft

from app.journeys.meetings import note_of
from app.journeys.release import may_release, released_from
from app.records import Meeting, MeetingNote, MeetingState, Mentee
from app.storage.errors import NoSuchPlace
from app.storage.store import Store
from app.views.attached import Photos
from app.views.kit import (
    body,
    card,
    empty_state,
    fact,
    keep_button,
    quiet,
    quiet_button,
    screen,
    section,
)
from app.views.meetings.meeting_words import STATES, minutes, when
from app.views.meetings.release import ReleasedFrom
from app.views.session import go, use_live, use_ports, use_session, use_words
from app.views.side_by_side import Settling, unsettled
from app.views.whereabouts import Whereabouts


@ft.component
def MeetingDetail() -> ft.View:
    ports, t, session = use_ports(), use_words(), use_session()
    row = ft.use_route_params().get("id", "")
    path = f"/meetings/{row}"
    meeting = use_live(lambda: ports.store.get(Meeting, row), Meeting)
    note = use_live(lambda: note_of(ports, meeting) if meeting else None, MeetingNote)
    mentee = use_live(lambda: ports.store.get(Mentee, meeting.mentee) if meeting else None, Mentee)
    if meeting is None:
        gone = empty_state(ft.Icons.COFFEE_OUTLINED, t("This meeting is no longer here."), t("Somebody took it away."))
        return screen(t("Meetings"), [gone], t=t, path=path, back=session.trail.tab)
    today = ports.today()
    # Words: on a fact of a meeting, before a day and an hour
    facts = [fact(ft.Icons.EVENT_OUTLINED, t("When"), when(t, meeting, today))]
    if meeting.minutes:
        facts.append(fact(ft.Icons.TIMELAPSE, t("Time together"), minutes(t, meeting.minutes)))
    if meeting.place:
        facts.append(fact(ft.Icons.PLACE_OUTLINED, t("Place"), t.isolated(meeting.place)))
    if meeting.topics:
        facts.append(fact(ft.Icons.CHAT_BUBBLE_OUTLINE, t("Topics"), t.isolated(meeting.topics)))
    parts: list[ft.Control] = [card(ft.Column(facts, spacing=16))]
    if unsettled(ports.store, meeting):
        parts.insert(0, Settling(meeting, lambda: go(session.trail.tab)))
    reads_notes = _reads_notes(ports.store, meeting)
    if note is not None and (note.text or unsettled(ports.store, note)):
        parts.append(_Note(note, f"{path}/note"))
    elif meeting.state == MeetingState.HELD and reads_notes:
        write = quiet_button(t("Write a note"), lambda: go(f"{path}/note"), key="note", icon=ft.Icons.EDIT_NOTE)
        parts.append(section(t("What you saw"), [write]))
    elif meeting.state == MeetingState.HELD:
        parts.append(quiet(t("A note, if there is one, is for her mentor and her worker alone.")))
    if reads_notes:
        who = t("Only her mentor and her worker can see them.")
        parts.append(Photos(meeting, ports.store.beside(meeting.space, "notes"), path, who))
    if may_release(ports, meeting) or released_from(ports, meeting):
        parts.append(ReleasedFrom(meeting))
    parts.append(Whereabouts(meeting))
    telling = meeting.state in (MeetingState.PLANNED, MeetingState.MOVED)
    return screen(
        mentee.name if mentee else t("Somebody"),
        parts,
        t=t,
        path=path,
        under=t(STATES[meeting.state]) if meeting.state in STATES else "",
        back=session.trail.tab,
        foot=[keep_button(t("Tell how it went"), lambda: go(f"{path}/log"), key="tell")] if telling else [],
    )


@ft.component
def _Note(note: MeetingNote, path: str) -> ft.Control:
    """Her own words, to be read and changed; those of two people side by side."""
    ports, t = use_ports(), use_words()
    reads = quiet(t("Only her mentor and her worker can read this note."))
    if unsettled(ports.store, note):
        return section(t("What you saw"), [Settling(note), reads])
    change = quiet_button(t("Change"), lambda: go(path), key="note", icon=ft.Icons.EDIT_OUTLINED)
    return section(t("What you saw"), [card(body(t.isolated(note.text))), reads], action=change)


def _reads_notes(store: Store, meeting: Meeting) -> bool:
    """Is the inner rung of this file open to her?"""
    try:
        store.beside(meeting.space, "notes")
    except NoSuchPlace:
        return False
    return True
