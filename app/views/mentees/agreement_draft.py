"""What stands in the form of an agreement while a pair agrees, and how it is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.journeys.agreements import agreements_with, keep_agreement
from app.ports import Ports
from app.records import Agreement, Cadence, Mentee
from app.storage.saw import Saw
from app.views.chosen import joined, split

YEAR_HOURS = 40


@dataclass
class Draft:
    """`of` = what stood there when the form opened, for the mentor whose agreement it is."""

    mentor: str
    of: tuple[Agreement, Saw] | None = None
    purpose: list[str] = field(default_factory=list)
    words: str = ""
    way: list[str] = field(default_factory=list)
    place_kind: str = ""
    cadence: str = Cadence.WEEKLY.value
    minutes: int = 60
    unannounced: bool = False
    hours: int = YEAR_HOURS
    until: date | None = None

    @staticmethod
    def begin(ports: Ports, mentee: Mentee, mentor: str) -> Draft:
        there = next((one for one in agreements_with(ports, mentee) if one.mentor == mentor), None)
        if there is None:
            return Draft(mentor)
        return Draft(
            mentor,
            (there, ports.store.seen(there)),
            split(there.purpose),
            there.words,
            split(there.way),
            there.place_kind,
            there.cadence,
            there.minutes or 60,
            there.unannounced,
            there.hours or 0,
            there.until,
        )

    def keep(self, ports: Ports, mentee: Mentee) -> None:
        shown, saw = self.of or (None, None)
        keep_agreement(
            ports,
            mentee=mentee,
            mentor=self.mentor,
            shown=shown,
            saw=saw,
            purpose=joined(self.purpose),
            words=self.words,
            way=joined(self.way),
            place_kind=self.place_kind,
            cadence=self.cadence,
            minutes=self.minutes,
            unannounced=self.unannounced,
            hours=self.hours or None,
            until=self.until,
        )
