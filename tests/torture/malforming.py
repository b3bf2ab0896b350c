"""Versions, heads, entries and requests, bent by chance: parsers, phones and the hub refuse them in small words."""

from __future__ import annotations

import random
from contextlib import closing
from hashlib import sha256
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import msgpack

from sync.codes import CONTENT_TYPE, pack_request
from sync.entry import Entry, space_of
from sync.errors import Malformed, SyncError
from sync.head import Head
from sync.hub.answer import PATHS
from sync.hub.verify import verify
from sync.join import join
from sync.known import KNOWN
from sync.log import told_by
from sync.packing import squeeze
from sync.version import _COUNTS, PLAIN_SUITE, Version, pack_said, unpack_said
from sync.wire import SyncAnswer, SyncRequest
from tests.hub.phones import Hub, row
from tests.hub.phones import Phone as Caller
from tests.hub.server import Server
from tests.sync.phones import OPENED, Phone, World
from tests.torture.tally import Tally

SHORT, LONG = 20_000, 400_000  # a half each: what phones read, what the hub is asked
GROWTH_MAX_KIB = 64 * 1024
ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    1,
    2**63,
    2**64 - 1,
    1.5,
    float("nan"),
    "",
    "name",
    "\0" * 70,
    b"",
    bytes(16),
    bytes(32),
    [],
    {},
)
ASKED_MAX = 6  # in one conversation with a hub that says the same again and again


def bytes_bent(chance: random.Random, body: bytes) -> bytes:
    """Some bytes are others, are gone, or come twice."""
    bent = bytearray(body)
    for _ in range(chance.choice([1, 1, 1, 2, 8])):
        at = chance.randrange(len(bent) or 1)
        end = at + chance.choice([1, 1, 2, 16])
        what = chance.randrange(4)
        bent[at:end] = (
            chance.randbytes(end - at)
            if what == 0
            else b""
            if what == 1
            else bent[at:end] * 2
            if what == 2
            else b"\xc1"
        )
    return bytes(bent)


def parts_bent(chance: random.Random, value: Any) -> Any:
    """Somewhere in it something else stands, is missing, or stands twice."""
    if isinstance(value, list) and value and chance.random() < 0.8:
        at, what = chance.randrange(len(value)), chance.randrange(6)
        changed = [parts_bent(chance, value[at])] if what > 2 else [value[at]] * what
        return [*value[:at], *changed, *value[at + 1 :]]
    if isinstance(value, dict) and value and chance.random() < 0.8:
        key = chance.choice(list(value))
        return {**value, parts_bent(chance, key) if chance.random() < 0.2 else key: parts_bent(chance, value[key])}
    return [value] * 3 if chance.random() < 0.1 else chance.choice(ODD)


def bent(chance: random.Random, body: bytes) -> bytes:
    """Either of both, on packed bytes."""
    if chance.random() < 0.4:
        return bytes_bent(chance, body)
    unpacked = msgpack.unpackb(body, raw=False, strict_map_key=False)
    try:
        return bytes(msgpack.packb(parts_bent(chance, unpacked), use_bin_type=True))
    except (TypeError, OverflowError):
        return bytes_bent(chance, body)


