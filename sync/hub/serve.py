"""The command `brobygger-hub`: runs the hub and looks after it; settings by option or environment."""

from __future__ import annotations

import argparse
import logging
import os
import socket
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path

import uvicorn

from sync.hub.app import hub
from sync.hub.copies import check, restore
from sync.hub.deadlines import PatientProtocol
from sync.hub.desk import Desk, NotDone, ask
from sync.hub.store import AlreadyOpen, Away, HubStore, NotAHub, Store, leave_code, wall_clock

KEY_LETTERS = 8
KEEP_ALIVE_S = 75  # longer than a phone keeps an idle connection (app/ports.py)
TROUBLE = 1  # the exit code when the hub cannot do what was asked; a wrong option is 2


class Trouble(Exception):
    """Why the command could not do it, for the person at the terminal."""


def main(words: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit code."""
    asked = parser().parse_args(words)
    try:
        COMMANDS[asked.command](asked)
    except (AlreadyOpen, NotAHub, NotDone, OSError) as cause:
        why = cause.strerror or cause if isinstance(cause, OSError) else cause
        print(f"brobygger-hub: {_about(asked)}: {why}", file=sys.stderr)
        return TROUBLE
    except Trouble as trouble:
        print(f"brobygger-hub: {trouble}", file=sys.stderr)
        return TROUBLE
    return 0


def parser() -> argparse.ArgumentParser:
    """Options win over the environment, which wins over what is said here."""
    whole = argparse.ArgumentParser(
        prog="brobygger-hub", description="Hands out Brobygger and passes sealed rows between phones."
    )
    commands = whole.add_subparsers(dest="command", required=True)
    run = commands.add_parser("serve", help="run the hub until it is stopped")
    make = commands.add_parser("new-organisation", help="make an empty organisation and print its founder code, once")
    copy = commands.add_parser("backup", help="copy the database to a new file, while the hub runs or not")
    copy.add_argument("target", type=Path, help="the new file")
    back = commands.add_parser(
        "restore",
        help="put a copy in the place of the database; the phones bring back what they have beyond it",
        description="The hub must be stopped. The replaced database is kept beside it. Until everybody was heard, each "
        "circle takes only what is brought back: see 'status', and 'waive' for phones that will not come.",
    )
    back.add_argument("source", type=Path, help="the copy")
    state = commands.add_parser("status", help="say how much there is, and which phones are waited for after a restore")
    forgo = commands.add_parser(
        "waive", help="wait no longer for a phone after a restore; what only it has may be lost"
    )
    forgo.add_argument("device", type=_device, help="the beginning of its key as 'status' says it, or 'all'")
    look = commands.add_parser(
        "check", help="read a whole copy, or the database of a stopped hub, and say what is wrong"
    )
    look.add_argument("copy", type=Path, nargs="?", help="the copy; without, the database itself")
    for command in (run, make, copy, back, state, forgo, look):
        _setting(
            command, "--data", "BROBYGGER_HUB_DATA", "hub.db", _database, "the database: a file, or postgresql://…"
        )
    _setting(run, "--pwa", "BROBYGGER_HUB_PWA", None, Path, "the folder of the app (without: only the protocol)")
    _setting(run, "--host", "BROBYGGER_HUB_HOST", "127.0.0.1", str, "the address to listen on")
    _setting(run, "--port", "BROBYGGER_HUB_PORT", "8870", _port, "the port; 0 takes any free one")
    _setting(
        run,
        "--proxy",
        "BROBYGGER_HUB_PROXY",
        "127.0.0.1",
        str,
        "proxies whose X-Forwarded headers are believed",
    )
    _setting(make, "--days", "BROBYGGER_HUB_DAYS", "7", _days, "how many days the code works (1 to 90)")
    return whole


def _setting(
    command: argparse.ArgumentParser, name: str, variable: str, otherwise: str | None, kind: object, help_: str
) -> None:
    command.add_argument(
        name,
        type=kind,  # type: ignore[arg-type]
        default=os.environ.get(variable) or otherwise,
        help=f"{help_}; ${variable}" + (f", else {otherwise}" if otherwise else ""),
    )


def _database(said: str) -> Path | str:
    return said if said.startswith(("postgresql://", "postgres://")) else Path(said)


def _port(said: str) -> int:
    return _between(said, 0, 65_535)


def _days(said: str) -> int:
    return _between(said, 1, 90)


def _device(said: str) -> str:
    if said != "all" and not (len(said) >= KEY_LETTERS and set(said.lower()) <= set("0123456789abcdef")):
        raise argparse.ArgumentTypeError(f"'all', or {KEY_LETTERS} letters of a key and more, not {said!r}")
    return said


def _between(said: str, least: int, most: int) -> int:
    if not said.isdecimal() or not least <= int(said) <= most:
        raise argparse.ArgumentTypeError(f"a number from {least} to {most}, not {said!r}")
    return int(said)


def open_store(database: Path | str, chance: Callable[[int], bytes] = os.urandom) -> Store:
    """A file is SQLite's, a URL PostgreSQL's. Raises `AlreadyOpen`, `Away`, `NotAHub` or `OSError`."""
    if isinstance(database, Path):
        return HubStore(database, chance)
    try:
        from sync.hub.postgres import PostgresStore
    except ImportError as cause:
        raise NotAHub("psycopg is not installed here") from cause
    return PostgresStore(database, chance)


def _opened(database: Path | str) -> Store:
    """Raises `Trouble`, which does not repeat a URL: there is a password in it."""
    try:
        return open_store(database)
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
    try:
        kept = restore(_file(asked), asked.source)
    except AlreadyOpen as cause:
        raise Trouble(f"{asked.data}: the hub runs; stop it first") from cause
    if kept:
        print(f"the replaced database: {kept}")
    print("restored; each phone brings back what it has beyond the copy when it syncs next")


def say_status(asked: argparse.Namespace) -> None:
    """A line for each figure, and one for each phone that is waited for."""
    said = ask(_file(asked), "status")
    awaited = said.pop("awaited")
    for name, count in said.items():
        print(f"{name} {count}")
    for device, circles in awaited:
        print(f"awaited {device} in {circles}")


def waive(asked: argparse.Namespace) -> None:
    """Raises `Trouble` when nobody of that name is waited for."""
    if not ask(_file(asked), "waive", device=asked.device)["waived"]:
        raise Trouble(f"{asked.device}: no such phone is waited for")


def look(asked: argparse.Namespace) -> None:
    """Raises `Trouble` with all that is wrong."""
    if wrong := check(asked.copy or _file(asked)):
        raise Trouble("\n".join(wrong))
    print("all is well")


def _file(asked: argparse.Namespace) -> Path:
    """Copies of a PostgreSQL database are made with its own tools."""
    if not isinstance(asked.data, Path):
        raise Trouble(f"{asked.command} is for a database in a file; use pg_dump and its like for PostgreSQL")
    return asked.data


def _about(asked: argparse.Namespace) -> object:
    """The file that a trouble is about."""
    named = [getattr(asked, name, None) for name in ("target", "source", "copy", "data")]
    return next(one for one in named if one)


def serve(asked: argparse.Namespace) -> None:
    """Until a signal stops it. Says its address on standard output once it listens."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    if asked.pwa is not None and not (asked.pwa / "index.html").is_file():
        raise Trouble(f"{asked.pwa}: no index.html there; build the app first (make pwa)")
    try:
        store = _opened(asked.data)
    except AlreadyOpen as cause:
        raise Trouble(f"{asked.data}: {cause}") from cause
    with store, Desk(store) if isinstance(store, HubStore) else nullcontext():
        try:
            listening = socket.create_server((asked.host, asked.port), backlog=2048)
        except OSError as cause:
            raise Trouble(f"cannot listen on {asked.host}:{asked.port}: {cause.strerror}") from cause
        with listening:
            host, port = listening.getsockname()[:2]
            print(f"http://{host}:{port}", flush=True)
            server = uvicorn.Server(configured(hub(store, asked.pwa), asked.proxy))
            server.run(sockets=[listening])


def configured(app: object, proxy: str = "127.0.0.1") -> uvicorn.Config:
    """The server: uvicorn with our deadlines, without a log of who asked for what."""
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        http=PatientProtocol,
        ws="none",
        lifespan="off",
        access_log=False,
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
}
