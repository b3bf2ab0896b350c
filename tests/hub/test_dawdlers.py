"""Whoever dawdles, does not read, or comes too often is let go, and the healthy are served meanwhile."""

from __future__ import annotations

import asyncio
import contextlib
import os
import resource
import signal
import socket
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path

import pytest
import uvicorn
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from sync.hub import deadlines
from sync.hub.crowd import Crowd
from sync.hub.deadlines import PatientProtocol, TooMuch, TooSlow, read_body
from sync.hub.serve import configured
from tests.hub.phones import Phone, row
from tests.hub.server import Server

# -- dawdlers: the same protocol class, with short deadlines, in this process


HASTY_S = 0.15
CROWDED_S = 2.0  # hub and callers share one loop here: on a busy machine a caller of 500 is late with its own header


async def reading(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers what became of the body."""
    try:
        body = await read_body(receive, None, 1_000, patience_s=HASTY_S)
        said = f"read {len(body)}"
    except (TooSlow, TooMuch) as no:
        said = type(no).__name__
    await PlainTextResponse(said)(scope, receive, send)


@contextlib.asynccontextmanager
async def served(
    header_s: float = HASTY_S, app: ASGIApp = reading, crowd: Crowd | None = None, unread_s: float = 120
) -> AsyncIterator[int]:
    config = configured(app)
    hasty = {"header_s": header_s, "unread_s": unread_s, "crowd": crowd or Crowd()}
    config.http = type("Hasty", (PatientProtocol,), hasty)
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        yield listening.getsockname()[1]
    finally:
        server.should_exit = True
        await running
        listening.close()


async def talked(port: int, *pieces: bytes, begun: Callable[[], None] = lambda: None) -> bytes:
    """Sends pieces, one each 50 ms, and returns all that came until the other side closed; `begun` hears of each."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    came = bytearray()

    async def read() -> None:
        with contextlib.suppress(ConnectionError):
            while some := await reader.read(4_096):
                came.extend(some)

    reading_on = asyncio.create_task(read())
    with contextlib.suppress(ConnectionError):
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            begun()
            await asyncio.sleep(0.05)
    await asyncio.wait_for(reading_on, 5)
    writer.close()
    return bytes(came)


HEAD = b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 20\r\n\r\n"


@pytest.mark.parametrize(
    "pieces",
    [
        (),
        (b"POST / HT",),
        (b"GET / HTTP/1.1\r\n",),
        tuple(
            b"GET / HTTP/1.1\r\nHost: h\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaaaaaaaa"[at : at + 4] for at in range(0, 60, 4)
        ),
    ],
)
def test_a_header_that_does_not_come_is_not_waited_for(pieces: tuple[bytes, ...]) -> None:
    async def run() -> bytes:
        async with served() as port:
            return await talked(port, *pieces)

    assert asyncio.run(run()) == b""


def test_five_hundred_half_headers_do_not_keep_anybody_waiting() -> None:
    async def run() -> tuple[bytes, list[bytes]]:
        async with served(CROWDED_S) as port:
            begun = asyncio.Semaphore(0)
            half = partial(talked, port, b"POST / HTTP/1.1\r\nHost", begun=begun.release)
            halves = [asyncio.create_task(half()) for _ in range(500)]
            for _ in halves:
                await begun.acquire()
            good = await talked(port, HEAD.replace(b"Host", b"Connection: close\r\nHost") + bytes(20))
            return good, await asyncio.gather(*halves)

    good, halves = asyncio.run(run())

    assert good.endswith(b"read 20")
    assert halves == [b""] * 500


def test_a_body_that_drips_is_let_go_and_one_that_flows_is_read() -> None:
    async def run() -> tuple[bytes, bytes]:
        async with served() as port:
            close = HEAD.replace(b"Host", b"Connection: close\r\nHost")
            return await talked(port, close, b"a", b"b", b"c", b"d", b"e"), await talked(port, close + bytes(20))

    dripped, flowed = asyncio.run(run())

    assert dripped.endswith(b"TooSlow")
    assert flowed.endswith(b"read 20")


def test_a_connection_may_be_used_again_but_not_held() -> None:
    async def run() -> bytes:
        async with served() as port:
            return await talked(port, HEAD + bytes(20), HEAD + bytes(20), *[b"P", b"O", b"S", b"T", b" ", b"/", b" "])

    assert asyncio.run(run()).count(b"read 20") == 2


def test_a_header_without_end_is_refused() -> None:
    async def run() -> bytes:
        async with served() as port:
            return await talked(port, b"GET / HTTP/1.1\r\n" + b"X: " + os.urandom(40_000).hex().encode())

    assert b"400" in asyncio.run(run())[:20]


# -- who does not read


LARGE = os.urandom(1024 * 1024)  # more than the kernel keeps for who does not read


async def in_pieces(scope: Scope, receive: Receive, send: Send) -> None:
    """As a file is handed out: no more is written until what was written went."""
    headers = [(b"content-length", b"%d" % len(LARGE))]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    for at in range(0, len(LARGE), 65_536):
        more = at + 65_536 < len(LARGE)
        await send({"type": "http.response.body", "body": LARGE[at : at + 65_536], "more_body": more})


@contextlib.asynccontextmanager
async def asking(port: int, path: str = "/", address: str = "127.0.0.1") -> AsyncIterator[socket.socket]:
    """Somebody who asked, and whose phone keeps as little as it may."""
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        line.bind((address, 0))
        line.setblocking(False)
        loop = asyncio.get_running_loop()
        await loop.sock_connect(line, ("127.0.0.1", port))
        await loop.sock_sendall(line, f"GET {path} HTTP/1.1\r\nHost: h\r\n\r\n".encode())
        yield line


async def come(line: socket.socket, pause_s: float = 0, enough: int = len(LARGE)) -> int:
    """Bytes until there are no more or enough, a little at a time."""
    came = 0
    with contextlib.suppress(ConnectionError):
        while some := await asyncio.wait_for(asyncio.get_running_loop().sock_recv(line, 32_768), 1):
            came += len(some)
            if came >= enough:
                break
            await asyncio.sleep(pause_s)
    return came


@pytest.mark.parametrize("app", [in_pieces, Response(LARGE)])
def test_who_does_not_read_an_answer_is_let_go_and_who_reads_slowly_is_not(app: ASGIApp) -> None:
    async def run() -> tuple[int, int]:
        async with served(app=app, unread_s=0.5) as port, asking(port) as deaf, asking(port) as slow:
            steady = await come(slow, 0.005)
            return await come(deaf), steady

    deaf, slow = asyncio.run(run())

    assert slow >= len(LARGE)
    assert deaf < len(LARGE)


def test_who_reads_a_while_and_then_no_more_is_let_go() -> None:
    async def run() -> int:
        async with served(app=Response(LARGE), unread_s=0.5) as port, asking(port) as line:
            begun = await come(line, 0.02, len(LARGE) // 3)
            await asyncio.sleep(1.5)
            return begun + await come(line)

    assert asyncio.run(run()) < len(LARGE)


def test_to_read_a_drop_now_and_then_is_not_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadlines, "UNREAD_RATE", len(LARGE))

    async def run() -> int:
        async with served(app=in_pieces, unread_s=0.5) as port, asking(port) as line:
            return await come(line, 0.02)

    assert asyncio.run(run()) < len(LARGE)


def deaf_ones(hub: Server, many: int, path: str) -> list[socket.socket]:
    lines = []
    for _ in range(many):
        line = socket.socket()
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        line.settimeout(5)
        line.connect(("127.0.0.1", int(hub.url.rpartition(":")[2])))
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: h\r\n\r\n".encode())
        lines.append(line)
    return lines


def test_when_descriptors_run_short_the_longest_idle_make_room_and_the_healthy_are_served(tmp_path: Path) -> None:
    pages = tmp_path / "pwa"
    pages.mkdir()
    (pages / "index.html").write_text("the app")
    (pages / "large.wasm").write_bytes(LARGE * 12)
    hub = Server(tmp_path / "hub.db", "--pwa", str(pages))
    try:
        resource.prlimit(hub.process.pid, resource.RLIMIT_NOFILE, (256, 256))
        karen = Phone(hub)  # type: ignore[arg-type]  # it stands where a hub in this process does
        karen.found_organisation()
        area = karen.found_circle()
        lines = deaf_ones(hub, 300, "/large.wasm")
        for turn in range(20):
            karen.push(area, 0, (row(turn), b"kept %d" % turn))
        assert hub.http.get("/health", timeout=5).text == "ok"
        assert len(list(Path(f"/proc/{hub.process.pid}/fd").iterdir())) < 256
        for line in lines:
            line.close()
    finally:
        code, said = hub.stop()
    assert code in {0, -signal.SIGTERM}
    assert said == ""


def test_a_hub_takes_as_many_descriptors_as_it_may_have(tmp_path: Path) -> None:
    server = Server(tmp_path / "hub.db")
    soft, hard = resource.prlimit(server.process.pid, resource.RLIMIT_NOFILE)
    server.stop()

    assert soft >= min(hard, 65_536)


def test_one_address_holds_only_so_many_connections_and_takes_none_of_another(tmp_path: Path) -> None:
    async def run(port: int) -> tuple[bool, list[bool]]:
        async with contextlib.AsyncExitStack() as open_ones:
            other = await open_ones.enter_async_context(asking(port, "/health", "127.0.0.2"))
            lines = [await open_ones.enter_async_context(asking(port, "/health")) for _ in range(12)]
            loop = asyncio.get_running_loop()
            for line in lines[:7]:
                async with asyncio.timeout(20):
                    while await loop.sock_recv(line, 65_536):
                        pass
            assert is_open(other)
            await loop.sock_sendall(other, b"GET /health HTTP/1.1\r\nHost: h\r\n\r\n")
            assert await loop.sock_recv(other, 1)  # whatever was said to the others is said by now
            return is_open(other), [is_open(line) for line in lines]

    server = Server(tmp_path / "hub.db", "--connections", "5", "--proxy", "10.0.0.1")
    try:
        other, lines = asyncio.run(run(int(server.url.rpartition(":")[2])))
        assert server.http.get("/health").text == "ok"
    finally:
        server.stop()

    assert other
    assert lines == [False] * 7 + [True] * 5


def is_open(line: socket.socket) -> bool:
    try:
        while line.recv(65_536):
            pass
    except BlockingIOError:
        return True
    except ConnectionError:
        return False
    return False


class Somebody:
    """A connection that counts."""

    def __init__(self, *, waits: bool = False) -> None:
        self.waits = waits
        self.here = True

    def let_go(self) -> None:
        self.here = False


def crowd_of(many: int, proxies: str = "") -> Callable[[Somebody, str], None]:
    return Crowd(2, proxies, lambda: many).enter


def test_a_proxy_speaks_for_many() -> None:
    for proxies in ("10.1.2.3", "192.168.0.1, 10.0.0.0/8", "*"):
        enter, some = crowd_of(10, proxies), [Somebody() for _ in range(6)]
        for one in some:
            enter(one, "10.1.2.3")
        assert all(one.here for one in some)


def test_whoever_waits_for_an_answer_or_spoke_last_goes_last() -> None:
    crowd = Crowd(room=lambda: 3)
    waiting, lively, quiet = Somebody(waits=True), Somebody(), Somebody()
    for one in (waiting, lively, quiet):
        crowd.enter(one, "10.0.0.1")
    crowd.stir(lively)

    crowd.enter(Somebody(), "10.0.0.2")
    assert [waiting.here, lively.here, quiet.here] == [True, True, False]
    crowd.leave(quiet)
    crowd.enter(Somebody(waits=True), "10.0.0.2")
    assert [waiting.here, lively.here] == [True, False]
