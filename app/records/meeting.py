"""A mentor and a mentee spend time together: the facts, what was thought, and what she herself sees of it."""

from datetime import date
from enum import StrEnum

from app.records.record import Prose, Record


class MeetingState(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    HELD = "held"
    MOVED = "moved"
    CANCELLED = "cancelled"


class Meeting(Record, table=True):
    """The facts. Lives in the `case` space, where the coordinator reads too."""

    mentee: str = ""  # row id of the Mentee
    state: str = ""  # a MeetingState
    starts: str = ""  # local "YYYY-MM-DDTHH:MM": a meeting is at three o'clock wherever the phone thinks it is
    held_on: date | None = None
    minutes: int | None = None  # time spent together, without transport
    place: str = ""
    topics: str = ""


class MeetingNote(Record, table=True):
    """What somebody saw or thought. Lives on the innermost rung (`notes`), where the coordinator does not read."""

    meeting: str = ""
    text: Prose = ""


class Appointment(Record, table=True):
    """A meeting as the mentee sees it. Lives in the `plan` space."""

    meeting: str = ""
    starts: str = ""
    place: str = ""
    with_whom: str = ""
