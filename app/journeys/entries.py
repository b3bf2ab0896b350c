"""New entries in logs that others write to as well: made at the tip as it is known, and anew when the log moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.journeys.refusals import NotSteward
from app.journeys.sync import sync_now
from app.ports import Ports
from sync.circles import Circles
from sync.errors import Moved, Refused
from sync.log import Entry, Membership

TRIES = 6


async def offer_until_taken(
    ports: Ports, circles: Sequence[bytes], make: Callable[[Membership], Entry]
) -> dict[bytes, Entry]:
    """One entry per circle, in the log on the hub when this returns: {circle: entry}.

    `NotSteward` when a log refuses this person, `SyncError` when the hub cannot be asked. An entry that was written but
    not taken is withdrawn.
    """
    journal = ports.store.journal
    taken: dict[bytes, Entry] = {}
    wanted = list(circles)
    for _ in range(TRIES):
        offered = {circle: offer(ports, circle, make) for circle in wanted}
        try:
            await sync_now(ports)
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
        reasons = {refused[entry.hash] for entry in offered.values() if entry.hash in refused}
        if reasons & {"steward", "stranger", "signature", "kind"}:
            raise NotSteward
        wanted = [circle for circle in wanted if circle not in taken]
        if not wanted:
            return taken
    raise Moved


def offer(ports: Ports, circle: bytes, make: Callable[[Membership], Entry]) -> Entry:
    """Makes the entry and keeps it to be sent; `NotSteward` when this person's own log says she may not."""
    journal = ports.store.journal
    told = Circles(journal).with_ours(circle)
    if told is None or not any(one.steward for one in told.of_device(ports.keyring.device)):
        raise NotSteward
    try:
        entry = make(told)
    except Refused as no:
        raise NotSteward from no
    journal.offer_entry(entry)
    return entry
