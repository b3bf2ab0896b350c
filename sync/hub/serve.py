"""The command `brobygger-hub`: runs the hub, or makes an empty organisation; settings by option or environment."""

from __future__ import annotations

import argparse
import logging
import os
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import uvicorn

from sync.hub.app import hub
from sync.hub.deadlines import PatientProtocol
from sync.hub.store import AlreadyOpen, Away, HubStore, NotAHub, Store, leave_code, wall_clock

TROUBLE = 1  # the exit code when the hub cannot do what was asked; a wrong option is 2


class Trouble(Exception):
    """Why the command could not do it, for the person at the terminal."""


def main(words: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit code."""
    asked = parser().parse_args(words)
    try:
        if asked.command == "serve":
            serve(asked)
        else:
            new_organisation(asked)
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
    for command in (run, make):
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


def serve(asked: argparse.Namespace) -> None:
    """Until a signal stops it. Says its address on standard output once it listens."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    if asked.pwa is not None and not (asked.pwa / "index.html").is_file():
        raise Trouble(f"{asked.pwa}: no index.html there; build the app first (make pwa)")
    try:
        store = _opened(asked.data)
    except AlreadyOpen as cause:
        raise Trouble(f"{asked.data}: {cause}") from cause
    with store:
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
        timeout_keep_alive=20,
        timeout_graceful_shutdown=5,
    )
