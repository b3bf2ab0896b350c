"""What lay before a person when her screen opened: the rule of what a new text covers, DESIGN 2 (Prose)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from sync.stamp import Stamp, ms_of

Covered = Mapping[bytes, Stamp]
"""{author: stamp}: everything that author said up to that stamp."""


@dataclass(frozen=True)
class Saw:
    """Take it with `store.seen(record)` when the screen opens and hand it to the journey that keeps.

    As it is, an edit covers the one text that stood in the record; `settling()` covers all that were shown.
    """

    edits: Mapping[str, Covered] = field(default_factory=dict)
    shown: Mapping[str, Covered] = field(default_factory=dict)
    gone: Covered = field(default_factory=dict)

    settled: bool = False

    def settling(self) -> Saw:
        """The same, for somebody who read all the texts side by side and now says what stands."""
        return replace(self, edits=self.shown, settled=True)


@dataclass(frozen=True)
class Rival:
    """One of several texts that stand side by side; `who` is a name, `at` in UTC, `mine` when this person wrote it."""

    text: str
    who: str
    at: datetime
    mine: bool


def at_of(stamp: Stamp) -> datetime:
    """The moment of a stamp."""
    return datetime.fromtimestamp(ms_of(stamp) / 1000, UTC)
