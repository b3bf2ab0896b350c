"""Where a mentor's hours went: sums of what was told, so that two phones add up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.records import Meeting, MeetingState


@dataclass(frozen=True)
class Hours:
    """Minutes: `together`; `besides` = arranging and the way; `lost` = the same of what did not happen."""

    together: int = 0
    besides: int = 0
    lost: int = 0

    @property
    def minutes(self) -> int:
        return self.together + self.besides + self.lost


def hours_of(meetings: Iterable[Meeting]) -> Hours:
    """All of them count against what was agreed."""
    together = besides = lost = 0
    for one in meetings:
        extra = (one.arranging or 0) + (one.transport or 0)
        if one.state == MeetingState.HELD:
            together, besides = together + (one.minutes or 0), besides + extra
        else:
            lost += extra
    return Hours(together, besides, lost)
