"""What was written, field by field, as the person who wrote it would say it; also of a noun that nobody here knows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import flet as ft

from app.i18n import N_, Words
from app.i18n.words import first_up
from app.storage.values import Value
from app.views.contacts.contact_words import CHANNELS, OUTCOMES
from app.views.meetings.meeting_words import STATES

NOUNS = {
    # Words: the kind of a thing that was written on this phone
    "contact": (ft.Icons.PERSON_OUTLINED, N_("Contact")),
    # Words: the kind of a thing that was written on this phone
    "meeting": (ft.Icons.COFFEE_OUTLINED, N_("Meeting")),
    # Words: the kind of a thing that was written on this phone
    "mentee": (ft.Icons.FOLDER_SHARED_OUTLINED, N_("File")),
    # Words: the kind of a thing that was written on this phone
    "step": (ft.Icons.FLAG_OUTLINED, N_("Step")),
    # Words: the kind of a thing that was written on this phone: what the mentee was given to read
    "released": (ft.Icons.MENU_BOOK_OUTLINED, N_("For her to read")),
    "meetingnote": (ft.Icons.EDIT_NOTE, N_("Note")),
    # Words: the kind of a thing that was written on this phone: a meeting as the mentee sees it
    "appointment": (ft.Icons.EVENT_OUTLINED, N_("Appointment")),
    # Words: the kind of a thing that was written on this phone: what was given to a coordinator
    "handed": (ft.Icons.OUTBOX_OUTLINED, N_("Handed in")),
    "attachment": (ft.Icons.IMAGE_OUTLINED, N_("Photo")),
}
OTHER = (ft.Icons.EDIT_NOTE, N_("Something else"))

_LABELS = {
    "name": N_("Name"),
    "phone": N_("Phone"),
    "address": N_("Street and door"),
    "language": N_("Language"),
    "channel": N_("How you met"),
    "outcome": N_("What came of it"),
    "met_on": N_("Day you met"),
    "followup_on": N_("Go back"),
    "note": N_("Note"),
    "text": N_("Text"),
    "state": N_("State"),
    "starts": N_("When"),
    "held_on": N_("When"),
    "minutes": N_("Time together"),
    "place": N_("Place"),
    "topics": N_("Topics"),
    "with_whom": N_("With"),
    "done_on": N_("Done"),
    "said": N_("Text"),
    "day": N_("Day"),
    "added_on": N_("Day"),
}
_CHOICES = {"channel": CHANNELS, "outcome": OUTCOMES, "state": STATES}
_UNSAID = {"mentee", "meeting", "noun", "row", "origin", "why", "written_ms", "position", "picture", "person", "done"}
_UNSAID |= {"kind", "size", "key", "chunks", "thumb"}
"""Ids and orders, and how a photo is sealed: they say nothing to a person."""


def name_in(t: Words, fields: Mapping[str, Value], today: date) -> str:
    """What to call it: a name, a door, a day; "" when it says nothing of the kind."""
    for name in ("name", "address", "phone"):
        if fields.get(name):
            return str(fields[name])
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
    if name in _CHOICES and value in _CHOICES[name]:
        return t(_CHOICES[name][str(value)])
    if name == "minutes" and isinstance(value, int):
        return t.many("%(num)d min", "%(num)d min", value)
    if name in {"starts", "day"} or name.endswith("_on"):
        return first_up(_moment(t, str(value), today)) or str(value)
    return t.isolated(str(value))


def _moment(t: Words, text: str, today: date) -> str:
    if "T" in text:
        return t.moment(text, today)
    try:
        return t.day(date.fromisoformat(text), today)
    except ValueError:
        return ""
