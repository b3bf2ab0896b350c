"""What only named persons may know."""

from datetime import date

from app.records.record import Prose, Record


class Matter(Record, table=True):
    """One thing about somebody's safety: what is known, what to do. Lives in a `restricted` circle, never elsewhere."""

    text: Prose = ""
    noted_on: date | None = None
    over_on: date | None = None  # it needs no more looking after
