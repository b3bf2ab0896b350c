"""A housing area is called something else from now on: for all who read it, at their next sync."""

from __future__ import annotations

from app.domain.beside import beside
from app.domain.matching import said, values
from app.journeys.area_people import name_of_its_own
from app.journeys.areas import CALLED
from app.ports import Ports
from app.records import Cohort, HouseRule, Mentor, Wish
from app.storage.places import Place
from app.storage.writing import Tx


def may_rename(ports: Ports, place: Place) -> bool:
    """Coordinators who work there."""
    return "value" in ports.store.may_set(place.space, "houserule")


def rename_area(ports: Ports, *, place: Place, name: str) -> None:
    """A row in the area carries the name; the log of its beginning is signed and stays as it was.

    Mentors, wishes and groups know areas by name: those she may write follow in the same step.
    """
    name = name_of_its_own(ports, name, space=place.space)
    with ports.store.write() as tx:
        row = beside(place.space, CALLED)
        tx.add(HouseRule(id=row, space=place.space, key=CALLED, value=name))
        _follow(ports, tx, place.name, name)


def _follow(ports: Ports, tx: Tx, old: str, new: str) -> None:
    named: list[Mentor | Wish] = [*ports.store.find(Mentor), *ports.store.find(Wish)]
    for one in named:
        known = values(one.areas, "areas")
        if old in known and "areas" in ports.store.may_set(one.space, type(one).__name__.lower()):
            tx.change(one, None, areas=said({new if each == old else each for each in known}, "areas"))
    for group in ports.store.find(Cohort):
        if group.area == old and "area" in ports.store.may_set(group.space, "cohort"):
            tx.change(group, area=new)
