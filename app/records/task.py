"""What somebody of us does for a mentee, and what was seen when her file was looked through."""

from datetime import date
from enum import StrEnum

from app.records.record import Record


class TaskKind(StrEnum):
    """What is to be done; the kind alone is enough, nobody has to write."""

    MEET = "meet"
    TELL = "tell"
    CALL = "call"
    ASK = "ask"
    PLAN = "plan"
    MENTOR = "mentor"
    OTHER = "other"


class Task(Record, table=True):
    """One thing that one of us does for her, by a day. Lives in the `case` space; the mentee has no tasks."""

    mentee: str = ""  # row id of the Mentee
    kind: str = ""  # a TaskKind
    what: str = ""  # in a few words; "" when the kind says it
    person: str = ""  # pseudonym of who does it, 32 hex digits; "" for nobody yet
    due_on: date | None = None
    done_on: date | None = None


class Answer(StrEnum):
    """To a question about her file; "" when nobody said."""

    YES = "yes"
    NO = "no"


class Waits(StrEnum):
    """Whose turn it is."""

    HERS = "hers"
    OURS = "ours"
    OTHERS = "others"
    NOBODY = "nobody"


class Look(Record, table=True):
    """Somebody went through her file with three questions, one row each time. Lives in the `case` space."""

    mentee: str = ""
    looked_on: date | None = None
    met: str = ""  # an Answer: has she been met?
    knows: str = ""  # an Answer: does she know what comes next?
    waits: str = ""  # a Waits: who waits for whom?
