"""Joinings that stand half-way on this device: which profile waits for which invitation or founder code.

Several may stand side by side, for a phone may be shared; only who comes with the same one again goes on in its place.
"""

from __future__ import annotations

import sqlite3

from app.journeys.joining import mark_of
from app.journeys.opening import close_journal, open_journal
from app.keys.errors import NoLock
from app.keys.lock import header_of
from app.ports import Ports
from sync.errors import SyncError

HALF_WAY = "half_way"
"""Under this name the device remembers "profile:mark profile:mark …"."""

SPENT = "spent"
"""The mark of one whose invitation lets nobody in: nothing waits there, and anybody may have its place."""


def place_of(ports: Ports, step: bytes) -> str:
    """The profile in which this very step waits; "" when there is none."""
    return next((profile for profile, mark in _waiting(ports).items() if mark == mark_of(step)), "")


async def empty_place(ports: Ports) -> str:
    """A profile that was made and holds nothing that anybody could open; "" when there is none."""
    for profile, mark in _waiting(ports).items():
        if mark == SPENT or not await _locked(ports, profile):
            return profile
    return ""


def waits(ports: Ports, profile: str, step: bytes) -> None:
    """From now on this step waits there, until it is made or refused for good."""
    _remember(ports, {**_waiting(ports), profile: mark_of(step)})


def refused(ports: Ports, profile: str) -> None:
    """Its invitation or code is no good."""
    if profile in _waiting(ports):
        _remember(ports, {**_waiting(ports), profile: SPENT})


def made(ports: Ports, profile: str) -> None:
    """She is in: it is hers. The link that she came with has done its work."""
    ports.platform.drop_start_secret()
    waiting = _waiting(ports)
    if waiting.pop(profile, ""):
        _remember(ports, waiting)


def _waiting(ports: Ports) -> dict[str, str]:
    here = {each.id for each in ports.platform.profiles()}
    said = (each.partition(":") for each in ports.platform.recall(HALF_WAY).split())
    return {profile: mark for profile, _, mark in said if mark and profile in here}


def _remember(ports: Ports, waiting: dict[str, str]) -> None:
    ports.platform.remember(HALF_WAY, " ".join(f"{profile}:{mark}" for profile, mark in waiting.items()))


async def _locked(ports: Ports, profile: str) -> bool:
    """Cut off before it had a lock, its keys are lost. What cannot be read now is left alone."""
    try:
        journal = await open_journal(ports, profile)
    except (OSError, SyncError, sqlite3.Error):
        return True
    try:
        header_of(journal)
    except NoLock:
        return False
    finally:
        await close_journal(ports, journal)
    return True
