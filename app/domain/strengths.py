"""How many cards she chooses, and what her own coming and calling supports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.attendance import Came
from app.records import Meeting, MeetingState, Notice

MOST = 5
ENOUGH = 4
"""So often something must have been seen before it is said of her."""
MOSTLY = 0.75
BY_COMING = ("on_time", "tell")
"""Cards that her coming may show: they stand beside the five that she chooses."""


@dataclass(frozen=True)
class Supported:
    """A card that what happened speaks for: `times` of `of`."""

    kind: str
    times: int
    of: int


def comings(meetings: Iterable[Meeting], groups: Came) -> Came:
    """Meetings with her mentor and sessions of groups together; what did not happen because of us does not count."""
    told = [
        one.state == MeetingState.HELD
        for one in meetings
        if one.state == MeetingState.HELD
        or (one.state == MeetingState.CANCELLED and one.notice not in {Notice.OURS.value, ""})
    ]
    return Came(groups.times + sum(told), groups.of + len(told))


def supported(meetings: Iterable[Meeting], groups: Came) -> list[Supported]:
    """She comes; and when she cannot, she tells. Nothing is said of what is missing."""
    there = list(meetings)
    came = comings(there, groups)
    found = []
    if came.times >= ENOUGH and came.times >= MOSTLY * came.of:
        found.append(Supported(BY_COMING[0], came.times, came.of))
    could_not = [one for one in there if one.notice in {each.value for each in Notice} - {Notice.OURS.value}]
    told = [one for one in could_not if one.notice in {Notice.AHEAD.value, Notice.LATE.value}]
    if len(told) >= 2 and len(told) >= MOSTLY * len(could_not):
        found.append(Supported(BY_COMING[1], len(told), len(could_not)))
    return found
