"""A small thing to do in Danish, in life: which one she has now, and that it was done, in one tap by each of two."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlmodel import col

from app.domain.beside import beside
from app.exercises.deck import Deck, Mission
from app.ports import Ports
from app.records import MissionTold

DAYS = 7
"""So long a mission stays before another takes its turn."""


@dataclass(frozen=True)
class Told:
    """Who says that it was done."""

    mine: bool
    others: bool


NOBODY_SAYS = Told(mine=False, others=False)


def tell_mission(ports: Ports, *, space: str, mission: str, done: bool = True) -> None:
    """We did it, as I say; or not yet, after a tap by mistake. No day is kept. On two phones at once it is one row."""
    me = ports.me.person.hex()
    row = beside(space, f"mission {mission} {me}")
    there = ports.store.get(MissionTold, row, space)
    with ports.store.write() as tx:
        if there is None:
            tx.add(MissionTold(id=row, space=space, mission=mission, by=me, done=done))
        else:
            tx.change(there, done=done)


def missions_told(ports: Ports, space: str) -> dict[str, Told]:
    """{whole id: who says so}, of those that somebody says were done."""
    me = ports.me.person.hex()
    by: dict[str, set[str]] = {}
    for row in ports.store.find(MissionTold, col(MissionTold.space) == space, col(MissionTold.done).is_(True)):
        by.setdefault(row.mission, set()).add(row.by)
    return {mission: Told(me in people, bool(people - {me})) for mission, people in sorted(by.items())}


def missions_of(decks: Iterable[Deck]) -> dict[str, tuple[Deck, Mission]]:
    """{whole id: the mission and where it stands}, in the order of the decks."""
    return {word: (deck, part) for deck in decks for word, part in deck.parts.items() if isinstance(part, Mission)}


def mission_of(day: date, missions: Collection[str], done: Collection[str]) -> str:
    """The one she has now: another each week, first those that were not done yet; "" where there is none."""
    left = [each for each in missions if each not in done] or list(missions)
    return left[day.toordinal() // DAYS % len(left)] if left else ""
