"""A steward's phone signs that rows are erased, as the journey of a later version will."""

from __future__ import annotations

from sync.circles import Circles
from sync.entry import Entry, Kind, make_entry
from tests.sync.lying import Scene
from tests.sync.phones import Phone


def erase(by: Phone, circle: bytes, *rows: tuple[bytes, bytes]) -> Entry:
    """(space, row) each; the entry waits in that phone's journal."""
    told = Circles(by.journal).with_ours(circle)
    assert told is not None
    claims = [[list(row) for row in rows]]
    entry = make_entry(circle, told.number + 1, told.tip, Kind.ERASE, by.keys.device, claims, b"", by.keys.sign)
    by.journal.offer_entry(entry)
    return entry


def left(phone: Phone, space: bytes, row: bytes) -> list[tuple[int, int]]:
    """(suite, length) of all that lies there of that row."""
    return phone.journal.run(
        "SELECT suite, length(sealed) FROM version WHERE space=? AND row=?"
        " UNION ALL SELECT suite, length(sealed) FROM staged WHERE space=? AND row=?",
        (space, row) * 2,
    ).fetchall()


def hub_rows(scene: Scene, row: bytes) -> list[tuple[int, int]]:
    with scene.world.hub.store.read() as sql:
        return sql("SELECT suite, length(sealed) FROM version WHERE row = ?", row)


def whole(*phones: Phone) -> bool:
    return all(phone.journal.withheld() == [] for phone in phones)
