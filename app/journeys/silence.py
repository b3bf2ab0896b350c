"""Who has not met for longer than agreed: shown to workers and coordinators, never to the two themselves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from sqlmodel import col

from app.domain.agenda import ahead
from app.domain.matching import parted
from app.domain.silence import EVERY_DAYS, Pair, Silence, silences
from app.journeys.ending import ended_files
from app.journeys.left_behind import left_behind
from app.ports import Ports
from app.records import Agreement, Match, Meeting, MeetingState, Mentee, Mentor

When = TypeVar("When", date, str)
_PAIR = col(Meeting.mentee) + " " + col(Meeting.mentor)
"""Both are hex digits, or nothing."""


def silent_pairs(ports: Ports) -> list[Silence]:
    """Those that agreed on more and still go together; nothing is read of the meetings but who met whom when."""
    store, today = ports.store, ports.today()
    said = store.find(Agreement, col(Agreement.cadence).in_(list(EVERY_DAYS)))
    if not said:
        return []
    over = ended_files(ports)
    apart = parted(store.find(Match), store.values(Mentor, "person"))
    agreed = [one for one in said if one.mentee not in over and (one.mentee, one.mentor) not in apart]
    if not agreed:
        return []
    held = col(Meeting.state) == MeetingState.HELD.value
    last = _by_pair(store.latest(Meeting, _PAIR, "held_on", held))
    coming = _by_pair(store.soonest(Meeting, _PAIR, "starts", ahead(today.isoformat())))
    for pair in left_behind(ports):
        coming.pop(pair, None)
    resting = {
        one.id: one.quiet_until for one in store.find(Mentee, col(Mentee.quiet_until) >= today) if one.quiet_until
    }
    return silences(agreed, last, resting, coming, today)


def _by_pair(when: Mapping[str, When]) -> dict[Pair, When]:
    return {(mentee, mentor): day for both, day in when.items() for mentee, _, mentor in [both.partition(" ")]}
