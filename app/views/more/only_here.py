"""Which things are only on this phone, as a person calls them, and why the server left some of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import flet as ft

from app.i18n import Words
from app.i18n.words import first_up
from app.records import Appointment, Contact, Conversation, Errand, Meeting, MeetingNote, Mentee
from app.storage.store import Store
from app.storage.told import WAITS, UnsentWrite
from app.views.contacts.contact_words import called
from app.views.kit import row, sheet
from app.views.kit.theme import WARM
from app.views.meetings.meeting_words import when
from app.views.more.noun_words import NOUNS, OTHER
from app.views.more.why_words import why
from app.views.session import go

MOST = 20
_BESIDE: dict[str, type[MeetingNote | Appointment | Conversation | Errand]] = {
    "meetingnote": MeetingNote,
    "appointment": Appointment,
    "conversation": Conversation,
    "errand": Errand,
}


def only_here(t: Words, store: Store, today: date) -> ft.Control:
    """One line a thing, the newest first; a note and an appointment stand with their meeting."""
    things: dict[str, list[UnsentWrite]] = {}
    for write in store.unsent():
        things.setdefault(_thing(store, write), []).append(write)
    newest = sorted(things.items(), key=lambda each: -max(write.written_ms for write in each[1]))
    return sheet([_line(t, store, thing, writes, today) for thing, writes in newest[:MOST]])


def _line(t: Words, store: Store, thing: str, writes: Sequence[UnsentWrite], today: date) -> ft.Control:
    table = next((write.table for write in writes if write.row == thing), writes[0].table)
    icon, noun = NOUNS.get("meeting" if table in _BESIDE else table, OTHER)
    moment = t.at(max(write.written_ms for write in writes), today)
    reason = max((write.reason for write in writes), key=lambda one: (one not in WAITS, one))
    left = reason not in WAITS
    title = " · ".join(part for part in (t(noun), t.isolated(_name(t, store, thing, today))) if part)
    return row(
        title,
        under=why(t, reason) if reason else first_up(moment),
        leading=ft.Icon(icon, color=WARM if left else ft.Colors.PRIMARY),
        on_tap=(lambda: go("/more/left")) if left else None,
        key=f"here-{thing}",
        arrow=left,
    )


def _thing(store: Store, write: UnsentWrite) -> str:
    """The row a person would name: that of the meeting for its note and her appointment."""
    beside = store.get(_BESIDE[write.table], write.row) if write.table in _BESIDE else None
    return beside.meeting if beside else write.row


def _name(t: Words, store: Store, thing: str, today: date) -> str:
    if contact := store.get(Contact, thing):
        return called(t, contact)
    if meeting := store.get(Meeting, thing):
        return when(t, meeting, today)
    if mentee := store.get(Mentee, thing):
        return mentee.name
    return ""
