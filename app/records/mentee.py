"""The person whose file it is, the steps of her plan, and what she may read of what is written about her."""

from datetime import date

from app.records.record import Prose, Record


class Mentee(Record, table=True):
    """The cover of a file. Lives in its `case` space."""

    name: str = ""
    language: str = ""
    picture: str = ""


class Step(Record, table=True):
    """Something she wants to reach. Lives in the `plan` space, where she reads and writes too."""

    text: Prose = ""
    done_on: date | None = None
    position: int | None = None  # small first; None last


class Released(Record, table=True):
    """One thing written about her that she may read, in words meant for her. Lives in the `plan` space."""

    noun: str = ""  # what it was taken from, on the wire
    row: str = ""
    day: date | None = None  # the day it tells of
    text: Prose = ""
