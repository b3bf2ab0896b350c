"""What the store tells a person about her own words: how many wait, which were refused, what is unsent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.storage.values import Value
from sync.codes import Reason
from sync.stamp import Stamp

WAITS = {"", Reason.EPOCH.value}
"""Reasons of writes that only wait: nobody said no, or the key that this phone has not yet comes from another one."""


@dataclass(frozen=True)
class Waiting:
    """How many things are only on this phone, and since when (UTC); None when there are none."""

    things: int
    since: datetime | None


@dataclass(frozen=True)
class Whereabouts:
    """Whether something of a row is only on this phone, and since when; else when the hub had all of it.

    `at` in ms since 1970; 0 when this phone does not know, as of what others wrote.
    """

    here: bool
    at: int


@dataclass(frozen=True)
class RefusedWord:
    """A field this person wrote and her role does not let count; it is kept, and shown to her with the reason.

    `why` is `role`, or `table` when somebody was there before with another noun; `value` as on the wire.
    """

    table: str
    row: str
    space: str
    field: str
    why: str
    value: Value
    stamp: Stamp


@dataclass(frozen=True)
class UnsentWrite:
    """One write that is only here. `where` = kind of space; `reason` = why the hub refused it, "" when it did not.

    One that does not open any more has no table, no fields and no day (0); it is told only when it was refused.
    """

    table: str
    row: str
    space: str
    where: str
    written_ms: int
    fields: Mapping[str, Value]
    reason: str
