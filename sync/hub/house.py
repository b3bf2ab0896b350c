"""What every answer of the hub needs: the store, the known logs, how often one may knock, who is asking."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast  # Any: what comes after the organisation

from sync.ciphers import Verify
from sync.errors import LoginNeeded, NotFound
from sync.hub import doors
from sync.hub.circles import Circles
from sync.hub.limits import Buckets, Rate, Rates, Room
from sync.hub.roots import Roots
from sync.hub.store import Sql, Store
from sync.hub.turn import Turn
from sync.packing import blob

Found = TypeVar("Found")


REFUSALS = Rate(100, 1 / 60)  # of one device, kept in the audit log


class House:
    """One hub, open for requests."""

    def __init__(self, store: Store, verify: Verify, rates: Rates, room: Room, *, erases: bool) -> None:
        self.store = store
        self.room = room
        self.verify = verify
        self.circles = Circles(erases=erases)
        self.roots = Roots()
        self.founds = Buckets(rates.found)
        self.knocks = Buckets(rates.knock)
        self.syncs = Buckets(rates.sync)
        self.invites = Buckets(rates.invite)
        self.refusals = Buckets(REFUSALS)

    def turn(self, sql: Sql, organisation: bytes, now: int) -> Turn:
        return Turn(sql, self.circles, self.roots, self.verify, organisation, now)

    def tag(self) -> bytes:
        return self.store.chance(8)

    def held(self, sql: Sql, find: Callable[[], Found]) -> Found:
        """What `find` says, the organisation first, with that organisation's head lock taken; None locks nothing."""
        found = find()
        if found is not None and self.store.hold(sql, cast("tuple[Any, ...]", found)[0]):
            return find()
        return found

    def who(self, sql: Sql, token: bytes, address: str, now: int) -> tuple[bytes, bytes]:
        known = doors.who(sql, token, now)
        if known is None:
            self.knocks.take(address, now)
            raise LoginNeeded
        return known

    def member(self, sql: Sql, token: object, address: str, now: int) -> tuple[bytes, bytes]:
        """(organisation, device) of somebody who is still in. Raises `LoginNeeded`, or `NotFound` for who is out."""
        organisation, device = self.who(sql, blob(token, 16), address, now)
        self.syncs.take(device, now)
        if self.turn(sql, organisation, now).is_out(device):
            raise NotFound
        return organisation, device
