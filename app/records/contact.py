"""Somebody an outreach worker met, or tried to meet, in a housing area."""

from datetime import date
from enum import StrEnum

from app.records.record import Prose, Record


class Channel(StrEnum):
    """How the two came to speak."""

    DOOR = "door"
    STREET = "street"
    EVENT = "event"
    PHONE = "phone"
    REFERRAL = "referral"
    OTHER = "other"


class Outcome(StrEnum):
    """What came of it."""

    TALKED = "talked"
    INTERESTED = "interested"
    NOT_NOW = "not_now"
    NOBODY_HOME = "nobody_home"


class Contact(Record, table=True):
    """One person of the area and the last time she was met. Lives in the `area` space."""

    name: str = ""
    phone: str = ""
    address: str = ""
    language: str = ""  # as the person names it, or a language code
    channel: str = ""  # a Channel; "" when not said. Kept as text: a newer app may know more channels
    outcome: str = ""  # an Outcome; "" when not said
    met_on: date | None = None
    followup_on: date | None = None
    note: Prose = ""
