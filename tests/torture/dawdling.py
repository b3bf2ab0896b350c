"""Hundreds of connections that say nothing, half a header or half a body, or do not listen, and one healthy phone."""

from __future__ import annotations

import asyncio
import random
import socket
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import cast

from sync.wire import SyncAnswer, SyncRequest
from tests.hub.phones import Hub, Phone, row
from tests.hub.server import Server
from tests.torture.asking import ask, request
from tests.torture.tally import Tally

SHORT, LONG = 500, 5_000  # dawdlers
HEALTHY = 60  # requests meanwhile
LET_GO_S = 60
BODY = bytes(4_096)
LARGE = 12 * 1024 * 1024  # more than any kernel takes for who does not read
DEAF_S = 45  # longer than anybody may leave an answer unread here (`hasty`)
WAYS = ("silent", "half a header", "half a body", "a drip", "deaf")


async def dawdle(port: int, way: str, chance: random.Random) -> bool:
    """Whether the hub let go of it."""
    if way == "deaf":
        return await leave_unread(port)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    whole = request("/sync", BODY)
    try:
        async with asyncio.timeout(LET_GO_S):
            if way == "half a header":
                writer.write(whole[: chance.randrange(1, 60)])
            elif way == "half a body":
                writer.write(whole[:-1_000])
            elif way == "a drip":
                for at in range(40):
                    writer.write(whole[at : at + 1])
                    await writer.drain()
                    await asyncio.sleep(0.4)
            while await reader.read(4_096):
                pass
    except TimeoutError:
        return False
    except OSError:
        return True
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()
    return True


async def leave_unread(port: int) -> bool:
    """Asks for something large and does not listen; whether the hub let go of it."""
    loop = asyncio.get_running_loop()
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        line.setblocking(False)
        try:
            await loop.sock_connect(line, ("127.0.0.1", port))
            await loop.sock_sendall(line, b"GET /large.wasm HTTP/1.1\r\nHost: hub\r\n\r\n")
            await asyncio.sleep(DEAF_S)
            came = 0
            async with asyncio.timeout(LET_GO_S - DEAF_S):
                while some := await loop.sock_recv(line, 65_536):
                    came += len(some)
                    if came >= LARGE:
                        return False
        except TimeoutError:
            return False
        except OSError:
            return True
    return True


async def served(phone: Phone, area: bytes, port: int) -> list[float]:
    """Seconds of each request of somebody who does as one should."""
    took = []
    for turn in range(HEALTHY):
        piece = phone.push_of(area, 0, (row(turn), b"healthy %d" % turn))
        begun = perf_counter()
        asked = SyncRequest(token=phone.token, now=phone.hub.clock(), cursor=phone.cursor, pushes=(piece,))
        status, body = await ask(port, "/sync", asked.pack())
        took.append(perf_counter() - begun)
        assert status == 200
        assert SyncAnswer.unpack(body).push_answers == (None,)
        phone.remember(piece)
        await asyncio.sleep(0.05)
    return took


async def together(phone: Phone, area: bytes, port: int, dawdlers: int, tally: Tally) -> None:
    """All at once."""
    chance = random.Random(dawdlers)
    slow = [asyncio.create_task(dawdle(port, WAYS[n % len(WAYS)], chance)) for n in range(dawdlers)]
    await asyncio.sleep(0.5)
    took = sorted(await served(phone, area, port))
    let_go = await asyncio.gather(*slow)
    tally.acknowledged += len(took)
    tally.undetected += let_go.count(False)
    worst = took[int(len(took) * 0.99) - 1] * 1000
    tally.say(f"{dawdlers} dawdlers all let go: {all(let_go)}; the healthy waited {worst:.0f} ms at most in 99 of 100")


def torture(dawdlers: int) -> Tally:
    """So many, a fifth of each kind."""
    tally = Tally(runs=1, faults=dawdlers)
    with TemporaryDirectory(dir="/dev/shm") as folder, tally.watching("dawdling"):
        pages = Path(folder) / "pwa"
        pages.mkdir()
        (pages / "index.html").write_text("the app")
        (pages / "large.wasm").write_bytes(bytes(LARGE))
        server = Server(Path(folder) / "hub.db", "--pwa", str(pages), module="tests.torture.hasty")
        try:
            karen = Phone(cast("Hub", server))
            karen.found_organisation()
            area = karen.found_circle()
            asyncio.run(together(karen, area, int(server.url.rpartition(":")[2]), dawdlers, tally))
        finally:
            _, said = server.stop()
            tally.server_errors += said.count(" failed: ") + said.count("Traceback")
    return tally
