"""How a meeting is said."""

from __future__ import annotations

from datetime import date

from app.i18n import N_, Words
from app.i18n.words import first_up
from app.records import Meeting, MeetingState

STATES = {
    # Words: the state of a meeting
    MeetingState.PLANNED.value: N_("Planned"),
    # Words: the state of a meeting: it took place
    MeetingState.HELD.value: N_("We met"),
    # Words: the state of a meeting: it was put on another day
    MeetingState.MOVED.value: N_("Moved"),
    # Words: the state of a meeting: it did not take place
    MeetingState.CANCELLED.value: N_("Did not"),
}


def when(t: Words, meeting: Meeting, today: date) -> str:
    """The day it was held, or the moment it is planned for."""
    if meeting.held_on:
        return first_up(t.day(meeting.held_on, today))
    return first_up(t.moment(meeting.starts, today))


def minutes(t: Words, num: int) -> str:
    """A length of time, short."""
    return t.many("%(num)d min", "%(num)d min", num)
