"""A letter she got and photographed: what it wants, until when, and that it is done. In `plan`, where she reads it."""

from datetime import date
from enum import StrEnum

from app.records.record import Prose, Record


class Sender(StrEnum):
    """Who wrote it, as a picture says it."""

    AUTHORITY = "authority"
    SCHOOL = "school"
    DOCTOR = "doctor"
    BANK = "bank"
    HOME = "home"  # the landlord, water, heat
    WORK = "work"
    OTHER = "other"


class Wants(StrEnum):
    """What it wants of her, as a picture says it."""

    NOTHING = "nothing"  # it only tells
    KEEP = "keep"
    PAY = "pay"
    ANSWER = "answer"
    CALL = "call"
    COME = "come"
    SIGN = "sign"


class Letter(Record, table=True):
    """Photo and voice are Attachments beside it. She writes nothing; who explains chooses pictures, speaks, writes."""

    sent_on: date | None = None  # photographed
    seen_on: date | None = None  # somebody who walks with her has opened it
    sender: str = ""  # a Sender; "" when nobody said
    wants: str = ""  # a Wants; "" = not explained yet
    text: Prose = ""  # in plain words, read aloud to her
    voice: str = ""  # row of the Attachment in which somebody explains it; "" = nobody spoke
    due_on: date | None = None  # the last day
    talk_on: date | None = None  # she wants to talk about it
    done_on: date | None = None
