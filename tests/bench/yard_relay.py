"""A relay on loopback that counts what crosses it, and can be as slow and as narrow as a poor mobile network."""

from __future__ import annotations

import asyncio
import threading
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import NamedTuple, Self

CHUNK = 16 * 1024


class Network(NamedTuple):
    """`rtt_s` there and back, `bytes_a_second` each way; 0 = as fast as the machine."""

    rtt_s: float = 0
    bytes_a_second: float = 0


POOR = Network(rtt_s=0.3, bytes_a_second=1_000_000 / 8)


@dataclass
class Count:
    """`turns` = how often something went up after something had come down: each waits for a round trip."""

    up: int = 0
    down: int = 0
    turns: int = 0


class Relay:
    """`with Relay(target, network) as relay:` whoever speaks to `relay.port` speaks to that port."""

    def __init__(self, target: int, network: Network) -> None:
        self.count = Count()
        self.port = 0
        self._target = target
        self._network = network
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stopped.set)
        self._thread.join()

    async def _serve(self) -> None:
        self._loop, self._stopped = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._joined, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stopped.wait()
        server.close()

    async def _joined(self, client: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        with closing(to_client), suppress(asyncio.CancelledError):
            await asyncio.sleep(self._network.rtt_s)  # the handshake
            server, to_server = await asyncio.open_connection("127.0.0.1", self._target)
            one = _Connection(self)
            both = self._carry(client, to_server, one, upward=True), self._carry(server, to_client, one, upward=False)
            with closing(to_server):
                await asyncio.gather(*both)

    async def _carry(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, one: _Connection, *, upward: bool
    ) -> None:
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        arriving = asyncio.create_task(_deliver(under_way, sink))
        free_at = 0.0
        try:
            while data := await source.read(CHUNK):
                one.passed(len(data), upward=upward)
                free_at = max(free_at, time.monotonic())
                if self._network.bytes_a_second:
                    free_at += len(data) / self._network.bytes_a_second
                under_way.put_nowait((free_at + self._network.rtt_s / 2, data))
        except OSError:
            pass
        under_way.put_nowait((0, b""))
        await arriving


class _Connection:
    def __init__(self, relay: Relay) -> None:
        self._relay = relay
        self._answered = True

    def passed(self, size: int, *, upward: bool) -> None:
        count = self._relay.count
        if upward:
            count.up += size
            count.turns += self._answered
        else:
            count.down += size
        self._answered = not upward


async def _deliver(under_way: asyncio.Queue[tuple[float, bytes]], sink: asyncio.StreamWriter) -> None:
    try:
        while True:
            due, data = await under_way.get()
            if not data:
                break
            await asyncio.sleep(max(0, due - time.monotonic()))
            sink.write(data)
            await sink.drain()
    except OSError:
        pass
    sink.close()
