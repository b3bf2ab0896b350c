"""The desk: what the person at the machine asks a hub that runs, through a socket beside its database.

Only the hub's own process may open the database, so copies and figures come from there.
"""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any, Self  # Any: JSON

from sync.hub.audit import breaks, everybody, lines, note
from sync.hub.checking import wrong_in
from sync.hub.chunks import counted
from sync.hub.copies import backup
from sync.hub.restored import awaited, hear, release
from sync.hub.store import HubStore, NotAHub, Store, wall_clock

SAID_MAX = 1024 * 1024
ASK_S = 600  # a large copy takes its time


class NotDone(Exception):
    """Why the hub did not do it, for the person at the terminal."""


def _backup(store: HubStore, asked: Mapping[str, Any]) -> dict[str, Any]:
    return {"bytes": backup(store, Path(asked["target"]))}


def status(store: Store, _: Mapping[str, Any]) -> dict[str, Any]:
    """Counts, and who is waited for after a restore; no names, for the hub knows none."""
    with store.read() as sql:
        counts = {
            table: sql(f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608 - names of ours
            for table in ("organisation", "circle", "device", "entry", "version", "chunk", "late", "waiting")
        }
        waits = [[device.hex(), circles] for _, device, circles in awaited(sql)]
        size, attachments = store.bytes_kept(sql), counted(sql)
    return {**counts, "bytes": size, "attachment_bytes": attachments, "awaited": waits}


def waive(store: Store, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Some devices, by the beginning of their key, or `all`, are not waited for any more."""
    begins = str(asked["device"]).lower()
    with store.write() as sql:
        for home in sorted({home for home, _, _ in awaited(sql)}):
            store.hold(sql, home)
        found = [(home, one) for home, one, _ in awaited(sql) if begins == "all" or one.hex().startswith(begins)]
        for organisation, device in found:
            hear(sql, organisation, device)
            note(sql, organisation, wall_clock(), "waived", device)
        for organisation in {home for home, _ in found}:
            release(sql, organisation)
    return {"waived": len(found)}


def audit(store: Store, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The next lines of the audit log after `organisation` (hex, "" at first) and `number`, one organisation's.

    `{lines, organisation}`; at the end `{lines: [], broken: [sentence, …]}`.
    """
    with store.read() as sql:
        for organisation in everybody(sql, bytes.fromhex(asked["organisation"])):
            after = int(asked["number"]) if organisation.hex() == asked["organisation"] else 0
            if found := lines(sql, organisation, after):
                return {"lines": found, "organisation": organisation.hex()}
        return {"lines": [], "broken": list(breaks(sql))}


def check(store: Store, _: Mapping[str, Any]) -> dict[str, Any]:
    """What is wrong with a database that others may be using: `{wrong: [sentence, …]}`."""
    with store.read() as sql:
        return {"wrong": list(wrong_in(sql, store.tables(sql)))}


_ANSWERS: dict[str, Callable[[HubStore, Mapping[str, Any]], dict[str, Any]]] = {
    "backup": _backup,
    "status": status,
    "waive": waive,
    "audit": audit,
}


def ask(data: Path, what: str, **given: str) -> dict[str, Any]:
    """Asks the hub that runs on that database; does it here when none runs. Raises `NotDone`, `NotAHub`, `OSError`."""
    try:
        with _beside(data) as place, socket.socket(socket.AF_UNIX) as line:
            line.settimeout(ASK_S)
            line.connect(place)
            line.sendall(json.dumps({"ask": what, **given}).encode() + b"\n")
            said = line.makefile("rb").readline(SAID_MAX)
    except (FileNotFoundError, ConnectionRefusedError):
        if not data.is_file():
            raise NotAHub("there is no such database") from None
        with HubStore(data) as store:
            return _ANSWERS[what](store, given)
    answer: dict[str, Any] = json.loads(said or b'{"no": "the hub went away"}')
    if "no" in answer:
        raise NotDone(answer["no"])
    return answer


class Desk:
    """`with Desk(store):` a thread that answers one question at a time."""

    def __init__(self, store: HubStore) -> None:
        self._store = store
        self._path = store.path.with_name(store.path.name + ".desk")

    def __enter__(self) -> Self:
        self._path.unlink(missing_ok=True)  # of a hub that was killed: this process has the database
        self._line = socket.socket(socket.AF_UNIX)
        with _beside(self._store.path) as place:
            before = os.umask(0o177)
            try:
                self._line.bind(place)
            finally:
                os.umask(before)
        self._line.listen(4)
        Thread(target=self._answer_all, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._line.close()
        self._path.unlink(missing_ok=True)

    def _answer_all(self) -> None:
        while True:
            try:
                line, _ = self._line.accept()
            except OSError:
                return
            with line:
                try:
                    line.settimeout(5)
                    asked = json.loads(line.makefile("rb").readline(SAID_MAX))
                    line.sendall(json.dumps(self._answer(asked)).encode() + b"\n")
                except (OSError, ValueError):
                    continue

    def _answer(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        try:
            return _ANSWERS[asked["ask"]](self._store, asked)
        except OSError as no:
            return {"no": no.strerror or "it cannot be written"}
        except Exception as no:  # noqa: BLE001 - whoever asked hears of it, and the hub runs on
            return {"no": f"{type(no).__name__}"}


@contextmanager
def _beside(data: Path) -> Iterator[str]:
    """The socket's name, short enough for a socket wherever the folder lies."""
    if not Path("/proc/self/fd").is_dir():
        yield f"{data}.desk"
        return
    folder = os.open(data.parent, os.O_RDONLY)
    try:
        yield f"/proc/self/fd/{folder}/{data.name}.desk"
    finally:
        os.close(folder)
