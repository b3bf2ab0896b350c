"""Short talks of two, one after the other: when each begins, and who has it when two took the same off-line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.records import MentorMeeting


@dataclass(frozen=True)
class Claim:
    """Somebody took a slot. `at`: when, in UTC, by the clock that all phones agree on. `sent`: the hub has it."""

    row: str
    slot: int
    at: datetime
    who: str
    mine: bool
    sent: bool


def begins(meeting: MentorMeeting, slot: int) -> datetime | None:
    """On the wall clock; None when the meeting has no hour yet, or there is no such slot."""
    if not meeting.starts or not 1 <= slot <= (meeting.slots or 0):
        return None
    minutes = (meeting.minutes or 0) + (slot - 1) * (meeting.slot_minutes or 0)
    return datetime.fromisoformat(meeting.starts) + timedelta(minutes=minutes)


def holders(claims: Iterable[Claim]) -> dict[int, Claim]:
    """{slot: whose it is}: who took it first, and of two at the same moment the same one on every phone."""
    first: dict[int, Claim] = {}
    for claim in sorted(claims, key=lambda one: (one.at, one.row)):
        first.setdefault(claim.slot, claim)
    return first


def lost(claims: Iterable[Claim]) -> list[Claim]:
    """Her own that somebody else was first to take."""
    known = list(claims)
    has = {claim.row for claim in holders(known).values()}
    return [claim for claim in known if claim.mine and claim.row not in has]
