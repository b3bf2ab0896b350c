"""Phones and a hub for the tests of sync: real keys, real seals, the real hub; only clock and network are ours."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sync.circles import Circles
from sync.codes import pack_request
from sync.conversation import Outcome, Session, converse
from sync.entry import Entry, Kind, make_entry, space_of
from sync.errors import Locked, Malformed
from sync.hub.answer import Answers
from sync.hub.limits import Rate, Rates
from sync.hub.store import HubStore
from sync.hub.verify import verify
from sync.join import Joined, Spoken, join, saw_of
from sync.journal import Journal
from sync.stamp import day_of, stamp_of
from sync.typist import Typist
from sync.unsent import fold
from sync.version import GONE, Said, unpack_said

NOON = 1_790_000_000_000
PLENTY = Rates(*[Rate(1e12, 1e12)] * 4)
PROSE = "note"


OPENED: list[sqlite3.Connection | HubStore] = []  # closed when the test is over (conftest.py)


def database(path: Path | str = ":memory:") -> sqlite3.Connection:
    """A connection that is closed when the test is over."""
    made = sqlite3.connect(path)
    OPENED.append(made)
    return made


@dataclass
class Clock:
    """The true time, and the hub's."""

    ms: int = NOON

    def __call__(self) -> int:
        return self.ms


class Lost(Exception):
    """The network, or the phone, died here."""