def resident_kib(process: int | str = "self") -> int:
    """What that process holds of the memory now."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])


# -- what phones read


class Readings:
    """Karen's true pieces, and Omar, who is handed bent ones."""

    def __init__(self, folder: Path) -> None:
        self.world = World(folder, 3)
        self.karen, self.omar = self.world.founder, self.world.joins("Omar")
        area = self.world.circle(self.karen)
        self.world.grant(area, self.omar)
        self.world.settle()
        self.space = space_of(area, 0)
        for number in range(3):
            self.karen.write(self.space, b"%016d" % number, name="Fatima", note="said")
        self.karen.sync()
        self.true = self._heard()
        self.omar.sync()
        self.karen.write(self.space, bytes(16), name="Mia", note="new")
        self.karen.sync()
        self.before = self.omar.shown(self.space)
        told = self.karen.told(self.space, b"%016d" % 0)
        self.author, said = next(iter(told.items()))
        self.body = pack_said(said)
        stamps, authors = _COUNTS.unpack_from(self.body)
        self.tables = _COUNTS.size + 8 * stamps + 16 * authors
        self.packed = bytes(msgpack.packb(["Contact", {name: [word.value, 0] for name, word in said.fields.items()}]))

    def _heard(self) -> SyncAnswer:
        answers: list[bytes] = []

        def way(path: str, body: bytes) -> bytes:
            answers.append(self.world.hub.post(path, body))
            return answers[-1]

        reader = Phone("Reader", self.world.hub, self.world.clock, random.Random(1))
        reader.keys, reader.session = self.omar.keys, self.omar.session
        reader.journal.pin(self.world.root, self.world.root_hash)
        reader.sync(way)
        return max((SyncAnswer.unpack(one) for one in answers if one[:2] == b"\x97\x01" or len(one) > 60), key=size)

    def version(self, chance: random.Random) -> None:
        """Bent, and read; and what was sealed by somebody who may."""
        one = chance.choice([piece for piece in self.true.pieces if isinstance(piece, Version)])
        Version.read(one.space, one.author, parts_bent(chance, one.parts()))

    def words(self, chance: random.Random) -> None:
        """A body that its author sealed, with nonsense in it."""
        packed = bent(chance, self.packed)
        match chance.randrange(3):
            case 0:
                said = unpack_said(squeeze(packed), PLAIN_SUITE)
            case 1:
                said = unpack_said(squeeze(packed, self.body[: self.tables], KNOWN))
            case _:
                said = unpack_said(bytes_bent(chance, self.body))
        join([(self.author, said), (bytes(16), said)], lambda *_: True)

    def head(self, chance: random.Random) -> None:
        one = chance.choice([piece for piece in self.true.pieces if isinstance(piece, Head)])
        head = Head.read(one.space, one.author, parts_bent(chance, one.parts()))
        verify(self.karen.keys.device, head.signed, head.signature)

    def entry(self, chance: random.Random) -> None:
        raw = chance.choice([piece for piece in self.true.pieces if isinstance(piece, bytes)])
        entry = Entry.read(bytes_bent(chance, raw) if chance.random() < 0.5 else bent(chance, raw[:-64]) + raw[-64:])
        told_by([entry], verify=verify, root=None, start=None)

    def answer(self, chance: random.Random) -> None:
        """A whole answer, to a phone that asks."""
        whole = bent(chance, self.true.pack())
        left = ASKED_MAX

        def way(path: str, body: bytes) -> bytes:
            nonlocal left
            left -= 1
            if not left:
                raise Malformed("it would go on like this")
            return whole if path == "/sync" else self.world.hub.post(path, body)

        self.omar.sync(way)


def size(answer: SyncAnswer) -> int:
    return len(answer.pieces)


def phones_read(count: int, chance: random.Random, tally: Tally) -> None:
    """Nothing but a `SyncError` comes of it, and Omar shows what he showed."""
    with TemporaryDirectory(dir="/dev/shm") as folder:
        readings = Readings(Path(folder))
        kinds = [readings.version, readings.words, readings.head, readings.entry, readings.answer]
        before = resident_kib()
        for number in range(count):
            kind = kinds[number % len(kinds)]
            try:
                kind(chance)
            except SyncError:
                tally.malformed += 1
            except Exception as fault:  # noqa: BLE001 - every kind of fault is a finding
                tally.crashes += 1
                tally.say(f"{kind.__name__} {number}: {type(fault).__name__} {fault}")
            readings.omar.restart()
        grown = resident_kib() - before
        tally.crashes += grown > GROWTH_MAX_KIB
        tally.say(f"{count:,} bent pieces read; memory grew by {max(0, grown):,} KiB")
        readings.omar.journal.load_anew(readings.world.root)
        for circle in readings.omar.journal.circles():
            readings.omar.journal.load_anew(circle)
        readings.omar.sync()
        now = readings.omar.shown(readings.space)
        tally.lost += sum(now.get(row_id) != shown for row_id, shown in readings.before.items())
    while OPENED:
        OPENED.pop().close()


