"""How mentors, their paths and what two people share are said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from app.domain.matching import Proposal
from app.i18n import N_, Words
from app.i18n.words import first_up
from app.records import DayPart, Gender, Mentor, MentorType
from app.views.chosen import inside

MONDAY = date(2024, 1, 1)

TYPES = {
    # Words: a kind of mentor
    MentorType.VOLUNTEER.value: N_("Volunteer"),
    # Words: a kind of mentor: at the mentee's place of work
    MentorType.WORKPLACE.value: N_("At a workplace"),
    # Words: a kind of mentor: sport, clubs
    MentorType.LEISURE.value: N_("In free time"),
    # Words: a kind of mentor: employed by us
    MentorType.STAFF.value: N_("Employed here"),
    # Words: a kind of mentor: a colleague at work who coaches
    MentorType.COLLEAGUE.value: N_("Colleague who coaches"),
    # Words: a kind of mentor: somebody who has gone the same way
    MentorType.ROLE_MODEL.value: N_("Role model"),
}

LANGUAGES = {
    "da": N_("Danish"),
    "ar": N_("Arabic"),
    "so": N_("Somali"),
    "tr": N_("Turkish"),
    "ku": N_("Kurdish"),
    "fa": N_("Persian"),
    "prs": N_("Dari"),
    "ps": N_("Pashto"),
    "ur": N_("Urdu"),
    "ti": N_("Tigrinya"),
    "uk": N_("Ukrainian"),
    "bs": N_("Bosnian"),
    "ta": N_("Tamil"),
    "vi": N_("Vietnamese"),
    "en": N_("English"),
    "fr": N_("French"),
}

TRADES = {
    # Words: a kind of work
    "cleaning": N_("cleaning"),
    # Words: a kind of work
    "kitchen": N_("kitchen"),
    # Words: a kind of work
    "care": N_("care"),
    # Words: a kind of work
    "children": N_("day care"),
    # Words: a kind of work
    "shop": N_("shops"),
    # Words: a kind of work
    "store": N_("warehouse"),
    # Words: a kind of work
    "transport": N_("transport"),
    # Words: a kind of work
    "sewing": N_("sewing"),
    # Words: a kind of work
    "office": N_("office"),
    # Words: a kind of work
    "garden": N_("gardens"),
}

INTERESTS = {
    # Words: what somebody likes to do
    "cooking": N_("cooking"),
    # Words: what somebody likes to do
    "walking": N_("walks"),
    # Words: what somebody likes to do
    "handwork": N_("handwork"),
    # Words: what somebody likes to do
    "books": N_("books"),
    # Words: what somebody likes to do
    "music": N_("music"),
    # Words: what somebody likes to do
    "sport": N_("sport"),
    # Words: what somebody likes to do
    "swimming": N_("swimming"),
    # Words: what somebody likes to do
    "family": N_("family life"),
    # Words: what somebody likes to do
    "computers": N_("computers"),
}

GENDERS = {
    # Words: the mentor is one, or the mentee wishes one
    Gender.WOMAN.value: N_("A woman"),
    # Words: the mentor is one, or the mentee wishes one
    Gender.MAN.value: N_("A man"),
}

PARTS = {
    # Words: when on a day somebody has time
    DayPart.MORNING.value: N_("in the morning"),
    # Words: when on a day somebody has time
    DayPart.AFTERNOON.value: N_("in the afternoon"),
    # Words: when on a day somebody has time
    DayPart.EVENING.value: N_("in the evening"),
}

STAGES = {
    # Words: where somebody stands on the way to being a mentor
    "interest": N_("Is interested"),
    # Words: where somebody stands on the way to being a mentor: the talk about values comes next
    "talk": N_("Next: the talk"),
    # Words: where somebody stands on the way to being a mentor
    "courses": N_("Next: the courses"),
    # Words: where somebody stands on the way to being a mentor: she promises confidentiality in writing
    "undertaking": N_("Next: the undertaking"),
    # Words: where somebody stands on the way to being a mentor: somebody must decide whether she is ready
    "decide": N_("Somebody decides: is she ready?"),
    # Words: where somebody stands on the way to being a mentor
    "ready": N_("Ready"),
    # Words: where somebody stands on the way to being a mentor: she walks with a mentee now
    "active": N_("Has a mentee"),
    # Words: where somebody stands on the way to being a mentor: a pause
    "rests": N_("Has a pause"),
    # Words: where somebody stands on the way to being a mentor
    "ended": N_("No longer a mentor"),
}

STEPS = {
    # Words: a step on the way to being a mentor
    "talk_on": N_("Talk about values"),
    # Words: a step on the way to being a mentor
    "courses_on": N_("Courses"),
    # Words: a step on the way to being a mentor
    "undertaking_on": N_("Undertaking of confidentiality"),
    # Words: a step on the way to being a mentor: the authorities' certificate was seen; it is not kept
    "screened_on": N_("Screening seen"),
}

SHARES = {
    # Words: why a mentor fits: the languages both speak
    "languages": N_("speaks %(words)s"),
    # Words: why a mentor fits: the weekdays on which she has time
    "days": N_("has time %(words)s"),
    # Words: why a mentor fits: the weekdays on which she has time
    "parts": N_("has time %(words)s"),
    # Words: why a mentor fits: kinds of work
    "trades": N_("knows work: %(words)s"),
    # Words: why a mentor fits: what both like
    "interests": N_("likes %(words)s"),
    # Words: why a mentor fits: the housing area
    "areas": N_("is near: %(words)s"),
}

MISSES = {
    # Words: what a mentor does not bring that the mentee wished for
    "languages": N_("no shared language"),
    # Words: what a mentor does not bring that the mentee wished for
    "days": N_("other days"),
    # Words: what a mentor does not bring that the mentee wished for
    "parts": N_("other hours"),
    # Words: what a mentor does not bring that the mentee wished for
    "trades": N_("other work"),
    # Words: what a mentor does not bring that the mentee wished for
    "interests": N_("other interests"),
    # Words: what a mentor does not bring that the mentee wished for
    "areas": N_("another area"),
}


NAMED = {"languages": LANGUAGES, "trades": TRADES, "interests": INTERESTS, "types": TYPES, "parts": PARTS}


def named(t: Words, field: str, value: str) -> str:
    """One value of such a field; what a newer app knows stands as it is."""
    if field == "days":
        return t.weekday(MONDAY + timedelta(days=int(value) - 1)) if value in set("1234567") else value
    known = NAMED.get(field, {})
    return t(known[value]) if value in known else t.isolated(value)


def options(t: Words, field: str, areas: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """All that can be chosen there."""
    every: dict[str, Callable[[], tuple[str, ...]]] = {
        "days": lambda: tuple("1234567"),
        "languages": lambda: tuple(LANGUAGES),
        "trades": lambda: tuple(TRADES),
        "interests": lambda: tuple(INTERESTS),
        "types": lambda: tuple(TYPES),
        "parts": lambda: tuple(PARTS),
        "areas": lambda: areas,
    }
    return [(value, first_up(named(t, field, value))) for value in every[field]()]


def shares_said(t: Words, proposal: Proposal) -> str:
    """The whole proposal in words: "Speaks Somali · has time Thursday"."""
    both = [
        t(SHARES[field], words=t.listed([_within(t, field, each) for each in shared]))
        for field, shared in proposal.shares.items()
    ]
    return first_up(" · ".join(both))


def _within(t: Words, field: str, value: str) -> str:
    said = named(t, field, value)
    return said if field == "areas" else inside(t, said)


def misses_said(t: Words, proposal: Proposal) -> str:
    """What she wished for and would not get here: "Not alike: other work · other days"; "" when nothing is missing."""
    missing = " · ".join(t(MISSES[field]) for field in proposal.misses)
    # Words: what a mentor does not bring that the mentee wished for; words = "other work · other interests"
    return t("Not alike: %(words)s", words=missing) if missing else ""


def stage_said(t: Words, at: str, mentor: Mentor, today: date) -> str:
    """Where she stands; of a pause also its last day."""
    if at == "rests" and mentor.rests_until:
        until = t("until %(day)s", day=t.by_date(mentor.rests_until, today))
        return f"{t(STAGES[at])} · {until}"
    return t(STAGES[at])
