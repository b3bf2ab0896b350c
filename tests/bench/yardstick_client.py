"""The yardstick's client: a worker's phone as it is (keys, journal, records, sync), driven by JSON lines.

usage: python tests/bench/yardstick_client.py BASE_URL

Reads one command a line and answers one line: init insert push pull change count edit read quit. `RECORDS` in the
environment names the file of records. `init` joins by a fixed invitation; the first pull is the `pull` command's.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any  # Any: a command and a record are JSON

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path[0] = str(ROOT)

import httpx  # noqa: E402

from app.journeys.asking import ask_signed_in  # noqa: E402
from app.journeys.join import enrol, join  # noqa: E402
from app.journeys.tending import keep_in_step  # noqa: E402
from app.keys.native import NativeProvider  # noqa: E402
from app.platform.native import NativePlatform  # noqa: E402
from app.ports import DeviceClock, Ports  # noqa: E402
from app.records import Contact  # noqa: E402
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

    async def init(self, said: dict[str, Any]) -> dict[str, Any]:
        """A new phone in `dir`, joined and logged in. What lies on the hub is fetched by the first `pull`."""
        wire = Wire()
        platform = NativePlatform(Path(said["dir"]), hub_url=self._base_url, transport=wire)
        self._ports = ports = Ports(platform, NativeProvider(), DeviceClock())
        joined = await join(ports, secret=invitation(said["who"]), hub_url=self._base_url)
        wire.weak = True
        await enrol(ports, joined, pin=PIN)
        wire.weak = False
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
        """It has started, no more."""
        return {}

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


async def main(base_url: str) -> None:
    """Until `quit` or the end of what is said."""
    worker = Worker(base_url, Path(os.environ["RECORDS"]))
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
