"""One phone without a hub: a real journal on disk, real AES-256-GCM, members by hand, others' words handed in."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.domain.roles import FILE_RUNGS, WORKER, space_kind
from app.records import Record
from app.storage.places import Place, Right
from app.storage.store import Store
from app.storage.voices import SealedRow
from sync.entry import space_of
from sync.errors import Locked, Malformed
from sync.journal import Journal
from sync.stamp import day_of, stamp_of
from sync.version import SUITE, Said, Version, Word, aad_of, pack_said

R = TypeVar("R", bound=Record)
NOON = 1_773_144_000_000  # 2026-03-10 12:00 UTC
ME = b"me" * 8


@dataclass
class Ticking:
    """A clock that a test moves."""

    ms: int = NOON

    def now(self) -> int:
        return self.ms


class Keys:
    """Real seals, made-up keys: one per (space, epoch)."""

    def __init__(self) -> None:
        self.keys: dict[tuple[bytes, int], AESGCM] = {}

    def give(self, space: bytes, epoch: int = 0) -> None:
        self.keys[space, epoch] = AESGCM(secrets.token_bytes(32))

    def epoch(self, space: bytes) -> int:
        held = [epoch for here, epoch in self.keys if here == space]
        if not held:
            raise Locked("no key")
        return max(held)

    def seal(self, space: bytes, aad: bytes, plain: bytes) -> tuple[int, bytes, bytes]:
        epoch, nonce = self.epoch(space), secrets.token_bytes(12)
        return epoch, nonce, self.keys[space, epoch].encrypt(nonce, plain, aad)

    def open(self, space: bytes, epoch: int, aad: bytes, nonce: bytes, sealed: bytes) -> bytes:
        if (space, epoch) not in self.keys:
            raise Locked("no key")
        try:
            return self.keys[space, epoch].decrypt(nonce, sealed, aad)
        except InvalidTag as cause:
            raise Malformed("a bad seal") from cause

    async def open_many(self, rows: Sequence[SealedRow]) -> list[bytes | None]:
        opened: list[bytes | None] = []
        for row in rows:
            try:
                opened.append(self.open(*row))
            except (Locked, Malformed):
                opened.append(None)
        return opened


@dataclass
class Circle:
    """Who is told to be in the circles; `rights` may change under the store's feet."""

    here: list[Place] = field(default_factory=list)
    rights: dict[tuple[bytes, bytes], Right] = field(default_factory=dict)
    me: bytes = ME

    def places(self) -> list[Place]:
        return self.here

    def resting(self) -> list[Place]:
        return []

    def mine(self, space: bytes) -> bytes | None:
        return self.me if (space, self.me) in self.rights else None

    def right(self, space: bytes, author: bytes) -> Right | None:
        return self.rights.get((space, author))

    def reload(self) -> None:
        return

    def read_differently(self, circles: Collection[bytes]) -> set[bytes]:
        return {bytes.fromhex(place.space) for place in self.here if bytes.fromhex(place.circle) in circles}


class Desk:
    """`desk.store` is opened by `await desk.open()`; `desk.hear(...)` lays an acknowledged version into the journal."""

    def __init__(self, folder: Path, role: str = WORKER, rung: int = 0) -> None:
        self.path = folder / "journal.db"
        self.clock = Ticking()
        self.keys = Keys()
        self.circle = Circle()
        self.area = self.found("area")
        file = secrets.token_bytes(16)
        self.notes, self.case, self.plan = (self.found("file", file, at) for at in range(len(FILE_RUNGS)))
        self.admit(ME, role, rung)
        self.n: dict[tuple[bytes, bytes], int] = {}
        self.connect()

    def connect(self) -> None:
        """A phone that was killed, or opened for the first time."""
        self.journal = Journal(sqlite3.connect(self.path))
        self.store = Store(self.journal, self.keys, self.circle, self.clock)

    async def open(self) -> Store:
        await self.store.open()
        return self.store

    def one(self, noun: type[R], row: str) -> R:
        """The row, which is there."""
        found = self.store.get(noun, row)
        assert found is not None
        return found

    def found(self, kind: str, circle: bytes | None = None, rung: int = 0) -> str:
        circle = circle or secrets.token_bytes(16)
        space = space_of(circle, rung)
        self.keys.give(space)
        self.circle.here.append(Place(space.hex(), circle.hex(), space_kind(kind, rung), rung))
        return space.hex()

    def circles(self) -> set[bytes]:
        """All of them, as if every log had grown."""
        return {bytes.fromhex(place.circle) for place in self.circle.here}

    def admit(self, author: bytes, role: str, rung: int = 0, name: str = "") -> None:
        for place in self.circle.here:
            if place.rung >= rung:
                self.circle.rights[bytes.fromhex(place.space), author] = Right(author.hex(), name, role, rung)

    def hear(
        self, space: str, row: str, author: bytes, table: str, fields: Mapping[str, Any], at: int = NOON, day: int = 0
    ) -> tuple[bytes, bytes]:
        """`fields` = value, or `(value, saw)`; `at` in ms. The head's day is that of the stamp unless given."""
        words = {
            name: Word(value[0], stamp_of(at), value[1]) if type(value) is tuple else Word(value, stamp_of(at))
            for name, value in fields.items()
        }
        return self.hear_said(space, row, author, Said(table, words), day or day_of(stamp_of(at)))

    def hear_said(self, space: str, row: str, author: bytes, said: Said, day: int) -> tuple[bytes, bytes]:
        return self.hear_bytes(space, row, author, pack_said(said), day)

    def hear_bytes(self, space: str, row: str, author: bytes, body: bytes, day: int) -> tuple[bytes, bytes]:
        where, what = bytes.fromhex(space), bytes.fromhex(row)
        n = self.n[where, author] = self.n.get((where, author), 0) + 1
        epoch, nonce, sealed = self.keys.seal(where, aad_of(SUITE, where, what, author, n, 0), body)
        self.lay(Version(where, what, author, n, epoch, SUITE, nonce, sealed), day)
        return where, what

    def lay(self, version: Version, day: int) -> None:
        """As a verified pull would."""
        v = version
        with self.journal.transaction():
            self.journal.run(
                "INSERT OR REPLACE INTO version VALUES (?,?,?,?,?,?,?,?,?)",
                (v.space, v.row, v.author, v.n, v.epoch, v.suite, v.nonce, v.sealed, v.leaf),
            )
            self.journal.run(
                "INSERT OR REPLACE INTO head(space, author, log_hash, n, day, root, seen, signature)"
                " VALUES (?,?,?,?,?,?,?,?)",
                (v.space, v.author, bytes(32), v.n, day, bytes(32), b"", bytes(64)),
            )
