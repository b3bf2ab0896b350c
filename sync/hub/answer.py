"""One request in, one answer out, without HTTP: the one place where the hub catches what goes wrong."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from traceback import extract_tb
from typing import Any, TypeVar, cast  # Any: what comes after the organisation

from sync.ciphers import Verify
from sync.errors import Busy, ClockBent, LoginNeeded, Malformed, NotFound, Refused, SyncError, TooLarge, Untold
from sync.hub import doors, leaving, restored
from sync.hub.again import Again, have
from sync.hub.circles import Circles
from sync.hub.limits import Buckets, Rates
from sync.hub.pull import Had, Pull
from sync.hub.roots import Roots
from sync.hub.store import Away, Sql, Store, code_hash
from sync.hub.turn import Turn, verdict
from sync.log import ENTRY_MAX, Entry
from sync.packing import blob, blob_upto, number, parts, word
from sync.wire import (
    CLOCK_SLACK_MS,
    PACKAGE_MAX,
    AgainRequest,
    Reason,
    SyncAnswer,
    SyncRequest,
    error_parts,
    pack_answer,
    pack_error,
    request_parts,
)

log = logging.getLogger("brobygger.hub")

HEADS_MAX = 1_024  # authors asked about at once
COMPARED_MAX = 16  # circles
ENROL_MAX = 2_048  # entries of one joining device
TROUBLE_S = 30  # after a fault of our own the phone keeps everything and comes back
AWAY_S = 5

Found = TypeVar("Found")


class Answers:
    """The hub's whole conversation. `answer` never raises."""

    def __init__(self, store: Store, now: Callable[[], int], verify: Verify, rates: Rates) -> None:
        self._store = store
        self._now = now
        self._verify = verify
        self._circles = Circles()
        self._roots = Roots()
        self._founds = Buckets(rates.found)
        self._knocks = Buckets(rates.knock)
        self._syncs = Buckets(rates.sync)
        self._invites = Buckets(rates.invite)
        self._paths: dict[str, Callable[[bytes, str, int], bytes]] = {
            "/found": self._found,
            "/join": self._join,
            "/enrol": self._enrol,
            "/hello": self._hello,
            "/login": self._login,
            "/invite": self._invite,
            "/sync": self._sync,
            "/heads": self._heads,
            "/late": self._late,
            "/erased": self._erased,
            "/devices": self._devices,
            "/have": self._have,
            "/again": self._again,
        }

    @property
    def paths(self) -> tuple[str, ...]:
        """What can be asked."""
        return tuple(self._paths)

    def answer(self, path: str, body: bytes, address: str) -> tuple[int, bytes]:
        """(HTTP status, answer). The log tells the path and what kind of thing went wrong, never who or what."""
        try:
            return 200, self._paths[path](body, address, self._now())
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

    def _turn(self, sql: Sql, organisation: bytes, now: int) -> Turn:
        return Turn(sql, self._circles, self._roots, self._verify, organisation, now)

    def _tag(self) -> bytes:
        return self._store.chance(8)

    def _held(self, sql: Sql, find: Callable[[], Found]) -> Found:
        """What `find` says, the organisation first, with that organisation's head lock taken; None locks nothing."""
        found = find()
        if found is not None and self._store.hold(sql, cast("tuple[Any, ...]", found)[0]):
            return find()
        return found

    def _found(self, body: bytes, address: str, now: int) -> bytes:
        self._founds.take(address, now)
        code, raw = request_parts(body, 2)
        hashed, entry = code_hash(word(code)), Entry.read(raw)
        with self._store.write() as sql:
            self._store.collect_codes(sql)
            organisation, again = self._held(sql, lambda: doors.founding(sql, hashed, entry, now))
            if not again:
                turn = self._turn(sql, organisation, now)
                turn.add_entry(entry, founds_root=True)
                turn.write(self._tag())
                doors.founded(sql, hashed, organisation, entry.circle)
        return pack_answer(organisation)

    def _join(self, body: bytes, address: str, now: int) -> bytes:
        self._knocks.take(address, now)
        name = blob(request_parts(body, 1)[0], 16)
        with self._store.read() as sql:
            organisation, once, package = doors.invitation(sql, name, now)
            tips = doors.tips_for(sql, self._turn(sql, organisation, now), organisation, once)
        return pack_answer(package, [list(tip) for tip in tips])

    def _enrol(self, body: bytes, address: str, now: int) -> bytes:
        self._knocks.take(address, now)
        name, raws = request_parts(body, 2)
        name = blob(name, 16)
        entries = [Entry.read(blob_upto(raw, ENTRY_MAX, 1)) for raw in parts(raws, 1, ENROL_MAX)]
        try:
            with self._store.write() as sql:
                found = self._held(sql, lambda: doors.enrolling(sql, name, entries, now))
                if found is None:
                    return pack_answer()
                organisation, once, _ = found
                turn = self._turn(sql, organisation, now)
                device = doors.enrol(sql, turn, organisation, once, entries)
                turn.write(self._tag())
                doors.heard(sql, device, now)
                doors.spend(sql, organisation, name, once)
        except Refused:
            with self._store.write() as sql:
                doors.count_try(sql, name)
            raise
        return pack_answer()

    def _hello(self, body: bytes, address: str, now: int) -> bytes:
        self._knocks.take(address, now)
        device = blob(request_parts(body, 1)[0], 32)
        return pack_answer(doors.hello(self._store.secret, device, now, self._store.chance(4)))

    def _login(self, body: bytes, address: str, now: int) -> bytes:
        self._knocks.take(address, now)
        device, nonce, signature = request_parts(body, 3)
        device, nonce, signature = blob(device, 32), blob(nonce, 16), blob(signature, 64)
        token = self._store.chance(16)
        with self._store.write() as sql:
            self._held(sql, lambda: doors.home_of(sql, device))
            doors.login(sql, self._store.secret, self._verify, device, nonce, signature, now, token)
        return pack_answer(token)

    def _who(self, sql: Sql, token: bytes, address: str, now: int) -> tuple[bytes, bytes]:
        known = doors.who(sql, token, now)
        if known is None:
            self._knocks.take(address, now)
            raise LoginNeeded
        return known

    def _invite(self, body: bytes, address: str, now: int) -> bytes:
        token, name, once, package, lives_s = request_parts(body, 5)
        token, name, once = blob(token, 16), blob(name, 16), blob(once, 32)
        package, lives_s = blob_upto(package, PACKAGE_MAX, 1), number(lives_s)
        with self._store.write() as sql:
            organisation, device = self._held(sql, lambda: self._who(sql, token, address, now))
            self._invites.take(device, now)
            if self._turn(sql, organisation, now).is_out(device):
                raise Refused(Reason.STEWARD)
            doors.leave_invitation(sql, organisation, device, name, once, package, lives_s, now)
        return pack_answer()

    def _heads(self, body: bytes, address: str, now: int) -> bytes:
        token, asked = request_parts(body, 2)
        pairs = [parts(one, 2) for one in parts(asked, 1, HEADS_MAX)]
        wanted = [(blob(circle, 16), blob(author, 16)) for circle, author in pairs]
        with self._store.read() as sql:
            organisation, device = self._member(sql, token, address, now)
            return pack_answer(leaving.heads(sql, self._turn(sql, organisation, now), organisation, device, wanted))

    def _late(self, body: bytes, address: str, now: int) -> bytes:
        token, asked = request_parts(body, 2)
        circles = [blob(circle, 16) for circle in parts(asked, 1, HEADS_MAX)]
        with self._store.read() as sql:
            organisation, device = self._member(sql, token, address, now)
            return pack_answer(leaving.late_lane(sql, organisation, device, circles))

    def _devices(self, body: bytes, address: str, now: int) -> bytes:
        with self._store.read() as sql:
            organisation, device = self._member(sql, request_parts(body, 1)[0], address, now)
            return pack_answer(leaving.devices(sql, self._turn(sql, organisation, now), organisation, device))

    def _erased(self, body: bytes, address: str, now: int) -> bytes:
        token, told = request_parts(body, 2)
        circles = [blob(circle, 16) for circle in parts(told, 1, HEADS_MAX)]
        with self._store.write() as sql:
            organisation, device = self._held(sql, lambda: self._who(sql, blob(token, 16), address, now))
            self._syncs.take(device, now)
            leaving.erased(sql, organisation, device, circles, now)
        return pack_answer()

    def _have(self, body: bytes, address: str, now: int) -> bytes:
        token, asked = request_parts(body, 2)
        circles = [blob(circle, 16) for circle in parts(asked, 0, COMPARED_MAX)]
        with self._store.read() as sql:
            organisation, device = self._who(sql, blob(token, 16), address, now)
            self._syncs.take(device, now)
            here = have(sql, self._turn(sql, organisation, now), organisation, device, circles)
            return pack_answer(Pull(sql, organisation, device).newest(), here)

    def _again(self, body: bytes, address: str, now: int) -> bytes:
        """What a member has and this hub, which was restored, has not. Entries are taken from whoever brings them."""
        asked = AgainRequest.unpack(body)
        with self._store.write() as sql:
            if asked.token:
                organisation, device = self._held(sql, lambda: self._who(sql, asked.token, address, now))
                self._syncs.take(device, now)
            else:
                self._knocks.take(address, now)
                organisation, device = self._held(sql, lambda: (doors.home(sql, asked.entries), b""))
            turn = Again(sql, self._circles, self._roots, self._verify, organisation, now)
            answers = turn.bring(device, asked)
            turn.end(device, asked, self._tag)
        turn.written()
        return pack_answer(*([error_parts(no) for no in some] for some in answers))

    def _member(self, sql: Sql, token: object, address: str, now: int) -> tuple[bytes, bytes]:
        """(organisation, device) of somebody who is still in. Raises `LoginNeeded`, or `NotFound` for who is out."""
        organisation, device = self._who(sql, blob(token, 16), address, now)
        self._syncs.take(device, now)
        if self._turn(sql, organisation, now).is_out(device):
            raise NotFound
        return organisation, device

    def _sync(self, body: bytes, address: str, now: int) -> bytes:
        asked = SyncRequest.unpack(body)
        if not asked.entries and not asked.pushes:
            with self._store.read() as sql:
                return self._synced(sql, asked, self._who(sql, asked.token, address, now), now)[0]
        with self._store.write() as sql:
            who = self._held(sql, lambda: self._who(sql, asked.token, address, now))
            packed, turn = self._synced(sql, asked, who, now)
        turn.written()
        return packed

    def _synced(self, sql: Sql, asked: SyncRequest, who: tuple[bytes, bytes], now: int) -> tuple[bytes, Turn]:
        organisation, device = who
        self._syncs.take(device, now)
        if abs(asked.now - now) > CLOCK_SLACK_MS:
            raise ClockBent(now)
        if restored.must_offer_again(sql, organisation, device):
            raise Untold
        pull = Pull(sql, organisation, device)
        pull.seq(asked.cursor)
        pull.seq(asked.newest)
        turn = self._turn(sql, organisation, now)
        entry_answers = tuple(verdict(turn.carry, device, raw) for raw in asked.entries)
        push_answers = tuple(verdict(turn.add_push, device, push) for push in asked.pushes)
        turn.write(self._tag())
        pulled = pull.pull(asked.cursor, asked.loads, Had(asked, push_answers))
        answer = SyncAnswer(
            cursor=b"" if pulled.cursor == asked.cursor else pulled.cursor,
            newest=b"" if pulled.newest == pulled.cursor else pulled.newest,
            more=pulled.more,
            pieces=pulled.pieces,
            entry_answers=entry_answers,
            push_answers=push_answers,
            loads=pulled.loads,
        )
        return answer.pack(), turn
