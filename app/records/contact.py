"""Somebody an outreach worker met, or tried to meet, in a housing area."""

from datetime import date
from enum import StrEnum

from sqlmodel import col

from app.records.record import Prose, Record, few, one_of


class Channel(StrEnum):
    """How the two came to speak."""

    DOOR = "door"
    STREET = "street"
    EVENT = "event"
    PHONE = "phone"
    REFERRAL = "referral"
    FRIEND = "friend"  # by word of mouth; never whose
    HERSELF = "herself"  # she called or came by herself
    OTHER = "other"


class Outcome(StrEnum):
    """What came of it."""

    TALKED = "talked"
    INTERESTED = "interested"
    NOT_NOW = "not_now"
    NOBODY_HOME = "nobody_home"


class NextStep(StrEnum):
    """What was agreed to do next."""

    CALL = "call"
    VISIT = "visit"
    INVITE = "invite"  # to an event
    GO_ALONG = "go_along"
    FIND_OUT = "find_out"


class Declined(StrEnum):
    """Why not now; a later day to ask again goes with it."""

    SETTLED = "settled"  # has work or goes to school
    DANISH_FIRST = "danish_first"
    AT_HOME = "at_home"  # wants to be at home
    CHILDREN = "children"
    FAMILY = "family"  # somebody at home is against it
    NOT_BOUND = "not_bound"  # does not want to be bound
    AWAY = "away"  # travels
    UNSAID = "unsaid"


class Contact(Record, table=True):
    """One person of the area and the last time she was met. Lives in the `area` space."""

    name: str = ""
    phone: str = ""
    address: str = ""
    language: str = ""  # as the person names it, or a language code
    spot: str = ""  # row id of the Spot where she was met
    channel: str = ""  # a Channel; "" when not said. Kept as text: a newer app may know more channels
    outcome: str = ""  # an Outcome; "" when not said
    spoken: str = ""  # a Spoken
    topics: str = ""  # Topics with a comma between
    next_step: str = ""  # a NextStep
    declined: str = ""  # a Declined
    consented_on: date | None = None  # she said yes to being written down; until then the line goes away by itself
    explained: str = ""  # a Spoken: how that yes was asked for; never through a child
    joined_on: date | None = None  # she takes part
    met_on: date | None = None
    followup_on: date | None = None
    minutes: int | None = None  # what meeting her took; None on a round, which has its own
    written_on: date | None = None  # where that is another day than the one they met, or nobody knows that one
    note: Prose = ""


INTERESTED = one_of(Contact.outcome, [Outcome.INTERESTED])
few(Contact.met_on, INTERESTED)
few(Contact.followup_on, col(Contact.followup_on).is_not(None))
