"""A mentor and a mentee spend time together: the facts, what was thought, and what she herself sees of it."""

from datetime import date
from enum import StrEnum

from app.records.record import Prose, Record, few, one_of


class MeetingState(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    HELD = "held"
    MOVED = "moved"
    CANCELLED = "cancelled"


class MeetingPlace(StrEnum):
    """What kind of place it was."""

    HERS = "hers"
    OUTDOORS = "outdoors"
    CAFE = "cafe"
    LIBRARY = "library"
    HOUSE = "house"  # the area's own meeting house, or ours
    AUTHORITY = "authority"
    PHONE = "phone"
    OTHER = "other"


class Notice(StrEnum):
    """Who said what when a meeting was moved or did not take place. None of them is a fault."""

    AHEAD = "ahead"
    LATE = "late"
    AFTER = "after"
    OURS = "ours"
    NONE = "none"


class Travel(StrEnum):
    """How she gets there, as a picture says it."""

    TOGETHER = "together"  # who walks with her comes along, or fetches her
    WALK = "walk"
    BICYCLE = "bicycle"
    BUS = "bus"
    TRAIN = "train"


class Meeting(Record, table=True):
    """The facts. Lives in the `case` space, where the coordinator reads too."""

    mentee: str = ""  # row id of the Mentee
    mentor: str = ""  # pseudonym of who meets her, 32 hex digits; "" where nobody said: it counts for all her mentors
    state: str = ""  # a MeetingState
    starts: str = ""  # local "YYYY-MM-DDTHH:MM": a meeting is at three o'clock wherever the phone thinks it is
    held_on: date | None = None  # of one that nobody planned and that did not happen: the day it would have been
    minutes: int | None = None  # time spent together, without transport
    arranging: int | None = None  # minutes of calls and messages until it stood
    transport: int | None = None  # minutes on the way, both ways
    place: str = ""
    place_kind: str = ""  # a MeetingPlace. Kept as text, as all that are chosen: a newer app may know more
    topics: str = ""  # Topics with a comma between; of older apps, words
    spoken: str = ""  # a Spoken
    notice: str = ""  # a Notice; "" when it took place


MAY_COME = (MeetingState.PLANNED, MeetingState.MOVED)
"""What may still come."""
STILL_OPEN = one_of(Meeting.state, MAY_COME)
few(Meeting.starts, STILL_OPEN)


class MeetingNote(Record, table=True):
    """What somebody saw or thought. Lives on the innermost rung (`notes`), where the coordinator does not read."""

    meeting: str = ""
    text: Prose = ""  # what was seen or heard
    thought: Prose = ""  # what it may mean


class Appointment(Record, table=True):
    """A meeting as the mentee sees it. Lives in the `plan` space."""

    meeting: str = ""
    starts: str = ""
    place: str = ""
    place_kind: str = ""  # a MeetingPlace
    with_whom: str = ""
    travel: str = ""  # a Travel
    line: str = ""  # of the bus or train: "4A"
    stop: str = ""  # where she gets off
    state: str = ""  # MeetingState.HELD once somebody told of it: it is over, whatever the clock says