class TheHub:
    """The real one, without HTTP."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.path = folder / "hub.db"
        self.clock = clock
        self.asked: list[tuple[str, bytes]] = []
        self._open()

    def _open(self) -> None:
        self.store = HubStore(self.path)
        OPENED.append(self.store)
        self.answers = Answers(self.store, self.clock, verify, PLENTY, erases=True)

    def post(self, path: str, body: bytes) -> bytes:
        self.asked.append((path, body))
        return self.answers.answer(path, body, "here")[1]

    def again(self) -> None:
        """Stopped and started."""
        self.store.close()
        self._open()

    def bytes(self) -> bytes:
        """What an operator could read."""
        return b"".join(p.read_bytes() for p in self.path.parent.glob(self.path.name + "*") if p.is_file())


class Keys:
    """Seals with a key per space that the test gives; signs with one device key."""

    def __init__(self, chance: random.Random) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(chance.randbytes(32))
        self.device = self._private.public_key().public_bytes_raw()
        self.box = chance.randbytes(32)
        self.spaces: dict[bytes, bytes] = {}
        self._chance = chance

    def sign(self, message: bytes) -> bytes:
        return self._private.sign(message)

    def epoch(self, space: bytes) -> int:
        if space not in self.spaces:
            raise Locked
        return 0

    def seal(self, space: bytes, aad: bytes, plain: bytes) -> tuple[int, bytes, bytes]:
        epoch, nonce = self.epoch(space), self._chance.randbytes(12)
        return epoch, nonce, AESGCM(self.spaces[space]).encrypt(nonce, plain, aad)

    def open(self, space: bytes, epoch: int, aad: bytes, nonce: bytes, sealed: bytes) -> bytes:
        if epoch != self.epoch(space):
            raise Locked
        try:
            return AESGCM(self.spaces[space]).decrypt(nonce, sealed, aad)
        except InvalidTag as cause:
            raise Malformed("a bad seal") from cause


class Fragile(Journal):
    """A journal whose phone dies before the statement that `dies_in` counts down to."""

    dies_in = 0

    def _tick(self) -> None:
        if self.dies_in:
            self.dies_in -= 1
            if not self.dies_in:
                raise Lost

    def run(self, sql: str, given: Iterable[Any] = ()) -> sqlite3.Cursor:
        self._tick()
        return super().run(sql, given)

    def run_many(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        self._tick()
        super().run_many(sql, rows)


@dataclass
class Wrote:
    """One write, as a person remembers it."""

    space: bytes
    row: bytes
    fields: Mapping[str, Any]


class Phone:
    """One device: journal, keys, a clock that may be wrong; writes and reads as the store does."""

    def __init__(self, name: str, hub: TheHub, clock: Clock, chance: random.Random) -> None:
        self.name, self.hub, self.clock, self.chance = name, hub, clock, chance
        self.bend = 0  # what this phone's clock is off, ms
        self.keys = Keys(chance)
        self.person = chance.randbytes(16)
        self.session = Session()
        self.connection = database()
        self.journal = Fragile(self.connection)
        self.wrote: list[Wrote] = []
        self.heard = bytearray()  # what came over the wire

    def now(self) -> int:
        return max(0, self.clock() + self.bend)

    def restart(self) -> None:
        """The app is closed and opened again on the same disk."""
        self.journal = Fragile(self.connection)
        self.session = Session()

    # -- as the store does

    def write(
        self, space: bytes, row: bytes, table: str = "Contact", /, *, stale: Joined | None = None, **said: Any
    ) -> None:
        """Kept for good when it returns. `stale`: the screen was opened on that reading."""
        joined = stale or self.read(space).get(row)
        words = {name: (value, self._saw(space, row, joined, name)) for name, value in said.items()}
        with self.journal.transaction():
            Typist(self.journal, self.keys).keep(
                space, row, self.author(space), table, words, raw=self.now(), floor=self.floor()
            )
        self.journal.dies_in = 0
        self.wrote.append(Wrote(space, row, said))

    def type(self, space: bytes, row: bytes, said: Mapping[str, Any], table: str = "Contact") -> None:
        """The same for many new rows: nobody spoke of them before."""
        words = {name: (value, None) for name, value in said.items()}
        with self.journal.transaction():
            Typist(self.journal, self.keys).keep(space, row, self._me(space), table, words, raw=self.now(), floor=0)
        self.wrote.append(Wrote(space, row, said))

    @cache  # noqa: B019
    def _me(self, space: bytes) -> bytes:
        return self.author(space)

    def author(self, space: bytes) -> bytes:
        member = Circles(self.journal).author(space, self.keys.device)
        assert member is not None
        return member.author

    def _saw(self, space: bytes, row: bytes, joined: Joined | None, name: str) -> dict[bytes, int] | None:
        if name == GONE:
            saw: dict[bytes, int] = {}
            for author, said in self.told(space, row, own=False).items():
                saw[author] = max(word.stamp for word in said.fields.values())
            return saw
        if name != PROSE:
            return None
        me = self.author(space)
        stands = [joined.fields[name]] if joined and name in joined.fields else []
        mine = [Spoken(me, self.told(space, row)[me].fields[name])] if name in _of(self.told(space, row), me) else []
        kept = self.told(space, row, own=False)
        acknowledged = [Spoken(me, kept[me].fields[name])] if name in _of(kept, me) else []
        saw = saw_of([*stands, *mine], unsettled={me})
        for author, stamp in saw_of(acknowledged).items():
            saw[author] = max(stamp, saw.get(author, 0))
        return saw

    def floor(self) -> int:
        days = self.journal.days()
        return max(
            (
                word.stamp
                for version in self.journal.versions()
                if version.space in self.keys.spaces
                for word in timely(
                    unpack_said(
                        self.keys.open(version.space, version.epoch, version.aad, version.nonce, version.sealed)
                    ),
                    days[version.space, version.author],
                ).fields.values()
            ),
            default=0,
        )

    def told(self, space: bytes, row: bytes, *, own: bool = True) -> dict[bytes, Said]:
        """{author: what she said}, what is not acknowledged yet with provisional stamps."""
        days = self.journal.days()
        told = {}
        for version in self.journal.versions_of(space, row):
            opened = self.keys.open(space, version.epoch, version.aad, version.nonce, version.sealed)
            told[version.author] = timely(unpack_said(opened), days[space, version.author])
        if not own:
            return told
        for version in self.journal.offered((space, row)):
            opened = self.keys.open(space, version.epoch, version.aad, version.nonce, version.sealed)
            told[version.author] = unpack_said(opened)
        offset, previous = self.journal.offset, self.journal.previous(space)
        for one in self.journal.unsent(row=(space, row)):
            if not one.offered:
                body = self.keys.open(space, one.epoch, one.aad, one.nonce, one.sealed)
                previous = one.settled(offset=offset, hub_now=self.now() + offset, previous=previous)
                told[one.author] = fold(told.get(one.author), one.said(body, previous))
        return told

    def read(self, space: bytes, may: Callable[[bytes, str, str], bool | None] | None = None) -> dict[bytes, Joined]:
        """Every row of a space as it stands on this phone."""
        circles = Circles(self.journal)
        known = may or (lambda author, table, name: True if circles.member(space, author) else None)
        rows = {v.row for v in self.journal.versions() if v.space == space}
        rows |= {one.row for one in self.journal.unsent() if one.space == space}
        return {row: join(sorted(self.told(space, row).items()), known) for row in sorted(rows)}

    def shown(self, space: bytes) -> dict[bytes, Any]:
        """The reading as plain values, to compare phones."""
        return {
            row: (
                joined.table,
                {name: (one.author, one.word.value, one.word.stamp) for name, one in sorted(joined.fields.items())},
                {name: [(one.author, one.word.value) for one in texts] for name, texts in joined.rivals.items()},
                joined.gone,
                joined.back,
            )
            for row, joined in self.read(space).items()
        }

    # -- as the network does

    def sync(self, nemesis: Callable[[str, bytes], bytes] | None = None) -> Outcome:
        """One conversation to its end. `nemesis` stands in for the way to the hub and may raise `Lost`."""
        way = nemesis or self.hub.post
        outcome = Outcome()
        conversation = converse(self.journal, self.keys, self.keys, verify, self.now, self.session, outcome)
        try:
            asked = next(conversation)
            while True:
                if asked.meanwhile:
                    asked.meanwhile()
                answer = way(asked.path, asked.body)
                self.heard += answer
                asked = conversation.send(answer)
        except StopIteration:
            return outcome
        finally:
            conversation.close()


def timely(said: Said, day: int) -> Said:
    """Without the words whose stamp is later than `day`, the day of the author's head."""
    if all(day_of(word.stamp) <= day for word in said.fields.values()):
        return said
    return Said(said.table, {name: word for name, word in said.fields.items() if day_of(word.stamp) <= day})


