"""A wire that cuts at every byte of a request and of an answer, repeats, comes late, and answers for the hub."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import time
from typing import Any, cast
from unittest.mock import patch

import httpx

from sync.client import talk
from sync.conversation import converse
from sync.entry import space_of
from sync.errors import SyncError
from sync.hub.verify import verify
from tests.hub.over_http import OverHttp
from tests.sync import phones
from tests.sync.bad_days import ROWS, check
from tests.sync.phones import OPENED, Clock, Phone, World
from tests.torture.tally import Tally

SHORT, LONG = 1, 12  # rounds of every byte and every trick
Fate = Callable[["Wire", socket.socket, bytes], None]
"""(the wire, the phone's connection, its whole request): what becomes of it."""


class Wall(Clock):
    """That of the machine, which the hub reads too."""

    def __call__(self) -> int:
        return int(time() * 1000)


class Wire:
    """Takes connections, reads one request of each, and does with it what `fate` says."""

    def __init__(self, hub_url: str) -> None:
        host, port = hub_url.removeprefix("http://").split(":")
        self.hub = host, int(port)
        self.fate: Fate = whole
        self.late: list[bytes] = []
        self.longest = 0  # request or answer, bytes
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._listening.close()

    def _serve(self) -> None:
        while True:
            try:
                phone, _ = self._listening.accept()
            except OSError:
                return
            with phone, contextlib.suppress(OSError):
                self.fate(self, phone, read_message(phone))

    def answer_to(self, request: bytes) -> bytes:
        """What the hub says to these bytes; empty when it says nothing."""
        with socket.create_connection(self.hub, timeout=20) as hub:
            hub.sendall(request)
            with contextlib.suppress(OSError):
                return read_message(hub)
        return b""


def read_message(line: socket.socket) -> bytes:
    """A head and as many bytes as it announces; what there is when the other side closes."""
    got = bytearray()
    while True:
        head, end, body = bytes(got).partition(b"\r\n\r\n")
        if end:
            lengths = [row.split(b":")[1] for row in head.lower().split(b"\r\n") if row.startswith(b"content-length:")]
            if len(body) >= int(lengths[0] if lengths else 0):
                return bytes(got)
        some = line.recv(65_536)
        if not some:
            return bytes(got)
        got += some


# -- fates


def whole(wire: Wire, phone: socket.socket, request: bytes) -> None:
    """As on a good day."""
    answer = wire.answer_to(request)
    wire.longest = max(len(request), len(answer))
    phone.sendall(answer)


def request_cut(at: int) -> Fate:
    """The hub hears so many bytes, the phone nothing."""

    def cut(wire: Wire, _: socket.socket, request: bytes) -> None:
        with socket.create_connection(wire.hub, timeout=20) as hub:
            hub.sendall(request[:at])

    return cut


def answer_cut(at: int) -> Fate:
    """The hub hears all, the phone so many bytes."""
    return lambda wire, phone, request: phone.sendall(wire.answer_to(request)[:at])


def twice(wire: Wire, phone: socket.socket, request: bytes) -> None:
    """The hub hears it two times."""
    wire.answer_to(request)
    phone.sendall(wire.answer_to(request))


def delayed(wire: Wire, _: socket.socket, request: bytes) -> None:
    """It arrives after the one that comes next."""
    wire.late.append(request)


def overtaken(wire: Wire, phone: socket.socket, request: bytes) -> None:
    """The hub hears what was delayed only now, after this one."""
    answer = wire.answer_to(request)
    while wire.late:
        wire.answer_to(wire.late.pop())
    phone.sendall(answer)


def instead(head: bytes, body: bytes) -> Fate:
    """Somebody else answers."""
    said = b"HTTP/1.1 " + head + b"\r\ncontent-type: application/msgpack\r\n\r\n" + body
    return lambda _, phone, __: phone.sendall(said)


BOMB = gzip.compress(bytes(64 * 1024 * 1024))
TRICKS: dict[str, Fate] = {
    "twice": twice,
    "delayed": delayed,
    "overtaken": overtaken,
    "500": instead(b"500 x\r\ncontent-length: 1", b"x"),
    "502": instead(b"502 x\r\ncontent-length: 12", b"<html>bad gw"),
    "429": instead(b"429 x\r\ncontent-length: 0", b""),
    "portal": instead(b"200 OK\r\ncontent-length: 14", b"<html>log in</"),
    "too long": instead(b"200 OK\r\ncontent-length: 3", b"\x92\x01\x00\x00\x00"),
    "too short": instead(b"200 OK\r\ncontent-length: 99", b"\x92\x01\x00"),
    "bomb": instead(b"200 OK\r\ncontent-encoding: gzip\r\ncontent-length: %d" % len(BOMB), BOMB),
}


# -- lives


def sync(phone: Phone, url: str) -> None:
    """The real client, over the real network. Raises `SyncError`."""

    async def once() -> None:
        once_each = httpx.Limits(max_keepalive_connections=0)  # the wire closes behind every answer
        async with httpx.AsyncClient(trust_env=False, timeout=20, verify=False, limits=once_each) as http:
            conversation = converse(phone.journal, phone.keys, phone.keys, verify, phone.now, phone.session)
            await talk(conversation, http, url)

    asyncio.run(once())


def suffer(phone: Phone, wire: Wire, fate: Fate, tally: Tally) -> None:
    """One sync under that fate, and one on a good day."""
    tally.runs += 1
    tally.faults += 1
    wire.fate = fate
    with contextlib.suppress(SyncError):
        sync(phone, wire.url)
    wire.fate = whole
    sync(phone, wire.url)


def one_life(folder: Path, seed: int, tally: Tally) -> None:
    """Karen pushes, Omar pulls; either is cut at every byte of what goes up and of what comes down."""
    world = World(folder, seed, Wall())
    wire = Wire(cast("Any", world.hub).server.url)
    try:
        karen, omar = world.founder, world.joins("Omar")
        area = world.circle(karen)
        world.grant(area, omar)
        world.settle()
        space = space_of(area, 0)

        def news(number: object) -> None:
            karen.write(space, ROWS[0], name=f"Fatima {number}")

        for kind in (request_cut, answer_cut):
            for phone in (karen, omar):
                at, longest = 0, 1
                while at < longest:
                    news(at)
                    if phone is omar:
                        sync(karen, wire.url)
                    suffer(phone, wire, kind(at), tally)
                    longest, at = max(longest, wire.longest), at + 1
        for name, trick in TRICKS.items():
            for phone in (karen, omar):
                news(name)
                with tally.watching(name):
                    suffer(phone, wire, trick, tally)
        world.settle()
        check(world, {space: [karen, omar]})
        tally.acknowledged += len(karen.wrote)
    finally:
        wire.close()
        _, said = cast("Any", world.hub).server.stop()
        tally.server_errors += said.count(" failed: ") + said.count("Traceback")


def torture(rounds: int) -> Tally:
    """Every byte, every trick, so often."""
    tally = Tally()
    for seed in range(rounds):
        with (
            TemporaryDirectory(dir="/dev/shm") as folder,
            patch.object(phones, "TheHub", lambda place, _: OverHttp(place / "hub.db", "tests.torture.generous")),
            tally.watching(f"cutting, round {seed}"),
        ):
            one_life(Path(folder), seed, tally)
        while OPENED:
            OPENED.pop().close()
    return tally
