"""Before two people read together on this phone: what of it. Nothing else can be seen until the PIN is typed again."""

from __future__ import annotations

from datetime import date
from typing import Any

import flet as ft
from sqlmodel import col

from app.i18n import Words
from app.journeys.meetings import note_of
from app.ports import Ports
from app.records import Meeting, MeetingState, Record
from app.views.kit import body, empty_state, keep_button, quiet, screen, several
from app.views.meetings.meeting_words import when
from app.views.session import use_ports, use_session, use_words

MOST = 20
Key = tuple[str, str]
"""(noun, row)"""


@ft.component
def ChooseTogether() -> ft.View:
    ports, t, session = use_ports(), use_words(), use_session()
    path = f"/meetings/{ft.use_route_params().get('id', '')}"
    meeting = ports.store.get(Meeting, path.rpartition("/")[2])
    kept: tuple[tuple[Key, ...], Any] = ft.use_state(lambda: (_key(meeting),) if meeting else ())
    chosen, set_chosen = kept
    offered = _offered(ports, meeting) if meeting else []

    def choose(row: str, yes: bool) -> None:  # noqa: FBT001
        key = next(_key(record) for record, _ in offered if record.id == row)
        set_chosen(lambda so_far: tuple(each for each in so_far if each != key) + ((key,) if yes else ()))

    def begin() -> None:
        session.read_together(tuple(key for key in (_key(record) for record, _ in offered) if key in chosen))

    options = [(record.id, _words(t, record, beside, ports.today())) for record, beside in offered]
    lines = several(options, [row for _, row in chosen], choose, key="choose")
    parts: list[ft.Control] = [
        body(t("Choose what you two read on this phone.")),
        lines if options else empty_state(ft.Icons.MENU_BOOK_OUTLINED, t("Nothing here yet.")),
        quiet(t("All else stays locked until you open your lock.")),
    ]
    foot = [keep_button(t("Read together"), begin, key="begin", busy=not chosen)]
    return screen(t("Read together"), parts, t=t, path=f"{path}/together", back=path, foot=foot)


def _offered(ports: Ports, meeting: Meeting) -> list[tuple[Record, Meeting]]:
    """This meeting and those before it, each with its note, the newest first."""
    held = ports.store.find(
        Meeting,
        col(Meeting.mentee) == meeting.mentee,
        col(Meeting.state) == MeetingState.HELD.value,
        order_by=(col(Meeting.held_on).desc(), col(Meeting.id)),
        limit=MOST,
    )
    offered: list[tuple[Record, Meeting]] = []
    for one in held:
        offered.append((one, one))
        if note := note_of(ports, one):
            offered.append((note, one))
    return offered


def _words(t: Words, record: Record, meeting: Meeting, today: date) -> str:
    # Words: a line to choose: the facts of a meeting (place, time, topics), without the note
    kind = t("The meeting") if record is meeting else t("Note")
    return f"{when(t, meeting, today)} · {kind}"


def _key(record: Record) -> Key:
    return type(record).__name__.lower(), record.id
