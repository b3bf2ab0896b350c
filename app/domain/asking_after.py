"""Asking after somebody who did not come: a call, a visit, going there together. Nothing follows but the next hello."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.records import Answer, AskedAfter, AskedWay, Attendance, GroupSession, Presence

LADDER = tuple(way.value for way in AskedWay)
FRESH = timedelta(days=21)
"""Older than that it is let be: the group has met since, or she has been spoken with about other things."""


@dataclass(frozen=True)
class ToAsk:
    """A mentee, the session to which she did not come, and how she may be asked after next."""

    mentee: str
    session: GroupSession
    way: str


def next_way(asked: Iterable[AskedAfter]) -> str:
    """The first that nobody has tried; "" when somebody spoke with her, or all was tried."""
    tried = list(asked)
    if any(one.spoke == Answer.YES for one in tried):
        return ""
    return next((way for way in LADDER if way not in {one.way for one in tried}), "")


def to_ask(
    held: Mapping[tuple[str, str], Attendance],
    sessions: Mapping[str, GroupSession],
    asked: Iterable[AskedAfter],
    *,
    resting: Collection[str],
    today: date,
) -> list[ToAsk]:
    """The longest ago first. Only her last session of each group counts: who came again is not asked why.

    `held` as of `attendance.standing`; `resting` = mentees about whom nothing prompts anybody now.
    """
    tried: dict[tuple[str, str], list[AskedAfter]] = {}
    for one in asked:
        tried.setdefault((one.mentee, one.session), []).append(one)
    last: dict[tuple[str, str], tuple[GroupSession, Attendance]] = {}
    for (mentee, row), tap in held.items():
        session = sessions.get(row)
        if session is None or session.held_on is None:
            continue
        before = last.get((mentee, session.cohort))
        if before is None or (before[0].held_on or date.min) < session.held_on:
            last[mentee, session.cohort] = session, tap
    found = []
    for (mentee, _), (session, tap) in last.items():
        way = next_way(tried.get((mentee, session.id), ()))
        fresh = session.held_on is not None and session.held_on >= today - FRESH
        if tap.presence == Presence.AWAY and way and fresh and mentee not in resting:
            found.append(ToAsk(mentee, session, way))
    return sorted(found, key=lambda one: (one.session.held_on or today, one.mentee))
