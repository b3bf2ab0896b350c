"""Old versions of the app may always push: what one sent on a day long ago, byte for byte, to the hub of today.

`python -m tests.hub.test_old_requests FILE` records anew; a recording that is there is never made again.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx
import pytest

from sync.codes import answer_parts
from sync.hub.store import DAY_MS
from sync.wire import SyncAnswer
from tests.hub.phones import NOON, Hub, Key, Phone, row

RECORDED = sorted(Path(__file__).parent.glob("recorded_*.txt"))
KAREN, MIA = b"karen".ljust(32, b"."), b"mia".ljust(32, b".")
"""The seeds of their device keys, so that both sign in today."""

SAID = {b"one", b"two, changed", b"three", b"of mia"}


class Recorder(Hub):
    """Writes down what is asked: path, the token it names, the body."""

    def __init__(self, database: Path) -> None:
        super().__init__(database)
        self.lines: list[str] = []

    def post(self, path: str, body: bytes) -> httpx.Response:
        self.lines.append(f"{path} {body.hex()}")
        return super().post(path, body)


class Forgetful(Phone):
    """Names no cursor: a hub makes them up."""

    def ask_sync(self, **given: Any) -> httpx.Response:
        return super().ask_sync(**{"cursor": b"", **given})


def record(folder: Path) -> str:
    """What two phones say: one founds, invites and writes, the other joins and writes."""
    hub = Recorder(folder / "hub.db")
    karen, mia = Forgetful(hub), Forgetful(hub)
    karen.key, mia.key = Key(KAREN), Key(MIA)
    karen.found_organisation()
    named = [f"token karen {karen.token.hex()}"]
    area = karen.found_circle()
    karen.push(area, 0, (row("a"), b"one"), (row("b"), b"two"))
    karen.push(area, 0, (row("b"), b"two, changed"), (row("c"), b"three"))
    invitation = karen.invite(mia, (next(iter(karen.logs)), 0, 0), (area, 0, 0))
    mia.join(*invitation)
    named.append(f"token mia {mia.token.hex()}")
    mia.sync_all()
    mia.push(area, 0, (row("d"), b"of mia"))
    hub.close()
    return "\n".join([*named, *(line for line in hub.lines if line.split()[0] not in {"/hello", "/login"})]) + "\n"


@pytest.mark.parametrize("recording", RECORDED, ids=lambda path: path.stem)
def test_what_an_old_app_said_is_still_taken(recording: Path, database: Path | str) -> None:
    hub = Hub(database)
    phones = {"karen": Phone(hub), "mia": Phone(hub)}
    phones["karen"].key, phones["mia"].key = Key(KAREN), Key(MIA)
    tokens: dict[str, bytes] = {}
    for line in recording.read_text().splitlines():
        path, *rest = line.split()
        if path == "token":
            tokens[rest[0]] = bytes.fromhex(rest[1])
            continue
        took(hub, path, as_today(hub, phones, tokens, path, bytes.fromhex(rest[0])))

    assert hub.clock() // DAY_MS == NOON // DAY_MS
    mia = phones["mia"]
    mia.sync_all()
    assert mia.bodies() == SAID
    hub.close()


def as_today(hub: Hub, phones: dict[str, Phone], tokens: dict[str, bytes], path: str, body: bytes) -> bytes:
    """The same bytes, but for what a hub makes up itself: the founder's code, and the token of who is signed in."""
    if path == "/found":
        code = hub.store.new_organisation(hub.clock()).encode()
        start = body.index(b"-", 1) - 4
        return body[:start] + code + body[start + len(code) :]
    for name, old in tokens.items():
        if old in body:
            if not phones[name].token:
                phones[name].login()
            return body.replace(old, phones[name].token)
    return body


def took(hub: Hub, path: str, body: bytes) -> None:
    answered = hub.post(path, body).content
    if path != "/sync":
        answer_parts(answered, 0, 16)
        return
    answer: Any = SyncAnswer.unpack(answered)
    assert set(answer.push_answers) | set(answer.entry_answers) <= {None}


if __name__ == "__main__":
    with TemporaryDirectory() as folder, Path(sys.argv[1]).open("x") as file:
        file.write(record(Path(folder)))
