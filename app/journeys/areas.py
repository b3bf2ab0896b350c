"""The housing areas she works in, and in which of them what she writes next belongs."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel import col

from app.domain.beside import beside
from app.ports import Ports
from app.records import HouseRule, Setting
from app.storage.errors import NoSuchPlace
from app.storage.fold import name_order
from app.storage.places import Place
from app.storage.writing import Tx

KIND = "area"
CALLED = "area_name"
"""The key of the row in an area that carries its name, once it has another than at its beginning."""
_LAST = "area"
"""Under this key she keeps the space of the area she wrote in last."""


def areas(ports: Ports) -> list[Place]:
    """Hers, by the names they have now: the one that a coordinator wrote last, else the one of the area's beginning."""
    now = {rule.space: rule.value for rule in ports.store.find(HouseRule, col(HouseRule.key) == CALLED) if rule.value}
    here = [replace(place, name=now.get(place.space, place.name)) for place in ports.store.places(KIND)]
    return sorted(here, key=lambda place: (name_order(place.name), place.space))


def usual_area(ports: Ports) -> str:
    """The space where she wrote last, else of her first area; "" when she works in none."""
    here, last = [place.space for place in ports.store.places(KIND)], _last(ports)
    return last.value if last and last.value in here else next(iter(here), "")


def chosen_area(ports: Ports, space: str | None) -> str:
    """That one, or the usual one; `NoSuchPlace` when she works in none."""
    return space or usual_area(ports) or ports.store.space(KIND)


def writes_in(ports: Ports, tx: Tx, space: str) -> None:
    """What she writes next belongs there, too; nothing is kept of it where she has but one area."""
    here = {place.space for place in ports.store.places(KIND)}
    own = ports.store.places("own")
    if len(here) < 2 or space not in here or not own or usual_area(ports) == space:
        return
    last, mine = _last(ports), own[0].space
    if last:
        tx.change(last, value=space)
    else:
        tx.add(Setting(id=beside(mine, _LAST), space=mine, key=_LAST, value=space))


def choose_area(ports: Ports, space: str) -> None:
    """She looks at that one now."""
    with ports.store.write() as tx:
        writes_in(ports, tx, space)


def _last(ports: Ports) -> Setting | None:
    try:
        own = ports.store.space("own")
    except NoSuchPlace:
        return None
    return ports.store.get(Setting, beside(own, _LAST), own)
