"""One engine through the yardstick's phases: its hub and two clients as processes, a relay that counts between them."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.yard_relay import Count, Network, Relay

START_S = 60


@dataclass(frozen=True)
class Engine:
    """How its processes are started; `{port}`, `{base}` (the client's URL) and `{folder}` are filled in."""

    hub: Sequence[str]
    client: Sequence[str]
    env: Mapping[str, str] = field(default_factory=dict)


class Phase(NamedTuple):
    """`client_mb`, `hub_mb` = the most memory over what each had when it had only started."""

    s: float
    up: int
    down: int
    turns: int
    client_mb: float
    hub_mb: float


def run(engine: Engine, folder: Path, records: Path, network: Network | None) -> dict[str, Phase]:
    """push, pull (by a second device), push10, pull10, empty. Without a network nothing lies between.

    Raises AssertionError when a record did not arrive, or is not what it was (where the client can tell).
    """
    folder.mkdir(parents=True)
    port = _free_port()
    filled = {"port": str(port), "folder": str(folder)}
    env = {**os.environ, "RECORDS": str(records), **{name: how.format(**filled) for name, how in engine.env.items()}}
    with (folder / "log.txt").open("w") as log, _process([one.format(**filled) for one in engine.hub], env, log) as hub:
        _listening(port, hub, folder)
        with Relay(port, network) if network else nullcontext() as relay:
            base = f"http://127.0.0.1:{relay.port if relay else port}"
            argv = [one.format(base=base, **filled) for one in engine.client]
            with _process(argv, env, log) as first, _process(argv, env, log) as second:
                a, b = _Side(first, hub, relay), _Side(second, hub, relay)
                a.say("init", dir=str(folder / "a"), who="a")
                a.say("insert")
                phases = {"push": a.phase("push")}
                b.say("init", dir=str(folder / "b"), who="b")
                phases["pull"] = b.phase("pull")
                a.say("change", n=10)
                phases |= {"push10": a.phase("push"), "pull10": b.phase("pull")}
                b.phase("pull")
                phases["empty"] = b.phase("pull")
                _arrived(b, records)
                return phases


def _arrived(side: _Side, records: Path) -> None:
    count = side.say("count")
    assert (count["n"], count["changed"]) == (len(json.loads(records.read_text())), 10), count
    if "whole" in count:
        assert count["whole"], "a record is not what it was"


class _Side:
    """A client, with the hub it speaks to."""

    def __init__(self, client: subprocess.Popen[str], hub: subprocess.Popen[str], relay: Relay | None) -> None:
        self._client = client
        self._hub = hub
        self._relay = relay
        imports = self.say("ready").get("mb") or _memory(client.pid, "VmRSS")
        self._had = imports, _memory(hub.pid, "VmRSS")

    def say(self, command: str, **more: Any) -> dict[str, Any]:
        """The answer; raises RuntimeError when the client is gone or something went wrong there."""
        assert self._client.stdin
        assert self._client.stdout
        self._client.stdin.write(json.dumps({"cmd": command, **more}) + "\n")
        self._client.stdin.flush()
        for line in self._client.stdout:
            if line.startswith('{"ok"'):
                said: dict[str, Any] = json.loads(line)
                if "err" in said:
                    raise RuntimeError(said["err"])
                return said
        raise RuntimeError(f"{self._client.args!r} ended at {command}")

    def phase(self, command: str) -> Phase:
        """One step, measured."""
        if self._relay:
            self._relay.count = Count()
        _forget_peak(self._client.pid)
        _forget_peak(self._hub.pid)
        took = self.say(command)["s"]
        time.sleep(0.05)  # for the last bytes to be counted
        count = self._relay.count if self._relay else Count()
        client = _memory(self._client.pid, "VmHWM") - self._had[0]
        hub = _memory(self._hub.pid, "VmHWM") - self._had[1]
        return Phase(took, count.up, count.down, count.turns, client, hub)


@contextmanager
def _process(argv: Sequence[str], env: Mapping[str, str], log: Any) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, env=env)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


def _listening(port: int, hub: subprocess.Popen[str], folder: Path) -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until and hub.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 0.2).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"no hub: {(folder / 'log.txt').read_text()}")


def _memory(pid: int, what: str) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(what):
            return int(line.split()[1]) / 1024
    raise LookupError(what)


def _forget_peak(pid: int) -> None:
    Path(f"/proc/{pid}/clear_refs").write_text("5")
