"""The command `brobygger-hub`: runs the hub and looks after it; settings by option or environment."""

from __future__ import annotations

import argparse
import json
import os
import socket
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any  # Any: JSON

import uvicorn

from sync.hub import desk
from sync.hub.app import hub
from sync.hub.copies import check, restore, restore_in_place
from sync.hub.crowd import ADDRESS_MAX, Crowd, make_room
from sync.hub.deadlines import PatientProtocol
from sync.hub.desk import Desk, NotDone, ask
from sync.hub.limits import Rates
from sync.hub.logs import write_log
from sync.hub.settings import settings
from sync.hub.store import AlreadyOpen, Away, HubStore, NotAHub, Store, leave_code, wall_clock

KEEP_ALIVE_S = 75  # longer than a phone keeps an idle connection (app/ports.py)
TROUBLE = 1  # the exit code when the hub cannot do what was asked; a wrong option is 2


class Trouble(Exception):
    """Why the command could not do it, for the person at the terminal."""


def main(words: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit code."""
    asked = settings(words)
    try:
        COMMANDS[asked.command](asked)
    except Away as cause:
        print(f"brobygger-hub: {_about(asked)}: the database is away ({cause})", file=sys.stderr)
        return TROUBLE
    except (AlreadyOpen, NotAHub, NotDone, OSError) as cause:
        why = cause.strerror or cause if isinstance(cause, OSError) else cause
        print(f"brobygger-hub: {_about(asked)}: {why}", file=sys.stderr)
        return TROUBLE
    except Trouble as trouble:
        print(f"brobygger-hub: {trouble}", file=sys.stderr)
        return TROUBLE
    return 0


def open_store(database: Path | str, chance: Callable[[int], bytes] = os.urandom, *, made: bool = False) -> Store:
    """A file is SQLite's, a URL PostgreSQL's; `made`: a hub's tables are there already.

    Raises `AlreadyOpen`, `Away`, `NotAHub` or `OSError`.
    """
    if isinstance(database, Path):
        if made and not database.is_file():
            raise NotAHub("there is no such database")
        return HubStore(database, chance)
    try:
        from sync.hub.postgres import PostgresStore
    except ImportError as cause:
        raise NotAHub("psycopg is not installed here") from cause
    return PostgresStore(database, chance, made=made)


def _opened(database: Path | str, *, made: bool = False) -> Store:
    """`made`: a hub's tables are there already. Raises `Trouble`, which does not repeat a URL, for its password."""
    try:
        return open_store(database, made=made)
    except Away as cause:
        raise Trouble(f"the database is away ({cause})") from cause
    except (NotAHub, OSError) as cause:
        raise Trouble(f"{database if isinstance(database, Path) else 'PostgreSQL'}: {cause}") from cause


def new_organisation(asked: argparse.Namespace) -> None:
    """Prints the founder code; it is kept nowhere."""
    try:
        with _opened(asked.data) as store:
            code = store.new_organisation(days=asked.days)
    except AlreadyOpen:
        code = leave_code(asked.data, wall_clock(), asked.days)
    print(code)


def make_backup(asked: argparse.Namespace) -> None:
    """Of a hub that runs, or of a database nobody has open."""
    done = ask(_file(asked), "backup", target=str(asked.target.absolute()))
    print(f"{asked.target}: {done['bytes']} bytes")


def put_back(asked: argparse.Namespace) -> None:
    """Says where the replaced database is, and what happens now."""
    kept = None
    try:
        if asked.in_place:
            with _opened(asked.data, made=True) as store:
                restore_in_place(store)
        else:
            kept = restore(_file(asked), asked.source)
    except AlreadyOpen as cause:
        raise Trouble(f"{asked.data}: the hub runs; stop it first") from cause
    if kept:
        print(f"the replaced database: {kept}")
    print("restored; each phone brings back what it has beyond the copy when it syncs next")


def say_status(asked: argparse.Namespace) -> None:
    """A line for each figure, and one for each phone that is waited for."""
    said = _ask(asked, desk.status, "status")
    awaited = said.pop("awaited")
    for name, count in said.items():
        print(f"{name} {count}")
    for device, circles in awaited:
        print(f"awaited {device} in {circles}")


def waive(asked: argparse.Namespace) -> None:
    """Raises `Trouble` when nobody of that name is waited for."""
    if not _ask(asked, desk.waive, "waive", device=asked.device)["waived"]:
        raise Trouble(f"{asked.device}: no such phone is waited for")


def look(asked: argparse.Namespace) -> None:
    """Raises `Trouble` with all that is wrong."""
    if asked.copy or isinstance(asked.data, Path):
        wrong = check(asked.copy or asked.data)
    else:
        wrong = _ask(asked, desk.check, "check")["wrong"]
    if wrong:
        raise Trouble("\n".join(wrong))
    print("all is well")


def say_audit(asked: argparse.Namespace) -> None:
    """Every line; then whether the chain holds, and whether the noted hash is in it. Raises `Trouble` when not."""
    seen, at, number = False, "", 0
    with nullcontext() if isinstance(asked.data, Path) else _opened(asked.data) as store:
        while True:
            given = {"organisation": at, "number": str(number)}
            page = desk.audit(store, given) if store else ask(asked.data, "audit", **given)
            if not page["lines"]:
                break
            at, number = page["organisation"], page["lines"][-1]["number"]
            for line in page["lines"]:
                print(json.dumps({"organisation": at, **line}))
                seen = seen or line["hash"] == asked.expect
    if wrong := page["broken"]:
        raise Trouble("\n".join(wrong))
    if asked.expect and not seen:
        raise Trouble("no line has that hash: the audit log was changed, cut off, or put back from a copy")


Answer = Callable[[Store, Mapping[str, Any]], dict[str, Any]]


def _ask(asked: argparse.Namespace, answer: Answer, what: str, **given: str) -> dict[str, Any]:
    """The hub that runs on that file; of PostgreSQL, which many may open, the database itself. Raises as both do."""
    if isinstance(asked.data, Path):
        return ask(asked.data, what, **given)
    with _opened(asked.data, made=True) as store:
        return answer(store, given)


def _file(asked: argparse.Namespace) -> Path:
    """Copies of a PostgreSQL database are made with its own tools."""
    if not isinstance(asked.data, Path):
        how = {"backup": "use pg_dump", "restore": "use pg_restore, then 'restore --in-place'"}[asked.command]
        raise Trouble(f"{asked.command} is for a database in a file; {how} for PostgreSQL")
    return asked.data


def _about(asked: argparse.Namespace) -> object:
    """The file that a trouble is about; a URL is not repeated, for its password."""
    named = [getattr(asked, name, None) for name in ("target", "source", "copy", "data")]
    return next((one for one in named if isinstance(one, Path)), "PostgreSQL")


def serve(asked: argparse.Namespace) -> None:
    """Until a signal stops it. Says its address on standard output once it listens."""
    write_log(asked.log)
    make_room()
    if asked.pwa is not None and not (asked.pwa / "index.html").is_file():
        raise Trouble(f"{asked.pwa}: no index.html there; build the app first (make pwa)")
    try:
        store = _opened(asked.data)
    except AlreadyOpen as cause:
        raise Trouble(f"{asked.data}: {cause}") from cause
    rates = Rates(asked.found_rate, asked.knock_rate, asked.sync_rate, asked.invite_rate)
    made = hub(store, asked.pwa, rates=rates, metrics=asked.metrics, room=asked.room, erases=asked.erasures)
    with store, Desk(store) if isinstance(store, HubStore) else nullcontext():
        try:
            listening = socket.create_server((asked.host, asked.port), backlog=2048)
        except OSError as cause:
            raise Trouble(f"cannot listen on {asked.host}:{asked.port}: {cause.strerror}") from cause
        with listening:
            host, port = listening.getsockname()[:2]
            print(f"http://{host}:{port}", flush=True)
            server = uvicorn.Server(configured(made, asked.proxy, asked.connections))
            server.run(sockets=[listening])


def configured(app: object, proxy: str = "127.0.0.1", connections: int = ADDRESS_MAX) -> uvicorn.Config:
    """The server: uvicorn with our deadlines, without a log of who asked for what; so many `connections` an address."""
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        http=type("Patient", (PatientProtocol,), {"crowd": Crowd(connections, proxy)}),
        ws="none",
        lifespan="off",
        access_log=False,
        log_config=None,  # what it says goes where ours goes
        log_level="warning",
        server_header=False,
        date_header=False,
        forwarded_allow_ips=proxy,
        timeout_keep_alive=KEEP_ALIVE_S,
        timeout_graceful_shutdown=5,
    )


COMMANDS = {
    "serve": serve,
    "new-organisation": new_organisation,
    "backup": make_backup,
    "restore": put_back,
    "status": say_status,
    "waive": waive,
    "check": look,
    "audit": say_audit,
}
