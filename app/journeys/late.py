"""What phones handed in after they were shut out: a steward looks at it, and lets it count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any  # Any: what the hub answers

from app.domain.roles import space_kind
from app.i18n import N_
from app.journeys.asking import ask_signed_in
from app.journeys.entries import as_steward, offer_until_taken
from app.journeys.refusals import refusal_for
from app.journeys.sync import sync_now
from app.keys.leaving import admit_entry
from app.ports import Ports, Refusal
from app.storage.told import UnsentWrite
from sync.buckets import root_with
from sync.circles import circles_of
from sync.entry import Entry, Final
from sync.errors import HoldingBack, Locked, Malformed, SyncError
from sync.membership import Membership
from sync.packing import ARRAY_MAX, blob, number, parts
from sync.stamp import ms_of
from sync.version import Said, unpack_said
from sync.wire import Push

PIECE = 512
"""Circles that are asked about at once."""


@dataclass(frozen=True)
class LateWork:
    """What one phone handed in to one space. `writes` = what this person can read of it, of `rows` that there are."""

    circle: bytes
    where: str
    name: str
    """Whose phone it was, "" when the logs do not tell this person."""

    rows: int
    writes: tuple[UnsentWrite, ...]
    final: Final = field(repr=False)


async def late_work(ports: Ports) -> list[LateWork]:
    """Everything that waits, in the circles where this person is a steward. A `Refusal` says why it cannot be asked.

    What the hub shows of it is what it names, or that is a `Refusal` as well: who lets it count has seen it.
    """
    try:
        try:
            return await _ask(ports)
        except HoldingBack:  # or this phone had not heard yet what came before it
            await sync_now(ports)
            return await _ask(ports)
    except HoldingBack as no:
        raise Refusal(N_("The server is holding something back. Tell your coordinator.")) from no
    except SyncError as no:
        raise refusal_for(no) from no


async def _ask(ports: Ports) -> list[LateWork]:
    """Raises `HoldingBack` where what is shown is not what is named."""
    mine = [circle for circle in ports.keyring.circles if _looks_after(ports, circle)]
    found: list[LateWork] = []
    for start in range(0, len(mine), PIECE):
        (lane,) = parts(await ask_signed_in(ports, "/late", mine[start : start + PIECE]), 1)
        found += [_read(ports, parts(one, 6)) for one in parts(lane, 0, ARRAY_MAX)]
    return found


def _looks_after(ports: Ports, circle: bytes) -> bool:
    """Whether she is a steward there, and somebody was closed."""
    told = circles_of(ports.store.journal).with_ours(circle)
    if told is None or not told.closed:
        return False
    return any(one.steward for one in told.of_device(ports.keyring.device))


def _read(ports: Ports, one: list[Any]) -> LateWork:
    """One author's late work in one space, as the hub tells it. Raises `Malformed`, `HoldingBack`."""
    space, author, n, name, rows, told = one
    final = Final(blob(space, 16), blob(author, 16), number(n), blob(name, 32))
    place = circles_of(ports.store.journal).place(final.space)
    if place is None or place[0] not in ports.keyring.circles:
        raise Malformed("late work of a circle nobody asked about")
    where = space_kind(ports.keyring.circles[place[0]].kind, place[1])
    pushes = [Push.read(push) for push in parts(told, 0, ARRAY_MAX)]
    if pushes and not (number(rows) == sum(len(push.versions) for push in pushes) and _is_all(ports, final, pushes)):
        raise HoldingBack
    said = [write for push in pushes for write in _opened(ports, push, where)]
    right = ports.store.members.right(final.space, final.author)
    return LateWork(place[0], where, right.name if right else "", number(rows), tuple(said), final)


def _is_all(ports: Ports, final: Final, pushes: Sequence[Push]) -> bool:
    """Whether these pushes, on top of what counts of that author here, are what the named head is the head of."""
    journal, place = ports.store.journal, (final.space, final.author)
    known = journal.run("SELECT n FROM head WHERE space=? AND author=?", place).fetchone()
    n = known[0] if known else 0
    circles, leaves = circles_of(journal), dict[bytes, bytes]()
    where = circles.place(final.space)
    told = circles.of(where[0]) if where else None
    erased = told.erased(circles.root) if told else frozenset()
    for push in pushes:
        if any(one.is_blank and (one.space, one.row) not in erased for one in push.versions):
            return False
        numbers = [version.n for version in push.versions]
        in_order = all(one < other for one, other in pairwise([n, *numbers]))
        last = push.head
        if (push.space, push.author, push.before) != (*place, n) or not in_order or numbers[-1:] != [last.n]:
            return False
        leaves |= {version.row: version.leaf for version in push.versions}
        n = last.n
    head = pushes[-1].head
    return (head.n, head.hash) == (final.n, final.head) and root_with(journal, place, leaves) == head.root


async def let_count(ports: Ports, work: LateWork) -> None:
    """From now on everybody reads it, as what its author said. `NotSteward`, or a `Refusal` for what the hub says."""

    def entry(told: Membership) -> Entry:
        return admit_entry(ports.keyring, told, [work.final])

    try:
        await offer_until_taken(ports, [work.circle], as_steward(ports, entry))
    except SyncError as no:
        raise refusal_for(no) from no


def _opened(ports: Ports, push: Push, where: str) -> list[UnsentWrite]:
    found = []
    for version in push.versions:
        try:
            body = ports.keyring.open(version.space, version.epoch, version.aad, version.nonce, version.sealed)
            said: Said = unpack_said(body, version.suite)
        except (Locked, Malformed):
            continue
        fields = {name: word.value for name, word in said.fields.items()}
        written = max((ms_of(word.stamp) for word in said.fields.values()), default=0)
        found.append(UnsentWrite(said.table, version.row.hex(), version.space.hex(), where, written, fields, ""))
    return found
