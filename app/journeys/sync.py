"""Give the hub what is only here, take what is new: one turn when nothing happened, safe to cut off anywhere."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from app.journeys.lease import renew
from app.journeys.opening import take_granted
from app.journeys.ranks import rank_of
from app.ports import Ports
from sync.client import talk
from sync.conversation import Outcome, converse

RESTORED = "restored"
"""Under this name the journal keeps when this phone last found the hub put back to an older copy, ms by its clock."""
TOLD_MS = 7 * 86_400_000
"""So long it is told."""


@dataclass(frozen=True)
class SyncReport:
    """What a sync did. `pushed`, `pulled` count rows; `refused` = (row or "", reason word) of what the hub left.

    `grown` = circles whose log brought something; `handed_in` = rows that came too late and wait for a steward.

    `put_back`: the server was restored, and what is new waits until the other phones were there.

    `holding_back`: why the server is not believed (words of `sync.inbox`), which must be said aloud; none when it is.
    """

    pushed: int = 0
    pulled: int = 0
    refused: tuple[tuple[str, str], ...] = ()
    holding_back: tuple[str, ...] = ()
    grown: frozenset[bytes] = frozenset()
    handed_in: int = 0
    put_back: bool = False


async def sync_now(ports: Ports) -> SyncReport:
    """One at a time: a second call waits for the first, then looks again.

    Raises `SyncError`; what came before it is kept and shown. Somebody who locks the app meanwhile cuts it off.
    """
    async with ports.sync_turn:
        store, keyring, outcome = ports.store, ports.keyring, Outcome()
        signed_in, verify, now, rank = ports.session, ports.provider.verify, ports.clock.now, rank_of(ports)

        def learn(grown: set[bytes]) -> None:
            take_granted(store.journal, keyring, grown)

        conversation = converse(store.journal, keyring, keyring, verify, now, signed_in, outcome, learn, rank)
        try:
            await talk(conversation, ports.http, ports.hub_url)
            if renew(ports):
                await store.open()
        except sqlite3.ProgrammingError:
            if _still_open(ports, store):
                raise
        finally:
            if _still_open(ports, store):
                if outcome.restored:
                    store.journal.set_meta(RESTORED, b"%d" % now())
                taken = bool(outcome.pushed or outcome.handed_in)
                await store.refresh(outcome.changed, outcome.circles, taken=taken)
    return SyncReport(
        pushed=outcome.pushed,
        pulled=len(outcome.changed),
        refused=tuple((row.hex(), reason) for _, row, reason in outcome.refused),
        holding_back=tuple(sorted({why for _, _, why in outcome.holding_back})),
        grown=frozenset(outcome.circles),
        handed_in=outcome.handed_in,
        put_back=outcome.put_back,
    )


def was_restored(ports: Ports) -> bool:
    """Has this phone found the hub put back to an older copy, in the last week?"""
    found = ports.store.journal.meta(RESTORED)
    return found is not None and ports.clock.now() - int(found) < TOLD_MS


def _still_open(ports: Ports, store: object) -> bool:
    return ports.open and ports.store is store
