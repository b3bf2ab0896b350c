"""The yardstick's client: a worker's phone as it is (keys, journal, records, sync), driven by JSON lines.

usage: python tests/bench/yardstick_client.py BASE_URL

Reads one command a line and answers one line: init insert push pull change count edit read quit. `RECORDS` in the
environment names the file of records. It joins by a fixed invitation as soon as it starts: both are members before
anything is measured.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from fcntl import LOCK_EX, flock
from pathlib import Path
from tempfile import gettempdir, mkdtemp
from typing import Any  # Any: a command and a record are JSON

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path[0] = str(ROOT)

import httpx  # noqa: E402

from app.journeys.asking import ask_signed_in  # noqa: E402
from app.journeys.join import Joined, enrol, join  # noqa: E402
from app.journeys.lock import unlock  # noqa: E402
from app.journeys.tending import keep_in_step, tend  # noqa: E402
from app.keys.native import NativeProvider  # noqa: E402
from app.platform.native import NativePlatform  # noqa: E402
from app.ports import LIMITS, DeviceClock, Ports, Refusal  # noqa: E402
from app.records import Contact  # noqa: E402
from sync.collecting import keep_for_good  # noqa: E402
from sync.errors import SyncError  # noqa: E402
from tests.bench.yardstick import as_contact, as_said, invitation  # noqa: E402

AT_ONCE = 1000
PIN = "135790"


class Wire(httpx.AsyncHTTPTransport):
    """The network; while it is `weak` no sync comes through."""

    weak = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self.weak and request.url.path == "/sync":
            raise httpx.ConnectError("weak", request=request)
        return await super().handle_async_request(request)


class Worker:
    """One of the two, with her phone."""

    def __init__(self, base_url: str, records: Path) -> None:
        self._base_url = base_url
        self._records = records
        self._rows: list[str] = []
        self._imports_mb = _memory_mb()

    async def join(self) -> None:
        """Signs in by the invitation that is left, and fetches nothing yet: what lies on the hub is for `pull`."""
        self._fresh = Path(mkdtemp(prefix="yardstick-"))
        wire = Wire(limits=LIMITS)
        ports = self._ports_in(self._fresh, wire)
        with (Path(gettempdir()) / "brobygger-yardstick.turn").open("w") as turn:
            flock(turn, LOCK_EX)  # two clients start at once: one after the other
            joined = await self._left(ports)
            wire.weak = True
            await enrol(ports, joined, pin=PIN)
        await tend(ports)
        ports.store.journal.connection.close()
        await ports.http.aclose()

    async def _left(self, ports: Ports) -> Joined:
        """The first invitation that nobody has used."""
        try:
            return await join(ports, secret=invitation("a"), hub_url=self._base_url)
        except Refusal:
            return await join(ports, secret=invitation("b"), hub_url=self._base_url)

    def _ports_in(self, folder: Path, wire: Wire) -> Ports:
        return Ports(NativePlatform(folder, hub_url=self._base_url, transport=wire), NativeProvider(), DeviceClock())

    async def init(self, said: dict[str, Any]) -> dict[str, Any]:
        """Her phone lies in `dir` from now on, unlocked and logged in."""
        shutil.move(self._fresh, said["dir"])
        self._ports = ports = self._ports_in(Path(said["dir"]), Wire(limits=LIMITS))
        await unlock(ports, profile_id=ports.platform.profiles()[0].id, pin=PIN)
        await ask_signed_in(ports, "/devices")
        if said["who"] == "a":
            await self.sync(said)
        return {}

    async def insert(self, _: dict[str, Any]) -> dict[str, Any]:
        """All the records, kept on this phone."""
        said = json.loads(self._records.read_text())
        area = self._ports.store.space("area")
        for start in range(0, len(said), AT_ONCE):
            with self._ports.store.write() as tx:
                for one in said[start : start + AT_ONCE]:
                    tx.add(as_contact(one, area), fresh=True)
        return {}

    async def sync(self, _: dict[str, Any]) -> dict[str, Any]:
        """As the app does it: again when there is something to say about what came."""
        try:
            await keep_in_step(self._ports)
            if self._ports.store.journal.outgoing():
                await keep_in_step(self._ports)
        except SyncError as no:
            return {"err": repr(no)[:200]}
        return {}

    async def change(self, said: dict[str, Any]) -> dict[str, Any]:
        """So many of them, spread over all, get a longer note."""
        rows = self._order()
        for row in rows[:: max(1, len(rows) // said["n"])][: said["n"]]:
            shown = self._shown(row)
            self._write(shown, shown.note + " CHANGED")
        return {}

    async def edit(self, said: dict[str, Any]) -> dict[str, Any]:
        """One gets another note."""
        shown = self._shown(self._order()[said["i"]])
        self._write(shown, as_contact({**as_said(shown), "note": said["text"]}, shown.space).note)
        return {}

    async def read(self, said: dict[str, Any]) -> dict[str, Any]:
        """The note of one, and the texts of others that stand beside it."""
        shown = self._shown(self._order()[said["i"]])
        rivals = self._ports.store.rivals(shown).get("note", [])
        others = [one.text.split("\n", 1)[1] for one in rivals if one.text != shown.note]
        return {"text": as_said(shown)["note"], "others": others}

    async def count(self, _: dict[str, Any]) -> dict[str, Any]:
        """How many can be read, how many were changed; `whole`: each, but for that, is what was given."""
        given = {one["id"]: one for one in json.loads(self._records.read_text())}
        changed, whole = 0, True
        for one in map(as_said, self._all()):
            note = one["note"]
            one["note"] = note.removesuffix(" CHANGED")
            changed += one["note"] != note
            whole = whole and given.pop(one["id"], None) == one
        n = self._ports.store.count(Contact)
        return {"n": n, "changed": changed, "whole": whole and not given}

    async def ready(self, _: dict[str, Any]) -> dict[str, Any]:
        """`mb` = what its imports alone took."""
        return {"mb": self._imports_mb}

    def _all(self) -> Iterator[Contact]:
        store = self._ports.store
        for start in range(0, store.count(Contact), AT_ONCE):
            yield from store.find(Contact, order_by=Contact.id, limit=AT_ONCE, offset=start)

    def _order(self) -> list[str]:
        """The rows as the file of records has them."""
        if not self._rows:
            self._rows = [as_contact(one, "").id for one in json.loads(self._records.read_text())]
        return self._rows

    def _shown(self, row: str) -> Contact:
        shown = self._ports.store.get(Contact, row)
        assert shown is not None
        return shown

    def _write(self, shown: Contact, note: str) -> None:
        saw = self._ports.store.seen(shown)
        with self._ports.store.write() as tx:
            tx.change(shown, saw, note=note)


def _memory_mb() -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


async def main(base_url: str) -> None:
    """Until `quit` or the end of what is said."""
    worker = Worker(base_url, Path(os.environ["RECORDS"]))
    await worker.join()
    keep_for_good()  # as the app does once it has started
    does: dict[str, Callable[[dict[str, Any]], Awaitable[dict[str, Any]]]] = {
        "init": worker.init,
        "insert": worker.insert,
        "push": worker.sync,
        "pull": worker.sync,
        "change": worker.change,
        "edit": worker.edit,
        "read": worker.read,
        "count": worker.count,
        "ready": worker.ready,
    }
    for line in sys.stdin:
        said = json.loads(line)
        if said["cmd"] == "quit":
            break
        began = time.perf_counter()
        answer = await does[said["cmd"]](said)
        print(json.dumps({"ok": 1, **answer, "s": time.perf_counter() - began}), flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
