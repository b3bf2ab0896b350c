"""One meeting: its facts, and the note for those who may read it."""

from __future__ import annotations

from datetime import date

import flet as ft

from app.domain.agenda import over_until
from app.i18n import N_, Words
from app.journeys.consents import said_no
from app.journeys.meetings import note_of
from app.journeys.release import may_release, released_from
from app.records import Asked, Meeting, MeetingNote, MeetingState, Mentee
from app.storage.errors import NoSuchPlace
from app.storage.store import Store
from app.views.attached import Photos
from app.views.chosen import chosen
from app.views.gone import no_meeting
from app.views.kit import (
    body,
    card,
    fact,
    icon_button,
    keep_button,
    quiet,
    quiet_button,
    screen,
    section,
    stack,
    tonal_button,
)
from app.views.meetings.conversation import TalkedOver
from app.views.meetings.errand import GoingAlong
from app.views.meetings.meeting_words import NOTICES, STATES, minutes, when, where
from app.views.meetings.release import ReleasedFrom
from app.views.meetings.remind import to_calendar
from app.views.meetings.way import TheWay
from app.views.session import go, use_live, use_ports, use_session, use_words
from app.views.side_by_side import Settling, unsettled
from app.views.talk_words import SPOKEN, topics
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
        why = t("Somebody took it away.")
        return no_meeting(t, t("Meetings"), path=path, back=session.trail.tab, why=why)
    today = ports.today()
    parts: list[ft.Control] = [card(ft.Column(_facts(t, meeting, today), spacing=16))]
    telling = meeting.state in (MeetingState.PLANNED, MeetingState.MOVED)
    if telling and meeting.starts > over_until(ports.clock.local_now()):
        ahead = [
            tonal_button(t("Remind her"), lambda: go(f"{path}/remind"), key="remind", icon=ft.Icons.SMS_OUTLINED),
            tonal_button(
                t("To my calendar"),
                lambda: to_calendar(ports, t, meeting),
                key="calendar",
                icon=ft.Icons.EDIT_CALENDAR_OUTLINED,
            ),
        ]
        parts += [ft.Row(ahead, wrap=True, spacing=8, run_spacing=8), TheWay(meeting)]
    if unsettled(ports.store, meeting):
        parts.insert(0, Settling(meeting, lambda: go(session.trail.tab)))
    reads_notes = _reads_notes(ports.store, meeting)
    if note is not None and (note.text or note.thought or unsettled(ports.store, note)):
        parts.append(_Note(note, f"{path}/note"))
    elif reads_notes and said_no(ports, meeting.space, Asked.NOTES):
        parts.append(quiet(t("She said no to notes.")))
    elif meeting.state == MeetingState.HELD and reads_notes:
        write = quiet_button(t("Write a note"), lambda: go(f"{path}/note"), key="note", icon=ft.Icons.EDIT_NOTE)
        parts.append(section(t("A note"), [write]))
    elif meeting.state == MeetingState.HELD:
        parts.append(quiet(t("A note, if there is one, is for her mentor and her worker alone.")))
    if reads_notes:
        parts.append(TalkedOver(meeting))
    parts.append(GoingAlong(meeting))
    if meeting.state == MeetingState.HELD:
        to_words = lambda: go(f"{path}/words")
        parts.append(quiet_button(t("Words to practise"), to_words, key="words", icon=ft.Icons.SCHOOL_OUTLINED))
    if reads_notes:
        who = t("Only her mentor and her worker can see them.")
        parts.append(Photos(meeting, ports.store.beside(meeting.space, "notes"), path, who))
    if may_release(ports, meeting) or released_from(ports, meeting):
        parts.append(ReleasedFrom(meeting))
    parts.append(Whereabouts(meeting))
    return screen(
        mentee.name if mentee else t("Somebody"),
        parts,
        t=t,
        path=path,
        under=t(STATES[meeting.state]) if meeting.state in STATES else "",
        back=session.trail.tab,
        actions=[
            icon_button(ft.Icons.FOLDER_SHARED_OUTLINED, t("Her file"), lambda: go(f"/mentees/{mentee.id}"), key="file")
        ]
        if mentee
        else [],
        foot=[keep_button(t("Tell how it went"), lambda: go(f"{path}/log"), key="tell")] if telling else [],
    )


def _facts(t: Words, meeting: Meeting, today: date) -> list[ft.Control]:
    # Words: on a fact of a meeting, before a day and an hour
    facts = [fact(ft.Icons.EVENT_OUTLINED, t("When"), when(t, meeting, today))]
    if meeting.minutes:
        facts.append(fact(ft.Icons.TIMELAPSE, t("Time together"), minutes(t, meeting.minutes)))
    if spent := [
        f"{t(words)}: {minutes(t, num)}"
        for words, num in ((N_("Arranging it"), meeting.arranging), (N_("On the way"), meeting.transport))
        if num
    ]:
        facts.append(fact(ft.Icons.MORE_TIME, t("Besides"), " · ".join(spent)))
    if meeting.place or meeting.place_kind:
        facts.append(fact(ft.Icons.PLACE_OUTLINED, t("Place"), where(t, meeting)))
    if meeting.topics:
        facts.append(fact(ft.Icons.CHAT_BUBBLE_OUTLINE, t("Topics"), topics(t, meeting.topics)))
    if meeting.spoken:
        facts.append(fact(ft.Icons.TRANSLATE, t("How you spoke"), chosen(t, SPOKEN, meeting.spoken)))
    if meeting.notice and meeting.state != MeetingState.HELD:
        facts.append(fact(ft.Icons.PHONE_CALLBACK_OUTLINED, t("How it came"), chosen(t, NOTICES, meeting.notice)))
    return facts


@ft.component
def _Note(note: MeetingNote, path: str) -> ft.Control:
    """Her own words, to be read and changed; those of two people side by side."""
    ports, t = use_ports(), use_words()
    reads = quiet(t("Only her mentor and her worker can read this note."))
    if unsettled(ports.store, note):
        return section(t("A note"), [Settling(note), reads])
    change = quiet_button(t("Change"), lambda: go(path), key="note", icon=ft.Icons.EDIT_OUTLINED)
    told = ((t("What I saw or heard"), note.text), (t("What I think it means"), note.thought))
    texts = [stack([quiet(label, size=13), body(t.isolated(text))], spacing=2) for label, text in told if text]
    return section(t("A note"), [card(stack(texts)), reads], action=change)


def _reads_notes(store: Store, meeting: Meeting) -> bool:
    """Is the inner rung of this file open to her?"""
    try:
        store.beside(meeting.space, "notes")
    except NoSuchPlace:
        return False
    return True
