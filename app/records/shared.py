"""What she says yes to, one thing at a time; and what leaves the house, to one partner, with her consent."""

from datetime import date
from enum import StrEnum

from app.records.record import Prose, Record


class Asked(StrEnum):
    """What we ask her for, each by itself; a partner is asked for by name."""

    CONTACT = "contact"  # call her and write to her
    NOTES = "notes"  # write down what was talked about
    NUMBERS = "numbers"  # count her, without her name


class Mode(StrEnum):
    """How she knew what she answered."""

    HEARD = "heard"  # played to its end
    READ = "read"
    INTERPRETER = "interpreter"  # somebody said it to her in her language


class Consent(Record, table=True):
    """Her answer to one thing; taken back, it ends. Lives in her `plan` space. Who wrote it down, and when: its byline.

    A yes has `given_on`. A no that was never a yes has `ended_on` alone.
    """

    partner: str = ""  # the partner's circle, 32 hex digits; "" for an Asked
    name: str = ""  # what the partner is called
    what: str = ""  # an Asked; "" for a partner
    version: int | None = None  # of the text she answered
    digest: str = ""  # SHA-256 of that text as she met it, 64 hex digits
    language: str = ""  # the code of the language she met it in
    mode: str = ""  # a Mode; "" when nobody said
    explained: str = ""  # a Spoken: how a yes was asked for where somebody said it to her; never through a child
    given_on: date | None = None
    ended_on: date | None = None


class Shared(Record, table=True):
    """One thing a partner may read, in words meant for them. Lives in that partner's space."""

    consent: str = ""  # the row it rests on
    about: str = ""  # what she is called there
    day: date | None = None  # the day it tells of
    text: Prose = ""


class Passed(Record, table=True):
    """The same thing as she reads it: what was given to whom, when. In her `plan`, under the row id of the Shared."""

    consent: str = ""
    name: str = ""  # what the partner is called
    day: date | None = None
    text: Prose = ""
    ended_on: date | None = None  # they no longer find it


class NotRight(Record, table=True):
    """She says that something written about her is wrong; beside it, one row. Nobody asks her why."""

    noun: str = ""  # what it is about, on the wire
    row: str = ""
    said_on: date | None = None  # None: she no longer says so
    heard_on: date | None = None  # who walks with her has seen it
