"""How a housing area and those who work in it are said."""

from __future__ import annotations

import flet as ft

from app.i18n import N_, Words
from app.journeys.people import Person
from app.views.more.known import called
from app.views.more.role_words import role_of

PATH = "/more/areas"
AREA_ICON = ft.Icons.MAP_OUTLINED
READ_THERE = N_(
    "Who was met there, the places, the companies, and how mentors become ones: also what was written before she came."
)
"""What is read by whoever works in an area."""


def worker(t: Words, one: Person) -> str:
    """Her name and what she is here."""
    return f"{called(t, one)} · {role_of(t, one.card.role)}"
