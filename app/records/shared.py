"""What leaves the house: one thing at a time, to one partner, with her consent."""

from datetime import date

from app.records.record import Prose, Record


class Consent(Record, table=True):
    """She said yes to one partner reading what is chosen; taken back, it ends. Lives in her `plan` space."""

    partner: str = ""  # the partner's circle, 32 hex digits
    name: str = ""  # what the partner is called
    given_on: date | None = None
    ended_on: date | None = None


class Shared(Record, table=True):
    """One thing a partner may read, in words meant for them. Lives in that partner's space."""

    consent: str = ""  # the row it rests on
    about: str = ""  # what she is called there
    day: date | None = None  # the day it tells of
    text: Prose = ""