# -- what the hub is asked


def good_requests(karen: Caller, area: bytes) -> list[tuple[str, bytes]]:
    """One for every path."""
    push = karen.push_of(area, 0, (row("a"), b"one"), (row("b"), b"two"))
    entry = karen.grant_entry(area, bytes(16))
    asked = SyncRequest(
        karen.token, karen.hub.clock(), karen.cursor, entries=(entry.raw,), pushes=(push,), loads=((area, b""),)
    )
    author = karen.author(area)
    good = {
        "/sync": asked.pack(),
        "/found": pack_request("0000-0000-0000-0000", karen.found_entry().raw),
        "/join": pack_request(bytes(16)),
        "/enrol": pack_request(bytes(16), [entry.raw]),
        "/hello": pack_request(karen.key.public),
        "/login": pack_request(karen.key.public, bytes(16), bytes(64)),
        "/invite": pack_request(karen.token, bytes(16), bytes(32), b"package", 900),
        "/heads": pack_request(karen.token, [[area, author]]),
        "/late": pack_request(karen.token, [area]),
        "/devices": pack_request(karen.token),
        "/erased": pack_request(karen.token, [area]),
        "/have": pack_request(karen.token, [area]),
        "/lack": pack_request(karen.token, space_of(area, 0), [sha256(b"chunk").digest()]),
        "/put": pack_request(karen.token, space_of(area, 0), sha256(b"chunk").digest(), b"chunk"),
        "/get": pack_request(karen.token, space_of(area, 0), sha256(b"chunk").digest()),
        "/drop": pack_request(karen.token, space_of(area, 0), [sha256(b"chunk").digest()]),
        "/again": pack_request(karen.token, [entry.raw], [], [push.parts()], karen.cursor),
    }
    assert set(good) == set(PATHS)
    return list(good.items())


def posted(line: HTTPConnection, path: str, body: bytes) -> int:
    """The status of the answer; a connection that the hub had enough of is made anew."""
    for _ in range(2):
        try:
            line.request("POST", path, body, {"content-type": CONTENT_TYPE})
            answer = line.getresponse()
            answer.read()
        except (HTTPException, OSError):
            line.close()
        else:
            return answer.status
    return 500


def hub_is_asked(count: int, chance: random.Random, tally: Tally) -> None:
    """Over HTTP, of a process of its own; it answers below 500, keeps its size, and serves on."""
    with TemporaryDirectory(dir="/dev/shm") as folder:
        server = Server(Path(folder) / "hub.db", module="tests.torture.generous")
        try:
            karen = Caller(cast("Hub", server))
            karen.found_organisation()
            area = karen.found_circle()
            good = good_requests(karen, area)
            for path, body in good * 20:
                server.post(path, bent(chance, body))
            before = resident_kib(server.process.pid)
            with closing(HTTPConnection(server.url.removeprefix("http://"), timeout=30)) as line:
                for _ in range(count):
                    path, body = chance.choice(good)
                    status = posted(line, path, bent(chance, body))
                    tally.malformed += status == 400
                    tally.server_errors += status >= 500
            grown = resident_kib(server.process.pid) - before
            tally.crashes += grown > GROWTH_MAX_KIB
            tally.say(f"{count:,} bent requests; the hub's memory grew by {max(0, grown):,} KiB")
            karen.login()
            karen.sync_all()
            karen.push(karen.found_circle(), 0, (row("after"), b"after"))
            tally.acknowledged += 1
        finally:
            _, said = server.stop()
            failed = [line for line in said.splitlines() if " failed: " in line or "Traceback" in line]
            tally.server_errors += len(failed)
            for words in dict.fromkeys(failed):
                tally.say(words)


def torture(count: int) -> Tally:
    """A half on each side."""
    tally, chance = Tally(runs=count), random.Random(count)
    with tally.watching("what phones read"):
        phones_read(count // 2, chance, tally)
    with tally.watching("what the hub is asked"):
        hub_is_asked(count - count // 2, chance, tally)
    tally.faults += count
    return tally
