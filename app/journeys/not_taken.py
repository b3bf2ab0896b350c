"""What somebody wrote and does not count: she looks at it, hands it in to a steward, or lets go of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.domain.roles import STEWARDS, homes_of
from app.i18n import N_
from app.journeys.readers import readers
from app.ports import Ports, Refusal
from app.records import Handed
from app.storage.places import Place
from app.storage.told import WAITS
from app.storage.values import Value
from sync.circles import circles_of
from sync.stamp import ms_of

HANDED = "handed"


@dataclass(frozen=True)
class NotTaken:
    """One row of which something does not count. `why` = a reason word; `fields` as on the wire, the newest of each.

    `written_ms` = since 1970 UTC; 0 when nothing of it opens any more. `here`: no hub has it.
    """

    table: str
    row: str
    space: str
    why: str
    written_ms: int
    here: bool
    fields: Mapping[str, Value] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class WayIn:
    """Where a steward would find it, and the names of those who read there."""

    space: str
    names: tuple[str, ...]


def not_taken(ports: Ports) -> list[NotTaken]:
    """One for each row, the newest first."""
    found: dict[tuple[str, str], NotTaken] = {}
    for word in sorted(ports.store.refused(), key=lambda each: each.stamp):
        before = found.get((word.space, word.row)) or NotTaken(
            word.table, word.row, word.space, word.why, 0, here=False
        )
        found[word.space, word.row] = replace(
            before, fields={**before.fields, word.field: word.value}, written_ms=ms_of(word.stamp)
        )
    for write in ports.store.unsent():
        if write.reason not in WAITS:
            before = found.get((write.space, write.row)) or NotTaken("", write.row, write.space, "", 0, here=True)
            found[write.space, write.row] = replace(
                before,
                table=write.table or before.table,
                why=write.reason,
                here=True,
                fields={**before.fields, **write.fields},
                written_ms=max(before.written_ms, write.written_ms),
            )
    return sorted(found.values(), key=lambda one: -one.written_ms)


def way_in(ports: Ports, one: NotTaken) -> WayIn:
    """The row's own space, or else the innermost of its circle that she writes and a steward reads. `Refusal`: none.

    Never the plan for what did not stand there: a mentee would read it.
    """
    if one.table == HANDED or not one.fields:
        raise Refusal(N_("Copy it, and give it to your coordinator."))
    store = ports.store
    known = circles_of(store.journal).place(bytes.fromhex(one.space))  # also of a rung that is closed to her now
    circle = known[0].hex() if known else ""
    open_to_her = [
        place
        for place in sorted(store.places(), key=lambda place: (place.space != one.space, place.rung))
        if place.circle == circle and place.kind in homes_of(HANDED) and store.me_in(place.space)
    ]
    if not open_to_her:
        raise Refusal(N_("You no longer write there. Copy it, and give it to your coordinator."))
    for place in open_to_her:
        names = _stewards(ports, place)
        if names and (place.space == one.space or place.kind != "plan"):
            return WayIn(place.space, names)
    raise Refusal(N_("No worker or coordinator reads there. Copy it."))


def hand_in(ports: Ports, one: NotTaken) -> Handed:
    """The words as they are, where `way_in` says; she is not shown them as not taken any more. Two taps keep one."""
    there = way_in(ports, one)
    _check_free(ports, one)
    handed = Handed(
        id=_row(ports.me.person.hex(), one),
        space=there.space,
        noun=one.table,
        row=one.row,
        origin=one.space,
        said=json.dumps(dict(one.fields), ensure_ascii=False, default=str),
        why=one.why,
        written_ms=one.written_ms,
    )
    with ports.store.write() as tx:
        kept = tx.add(handed)
    let_go(ports, one)
    return kept


def let_go(ports: Ports, one: NotTaken) -> None:
    """Drops what no hub took, and does not show the rest again; see `Store.put_aside`."""
    _check_free(ports, one)
    ports.store.put_aside(one.space, one.row)


def _check_free(ports: Ports, one: NotTaken) -> None:
    """What was offered once more and not answered yet may be taken after all: until then nobody can let go of it."""
    key = bytes.fromhex(one.space), bytes.fromhex(one.row)
    if any(each.offered for each in ports.store.journal.waiting() if (each.space, each.row) == key):
        raise Refusal(N_("It is being sent once more. Try again with a connection."))


def _stewards(ports: Ports, place: Place) -> tuple[str, ...]:
    """The workers and coordinators who read that space, but for herself."""
    return tuple(right.name for right in readers(ports, place) if right.role in STEWARDS)


def _row(person: str, one: NotTaken) -> str:
    """The same one at every tap, and another for another person."""
    return hashlib.sha256(f"bb/handed/1 {person} {one.space} {one.row} {one.written_ms}".encode()).hexdigest()[:32]
