"""Places where somebody may work, and what each asks of her who comes. They live in the `area` space."""

from datetime import date
from enum import StrEnum

from sqlmodel import Field

from app.records.record import Record


class Trade(StrEnum):
    """What is done there; coarse, so that one finds it with one tap."""

    CLEANING = "cleaning"
    KITCHEN = "kitchen"
    SHOP = "shop"
    CARE = "care"
    CHILDREN = "children"
    STORE = "store"  # warehouse, post
    PRODUCTION = "production"
    TEXTILE = "textile"
    GARDEN = "garden"
    OFFICE = "office"
    OTHER = "other"


class ReachBy(StrEnum):
    """How the contact person wants to be reached; a till or a kitchen is no place for a long call."""

    CALL = "call"
    MESSAGE = "message"
    MAIL = "mail"
    COME = "come"


class Company(Record, table=True):
    """One place of work and whom one speaks with there. Lives in the `area` space."""

    name: str = ""
    trade: str = ""  # a Trade
    area: str = ""  # where it is, as one says it
    person: str = ""  # whom one speaks with there
    phone: str = ""
    mail: str = ""
    reach_by: str = ""  # a ReachBy
    reach_when: str = ""  # as one says it: "after two, never on Fridays"
    needs_people: bool = False  # it lacks hands: a job may come of it
    checked_on: date | None = None  # somebody made sure that this is so


class Requirement(Record, table=True):
    """One thing that a company asks of whoever comes, so concretely that it can be learned. In `area`."""

    company: str = Field(default="", index=True)  # row id of the Company
    text: str = ""
