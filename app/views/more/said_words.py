"""What was written, field by field, as the person who wrote it would say it; also of a noun that nobody here knows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.i18n import N_, Words
from app.i18n.words import first_up
from app.storage.values import Value
from app.views.chosen import all_chosen
from app.views.contacts.contact_words import CHANNELS, DECLINED, NEXT_STEPS, OUTCOMES
from app.views.groups.group_words import PRESENCES
from app.views.meetings.errand import OFFICES
from app.views.meetings.meeting_words import NOTICES, PLACES, STATES
from app.views.mentees.agreement_words import CADENCES, WAYS
from app.views.mentees.step_words import DOERS
from app.views.outreach.estimate_words import GROUPS
from app.views.talk_words import SPOKEN, topics

_LABELS = {
    "name": N_("Name"),
    "phone": N_("Phone"),
    "address": N_("Street and door"),
    "language": N_("Language"),
    "channel": N_("How you met"),
    "outcome": N_("What came of it"),
    "met_on": N_("Day you met"),
    "followup_on": N_("Go back"),
    "spoken": N_("How you spoke"),
    "next_step": N_("Agreed"),
    "consented_on": N_("She said yes"),
    "explained": N_("How you asked"),
    "joined_on": N_("Takes part"),
    "declined": N_("Why not now"),
    "whom": N_("Whom"),
    "door": N_("Which door"),
    "doors": N_("How many doors"),
    "heads": N_("How many people came"),
    "until": N_("Day"),
    "note": N_("Note"),
    "text": N_("Text"),
    "state": N_("State"),
    "starts": N_("When"),
    "held_on": N_("When"),
    "minutes": N_("Time together"),
    "place": N_("Place"),
    "topics": N_("Topics"),
    "arranging": N_("Arranging it"),
    "transport": N_("On the way"),
    "place_kind": N_("Sort of place"),
    "notice": N_("How it came"),
    "thought": N_("What I think it means"),
    "means": N_("In her language"),
    "by": N_("Who does it"),
    "purpose": N_("What for"),
    "words": N_("What she wants from it, in her words"),
    "way": N_("How you reach each other"),
    "cadence": N_("How often"),
    "succeeded": N_("What succeeded"),
    "better": N_("What is better than before"),
    "instead": N_("A better word"),
    "harder": N_("What is hard"),
    "hope": N_("The best hope"),
    "ahead": N_("What next"),
    "office": N_("Where to"),
    "bring": N_("What to bring"),
    "ask": N_("What to ask"),
    "agreed": N_("What was agreed there"),
    "hours": N_("Hours in all"),
    "agreed_on": N_("Day"),
    "quiet_until": N_("Let prompts rest"),
    "with_whom": N_("With"),
    "travel": N_("How to get there"),
    "line": N_("Number of the line"),
    "stop": N_("Where she gets off"),
    "done_on": N_("Done"),
    "said": N_("Text"),
    "day": N_("Day"),
    "added_on": N_("Day"),
    "what": N_("What is to be done"),
    "due_on": N_("By when"),
    "looked_on": N_("Day"),
    "ended_on": N_("Day"),
    "left_on": N_("Day"),
    "asked_on": N_("Day"),
    "presence": N_("Who came"),
}
_CHOICES = {
    "channel": CHANNELS,
    "outcome": OUTCOMES,
    "spoken": SPOKEN,
    "explained": SPOKEN,
    "next_step": NEXT_STEPS,
    "declined": DECLINED,
    "state": STATES,
    "place_kind": PLACES,
    "notice": NOTICES,
    "by": DOERS,
    "cadence": CADENCES,
    "office": OFFICES,
    "presence": PRESENCES,
    "whom": GROUPS,
}
_LENGTHS = {"minutes", "arranging", "transport"}
_UNSAID = {"mentee", "meeting", "noun", "row", "origin", "why", "written_ms", "position", "picture", "person", "done"}
_UNSAID |= {"met", "knows", "waits", "spot", "contact", "at", "contact_person", "deputy", "giver", "taker"}
_UNSAID |= {"recommends", "followed", "rests_for", "ended_by", "reason", "mentor", "unannounced", "reach"}
_UNSAID |= {"safe_days", "safe_from", "safe_to", "kind", "size", "key", "chunks", "thumb"}
_UNSAID |= {"nth", "role", "step", "binding", "says", "what", "version", "digest", "mode", "sender", "wants"}
_UNSAID |= {"direction", "along", "came", "topic", "method", "one", "other", "value"}
_UNSAID |= {
    "types",
    "languages",
    "trades",
    "interests",
    "days",
    "parts",
    "gender",
    "ready_by",
    "mentor_says",
    "she_says",
    "capacity",
    "cohort",
    "session",
    "turn",
    "role_model",
    "spoke",
    "sessions",
    "area",
    "since",
    "slot",
    "side",
    "said_on",
    "slots",
    "slot_minutes",
    "off",
    "voice",
}
"""Ids and orders, and how a photo is sealed: they say nothing to a person."""


def name_in(t: Words, fields: Mapping[str, Value], today: date) -> str:
    """What to call it: a name, a door, a day; "" when it says nothing of the kind."""
    for name in ("name", "address", "phone", "whom"):
        if fields.get(name):
            return _chosen(t, name, fields[name]) or str(fields[name])
    day = str(fields.get("held_on") or fields.get("starts") or "")
    return first_up(_moment(t, day, today)) if day else ""


def said_lines(t: Words, fields: Mapping[str, Value], today: date) -> list[tuple[str, str]]:
    """(label, text) of each field with something in it; the label is "" where we know none."""
    lines = []
    for name, value in fields.items():
        if name == "gone":
            lines.append(("", t("It was taken away.") if value else t("It was to stay.")))
        elif value not in (None, "") and name not in _UNSAID:
            lines.append((t(_LABELS[name]) if name in _LABELS else "", _spoken(t, name, value, today)))
    return lines


def as_text(t: Words, noun: str, fields: Mapping[str, Value], today: date) -> str:
    """The whole of it in plain lines, to be copied."""
    told = [f"{label}: {text}" if label else text for label, text in said_lines(t, fields, today)]
    return "\n".join([noun, *told])


def _spoken(t: Words, name: str, value: Value, today: date) -> str:
    if said := _chosen(t, name, value):
        return said
    if name in {"topics", "purpose"}:
        return topics(t, str(value))
    if name == "way":
        return all_chosen(t, WAYS, str(value))
    if name in _LENGTHS and isinstance(value, int):
        return t.many("%(num)d min", "%(num)d min", value)
    if name in {"starts", "day", "until", "quiet_until"} or name.endswith("_on"):
        return first_up(_moment(t, str(value), today)) or str(value)
    return t.isolated(str(value))


def _chosen(t: Words, name: str, value: Value) -> str:
    """What was chosen of a few, in words; "" for anything else."""
    return t(_CHOICES[name][str(value)]) if value in _CHOICES.get(name, {}) else ""


def _moment(t: Words, text: str, today: date) -> str:
    if "T" in text:
        return t.moment(text, today)
    try:
        return t.day(date.fromisoformat(text), today)
    except ValueError:
        return ""
