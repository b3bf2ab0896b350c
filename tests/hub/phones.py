"""A hub on disk, a clock that stands still, and phones that speak the protocol with real keys and no app."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import psycopg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.codes import CONTENT_TYPE, answer_parts, pack_request
from sync.entry import Entry, Kind, author_of, make_entry, space_of
from sync.head import Head, root_of
from sync.hub.app import hub
from sync.hub.copies import restore, restore_in_place
from sync.hub.limits import Rate, Rates, Room
from sync.hub.serve import open_store
from sync.hub.store import DAY_MS, HubStore
from sync.version import Version
from sync.wire import Push, SyncAnswer, SyncRequest

NOON = 1_790_000_000_000
PLENTY = Rates(*[Rate(1e9, 1e9)] * 4)


@dataclass
class Clock:
    """Milliseconds; a test moves it."""

    ms: int = NOON

    def __call__(self) -> int:
        return self.ms


class Hub:
    """The real app over a real database, reached through ASGI."""

    def __init__(
        self,
        database: Path | str,
        rates: Rates = PLENTY,
        pwa: Path | None = None,
        chance: Callable[[int], bytes] = os.urandom,
        room: Room | None = None,
        *,
        erases: bool = True,
    ) -> None:
        self.database = database
        self.erases = erases
        self.room = room
        self.chance = chance
        self.clock = Clock()
        self.rates = rates
        self.pwa = pwa
        self.open()

    def open(self) -> None:
        self.store = open_store(self.database, self.chance)
        self.app = hub(self.store, pwa=self.pwa, now=self.clock, rates=self.rates, room=self.room, erases=self.erases)

    def close(self) -> None:
        self.store.close()

    def again(self) -> None:
        """Stopped and started."""
        self.close()
        self.open()

    @property
    def path(self) -> Path:
        """The file of a hub that has one."""
        assert isinstance(self.database, Path)
        return self.database

    @property
    def file(self) -> HubStore:
        """The store of a hub on a file."""
        assert isinstance(self.store, HubStore)
        return self.store

    def copy(self) -> dict[str, bytes]:
        """All that lies in the database: {table, or "" for a file: its bytes}."""
        self.close()
        try:
            if isinstance(self.database, Path):
                return {"": self.database.read_bytes()}
            with psycopg.connect(self.database) as db:
                tables = db.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()").fetchall()
                return {name: rows_of(db, name) for (name,) in tables}
        finally:
            self.open()

    def restore(self, copy: dict[str, bytes]) -> None:
        """The database is as it was."""
        self.close()
        if isinstance(self.database, Path):
            self.database.write_bytes(copy[""])
        else:
            with psycopg.connect(self.database) as db:
                for name, rows in copy.items():
                    db.execute(f"TRUNCATE {name}".encode())
                    with db.cursor().copy(f"COPY {name} FROM STDIN (FORMAT binary)".encode()) as into:
                        into.write(rows)
        self.open()

    def put_back(self, copy: dict[str, bytes]) -> None:
        """As `restore` of the command line does it, which says so to everybody."""
        if isinstance(self.database, Path):
            source = self.path.with_name("source.db")
            source.write_bytes(copy[""])
            self.close()
            restore(self.path, source, self.chance)
            self.open()
        else:
            self.restore(copy)
            restore_in_place(self.store)
            self.again()

    def http(self, method: str, path: str, **rest: Any) -> httpx.Response:
        async def once() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
                return await client.request(method, path, **rest)

        return asyncio.run(once())

    def post(self, path: str, body: bytes) -> httpx.Response:
        return self.http("POST", path, content=body, headers={"content-type": CONTENT_TYPE})

    def ask(self, path: str, *given: Any) -> list[Any]:
        """What follows the code 0; any other code raises its error."""
        return answer_parts(self.post(path, pack_request(*given)).content, 0, 16)


def rows_of(db: psycopg.Connection[Any], table: str) -> bytes:
    """All of a table."""
    with db.cursor().copy(f"COPY {table} TO STDOUT (FORMAT binary)".encode()) as out:
        return b"".join(bytes(block) for block in out)


class Key:
    """An Ed25519 key."""

    def __init__(self, seed: bytes | None = None) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(seed or os.urandom(32))
        self.public = self._private.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        return self._private.sign(message)


@dataclass
class Said:
    """What a phone has said in one space under one author."""

    n: int = 0
    rows: dict[bytes, Version] = field(default_factory=dict)


class Phone:
    """A device; it forgets nothing and believes everything."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.key = Key()
        self.person = os.urandom(16)
        self.token = b""
        self.cursor = b""
        self.logs: dict[bytes, list[Entry]] = {}
        self.grants: dict[bytes, bytes] = {}
        self.said: dict[tuple[bytes, bytes], Said] = {}
        self.got: list[Any] = []

    # -- doors

    def login(self) -> None:
        (nonce,) = self.hub.ask("/hello", self.key.public)
        (self.token,) = self.hub.ask("/login", self.key.public, nonce, self.key.sign(b"bb/login/1" + nonce))

    def found_entry(self, rungs: int = 1, circle: bytes | None = None) -> Entry:
        claims = [rungs, 0, self.person, os.urandom(32)]
        circle = circle or os.urandom(16)
        return make_entry(circle, 0, b"", Kind.FOUND, self.key.public, claims, b"sealed", self.key.sign)

    def keep(self, entry: Entry) -> Entry:
        log = self.logs.setdefault(entry.circle, [])
        if entry.number == len(log):
            log.append(entry)
        return entry

    def found_organisation(self) -> bytes:
        entry = self.found_entry()
        (organisation,) = self.hub.ask("/found", self.hub.store.new_organisation(self.hub.clock()), entry.raw)
        self.keep(entry)
        self.grants[entry.circle] = entry.hash
        self.login()
        self.sync()
        return bytes(organisation)

    def found_circle(self, rungs: int = 1, circle: bytes | None = None) -> bytes:
        entry = self.found_entry(rungs, circle)
        assert self.sync(entries=(entry.raw,)).entry_answers == (None,)
        self.keep(entry)
        self.grants[entry.circle] = entry.hash
        return entry.circle

    def grant_entry(
        self, circle: bytes, person: bytes, rung: int = 0, *, once: bytes = b"", device: bytes = b"", steward: int = 0
    ) -> Entry:
        tip = self.logs[circle][-1]
        devices = [[device, os.urandom(32), b"wrapped"]] if device else []
        claims = [person, rung, steward, 0, once, devices]
        return make_entry(circle, tip.number + 1, tip.hash, Kind.GRANT, self.key.public, claims, b"s", self.key.sign)

    def grant(self, circle: bytes, phone: Phone, rung: int = 0, *, once: Key | None = None, steward: int = 0) -> None:
        """To a phone that is here already, or to whoever has the one-time key."""
        entry = self.grant_entry(
            circle,
            phone.person,
            rung,
            once=once.public if once else b"",
            device=b"" if once else phone.key.public,
            steward=steward,
        )
        assert self.sync(entries=(entry.raw,)).entry_answers == (None,)
        self.keep(entry)
        phone.grants[circle] = entry.hash

    def invite(self, phone: Phone, *grants: tuple[bytes, int, int], lives_s: int = 900) -> tuple[bytes, Key]:
        """Grants (circle, rung, steward) to a one-time key and leaves a package; (id, key)."""
        once, name = Key(), os.urandom(16)
        for circle, rung, steward in grants:
            self.grant(circle, phone, rung, once=once, steward=steward)
        self.hub.ask("/invite", self.token, name, once.public, b"package", lives_s)
        return name, once

    def device_entries(self, once: Key, tips: Sequence[Any]) -> list[Entry]:
        return [
            make_entry(
                circle,
                number + 1,
                tip,
                Kind.DEVICE,
                once.public,
                [self.grants[circle], self.key.public, os.urandom(32)],
                b"s",
                once.sign,
            )
            for circle, number, tip in tips
        ]

    def join(self, name: bytes, once: Key) -> None:
        _, tips = self.hub.ask("/join", name)
        self.hub.ask("/enrol", name, [entry.raw for entry in self.device_entries(once, tips)])
        self.login()

    # -- sync

    def ask_sync(self, **given: Any) -> httpx.Response:
        named = {"token": self.token, "now": self.hub.clock(), "cursor": self.cursor, **given}
        return self.hub.post("/sync", SyncRequest(**named).pack())

    def sync(self, **given: Any) -> SyncAnswer:
        """One turn; pieces are kept in `got`."""
        answer = SyncAnswer.unpack(self.ask_sync(**given).content)
        self.cursor = answer.cursor or self.cursor
        self.got += answer.pieces
        for piece in answer.pieces:
            if isinstance(piece, bytes):
                self.keep(Entry.read(piece))
        return answer

    def sync_all(self, **given: Any) -> None:
        while self.sync(**given).more:
            given = {}

    def author(self, circle: bytes) -> bytes:
        return author_of(self.grants[circle], self.key.public)

    def versions(self, circle: bytes, rung: int, *rows: tuple[bytes, bytes], epoch: int = 0) -> list[Version]:
        """The next versions of (row, body) each, not remembered."""
        space, author = space_of(circle, rung), self.author(circle)
        n = self.said.get((space, author), Said()).n
        return [
            Version(space, row, author, n + place, epoch, 1, os.urandom(12), body.ljust(16, b"."))
            for place, (row, body) in enumerate(rows, 1)
        ]

    def push_of(self, circle: bytes, rung: int, *rows: tuple[bytes, bytes], **wrong: Any) -> Push:
        """A push; `wrong` = epoch, day, before, root, log_hash, n or signature to be other than they should."""
        versions = self.versions(circle, rung, *rows, epoch=wrong.get("epoch", 0))
        space, author = space_of(circle, rung), self.author(circle)
        said = self.said.get((space, author), Said())
        after = {**said.rows, **{version.row: version for version in versions}}
        head = Head(
            space,
            author,
            wrong.get("log_hash", self.logs[circle][-1].hash),
            wrong.get("n", said.n + len(versions)),
            wrong.get("day", self.hub.clock() // DAY_MS),
            wrong.get("root", root_of((row, version.leaf) for row, version in after.items())),
            b"seen" * 10,
        )
        signed = Head(
            **{
                **{name: getattr(head, name) for name in ("space", "author", "log_hash", "n", "day", "root", "seen")},
                "signature": wrong.get("signature") or self.key.sign(head.signed),
            }
        )
        return Push(space, author, wrong.get("before", said.n), tuple(versions), signed)

    def remember(self, push: Push) -> None:
        said = self.said.setdefault((push.space, push.author), Said())
        said.n = push.head.n
        said.rows.update({version.row: version for version in push.versions})

    def push(self, circle: bytes, rung: int, *rows: tuple[bytes, bytes]) -> SyncAnswer:
        """Says it and the hub takes it."""
        push = self.push_of(circle, rung, *rows)
        answer = self.sync(pushes=(push,))
        assert answer.push_answers == (None,), answer.push_answers
        self.remember(push)
        return answer

    def bodies(self) -> set[bytes]:
        """The sealed bodies of all versions this phone was sent."""
        return {piece.sealed.rstrip(b".") for piece in self.got if isinstance(piece, Version)}


def row(name: object) -> bytes:
    """A row id for a name."""
    return repr(name).encode().rjust(16, b"_")[-16:]
