"""A mentee at a company: the ladder of hours, how each week was for both sides, and what is said when it ends."""

from datetime import date
from enum import StrEnum

from sqlmodel import Field

from app.records.record import Record


class RungKind(StrEnum):
    """How she is there. Any rung may come first, and any after any."""

    TRY_OUT = "try_out"
    PLACEMENT = "placement"
    SUBSIDY = "subsidy"
    PAID = "paid"


class PlanB(StrEnum):
    """What she does if this comes to nothing."""

    OTHER_PLACE = "other_place"
    COURSE = "course"
    DANISH = "danish"
    OFFER = "offer"  # something nearby, without a company
    LATER = "later"  # the same place at another time


class Placement(Record, table=True):
    """She goes to work somewhere. Lives in the `plan` space: it is hers as much as ours."""

    mentee: str = Field(default="", index=True)
    company: str = ""  # row id of the Company, which is not on everybody's phone
    at: str = ""  # what it is called, for those who cannot open the Company
    plan_b: str = ""  # a PlanB
    plan_b_words: str = ""
    confirmed_on: date | None = None  # the company and she have said yes
    ended_on: date | None = None


class Rung(Record, table=True):
    """From that day on so many hours a week. Appended, never changed; lives in `plan` beside its Placement."""

    placement: str = Field(default="", index=True)
    kind: str = ""  # a RungKind
    from_on: date | None = None
    hours: int | None = None  # a week, in all
    paid_hours: int | None = None  # a week, of these with a wage


class Face(StrEnum):
    """How a week was."""

    GOOD = "good"
    SO_SO = "so_so"
    HARD = "hard"


class Pulse(Record, table=True):
    """How a week was for her; one row a week, whoever taps it with her. Lives in `plan`, she writes it too."""

    placement: str = Field(default="", index=True)
    monday: date | None = None  # of the week it tells of
    face: str = ""  # a Face


class CompanyPulse(Record, table=True):
    """How the same week was for the company, typed in from its card. In `case`: she is not to read a bad mark."""

    placement: str = Field(default="", index=True)
    monday: date | None = None
    face: str = ""  # a Face


class WentWell(StrEnum):
    """What succeeded, also where it came to an end early."""

    CAME = "came"
    TASKS = "tasks"
    COLLEAGUES = "colleagues"
    DANISH = "danish"
    WAY = "way"  # she found the way there
    ASKED = "asked"  # she asked when she was in doubt
    KNOWS = "knows"  # she knows better what she wants


class WasHard(StrEnum):
    """What was hard; of the work and of us as much as of her day."""

    HOURS = "hours"
    WAY = "way"
    TASKS = "tasks"
    LANGUAGE = "language"
    ALONE = "alone"
    HOME = "home"
    PROMISES = "promises"  # what was promised did not come


class Then(StrEnum):
    """What comes next."""

    JOB = "job"
    STAYS = "stays"  # more hours at the same place
    OTHER_PLACE = "other_place"
    SCHOOL = "school"
    REST = "rest"


class Debrief(Record, table=True):
    """Said together at the end: first what succeeded. Lives in `plan`; one for each Placement."""

    placement: str = Field(default="", index=True)
    succeeded: str = ""  # WentWells with a comma between
    days_came: int | None = None
    days_agreed: int | None = None  # "came 5 of 6 days"
    words: str = ""  # what she is proud of, as she says it
    hard: str = ""  # WasHards with a comma between
    goes_on_with: str = ""  # a Then
    held_on: date | None = None
