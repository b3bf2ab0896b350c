"""Who may be somebody's mentor, how she became one, what a mentee wishes, and who was proposed to whom."""

from datetime import date
from enum import StrEnum

from app.records.record import Record


class MentorType(StrEnum):
    """In what way somebody is a mentor; one person may be several."""

    VOLUNTEER = "volunteer"
    WORKPLACE = "workplace"
    LEISURE = "leisure"
    STAFF = "staff"
    COLLEAGUE = "colleague"
    ROLE_MODEL = "role_model"


class DayPart(StrEnum):
    """When on a day somebody has time."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Gender(StrEnum):
    """As somebody says it of herself; "" when she does not."""

    WOMAN = "woman"
    MAN = "man"


class Mentor(Record, table=True):
    """What somebody brings as a mentor; everybody who works here reads it. Lives in the `staff` space.

    Never how she was found fit: that is a `MentorPath`, and other mentors do not read it.
    The fields that hold several values have a blank between them.
    """

    person: str = ""  # pseudonym; "" for somebody who has no phone here yet
    name: str = ""
    types: str = ""  # MentorTypes
    languages: str = ""  # codes, as in "ar so"
    trades: str = ""
    interests: str = ""
    days: str = ""  # weekdays, 1 = Monday
    parts: str = ""  # DayParts: when on those days
    areas: str = ""  # names of areas, a comma between
    gender: str = ""  # a Gender
    capacity: int | None = None  # so many mentees at most; None = one
    rests_until: date | None = None
    ended_on: date | None = None


class MentorPath(Record, table=True):
    """How somebody becomes a mentor. Lives in the `area` space: workers and coordinators read it, mentors do not.

    A screening is kept as *that and when*; there is no field for the certificate or what it says.
    """

    mentor: str = ""  # row id of the Mentor
    interest_on: date | None = None
    talk_on: date | None = None  # about values
    courses_on: date | None = None
    undertaking_on: date | None = None  # of confidentiality
    screened_on: date | None = None
    ready_on: date | None = None
    ready_by: str = ""  # pseudonym of who decided it


class Wish(Record, table=True):
    """What she wishes for in a mentor. Lives in the `case` space; values as in `Mentor`."""

    mentee: str = ""
    languages: str = ""
    trades: str = ""
    interests: str = ""
    days: str = ""
    parts: str = ""
    areas: str = ""
    gender: str = ""


class Match(Record, table=True):
    """A mentor proposed for a mentee: a first meeting of three, then both say yes or no. Lives in `case`."""

    mentee: str = ""
    mentor: str = ""  # row id of the Mentor
    proposed_on: date | None = None
    meets_on: date | None = None  # the three of them
    mentor_says: str = ""  # an Answer
    she_says: str = ""  # an Answer
    ended_on: date | None = None


class Side(StrEnum):
    """Whose word it is."""

    SHE = "she"
    MENTOR = "mentor"


class WouldMeet(Record, table=True):
    """Somebody at an event would like to meet somebody, said privately on a phone that was turned to her.

    Lives in the `own` space of who turned it: nobody else ever receives it. One side alone is shown to nobody and goes
    after two days.
    """

    mentee: str = ""
    mentor: str = ""  # row id of the Mentor
    side: str = ""  # a Side
    said_on: date | None = None
