"""What a mentor and a mentee agreed on, so that neither has to guess."""

from datetime import date
from enum import StrEnum

from app.records.record import Prose, Record


class Cadence(StrEnum):
    """How often they meet."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    ON_CALL = "on_call"  # only when she asks


class Way(StrEnum):
    """How they reach each other between meetings."""

    MESSAGE = "message"
    CALL = "call"
    APP = "app"
    DOOR = "door"


class Agreement(Record, table=True):
    """One pair's agreement. Lives in the `plan` space: it is hers as much as the mentor's."""

    mentee: str = ""
    mentor: str = ""  # pseudonym, 32 hex digits
    purpose: str = ""  # Topics with a comma between
    words: Prose = ""  # what they want from it, as she says it
    way: str = ""  # Ways with a comma between
    place_kind: str = ""  # a MeetingPlace
    cadence: str = ""  # a Cadence
    minutes: int | None = None  # of one meeting
    unannounced: bool = False  # may the mentor come without a word before
    hours: int | None = None  # that the mentor has for her, in all
    until: date | None = None
    agreed_on: date | None = None
