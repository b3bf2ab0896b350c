"""The places of an area: kept, changed, taken away; who was there last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import col

from app.domain.cpr import refuse_cpr
from app.domain.text import tidy
from app.i18n import N_
from app.journeys.areas import chosen_area, writes_in
from app.ports import Ports, Refusal
from app.records import Attempt, Round, RowId, Spot, SpotKind, altered
from app.storage.order import by_name
from app.storage.saw import Saw

MOST_DOORS = 500


@dataclass(frozen=True)
class Visit:
    """Somebody was there; `who` is "" when nobody can say."""

    day: date
    who: str
    mine: bool


def add_spot(
    ports: Ports,
    *,
    row: RowId,
    kind: str,
    name: str,
    address: str = "",
    doors: int | None = None,
    held_on: date | None = None,
    space: str | None = None,
) -> Spot:
    """Keep the place, for all who work in the area."""
    spot = Spot(
        id=row,
        space=chosen_area(ports, space),
        kind=kind,
        name=tidy(name),
        address=tidy(address),
        doors=doors,
        held_on=held_on,
    )
    _check(spot)
    with ports.store.write() as tx:
        writes_in(ports, tx, spot.space)
        return tx.add(spot)


def change_spot(ports: Ports, *, shown: Spot, saw: Saw, **fields: Any) -> Spot:
    """Keep what differs from `shown`."""
    said = {name: tidy(value) for name, value in fields.items()}
    _check(altered(shown, **said))
    with ports.store.write() as tx:
        return tx.change(shown, saw, **said)


def remove_spot(ports: Ports, *, shown: Spot, saw: Saw) -> None:
    """Take the place away; what was counted there stays counted."""
    with ports.store.write() as tx:
        tx.remove(shown, saw)


def spots(ports: Ports, *, area: str = "", limit: int) -> list[Spot]:
    """By their names; of one area (its space) or of all that are hers."""
    where = [col(Spot.space) == area] if area else []
    return ports.store.find(Spot, *where, order_by=(by_name(Spot.name), col(Spot.id)), limit=limit)


def last_visit(ports: Ports, spot: Spot, *, before: date | None = None) -> Visit | None:
    """The last day anybody tapped there or told of a round, today too unless `before` says otherwise."""
    store = ports.store
    until = [] if before is None else [col(Attempt.day) < before]
    taps = store.find(Attempt, col(Attempt.spot) == spot.id, *until, order_by=col(Attempt.at).desc(), limit=1)
    until = [] if before is None else [col(Round.day) < before]
    rounds = store.find(Round, col(Round.spot) == spot.id, *until, order_by=col(Round.day).desc(), limit=1)
    both: list[Attempt | Round] = [*taps, *rounds]
    told = [(one.day, one) for one in both if one.day]
    if not told:
        return None
    day, newest = max(told, key=lambda each: each[0])
    line = store.byline(newest, "day")
    return Visit(day, line.who if line else "", line is not None and line.mine)


def _check(spot: Spot) -> None:
    if not spot.name:
        raise Refusal(N_("Write what the place is called."))
    refuse_cpr(spot.name, spot.address)
    if spot.doors is not None and not 0 < spot.doors <= MOST_DOORS:
        raise Refusal(N_("A stairwell has between 1 and %(most)d doors."), most=MOST_DOORS)
    if spot.kind not in set(SpotKind):
        raise Refusal(N_("Choose what sort of place it is."))
