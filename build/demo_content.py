"""Who and what the demo organisation is: nobody here exists, and the telephone numbers are given to nobody."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any  # Any: what a journey is told by keyword

ORGANISATION = "Naboskab i Egeparken"
AREA = "Egeparken"
PIN = "246810"
"""Suggested on the demo page; also what the demo people's own phones open with."""


@dataclass(frozen=True)
class DemoPerson:
    """`key` stands in addresses and folder names; `does` is the line below the name on the demo page."""

    key: str
    name: str
    role: str
    picture: str
    called: str
    does: str


PEOPLE = (
    DemoPerson("sofie", "Sofie Lindgren", "worker", "bicycle", "Opsøgende", "Går fra dør til dør"),
    DemoPerson("henrik", "Henrik Aagaard", "coordinator", "bridge", "Koordinator", "Ser fakta, ikke noter"),
    DemoPerson("karen", "Karen Østerby", "mentor", "teapot", "Frivillig mentor", "Mødes med Amina hver uge"),
    DemoPerson("amina", "Amina Haddad", "mentee", "kite", "Mentee", "Vil i job og lære dansk"),
)


@dataclass(frozen=True)
class Met:
    """One contact: `days` ago; `again` days from today to go back (before today when negative), None for no day."""

    days: int
    name: str
    phone: str
    address: str
    language: str
    channel: str
    outcome: str
    again: int | None
    note: str


def _met(said: dict[str, str]) -> Met:
    days, again = int(said.pop("days")), said.pop("again")
    return Met(days=days, again=int(again) if again else None, **said)


with (Path(__file__).parent / "demo_contacts.csv").open(encoding="utf-8", newline="") as _list:
    CONTACTS = tuple(_met(line) for line in csv.DictReader(_list, delimiter=";"))
"""Forty, the newest first."""


@dataclass(frozen=True)
class Told:
    """A meeting that was held `days` ago: the facts; the mentor's own note and what went `well`, which the coordinator
    never sees.
    """

    days: int
    minutes: int
    place: str
    place_kind: str
    topics: str
    note: str
    well: str


HELD = (
    Told(84, 45, "Fælleshuset", "house", "hopes", "Vi drak te. Hun fortalte om sin søster. Vi lo meget.", ""),
    Told(77, 60, "Biblioteket", "library", "children,leisure", "Hun valgte selv tre bøger til sønnen. Stolt.", ""),
    Told(
        70, 50, "Fælleshuset", "house", "letters", "En hel pose med rudekuverter. Vi nåede fem. Resten næste gang.", ""
    ),
    Told(56, 75, "Egeparken", "outdoors", "work", "Hun har syet i ti år derhjemme. Det vidste jeg ikke.", ""),
    Told(49, 60, "Bussen", "other", "ways", "Vi kørte til centret. Hun købte selv billet på vej hjem.", ""),
    Told(42, 55, "Fælleshuset", "house", "danish,work", "Træt i dag. Vi nøjedes med at snakke og spise dadler.", ""),
    Told(
        28,
        90,
        "Syværkstedet",
        "other",
        "work",
        "Lederen viste rundt. Hun spurgte selv om maskinerne.",
        "Hun spurgte selv om maskinerne",
    ),
    Told(
        14,
        60,
        "Biblioteket",
        "library",
        "work,danish",
        "Første linjer til en ansøgning. Hendes egne ord.",
        "Hun skrev selv de første linjer",
    ),
    Told(
        7,
        55,
        "Caféen",
        "cafe",
        "ways,hopes",
        "Hun kom alene med bussen. Hun smilede hele vejen ind.",
        "Hun tog bussen alene",
    ),
)
CANCELLED = (63, "Fælleshuset", "after")
"""(days ago, place, how it came)"""

AHEAD = ((0, "14:00", "Caféen", "danish", "cafe"), (7, "14:00", "Syværkstedet", "work", "other"))
"""(days from today, hour, place, topics, kind of place); with those held and the one cancelled they are twelve."""

AGREEMENT: dict[str, Any] = {
    "cadence": "weekly",
    "minutes": 55,
    "purpose": "work,danish",
    "place_kind": "cafe",
    "way": "message,call",
    "hours": 40,
    "words": "Jeg vil selv kunne tale med kommunen",
}
"""Between Karen and Amina."""

REACH: dict[str, Any] = {
    "phone": "+45 70 10 20 30",
    "reach": "times",
    "days": "12345",
    "opens": "09:00",
    "closes": "15:00",
}
"""When a message to Amina is safe, by her own word."""

ERRAND: dict[str, Any] = {
    "office": "municipality",
    "bring": "Brevet og det gule kort",
    "ask": "Må jeg prøve en dag i værkstedet?",
}
"""Goes along to the meeting after the next."""

ROOMS = ("Tirsdagskvinderne", ((5, 120, 11), (12, 90, 8), (19, 120, 13)))
"""Rum uden referat: what the group is called, and (days ago, minutes, heads)."""

QUESTION = "Hvordan siger jeg pænt nej til at køre hende hjem hver gang?"
"""Asked of the colleagues without names."""
