"""How a meeting is said."""

from __future__ import annotations

from datetime import date

from app.i18n import N_, Words
from app.i18n.words import first_up
from app.records import Meeting, MeetingPlace, MeetingState, Notice
from app.views.chosen import chosen

STATES = {
    # Words: the state of a meeting
    MeetingState.PLANNED.value: N_("Planned"),
    # Words: the state of a meeting: it took place
    MeetingState.HELD.value: N_("We met"),
    # Words: the state of a meeting: it was put on another day
    MeetingState.MOVED.value: N_("Moved"),
    # Words: the state of a meeting: it did not take place
    MeetingState.CANCELLED.value: N_("It did not happen"),
}

PLACES = {
    MeetingPlace.HERS.value: N_("At hers"),
    MeetingPlace.OUTDOORS.value: N_("Outdoors"),
    MeetingPlace.CAFE.value: N_("Café"),
    MeetingPlace.LIBRARY.value: N_("Library"),
    # Words: a place to meet: the house of the area where people come together
    MeetingPlace.HOUSE.value: N_("Meeting house"),
    # Words: a place to meet: municipality, doctor, school
    MeetingPlace.AUTHORITY.value: N_("An office"),
    # Words: a place to meet: on the telephone
    MeetingPlace.PHONE.value: N_("By phone"),
    MeetingPlace.OTHER.value: N_("Elsewhere"),
}

NOTICES = {
    # Words: a meeting was moved or did not happen: the mentee told before that day
    Notice.AHEAD.value: N_("Told ahead"),
    # Words: a meeting was moved or did not happen: the mentee called shortly before
    Notice.LATE.value: N_("Called late"),
    # Words: a meeting did not happen: she called by herself afterwards
    Notice.AFTER.value: N_("Did not come, called herself"),
    # Words: a meeting was moved or did not happen: the mentor could not
    Notice.OURS.value: N_("I could not"),
    # Words: a meeting did not happen: nobody has spoken with her since
    Notice.NONE.value: N_("Not heard from her yet"),
}


def when(t: Words, meeting: Meeting, today: date) -> str:
    """The day it was held, or the moment it is planned for."""
    if meeting.held_on:
        return first_up(t.day(meeting.held_on, today))
    return first_up(t.moment(meeting.starts, today))


def minutes(t: Words, num: int) -> str:
    """A length of time, short."""
    return t.many("%(num)d min", "%(num)d min", num)


def where(t: Words, meeting: Meeting) -> str:
    """The place by its name, or the kind of place."""
    return t.isolated(meeting.place) if meeting.place else chosen(t, PLACES, meeting.place_kind)
