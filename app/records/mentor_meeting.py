"""Mentors meet: all of them together, and afterwards a few minutes each with the one who planned it."""

from sqlmodel import Field

from app.records.record import Record


class MentorMeeting(Record, table=True):
    """Mentors and the one who walks beside them talk together. Lives in the `staff` space.

    When all have talked, `slots` short talks of two follow, one after the other.
    """

    starts: str = ""  # local "YYYY-MM-DDTHH:MM"
    minutes: int | None = None  # all together
    place: str = ""
    slots: int | None = None  # talks of two
    slot_minutes: int | None = None  # of each of them
    off: bool = False  # it does not take place


class SlotTaken(Record, table=True):
    """Somebody would like that talk of two. Lives in the `staff` space; one row each, the first one has it.

    It has no name and no word of what it is about: the app shows who took it only to her and to who planned it.
    """

    meeting: str = Field(default="", index=True)  # row id of the MentorMeeting
    slot: int | None = None  # 1 = the first
