"""One request in, one answer out, without HTTP: the one place where the hub catches what goes wrong."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from traceback import extract_tb

from sync.ciphers import Verify
from sync.errors import Busy, Malformed, SyncError, TooLarge
from sync.hub import attached, inside, outside
from sync.hub.house import House
from sync.hub.limits import Rates, Room
from sync.hub.store import Away, Store
from sync.wire import pack_error

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
        self, store: Store, now: Callable[[], int], verify: Verify, rates: Rates, room: Room | None = None
    ) -> None:
        self._house = House(store, verify, rates, room or Room())
        self._now = now

    @property
    def paths(self) -> tuple[str, ...]:
        """What can be asked."""
        return tuple(PATHS)

    def answer(self, path: str, body: bytes, address: str) -> tuple[int, bytes]:
        """(HTTP status, answer). The log tells the path and what kind of thing went wrong, never who or what."""
        try:
            return 200, PATHS[path](self._house, body, address, self._now())
        except TooLarge as wrong:
            return 413, pack_error(wrong)
        except Malformed as wrong:
            return 400, pack_error(wrong)
        except SyncError as no:
            return 200, pack_error(no)
        except Away as away:
            log.error("%s waits: the database is away (%s)", path, away)  # noqa: TRY400 - as below
            return 503, pack_error(Busy(AWAY_S))
        except Exception as fault:  # noqa: BLE001 - the last resort: a fault of ours must not cost a phone anything
            where = extract_tb(fault.__traceback__)[-1]  # no more of it, no message: they could hold what a phone sent
            kind = str(fault) if isinstance(fault, sqlite3.OperationalError) else ""
            log.error("%s failed: %s %s at %s:%s", path, type(fault).__name__, kind, where.filename, where.lineno)  # noqa: TRY400
            return 200, pack_error(Busy(TROUBLE_S))