def _of(told: Mapping[bytes, Said], author: bytes) -> Mapping[str, Any]:
    return told[author].fields if author in told else {}


@dataclass
class World:
    """An organisation: the founder has founded the root; everyone is in the root circle."""

    folder: Path
    seed: int = 1
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.hub = TheHub(self.folder, self.clock)
        self.phones: dict[str, Phone] = {}
        self.secrets: dict[bytes, bytes] = {}
        self.founder = self._phone("founder")
        code = self.hub.store.new_organisation(now=self.clock())
        self.root = self.chance.randbytes(16)
        keys = self.founder.keys
        entry = make_entry(
            self.root, 0, b"", Kind.FOUND, keys.device, [1, 0, self.founder.person, keys.box], b"", keys.sign
        )
        self.root_hash = entry.hash
        self.hub.post("/found", pack_request(code, entry.raw))
        self.founder.journal.pin(self.root, entry.hash)
        self.founder.journal.keep_entry(entry)
        self._give(self.founder, self.root, 1, 0)

    def _phone(self, name: str) -> Phone:
        phone = self.phones[name] = Phone(name, self.hub, self.clock, random.Random(self.chance.random()))
        return phone

    def _give(self, phone: Phone, circle: bytes, rungs: int, top: int) -> None:
        for rung in range(top, rungs):
            space = space_of(circle, rung)
            phone.keys.spaces[space] = self.secrets.setdefault(space, self.chance.randbytes(32))

    def joins(self, name: str, *, steward: bool = False) -> Phone:
        """A new phone, granted the root circle by the founder."""
        phone = self._phone(name)
        phone.journal.pin(self.root, self.root_hash)
        self.grant(self.root, phone, steward=steward)
        return phone

    def circle(self, founder: Phone, rungs: int = 1) -> bytes:
        """A new circle; its entry waits in the founder's journal."""
        circle = self.chance.randbytes(16)
        keys = founder.keys
        claims = [rungs, 0, founder.person, keys.box]
        founder.journal.offer_entry(make_entry(circle, 0, b"", Kind.FOUND, keys.device, claims, b"", keys.sign))
        self._give(founder, circle, rungs, 0)
        return circle

    def grant(
        self, circle: bytes, phone: Phone, *, rung: int = 0, steward: bool = False, by: Phone | None = None
    ) -> Entry:
        """`by` (the founder) lets a phone in; the keys are handed over at once, the entry goes with the next sync."""
        by = by or self.founder
        told = Circles(by.journal).with_ours(circle)
        assert told is not None
        claims = [phone.person, rung, int(steward), 0, b"", [[phone.keys.device, phone.keys.box, b"wrapped"]]]
        entry = make_entry(circle, told.number + 1, told.tip, Kind.GRANT, by.keys.device, claims, b"", by.keys.sign)
        by.journal.offer_entry(entry)
        self._give(phone, circle, told.rungs, rung)
        return entry

    def settle(self) -> None:
        """Everyone syncs until nobody has anything new."""
        for _ in range(8):
            before = [(p.journal.meta("cursor"), len(p.journal.waiting())) for p in self.phones.values()]
            for phone in self.phones.values():
                phone.sync()
            if before == [(p.journal.meta("cursor"), len(p.journal.waiting())) for p in self.phones.values()]:
                return

    def day(self) -> int:
        return stamp_of(self.clock())
