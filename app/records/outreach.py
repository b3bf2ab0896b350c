"""What outreach leans on: whom somebody was sent to, what there is nearby, how many there are to be reached."""

from datetime import date
from enum import StrEnum

from sqlmodel import Field

from app.records.record import Record


class Direction(StrEnum):
    """Sent to somebody else, or sent to us."""

    OUT = "out"
    IN = "in"


class Came(StrEnum):
    """What came of being sent."""

    BEGAN = "began"
    NO_ROOM = "no_room"
    NOT_FOR_HER = "not_for_her"
    NOT_YET = "not_yet"


class Referral(Record, table=True):
    """Somebody was sent on, or sent to us. Lives in the `area` space."""

    contact: str = Field(default="", index=True)  # row id of the Contact
    direction: str = ""  # a Direction
    whom: str = ""  # where to, or from where
    day: date | None = None
    first_seen_on: date | None = None  # she was there
    along: bool = False  # one of us went with her
    came: str = ""  # a Came; "" while nobody knows


class Offer(Record, table=True):
    """Something nearby that is open to people. Lives in the `public` space."""

    name: str = ""
    topic: str = ""  # a Topic
    place: str = ""
    times: str = ""  # as one says it: "Tuesdays at ten"
    phone: str = ""
    languages: str = ""
    checked_on: date | None = None  # somebody made sure that this is so


class Method(StrEnum):
    """How a target group was counted."""

    REGISTER = "register"
    SCHOOL_LIST = "school_list"
    DOOR_COUNT = "door_count"
    GUESS = "guess"


EVERYBODY = "everybody"
"""The group of an estimate that counts all whom the outreach tries to reach."""


class Estimate(Record, table=True):
    """How many people there are to be reached: never a number without method, day and source. Lives in `area`."""

    whom: str = ""  # the group, in words; or EVERYBODY
    number: int | None = None
    method: str = ""  # a Method
    counted_on: date | None = None
    source: str = ""
