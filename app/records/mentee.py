"""The person whose file it is, and the steps of her plan."""

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
