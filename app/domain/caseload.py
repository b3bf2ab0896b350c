"""How each file stands: when they last met, what comes next, who does what; and which files stand still."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from sqlalchemy import ColumnElement, and_, func, or_, select, tuple_
from sqlalchemy.orm import aliased
from sqlmodel import col

from app.domain.agenda import next_meetings, over_until, soon, within
from app.domain.placements import PlacementNow
from app.domain.silence import EVERY_DAYS, PATIENCE
from app.records import Cadence, Ending, Look, Meeting, MeetingState, Mentee, RowId, Task, Track

One = TypeVar("One", Meeting, Task)
STILL_DAYS = 21
"""So long without meeting, nothing planned and nothing to do: a file stands still. It nags us, never her."""
FAR_DAYS = PATIENCE * EVERY_DAYS[Cadence.MONTHLY]
"""A plan further away than our patience with those who meet least often moves no file."""


@dataclass(frozen=True)
class FileNow:
    """One file as it stands today. `met_on`: the day they last met; None when nobody met her yet.

    `planned`: the soonest meeting of today or later; `next`: the soonest that is not over.
    """

    mentee: Mentee
    met_on: date | None
    planned: Meeting | None
    next: Meeting | None
    task: Task | None
    look: Look | None
    today: date
    tracks: tuple[Track, ...] = ()
    ending: Ending | None = None
    places: tuple[PlacementNow, ...] = ()

    @property
    def place(self) -> PlacementNow | None:
        """Where she works, or is to work; None when nowhere."""
        return next((place for place in self.places if not place.over), None)

    @property
    def days_since(self) -> int | None:
        """Since they met."""
        return (self.today - self.met_on).days if self.met_on else None

    @property
    def still(self) -> bool:
        """Nobody met her lately, nothing is planned for today or later and nobody has anything to do."""
        lately = self.met_on is not None and (self.today - self.met_on).days < STILL_DAYS
        soon = self.planned is not None and within(self.planned.starts, FAR_DAYS, self.today)
        return not (lately or soon or self.task or self.over or self.quiet)

    @property
    def quiet(self) -> bool:
        """Nothing prompts anybody about her now."""
        return self.mentee.quiet_until is not None and self.mentee.quiet_until >= self.today

    @property
    def all_rest(self) -> bool:
        """There are tracks, and none of them goes on."""
        return bool(self.tracks) and all(track.rests_since for track in self.tracks) and not self.over

    @property
    def over(self) -> bool:
        """It has ended; after-care may go on."""
        return self.ending is not None and self.ending.ended_on is not None and self.ending.ended_on <= self.today

    @property
    def care_until(self) -> date | None:
        """She is asked now and then how she is until that day; None when nobody promised, or it has passed."""
        until = self.ending.care_until if self.ending and self.over else None
        return until if until and until >= self.today else None


def files_now(
    mentees: Iterable[Mentee],
    *,
    held: Iterable[Meeting],
    ahead: Iterable[Meeting],
    tasks: Iterable[Task],
    looks: Iterable[Look],
    tracks: Iterable[Track] = (),
    endings: Iterable[Ending] = (),
    places: Iterable[PlacementNow] = (),
    now: datetime,
) -> list[FileNow]:
    """One of each, in their order. `ahead`: what is planned for today or later."""
    today, open_plans = now.date(), list(ahead)
    met = {one.mentee: one.held_on for one in held}
    planned = _first(next_meetings(open_plans, today.isoformat()))
    coming = _first(next_meetings(open_plans, over_until(now)))
    doing = _first(open_tasks(tasks))
    seen = {one.mentee: one for one in looks}
    ends = {one.mentee: one for one in endings if one.came_back_on is None}
    worked: dict[str, list[Track]] = {}
    for track in tracks:
        worked.setdefault(track.mentee, []).append(track)
    at_work: dict[str, list[PlacementNow]] = {}
    for place in places:
        at_work.setdefault(place.placement.mentee, []).append(place)
    return [
        FileNow(
            one,
            met.get(one.id),
            planned.get(one.id),
            coming.get(one.id),
            doing.get(one.id),
            seen.get(one.id),
            today,
            tuple(worked.get(one.id, ())),
            ends.get(one.id),
            tuple(at_work.get(one.id, ())),
        )
        for one in mentees
    ]


def in_order(names: Mapping[RowId, str], met: Mapping[RowId, date]) -> list[RowId]:
    """Who was not met for longest comes first, who was never met before all; then by name. `names`: of mentees."""
    return sorted(names, key=lambda row: (met.get(row) or date.min, names[row], row))


def open_tasks(tasks: Iterable[Task]) -> list[Task]:
    """What is not done, the soonest first, what has no day last."""
    return sorted((one for one in tasks if one.done_on is None), key=lambda one: (one.due_on or date.max, one.id))


def to_look_at(rows: Iterable[RowId], looked: Mapping[str, date], today: date) -> list[RowId]:
    """What nobody looked through today: the longest ago first, never before all."""
    return sorted((row for row in rows if looked.get(row) != today), key=lambda row: looked.get(row) or date.min)


def last_held(rows: Sequence[RowId]) -> ColumnElement[bool]:
    """A condition for `find`: of each of these mentees the meetings of the last day on which they met."""
    other, held = aliased(Meeting), MeetingState.HELD.value
    latest = (
        select(col(other.mentee), func.max(col(other.held_on)))
        .where(col(other.state) == held, col(other.mentee).in_(rows))
        .group_by(col(other.mentee))
    )
    return and_(col(Meeting.state) == held, tuple_(col(Meeting.mentee), col(Meeting.held_on)).in_(latest))


def last_looks(rows: Sequence[RowId]) -> ColumnElement[bool]:
    """A condition for `find`: of each of these mentees the looks of the last day on which somebody looked."""
    other = aliased(Look)
    latest = (
        select(col(other.mentee), func.max(col(other.looked_on)))
        .where(col(other.mentee).in_(rows))
        .group_by(col(other.mentee))
    )
    return tuple_(col(Look.mentee), col(Look.looked_on)).in_(latest)


def has_ended(today: date) -> ColumnElement[bool]:
    """A condition for `find`: the endings that hold."""
    return and_(col(Ending.ended_on) <= today, col(Ending.came_back_on).is_(None))


def stands_still(today: date) -> ColumnElement[bool]:
    """A condition for `count`: the files of which `FileNow.still` is true."""
    since = today - timedelta(days=STILL_DAYS)
    lately = and_(col(Meeting.state) == MeetingState.HELD.value, col(Meeting.held_on) > since)
    moves = select(col(Meeting.mentee)).where(or_(lately, soon(today, FAR_DAYS)))
    has_task = select(col(Task.mentee)).where(col(Task.done_on).is_(None))
    over = select(col(Ending.mentee)).where(has_ended(today))
    loud = or_(col(Mentee.quiet_until).is_(None), col(Mentee.quiet_until) < today)
    return and_(loud, *(col(Mentee.id).not_in(some) for some in (moves, has_task, over)))


def _first(rows: Iterable[One]) -> Mapping[str, One]:
    """{mentee: the first of hers}"""
    first: dict[str, One] = {}
    for one in rows:
        first.setdefault(one.mentee, one)
    return first
