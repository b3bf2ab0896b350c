"""Two people read on one phone: the chosen things and no way to anything else, until the PIN is typed again."""

from __future__ import annotations

from collections.abc import Iterable

import flet as ft

from app.i18n import Words
from app.journeys.lock import kind_of_lock
from app.ports import Ports
from app.records import Meeting, MeetingNote, Record, fields_of, table_named, tables
from app.storage.store import Store
from app.storage.values import to_wire
from app.views.kit import (
    Asks,
    card,
    empty_state,
    heading,
    plain,
    quiet,
    quiet_button,
    stack,
    tonal_button,
)
from app.views.kit.theme import LETTER_CORNER
from app.views.meetings.meeting_words import when
from app.views.more.noun_words import NOUNS, OTHER
from app.views.more.said_words import said_lines
from app.views.session import OPEN, use_live, use_ports, use_session


@ft.component
def Together() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    asked, set_asked = ft.use_state(False)
    records = use_live(lambda: _chosen(ports.store, session.together), *tables().values())

    async def leave(pin: str) -> None:
        from app.journeys.lock import try_pin

        await try_pin(ports, pin=pin)
        session.become(OPEN)

    if asked:
        return plain(
            [
                Asks(kind_of_lock(ports), leave),
                quiet_button(t("Read on"), lambda: set_asked(False), key="read-on"),
            ],
            path="/together",
        )

    def paper(record: Record) -> ft.Control:
        noun = type(record).__name__.lower()
        said = {name: to_wire(value) for name, value in fields_of(record).items()}
        title = " · ".join(part for part in (t(NOUNS.get(noun, OTHER)[1]), _day(t, ports, record)) if part)
        lines: list[ft.Control] = [quiet(title, size=16)]
        for label, text in said_lines(t, said, ports.today()):
            told = ft.Text(text, size=20)
            lines.append(stack([quiet(label), told], spacing=0) if label else told)
        return card(stack(lines), radius=LETTER_CORNER, padding=20, key=f"together-{record.id}")

    parts: list[ft.Control] = [heading(t("We read together"), size=26), *(paper(record) for record in records)]
    if not records:
        parts.append(empty_state(ft.Icons.MENU_BOOK_OUTLINED, t("Nothing here yet.")))
    close = tonal_button(t("Close with your lock"), lambda: set_asked(True), key="close", icon=ft.Icons.LOCK_OUTLINED)
    return plain([*parts, close], path="/together")


def _chosen(store: Store, keys: Iterable[tuple[str, str]]) -> list[Record]:
    """Those that are still there."""
    found = [store.get(noun, row) for name, row in keys if (noun := table_named(name))]
    return [one for one in found if one]


def _day(t: Words, ports: Ports, record: Record) -> str:
    """Of a note: when its meeting was; the meeting itself says it among its facts."""
    meeting = ports.store.get(Meeting, record.meeting) if isinstance(record, MeetingNote) else None
    return when(t, meeting, ports.today()) if meeting else ""
