"""The settings of the command `brobygger-hub`: each an option and, in the environment, a variable; an option wins."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any  # Any: whatever a setting is read as

from sync.hub.limits import Rate, Rates, Room

KEY_LETTERS = 8
METRICS_LETTERS = 16
RATE_MAX = 1_000_000


@dataclass(frozen=True, slots=True)
class Setting:
    """`otherwise` holds when neither the option nor the variable is given; "" is nothing."""

    option: str
    otherwise: str
    read: Callable[[str], Any]
    help: str
    commands: tuple[str, ...] = ("serve",)

    @property
    def variable(self) -> str:
        """Its name in the environment."""
        return "BROBYGGER_HUB_" + self.option.removeprefix("--").replace("-", "_").upper()


def read_database(said: str) -> Path | str:
    """A file is SQLite's, a URL PostgreSQL's."""
    return said if said.startswith(("postgresql://", "postgres://")) else Path(said)


def read_rate(said: str) -> Rate:
    """`600 10`: so many at once, then so many a second."""
    try:
        burst, per_second = (float(word) for word in said.split())
    except ValueError:
        burst = per_second = 0.0
    if not (1 <= burst <= RATE_MAX and 0 < per_second <= RATE_MAX):
        raise argparse.ArgumentTypeError(f"how many at once, and how many a second: '600 10', not {said!r}")
    return Rate(burst, per_second)


def read_room(said: str) -> Room:
    """GiB."""
    whole = between(0, 100_000)(said) * 1024**3
    return Room(whole, whole // 10)


def read_secret(said: str) -> str:
    """Long enough that nobody guesses it. Not repeated in what is said of it."""
    if len(said) < METRICS_LETTERS or not said.isascii() or not said.isprintable() or " " in said:
        raise argparse.ArgumentTypeError(f"{METRICS_LETTERS} letters or more, without blanks")
    return said


def read_device(said: str) -> str:
    """`all`, or the beginning of a key."""
    if said != "all" and not (len(said) >= KEY_LETTERS and set(said.lower()) <= set("0123456789abcdef")):
        raise argparse.ArgumentTypeError(f"'all', or {KEY_LETTERS} letters of a key and more, not {said!r}")
    return said


def between(least: int, most: int) -> Callable[[str], int]:
    """Reads a number from `least` to `most`."""

    def read(said: str) -> int:
        if not said.isdecimal() or not least <= int(said) <= most:
            raise argparse.ArgumentTypeError(f"a number from {least} to {most}, not {said!r}")
        return int(said)

    return read


def one_of(*words: str) -> Callable[[str], str]:
    """Reads one of these words."""

    def read(said: str) -> str:
        if said not in words:
            raise argparse.ArgumentTypeError(f"{' or '.join(words)}, not {said!r}")
        return said

    return read


def read_yes(said: str) -> bool:
    """`yes` or `no`."""
    return one_of("yes", "no")(said) == "yes"


COMMANDS = ("serve", "new-organisation", "backup", "restore", "status", "waive", "check", "audit")
USUAL = Rates()
RATES = "how often one may {}: so many at once, then so many a second"


def _rate(rate: Rate) -> str:
    return f"{rate.burst:g} {rate.per_second:g}"


SETTINGS = (
    Setting("--data", "hub.db", read_database, "the database: a file, or postgresql://user@host/name", COMMANDS),
    Setting("--pwa", "", Path, "the folder of the app (without: only the protocol)"),
    Setting("--host", "127.0.0.1", str, "the address to listen on"),
    Setting("--port", "8870", between(0, 65_535), "the port; 0 takes any free one"),
    Setting("--proxy", "127.0.0.1", str, "proxies whose X-Forwarded headers are believed, with commas between"),
    Setting("--connections", "500", between(1, 100_000), "how many connections one address may hold, but for proxies"),
    Setting("--log", "words", one_of("words", "json"), "how the log is written: words, or json (one object a line)"),
    Setting("--metrics", "", read_secret, "the bearer token that opens /metrics (without: there is none)"),
    Setting("--room", "10", read_room, "GiB of attachments that one organisation may keep; a tenth of it in one space"),
    Setting(
        "--erasures",
        "no",
        read_yes,
        "yes: take entries that erase rows; not while a phone has an app of before",
    ),
    Setting("--found-rate", _rate(USUAL.found), read_rate, RATES.format("found an organisation, per address")),
    Setting("--knock-rate", _rate(USUAL.knock), read_rate, RATES.format("join or log in, per address")),
    Setting("--sync-rate", _rate(USUAL.sync), read_rate, RATES.format("sync, per phone")),
    Setting("--invite-rate", _rate(USUAL.invite), read_rate, RATES.format("invite, per phone")),
    Setting("--days", "7", between(1, 90), "how many days the code works (1 to 90)", ("new-organisation",)),
)


def parser() -> argparse.ArgumentParser:
    """Options win over the environment, which wins over what is said here."""
    whole = argparse.ArgumentParser(
        prog="brobygger-hub", description="Hands out Brobygger and passes sealed rows between phones."
    )
    made = whole.add_subparsers(dest="command", required=True)
    commands = {
        "serve": made.add_parser("serve", help="run the hub until it is stopped"),
        "new-organisation": made.add_parser(
            "new-organisation", help="make an empty organisation and print its founder code, once"
        ),
        "backup": made.add_parser("backup", help="copy the database to a new file, while the hub runs or not"),
        "restore": made.add_parser(
            "restore",
            help="put a copy in the place of the database; the phones bring back what they have beyond it",
            description="The hub must be stopped, every process of it. The replaced file is kept beside it. Until "
            "everybody was heard, each circle takes only what is brought back: see 'status', and 'waive' for phones "
            "that will not come. A database behind a URL is put back with its own tools first.",
        ),
        "status": made.add_parser(
            "status", help="say how much there is, and which phones are waited for after a restore"
        ),
        "waive": made.add_parser(
            "waive", help="wait no longer for a phone after a restore; what only it has may be lost"
        ),
        "check": made.add_parser(
            "check",
            help="read a whole copy, or the database of a stopped hub (behind a URL: of any), and say what is wrong",
        ),
        "audit": made.add_parser(
            "audit",
            help="print who was let in, shut out or refused, one JSON object a line, without any content",
            description="Each line is chained to the one before it. Note the last line's 'hash' elsewhere: given back "
            "as --expect, it shows whether anything before it was changed since.",
        ),
    }
    commands["backup"].add_argument("target", type=Path, help="the new file")
    what = commands["restore"].add_mutually_exclusive_group(required=True)
    what.add_argument("source", type=Path, nargs="?", help="the copy, of a database in a file")
    what.add_argument(
        "--in-place",
        action="store_true",
        help="the database itself was put back by other means (of PostgreSQL: pg_restore); tell everybody so",
    )
    commands["waive"].add_argument(
        "device", type=read_device, help="the beginning of its key as 'status' says it, or 'all'"
    )
    commands["check"].add_argument("copy", type=Path, nargs="?", help="the copy; without, the database itself")
    commands["audit"].add_argument("--expect", metavar="HASH", help="a hash that must be there")
    for setting in SETTINGS:
        for name in setting.commands:
            _add(commands[name], setting)
    return whole


def _add(command: argparse.ArgumentParser, setting: Setting) -> None:
    known = f", else {setting.otherwise}" if setting.otherwise else ""
    command.add_argument(
        setting.option,
        type=setting.read,
        default=os.environ.get(setting.variable) or setting.otherwise or None,
        help=f"{setting.help}; ${setting.variable}{known}",
    )


def settings(words: Sequence[str] | None = None) -> argparse.Namespace:
    """One command with its settings. Leaves with code 2 and a sentence when they make no sense."""
    return parser().parse_args(words)
