"""One request in, one answer out, without HTTP: the one place where the hub catches what goes wrong."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Sequence
from traceback import extract_tb

from sync.ciphers import Verify
from sync.codes import pack_error
from sync.errors import Busy, Malformed, SyncError, TooLarge
from sync.hub import attached, inside, outside
from sync.hub.house import House
from sync.hub.limits import Rates, Room
from sync.hub.store import Away, Store

log = logging.getLogger("brobygger.hub")

TROUBLE_S = 30  # after a fault of our own the phone keeps everything and comes back
AWAY_S = 5

PATHS: dict[str, Callable[[House, bytes, str, int], bytes]] = {
    "/found": outside.found,
    "/join": outside.join,
    "/enrol": outside.enrol,
    "/hello": outside.hello,
    "/login": outside.login,
    "/invite": inside.invite,
    "/sync": inside.sync,
    "/heads": inside.heads,
    "/late": inside.late,
    "/erased": inside.erased,
    "/devices": inside.devices,
    "/have": inside.have_of,
    "/again": inside.again,
    "/lack": attached.lack,
    "/put": attached.put,
    "/get": attached.get,
    "/drop": attached.drop,
}


class Answers:
    """The hub's whole conversation. `answer` never raises."""

    def __init__(
        self,
        store: Store,
        now: Callable[[], int],
        verify: Verify,
        rates: Rates,
        room: Room | None = None,
        counted: Callable[[str, str], None] = lambda _path, _outcome: None,
        *,
        erases: bool = False,
    ) -> None:
        """`counted` hears of every answer: its path, and `ok` or what kind of thing went wrong.

        `erases`: every app out there knows the entry that erases, so it is taken.
        """
        self._house = House(store, verify, rates, room or Room(), erases=erases)
        self._now = now
        self._counted = counted

    @property
    def paths(self) -> tuple[str, ...]:
        """What can be asked."""
        return tuple(PATHS)

    @property
    def at_once(self) -> int:
        """How many threads may ask."""
        return self._house.store.at_once

    @property
    def in_one(self) -> int:
        """How many requests may be answered together."""
        return self._house.store.in_one

    def answer_all(self, asked: Sequence[tuple[str, bytes, str]]) -> list[tuple[int, bytes]]:
        """(path, body, address) each, as `answer`; what they write is on disk for good when this returns."""
        try:
            with self._house.store.together():
                return [self.answer(*one) for one in asked]
        except Exception as fault:  # noqa: BLE001 - nothing of it was kept, and each of them must hear of that
            log.error("%s requests failed together: %s", len(asked), type(fault).__name__)  # noqa: TRY400
            return [(200, pack_error(Busy(TROUBLE_S)))] * len(asked)

    def answer(self, path: str, body: bytes, address: str) -> tuple[int, bytes]:
        """(HTTP status, answer). The log tells the path and what kind of thing went wrong, never who or what."""
        status, answer, outcome = self._answered(path, body, address)
        self._counted(path, outcome)
        return status, answer

    def _answered(self, path: str, body: bytes, address: str) -> tuple[int, bytes, str]:
        try:
            return 200, PATHS[path](self._house, body, address, self._now()), "ok"
        except SyncError as no:
            status = 413 if isinstance(no, TooLarge) else 400 if isinstance(no, Malformed) else 200
            return status, pack_error(no), type(no).__name__.lower()
        except Away as away:
            log.error("%s waits: the database is away (%s)", path, away)  # noqa: TRY400 - as below
            return 503, pack_error(Busy(AWAY_S)), "away"
        except Exception as fault:  # noqa: BLE001 - the last resort: a fault of ours must not cost a phone anything
            where = extract_tb(fault.__traceback__)[-1]  # no more of it, no message: they could hold what a phone sent
            kind = str(fault) if isinstance(fault, sqlite3.OperationalError) else ""
            log.error("%s failed: %s %s at %s:%s", path, type(fault).__name__, kind, where.filename, where.lineno)  # noqa: TRY400
            return 200, pack_error(Busy(TROUBLE_S)), "fault"
