"""A steward erases rows, as the journey of a later version will: one entry in the log of the circle."""

from __future__ import annotations

from app.journeys.entries import as_steward, offer_until_taken
from app.records import Record
from sync.circles import circles_of
from sync.entry import Entry, Kind, make_entry
from sync.membership import Membership
from sync.version import NO_WORDS
from tests.world import Phone

RowKey = tuple[bytes, bytes]
"""(space, row)"""


def key_of(record: Record) -> RowKey:
    """Of a record as a phone shows it."""
    return bytes.fromhex(record.space), bytes.fromhex(record.id)


def erase(phone: Phone, *rows: RowKey) -> None:
    """All of one circle; the hub has it when this returns. Raises as `offer_until_taken`."""
    ports = phone.ports
    place = circles_of(ports.store.journal).place(rows[0][0])
    assert place

    def entry(told: Membership) -> Entry:
        keyring = ports.keyring
        claims = [[list(row) for row in rows]]
        return make_entry(told.circle, told.number + 1, told.tip, Kind.ERASE, keyring.device, claims, b"", keyring.sign)

    phone.world.run(offer_until_taken(ports, [place[0]], as_steward(ports, entry)))


def words_left(phone: Phone, row: RowKey) -> int:
    """How many versions of it that phone has with words in them, believed or not, on their way or waiting."""
    tables = ("version", "staged", "unsent", "offered_version")
    return sum(
        int(
            phone.store.journal.run(
                f"SELECT count(*) FROM {table} WHERE space=? AND row=? AND suite<>?",
                (*row, NO_WORDS),
            ).fetchone()[0]
        )
        for table in tables
    )


def words_on_hub(phone: Phone, row: RowKey) -> int:
    """The same of the hub of its world."""
    with phone.world.hub_store.read() as sql:
        return int(sql("SELECT count(*) FROM version WHERE space = ? AND row = ? AND suite <> 0", *row)[0][0])
