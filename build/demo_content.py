"""Who and what the demo organisation is: nobody here exists, and the telephone numbers are given to nobody."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

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
    """A meeting that was held `days` ago: the facts, and the mentor's own note, which the coordinator never sees."""

    days: int
    minutes: int
    place: str
    topics: str
    note: str


HELD = (
    Told(84, 45, "Fælleshuset", "lære hinanden at kende", "Vi drak te. Hun fortalte om sin søster. Vi lo meget."),
    Told(77, 60, "Biblioteket", "lånerkort, børnebøger", "Hun valgte selv tre bøger til sønnen. Stolt."),
    Told(70, 50, "Fælleshuset", "læse breve", "En hel pose med rudekuverter. Vi nåede fem. Resten næste gang."),
    Told(56, 75, "Egeparken", "gåtur, tale om arbejde", "Hun har syet i ti år derhjemme. Det vidste jeg ikke."),
    Told(49, 60, "Bussen", "tage bussen sammen", "Vi kørte til centret. Hun købte selv billet på vej hjem."),
    Told(42, 55, "Fælleshuset", "øve samtale", "Træt i dag. Vi nøjedes med at snakke og spise dadler."),
    Told(28, 90, "Syværkstedet", "besøg i syværkstedet", "Lederen viste rundt. Hun spurgte selv om maskinerne."),
    Told(14, 60, "Biblioteket", "skrive om sig selv", "Første linjer til en ansøgning. Hendes egne ord."),
    Told(7, 55, "Caféen", "bus, næste skridt", "Hun kom alene med bussen. Hun smilede hele vejen ind."),
)
CANCELLED = (63, "Fælleshuset", "aflyst: barn syg")
"""(days ago, place, topics)"""

AHEAD = ((0, "14:00", "Caféen", "øve samtale"), (7, "14:00", "Syværkstedet", "anden gang i værkstedet"))
"""(days from today, hour, place, topics); with those held and the one cancelled they are twelve."""

STEPS = (
    ("Tage bussen alene", 7),
    ("Læse et brev fra kommunen sammen", 70),
    ("Prøve en dag i syværkstedet", None),
    ("Ringe selv til sprogskolen", None),
)
"""(what, done so many days ago or None)"""
