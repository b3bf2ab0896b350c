"""Two people spoke: how they understood each other, and of what."""

from enum import StrEnum


class Spoken(StrEnum):
    """How the two understood each other."""

    DANISH = "danish"
    HERS = "hers"  # her own language
    BOTH = "both"  # Danish and hers
    SHARED = "shared"  # another language that both speak
    INTERPRETER = "interpreter"  # who was there
    BY_PHONE = "by_phone"  # an interpreter on the telephone
    FAMILY = "family"  # somebody grown-up of hers
    CHILD = "child"  # never enough for a consent


class Topic(StrEnum):
    """What was talked about, as coarsely as anybody may know. Nothing tells of an illness, a faith or a permit."""

    EVERYDAY = "everyday"
    DANISH = "danish"
    WORK = "work"
    EDUCATION = "education"
    LETTERS = "letters"
    MONEY = "money"
    HOME = "home"
    CHILDREN = "children"
    PEOPLE = "people"
    WAYS = "ways"  # to find the way, to take the bus
    LEISURE = "leisure"
    RIGHTS = "rights"
    HOPES = "hopes"
