"""The step that signs a device in with the hub: written down before it is made, so that a cut loses nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any  # Any: unpacked MessagePack

from app.journeys.refusals import Spent, refusal_for
from app.keys.derive import hkdf
from app.keys.enrolment import sign_in
from app.keys.invitation import Once
from app.keys.keyring import Keyring
from app.ports import Ports
from sync.client import ask, talk
from sync.codes import Tip
from sync.conversation import login
from sync.entry import Entry
from sync.errors import Malformed, Moved, NotFound, SyncError
from sync.journal import Journal
from sync.packing import blob, pack, parts, unpack

FOUND, ENROL = 1, 2
TRIES = 8
"""How often a log may grow between looking and signing in."""


def founding(code: str, root: Entry) -> bytes:
    """The step of a founder, to stand in the keyring until the hub has taken it."""
    return pack([FOUND, code, root.raw])


def enrolling(once: Once, grants: dict[bytes, bytes], entries: list[Entry]) -> bytes:
    """The step of somebody invited: `grants` = {circle: grant}, and the entries made from the tips as last seen."""
    return pack([ENROL, once.secret, grants, [entry.raw for entry in entries]])


def same_step(one: bytes, other: bytes) -> bool:
    """Are both made from the same code or the same one-time secret?"""
    if not one or not other:
        return False
    return bool(parts(unpack(one, 1 << 24), 2, 16)[:2] == parts(unpack(other, 1 << 24), 2, 16)[:2])


def mark_of(step: bytes) -> str:
    """Tells one invitation or founder code from another and gives neither away: 16 hex digits, the same each time."""
    kind, given = parts(unpack(step, 1 << 24), 2, 16)[:2]
    known = "".join(filter(str.isalnum, given)).casefold().encode() if kind == FOUND else Once(blob(given, 16)).id
    return hkdf(known, b"bb/half-way")[:8].hex()


async def finish(ports: Ports, journal: Journal, keyring: Keyring) -> None:
    """Makes the step, or learns that it was made; a `Refusal` leaves everything as it was, to be tried again."""
    step = parts(unpack(keyring.joining, 1 << 24), 2, 16)
    try:
        if step[0] == FOUND:
            await _found(ports, journal, keyring, str(step[1]), Entry.read(step[2]))
        elif step[0] == ENROL:
            await _enrol(ports, keyring, step)
        else:
            raise Malformed("a step of a newer app")
    except NotFound as no:
        if step[0] != ENROL or not await _known(ports, keyring):
            raise Spent from no
    except SyncError as no:
        raise refusal_for(no) from no
    keyring.joining = b""
    keyring.keep()


async def _found(ports: Ports, journal: Journal, keyring: Keyring, code: str, root: Entry) -> None:
    (organisation,) = parts(await ask(ports.http, keyring.me.hub_url, "/found", [code, root.raw]), 1)
    keyring.me = replace(keyring.me, organisation=blob(organisation, 16))
    journal.keep_entry(root)


async def _enrol(ports: Ports, keyring: Keyring, step: list[Any]) -> None:
    _, secret, grants, raws = step[:4]
    once = Once(blob(secret, 16))
    for _ in range(TRIES):
        try:
            await ask(ports.http, keyring.me.hub_url, "/enrol", [once.id, raws])
        except Moved as moved:
            raws = [entry.raw for entry in sign_in_all(ports, keyring, once, grants, moved.tips)]
        else:
            return
    raise Moved


def sign_in_all(
    ports: Ports, keyring: Keyring, once: Once, grants: dict[bytes, bytes], tips: tuple[Tip, ...]
) -> list[Entry]:
    """One entry per circle that grants the one-time key; a circle the package does not speak of is left alone."""
    today, root = ports.today(), keyring.me.root
    return [
        sign_in(keyring, once.seed, tip, grants[tip[0]], came_on=today if tip[0] == root else None)
        for tip in tips
        if tip[0] in grants
    ]


async def _known(ports: Ports, keyring: Keyring) -> bool:
    """Does the hub know this device? Then an answer was lost, not the step."""
    try:
        await talk(login(keyring), ports.http, keyring.me.hub_url)
    except NotFound:
        return False
    except SyncError as no:
        raise refusal_for(no) from no
    return True
