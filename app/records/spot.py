"""Where people of the area are met: the place itself, every try there, what a round took, doors to leave alone."""

from datetime import date
from enum import StrEnum

from sqlmodel import Field

from app.records.record import Record


class SpotKind(StrEnum):
    """What sort of place it is; only a stairwell has doors."""

    STAIRWELL = "stairwell"
    MOSQUE = "mosque"
    LIBRARY = "library"
    SCHOOL = "school"  # a language school
    EVENT = "event"
    OTHER = "other"


class Spot(Record, table=True):
    """A place where people are met. Lives in the `area` space."""

    kind: str = ""  # a SpotKind. Kept as text: a newer app may know more kinds
    name: str = ""
    address: str = ""
    doors: int | None = None
    held_on: date | None = None  # an event's day


NOBODYS = "nobodys"
"""In place of a spot: what stays of somebody who was let go."""

COUNTED = "counted"
"""There, in place of an Outcome: the two spoke by that channel, and another row counts her as a person."""


class Attempt(Record, table=True):
    """One try to reach somebody, at a place or one contact again; one row a tap, nobody's name. Totals are sums."""

    spot: str = Field(default="", index=True)  # row id of the Spot, or NOBODYS
    contact: str = Field(default="", index=True)  # row id of the Contact; "" for a bare tally
    channel: str = ""  # a Channel; "" at a place: its kind says it
    outcome: str = ""  # an Outcome
    day: date | None = Field(default=None, index=True)
    minutes: int | None = None  # what it took, where that was told
    at: str = ""  # local "YYYY-MM-DDTHH:MM:SS": when people are at home


class Round(Record, table=True):
    """What one worker's time at one place took, told at its end. Several of one day add up."""

    spot: str = Field(default="", index=True)
    day: date | None = None
    minutes: int | None = None
    heads: int | None = None  # how many came, without names


class QuietDoor(Record, table=True):
    """Please don't knock: a door, until a day; no name and no reason."""

    spot: str = ""
    door: str = ""
    until: date | None = None  # the last day
