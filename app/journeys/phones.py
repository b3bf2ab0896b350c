"""Whose phone was heard when, which left and has not said that it erased, and what would end if one were shut out."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from app.journeys.asking import ask_signed_in
from app.journeys.closing import shared
from app.journeys.refusals import refusal_for
from app.keys.words import open_words, text_of
from app.ports import Ports
from sync.circles import circles_of
from sync.entry import Device, Entry, Found
from sync.errors import SyncError
from sync.packing import ARRAY_MAX, blob, number, parts


@dataclass(frozen=True)
class Phone:
    """A phone a person signed in. `heard_ms` = when it last logged in, ms since 1970 by the hub's clock; 0: never.

    `shut`: the root log closed it. `erased`: it said that nothing of what it was shut out of is left on it.
    `came_on`: the day it was signed in, as it said itself; None where an older app signed it in.
    """

    device: bytes
    heard_ms: int
    shut: bool
    erased: bool
    came_on: date | None


@dataclass(frozen=True)
class WhatEnds:
    """Before anything is done: the circles (kind, name) somebody would lose, as far as this phone knows them."""

    circles: tuple[tuple[str, str], ...]
    phones: int


async def all_phones(ports: Ports) -> dict[bytes, list[Phone]]:
    """{person: her phones}, of everybody who ever signed one in; one question to the hub.

    When another person's phones were heard, and what they erased, is told to stewards alone. Each person's stand in the
    order they came; a `Refusal` says why it cannot be asked.
    """
    root = ports.keyring.me.root
    try:
        (known,) = parts(await ask_signed_in(ports, "/devices"), 1)
        said = [_said(one) for one in parts(known, 0, ARRAY_MAX)]
    except SyncError as no:
        raise refusal_for(no) from no
    told = circles_of(ports.store.journal).with_ours(root)
    if told is None:
        return {}
    heard = {device: at for device, at, _ in said}
    erased = {device: gone for device, _, gone in said}
    here = {one.device for one in told.open}
    came = _came_on(ports)
    found: dict[bytes, list[Phone]] = {}
    for person, device in dict.fromkeys((one.person, one.device) for one in told.authors.values()):
        gone = root in erased.get(device, set())
        phone = Phone(device, heard.get(device, 0), device not in here, gone, came.get(device))
        found.setdefault(person, []).append(phone)
    return found


def _came_on(ports: Ports) -> dict[bytes, date]:
    """{device: the day of the entry by which it first came}, where that says one."""
    keyring, journal = ports.keyring, ports.store.journal
    held = keyring.circles.get(keyring.me.root)
    first: dict[bytes, Entry] = {}
    for entry in journal.entries(keyring.me.root) if held else []:
        if isinstance(entry.claim, Found | Device):
            first.setdefault(entry.claim.device if isinstance(entry.claim, Device) else entry.signer, entry)
    found: dict[bytes, date] = {}
    for device, entry in first.items():
        words = open_words(keyring.provider, held, entry) if held else {}
        with suppress(ValueError):
            found[device] = date.fromisoformat(text_of(words, "day") or text_of(words, "member", "day"))
    return found


def _said(one: object) -> tuple[bytes, int, set[bytes]]:
    """(device, when it was heard, the circles it erased). Raises `Malformed`."""
    device, at, gone = parts(one, 3)
    return blob(device, 32), number(at), {blob(circle, 16) for circle in parts(gone, 0, ARRAY_MAX)}


def what_ends(ports: Ports, person: bytes, device: bytes = b"") -> WhatEnds:
    """A dry run of `shut_out`: needs no connection and changes nothing."""
    held = [ports.keyring.circles[circle] for circle in shared(ports, person, device)]
    told = circles_of(ports.store.journal).with_ours(ports.keyring.me.root)
    meant = {one.device for one in told.open if one.person == person and device in {b"", one.device}} if told else set()
    return WhatEnds(tuple((one.kind, one.name) for one in held), len(meant))
