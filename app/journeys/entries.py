"""New entries in logs that others write to as well: made at the tip as it is known, and anew when the log moved."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from app.journeys.refusals import NotSteward
from app.journeys.sync import sync_now
from app.ports import Ports
from sync.circles import circles_of
from sync.entry import Entry
from sync.errors import Locked, Moved, Refused, Untold
from sync.membership import Membership

PIECE = 64
"""Circles that one request is about: the loop is free again after each, and what was done so far stands."""

TRIES = 6
NEVER = {"steward", "stranger", "signature", "kind"}
"""What a hub refuses for good; anything else may go through once more is known."""

Make = Callable[[Membership], Entry | None]
Look = Callable[[Sequence[bytes]], Awaitable[None]]


async def offer_until_taken(ports: Ports, circles: Sequence[bytes], make: Make) -> dict[bytes, Entry]:
    """One entry per circle, in the log on the hub when this returns: {circle: entry}.

    `NotSteward` when a log refuses this person, `SyncError` when the hub cannot be asked, `Untold` while it waits after
    a restore. An entry that was written but not taken is withdrawn.
    """
    taken, refused = await _offer(ports, circles, make, None, strict=True, now=True)
    if refused:
        raise NotSteward
    if len(taken) < len(circles):
        raise Moved
    return taken


async def offer_what_goes(
    ports: Ports, circles: Sequence[bytes], make: Make, look: Look | None = None, *, now: bool = False
) -> set[bytes]:
    """As far as it goes: returns the circles in whose log it stands now. 800 circles take some requests.

    `look` is awaited before each try with the circles that are still to do of a piece. Raises `SyncError`; `Untold` if
    it is to be `now` and a restored hub waits.
    """
    stands: set[bytes] = set()
    for start in range(0, len(circles), PIECE):
        if start:
            await asyncio.sleep(0)
        taken, _ = await _offer(ports, circles[start : start + PIECE], make, look, strict=False, now=now)
        stands |= set(taken)
    return stands


async def _offer(
    ports: Ports, circles: Sequence[bytes], make: Make, look: Look | None, *, strict: bool, now: bool
) -> tuple[dict[bytes, Entry], set[bytes]]:
    journal = ports.store.journal
    taken: dict[bytes, Entry] = {}
    never: set[bytes] = set()
    wanted = list(circles)
    for _ in range(TRIES):
        if look is not None:
            await look(wanted)
        offered, needless = _make(ports, wanted, make, never, strict=strict)
        wanted = [circle for circle in wanted if circle not in needless | never]
        if not offered:
            break
        try:
            report = await sync_now(ports)
        except BaseException:
            for entry in offered.values():
                journal.drop_entry(entry)
            raise
        refused = {entry.hash: why for entry, why in journal.refused_entries()}
        waiting = {entry.hash for entry in journal.outgoing()}
        for circle, entry in offered.items():
            if entry.hash not in refused and entry.hash not in waiting:
                taken[circle] = entry
            else:
                journal.drop_entry(entry)
                if refused.get(entry.hash) in NEVER:
                    never.add(circle)
        if now and report.put_back and any(entry.hash in waiting for entry in offered.values()):
            raise Untold
        if report.put_back or (strict and never):
            break
        wanted = [circle for circle in wanted if circle not in taken and circle not in never]
        if not wanted:
            break
    return taken, never


def _make(
    ports: Ports, circles: Sequence[bytes], make: Make, never: set[bytes], *, strict: bool
) -> tuple[dict[bytes, Entry], set[bytes]]:
    """({circle: entry that is kept to be sent}, the circles where there is nothing to say)."""
    offered: dict[bytes, Entry] = {}
    needless: set[bytes] = set()
    told = circles_of(ports.store.journal)
    with ports.store.journal.transaction():
        for circle in circles:
            known = told.with_ours(circle)
            try:
                entry = make(known) if known is not None else None
            except (Refused, NotSteward, Locked, KeyError):
                if strict:
                    raise
                never.add(circle)
                continue
            if entry is None:
                needless.add(circle)
                continue
            ports.store.journal.offer_entry(entry)
            offered[circle] = entry
    return offered, needless


def as_steward(ports: Ports, make: Callable[[Membership], Entry]) -> Callable[[Membership], Entry]:
    """The same, but `NotSteward` where this person's own log says that she may not."""

    def made(told: Membership) -> Entry:
        if not any(one.steward for one in told.of_device(ports.keyring.device)):
            raise NotSteward
        try:
            return make(told)
        except Refused as no:
            raise NotSteward from no

    return made
