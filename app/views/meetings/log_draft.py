"""What stands in the log of a meeting while it is being told, and how it is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from app.domain.agenda import same_weekday
from app.journeys.agenda import planned_with
from app.journeys.meetings import (
    USUAL_MINUTES,
    change_meeting,
    last_held,
    log_meeting,
    plan_to_tell,
    usual_minutes,
)
from app.journeys.missed import miss_meeting
from app.ports import Ports
from app.records import Doer, Meeting, MeetingState, Mentee
from app.views.chosen import joined, split

MORNING = time(10, 0)


@dataclass
class Draft:
    """`planned` = the plan that is told on, as it was when the screen opened; None when nobody planned it."""

    mentee: str = ""
    mentor: str = ""  # pseudonym of who met her
    planned: Meeting | None = None
    ahead: str = ""  # when the next one is planned already
    state: str = MeetingState.HELD.value
    held_on: date | None = None
    minutes: int = USUAL_MINUTES
    arranging: int = 0
    transport: int = 0
    place: str = ""
    place_kind: str = ""
    topics: list[str] = field(default_factory=list)
    spoken: str = ""
    notice: str = ""
    note: str = ""
    thought: str = ""
    succeeded: str = ""
    step: str = ""
    step_by: str = Doer.TOGETHER.value
    next_day: date | None = None
    next_hour: time = MORNING
    moved_day: date | None = None

    @staticmethod
    def of(ports: Ports, mentee: str, planned: Meeting | None = None, mentor: str = "") -> Draft:
        """As much as is known before anybody typed: the plan, of that `mentor` if one is named; else the last time."""
        today = ports.today()
        planned = planned or (plan_to_tell(ports, mentee, mentor) if mentee else None)
        last = last_held(ports, mentee) if mentee else None
        before = planned or last or Meeting()
        start = moment_of(before.starts)
        draft = Draft(mentee=mentee, planned=planned, held_on=today, next_hour=start.time() if start else MORNING)
        draft.place_kind, draft.spoken = before.place_kind, last.spoken if last else ""
        draft.mentor = mentor or (planned.mentor if planned else "") or ports.me.person.hex()
        if mentee:
            draft.minutes = usual_minutes(ports, mentee, draft.mentor)
            draft.ahead = next((one.starts for one in planned_with(ports, mentee) if one != planned), "")
        if planned:
            draft.held_on = min(start.date(), today) if start else today
            draft.place, draft.topics = planned.place, split(planned.topics)
        return draft

    def met_by(self, ports: Ports, mentor: str) -> dict[str, Any]:
        """What changes when it was another one who met her: her own plan, or none. What was typed stays."""
        before, after = (Draft.of(ports, self.mentee, mentor=one) for one in (self.mentor, mentor))
        said = {name: value for name, value in vars(after).items() if getattr(self, name) == getattr(before, name)}
        said |= {"mentor": mentor, "planned": after.planned}
        moves_none = after.planned is None and self.state == MeetingState.MOVED
        return said | ({"state": MeetingState.HELD.value} if moves_none else {})

    def week_after(self, today: date) -> date:
        """The same weekday again."""
        return same_weekday(self.held_on or today, today)

    def week_on(self, today: date) -> date:
        """The same weekday again, of the day that was planned: it may lie ahead."""
        start = moment_of(self.planned.starts) if self.planned else None
        return same_weekday(start.date() if start else today, today)

    @property
    def next_starts(self) -> str:
        """The next one; "" for none, and for the one that is planned already."""
        starts = starts_of(self.next_day, self.next_hour)
        return "" if starts == self.ahead else starts

    def keep(self, ports: Ports, row: str, mentee: Mentee) -> None:
        """One journey, by the state."""
        if self.state == MeetingState.HELD:
            log_meeting(
                ports,
                row=row,
                mentee=mentee,
                held_on=self.held_on or ports.today(),
                mentor=self.mentor,
                minutes=self.minutes,
                arranging=self.arranging or None,
                transport=self.transport or None,
                place=self.place,
                place_kind=self.place_kind,
                topics=joined(self.topics),
                spoken=self.spoken,
                note=self.note,
                thought=self.thought,
                succeeded=self.succeeded,
                step=self.step,
                step_by=self.step_by,
                next_starts=self.next_starts,
                planned=self.planned,
            )
        elif self.planned is None:
            miss_meeting(
                ports,
                row=row,
                mentee=mentee,
                day=self.held_on or ports.today(),
                mentor=self.mentor,
                notice=self.notice,
                arranging=self.arranging or None,
                transport=self.transport or None,
            )
        elif self.state == MeetingState.MOVED:
            change_meeting(
                ports,
                shown=self.planned,
                starts=starts_of(self.moved_day, self.next_hour) or "-",
                place=self.place,
                notice=self.notice,
                arranging=self.arranging or None,
            )
        else:
            change_meeting(
                ports,
                shown=self.planned,
                state=MeetingState.CANCELLED.value,
                mentor=self.mentor,
                notice=self.notice,
                arranging=self.arranging or None,
                transport=self.transport or None,
            )


def starts_of(day: date | None, hour: time) -> str:
    """As a meeting keeps it; "" without a day."""
    return f"{day.isoformat()}T{hour:%H:%M}" if day else ""


def moment_of(starts: str) -> datetime | None:
    """None for what is no moment."""
    try:
        return datetime.fromisoformat(starts)
    except ValueError:
        return None
