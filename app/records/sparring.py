"""Asking colleagues for advice."""

from datetime import date

from app.records.record import Prose, Record


class Sparring(Record, table=True):
    """A question to colleagues. Lives in `staff`, in a circle of a few, or in a file beside what it is about."""

    text: Prose = ""
    asked_on: date | None = None
    unnamed: bool = False  # the app shows nobody who asked; the sealed row still has its author
    settled_on: date | None = None  # the one who asked has what she needs


class Reply(Record, table=True):
    """What a colleague answers. Lives where the question lives."""

    sparring: str = ""  # the row of the question
    text: Prose = ""
