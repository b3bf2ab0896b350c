"""The tracks of a file, who hands it over to whom, and how it ends. All of it facts, all of it in the `case` space."""

from datetime import date
from enum import StrEnum

from app.records.record import Record


class TrackKind(StrEnum):
    """What is worked on; several at a time, beside each other."""

    EVERYDAY = "everyday"
    DANISH = "danish"
    WORK = "work"
    EDUCATION = "education"
    HEALTH = "health"
    NETWORK = "network"
    LEISURE = "leisure"


class StepBack(StrEnum):
    """Why one track rests for a while; never a fault."""

    FIRST = "first"  # something else comes first
    REST = "rest"
    AWAY = "away"
    WAITING = "waiting"  # for an answer of others
    HER_WISH = "her_wish"


class Track(Record, table=True):
    """One thing worked on with her. A track may rest; a file never does. Lives in the `case` space."""

    mentee: str = ""
    kind: str = ""  # a TrackKind
    began_on: date | None = None
    rests_since: date | None = None  # None: it goes on
    rests_for: str = ""  # a StepBack
    look_again_on: date | None = None
    goes_on_since: date | None = None  # when it last went on after a rest; None: it never rested
    ended_on: date | None = None


class Recommendation(StrEnum):
    """What who hands over would do next."""

    GO_ON = "go_on"
    WORK = "work"
    SCHOOL = "school"
    HEALTH_FIRST = "health_first"
    SUPPORT = "support"
    SLOWER = "slower"


class Followed(StrEnum):
    """What became of a recommendation."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class HandOver(Record, table=True):
    """One of us hands the file to another, and for some time both are there. Lives in the `case` space."""

    mentee: str = ""
    giver: str = ""  # pseudonym
    taker: str = ""  # pseudonym
    begins_on: date | None = None
    until: date | None = None  # so long both are there
    recommends: str = ""  # a Recommendation
    told_her_on: date | None = None  # she knows who comes
    taken_on: date | None = None
    deputy: str = ""  # pseudonym of the deputy there was before, who may come back
    over_on: date | None = None  # the time with both has ended, and who is the deputy since was said
    followed: str = ""  # a Followed


class EndedBy(StrEnum):
    """Whose word it was."""

    SHE = "she"
    MENTOR = "mentor"
    WE = "we"
    MUNICIPALITY = "municipality"
    OTHERS = "others"


class EndReason(StrEnum):
    """What it ended for; a step back is none."""

    REACHED = "reached"
    OWN_FEET = "own_feet"
    ORDINARY_NETWORK = "ordinary_network"
    ANOTHER_OFFER = "another_offer"
    MOVED = "moved"
    TREATMENT = "treatment"
    STOPPED_EARLY = "stopped_early"
    UNKNOWN = "unknown"


class Ending(Record, table=True):
    """A file ends, as planned or not, with an eye on her afterwards; and perhaps she comes back. In `case`."""

    mentee: str = ""
    planned_on: date | None = None
    ended_on: date | None = None
    ended_by: str = ""  # an EndedBy
    reason: str = ""  # an EndReason
    care_until: date | None = None  # so long somebody asks now and then how she is
    came_back_on: date | None = None
