"""The time together of which nothing is written but that it was."""

from datetime import date

from app.records.record import Record


class Room(Record, table=True):
    """Rum uden referat: a time together without minutes. It has no field for content, and never gets one.

    Lives in the `staff` space.
    """

    held_on: date | None = None
    cohort: str = ""  # row id of a Cohort
    minutes: int | None = None
    heads: int | None = None
