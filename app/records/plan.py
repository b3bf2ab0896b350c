"""Her plan, in pictures: what she wants, the steps towards it, what she says of each, who is near. All in `plan`."""

from datetime import date
from enum import StrEnum

from app.records.record import Prose, Record


class Doer(StrEnum):
    """Who does a step. The aim is that more and more of them are hers."""

    SHE = "she"
    TOGETHER = "together"
    MENTOR = "mentor"


class Binding(StrEnum):
    """May she leave a step? The two are never mixed up."""

    MUST = "must"
    MAY = "may"


class StepKind(StrEnum):
    """A step that many take: it has a picture, and words in every language."""

    GO_OUT = "go_out"
    WALK = "walk"
    SHOP = "shop"
    BUS_TOGETHER = "bus_together"
    BUS_ALONE = "bus_alone"
    NEW_PLACE = "new_place"
    CYCLE = "cycle"
    HELLO = "hello"
    GROUP = "group"
    SPORT = "sport"
    LIBRARY = "library"
    CALL = "call"
    LETTER = "letter"
    OFFICE = "office"
    SPEAK_DANISH = "speak_danish"
    SCHOOL = "school"
    WRITE = "write"
    SEE_WORK = "see_work"
    TRY_WORK = "try_work"
    OTHER = "other"


class Step(Record, table=True):
    """Something she wants to do. She reads it, and writes too."""

    text: Prose = ""  # "" when the kind says it
    kind: str = ""  # a StepKind; its picture is shown also beside a text
    by: str = ""  # a Doer; "" when nobody said
    binding: str = ""  # a Binding; "" when nobody said
    done_on: date | None = None
    position: int | None = None  # small first; None last
    goal: str = ""  # row id of the Goal that it is a stone towards; "" = of none


class Says(StrEnum):
    """What she says of a step, with one tap. None of them is a fault."""

    DONE = "done"
    NOT_YET = "not_yet"
    NOT_FOR_ME = "not_for_me"
    TALK = "talk"  # "I want to talk about it"


class StepAnswer(Record, table=True):
    """She said something of a step; a new row each time."""

    step: str = ""  # row id of the Step
    says: str = ""  # a Says
    said_on: date | None = None
    nth: int | None = None  # the how manieth of her answers to this step
    heard_on: date | None = None  # who walks with her has seen it


class WishKind(StrEnum):
    """What she may want, as pictures say it; most of it is no work."""

    GET_OUT = "get_out"
    FRIENDS = "friends"
    STRONGER = "stronger"
    SPEAK_DANISH = "speak_danish"
    OWN_MONEY = "own_money"
    STUDY = "study"
    SEW = "sew"
    COOK = "cook"
    CLEAN = "clean"
    CARE = "care"
    CHILDREN = "children"
    SHOP = "shop"
    GARDEN = "garden"
    DRIVE = "drive"
    OTHER = "other"


class Goal(Record, table=True):
    """Something she wants, small or a dream; to have none yet is fine."""

    kind: str = ""  # a WishKind
    text: Prose = ""  # in her words
    chosen_on: date | None = None
    left_on: date | None = None  # she wants something else now


class Near(Record, table=True):
    """One of us as she finds her on her own phone."""

    person: str = ""  # pseudonym, 32 hex digits
    name: str = ""
    role: str = ""
    picture: str = ""
    phone: str = ""
    photo: str = ""  # her face: a JPEG in base64, of 8 KiB at most, drawn with the first frame; "" = the picture
    voice: str = ""  # row id of the Attachment in which she says who she is
