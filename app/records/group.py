"""Groups that meet: what is said of all of them together, and in each one's own file whether she was there."""

from datetime import date
from enum import StrEnum

from sqlmodel import Field

from app.records.record import Record


class CohortKind(StrEnum):
    """What a group comes together for."""

    LANGUAGE = "language"
    NETWORK = "network"
    WORK = "work"
    CRAFT = "craft"
    MOVE = "move"  # to walk, to swim, to dance
    PARENTS = "parents"
    OTHER = "other"


class Cohort(Record, table=True):
    """People who come together regularly. Lives in the `staff` space; who they are stands in each one's own file."""

    name: str = ""
    kind: str = ""  # a CohortKind. Kept as text: a newer app may know more kinds
    language: str = ""  # a code, the one that is spoken there beside Danish
    area: str = ""  # the name of an area
    place: str = ""
    sessions: int | None = None  # so many are planned
    ended_on: date | None = None


class GroupSession(Record, table=True):
    """One time that a group met. Lives in the `staff` space: all of it is said of the group, nothing of one person.

    A group meets once a day: the row is the same on every phone.
    """

    cohort: str = Field(default="", index=True)  # row id of a Cohort
    held_on: date | None = None
    minutes: int | None = None
    topics: str = ""  # Topics with a comma between
    role_model: str = ""  # an Answer: was somebody there who has gone the same way?


class Guest(Record, table=True):
    """One more was there, without a name; one row a tap. Lives in the `staff` space."""

    session: str = Field(default="", index=True)  # row id of a GroupSession
    at: str = ""  # local "YYYY-MM-DDTHH:MM:SS"


class Seat(Record, table=True):
    """A mentee takes part in a group. Lives in her `case` space: other mentors do not learn who comes."""

    mentee: str = Field(default="", index=True)
    cohort: str = Field(default="", index=True)
    since: date | None = None
    left_on: date | None = None


class Presence(StrEnum):
    """How it went with her coming. None of them is a fault, and none has a reason."""

    CAME = "came"
    PART = "part"
    SAID = "said"  # that she could not
    AWAY = "away"


class Attendance(Record, table=True):
    """One tap about one mentee at one session; the last one holds. Lives in her `case` space.

    It is there so that she is not forgotten: it has no reason, no consequence and no way out of the house.
    """

    mentee: str = Field(default="", index=True)
    session: str = Field(default="", index=True)  # row id of a GroupSession
    presence: str = ""  # a Presence; "" takes back what was tapped
    turn: int | None = None  # one more than the greatest that was known at the tap
    at: str = ""  # local "YYYY-MM-DDTHH:MM:SS"


class AskedWay(StrEnum):
    """How we ask after somebody who did not come; each a little nearer than the one before."""

    CALL = "call"
    VISIT = "visit"
    FETCH = "fetch"  # and go there together


class AskedAfter(Record, table=True):
    """One of us asked after her. Lives in her `case` space."""

    mentee: str = Field(default="", index=True)
    session: str = ""  # row id of the GroupSession to which she did not come
    way: str = ""  # an AskedWay
    asked_on: date | None = None
    person: str = ""  # pseudonym of who did, 32 hex digits
    spoke: str = ""  # an Answer: did they speak with each other?
