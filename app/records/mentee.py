"""The person whose file it is, and what she may read of what is written about her."""

from datetime import date
from enum import StrEnum

from app.records.record import Prose, Record


class Reach(StrEnum):
    """When a message to her is safe: somebody else may look at her phone."""

    ANY = "any"
    TIMES = "times"
    NEVER = "never"


class Mentee(Record, table=True):
    """The cover of a file. Lives in its `case` space."""

    name: str = ""
    language: str = ""
    picture: str = ""
    phone: str = ""
    reach: str = ""  # a Reach; "" when nobody asked her
    safe_days: str = ""  # weekdays on which a message is safe, 1 = Monday: "135"; "" = all
    safe_from: str = ""  # "HH:MM" on her own clock
    safe_to: str = ""  # "HH:MM"; earlier than `safe_from`: over midnight
    quiet_until: date | None = None  # nothing prompts anybody about her until that day; why is not kept
    contact_person: str = ""  # pseudonym of the one of us she asks for
    deputy: str = ""  # pseudonym of who is there when that one is not
    contact: str = ""  # row id of the Contact it was opened from; the area does not say that there is a file


class Released(Record, table=True):
    """One thing written about her that she may read, in words meant for her. Lives in the `plan` space."""

    noun: str = ""  # what it was taken from, on the wire
    row: str = ""
    day: date | None = None  # the day it tells of
    text: Prose = ""
