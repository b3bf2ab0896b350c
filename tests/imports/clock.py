"""A clock that stands still on a Saturday in November."""

from __future__ import annotations

from datetime import date, datetime


class FakeClock:
    """2026-11-21, ten in the morning."""

    def now(self) -> int:
        return 1_795_252_800_000

    def today(self) -> date:
        return date(2026, 11, 21)

    def local_now(self) -> datetime:
        return datetime(2026, 11, 21, 10, 0)  # noqa: DTZ001 - a wall clock has no zone
