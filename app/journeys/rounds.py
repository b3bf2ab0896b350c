"""A round from door to door: one tap counts, the last own tap is taken back, its minutes are told at the end."""

from __future__ import annotations

from datetime import date

from sqlmodel import col

from app.domain.cpr import refuse_cpr
from app.domain.rounds import refuse_long, still_quiet
from app.domain.text import tidy
from app.i18n import N_
from app.ports import Ports, Refusal
from app.records import Attempt, QuietDoor, Round, RowId, Spot
from app.storage.saw import Saw

MOST_HEADS = 2000


def count_tap(ports: Ports, *, spot: Spot, outcome: str) -> Attempt:
    """One more. Every tap is meant, so each makes its own row; a slip is taken back."""
    now = ports.clock.local_now()
    attempt = Attempt(
        id=ports.new_row(),
        space=spot.space,
        spot=spot.id,
        outcome=outcome,
        day=now.date(),
        at=now.isoformat(timespec="seconds"),
    )
    with ports.store.write() as tx:
        return tx.add(attempt)


def take_back(ports: Ports, *, spot: Spot, outcome: str = "") -> Attempt | None:
    """Her own last tap of today there (of that outcome); never a colleague's. None when she has none."""
    last = my_last_tap(ports, spot, outcome=outcome)
    if last is not None:
        with ports.store.write() as tx:
            tx.remove(last, ports.store.seen(last))
    return last


def my_last_tap(ports: Ports, spot: Spot, *, outcome: str = "") -> Attempt | None:
    """What `take_back` would take."""
    newest_first = reversed(taps_on(ports, spot, ports.today()))
    return next((one for one in newest_first if outcome in {"", one.outcome} and _is_mine(ports, one)), None)


def taps_on(ports: Ports, spot: Spot, day: date) -> list[Attempt]:
    """Everybody's, in the order they were made."""
    where = (col(Attempt.spot) == spot.id, col(Attempt.day) == day)
    return ports.store.find(Attempt, *where, order_by=(col(Attempt.at), col(Attempt.id)))


def taps_today(ports: Ports) -> dict[RowId, list[Attempt]]:
    """Everybody's of today by place: one look for a whole list of places."""
    taps: dict[RowId, list[Attempt]] = {}
    for one in ports.store.find(Attempt, col(Attempt.day) == ports.today(), col(Attempt.spot) != ""):
        taps.setdefault(one.spot, []).append(one)
    return taps


def my_first_tap(ports: Ports, spot: Spot) -> str:
    """When she began today, or again after she told of a round's end there; "" when she did not."""
    today = ports.today()
    said = [ports.store.byline(one, "minutes") for one in rounds_at(ports, spot) if one.day == today]
    told = max((line.at for line in said if line and line.mine), default=None)
    lines = ((one, ports.store.byline(one, "outcome")) for one in taps_on(ports, spot, today))
    return next((one.at for one, line in lines if line and line.mine and (told is None or line.at > told)), "")


def last_place_today(ports: Ports) -> str:
    """Where she herself tapped last today, a row id; "" when nowhere."""
    where = (col(Attempt.day) == ports.today(), col(Attempt.spot) != "")
    newest_first = ports.store.find(Attempt, *where, order_by=col(Attempt.at).desc(), limit=50)
    return next((one.spot for one in newest_first if _is_mine(ports, one)), "")


def also_here(ports: Ports, spot: Spot) -> list[str]:
    """The names of colleagues who tapped there today."""
    lines = [ports.store.byline(one, "outcome") for one in taps_on(ports, spot, ports.today())]
    return sorted({line.who for line in lines if line and line.who and not line.mine})


def end_round(ports: Ports, *, row: RowId, spot: Spot, minutes: int, heads: int | None = None) -> Round:
    """What this time at the place took; a colleague's own is added to it, never replaced."""
    refuse_long(minutes)
    if heads is not None and not 0 <= heads <= MOST_HEADS:
        raise Refusal(N_("Count between 0 and %(most)d people."), most=MOST_HEADS)
    told = Round(id=row, space=spot.space, spot=spot.id, day=ports.today(), minutes=minutes, heads=heads)
    with ports.store.write() as tx:
        return tx.add(told)


def rounds_at(ports: Ports, spot: Spot) -> list[Round]:
    """Those that were told, the newest first."""
    return ports.store.find(Round, col(Round.spot) == spot.id, order_by=(col(Round.day).desc(), col(Round.id)))


def leave_alone(ports: Ports, *, row: RowId, spot: Spot, door: str, until: date) -> QuietDoor:
    """Please don't knock there until that day; nothing is kept of who or why."""
    door = tidy(door)
    if not door:
        raise Refusal(N_("Choose the floor, or write which door."))
    refuse_cpr(door)
    if until < ports.today():
        raise Refusal(N_("Choose a day to come."))
    with ports.store.write() as tx:
        return tx.add(QuietDoor(id=row, space=spot.space, spot=spot.id, door=door, until=until))


def knock_again(ports: Ports, *, shown: QuietDoor, saw: Saw) -> None:
    """They said that one may."""
    with ports.store.write() as tx:
        tx.remove(shown, saw)


def quiet_doors(ports: Ports, spot: Spot) -> list[QuietDoor]:
    """Those of that place that still are, by door."""
    here = ports.store.find(QuietDoor, col(QuietDoor.spot) == spot.id, order_by=(col(QuietDoor.door),))
    return [one for one in here if still_quiet(one, ports.today())]


def _is_mine(ports: Ports, attempt: Attempt) -> bool:
    line = ports.store.byline(attempt, "outcome")
    return line is not None and line.mine
