"""The clocks of the law and the guard against work without pay: decided by a coordinator, said to us, never a block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from sqlmodel import col

from app.domain.offer_clocks import Clocks, OfferDue, offer_due, runs
from app.domain.placements import PlacementNow, unpaid_weeks
from app.i18n import N_
from app.journeys.house_rules import decide, decided
from app.journeys.placements import all_placements
from app.ports import Ports, Refusal
from app.records import Track

MOST = 365
KEY = "clock_"
"""What these are called among the house rules, before the name of the field."""


def clocks(ports: Ports) -> Clocks:
    """As decided, or as usual."""
    usual = Clocks()
    said = {one.name: decided(ports, KEY + one.name) for one in fields(Clocks)}
    return Clocks(
        **{name: min(int(value), MOST) if value.isdecimal() else getattr(usual, name) for name, value in said.items()}
    )


def set_clock(ports: Ports, name: str, number: int) -> None:
    """`name` = a field of `Clocks`. For all phones of the organisation; 0: nobody is reminded."""
    if name not in {one.name for one in fields(Clocks)}:
        raise ValueError("a screen offered what the rule does not know")
    if not 0 <= number <= MOST:
        raise Refusal(N_("Choose between %(least)d and %(most)d days."), least=0, most=MOST)
    decide(ports, KEY + name, str(number))


def offers_due(ports: Ports, mentee: str = "", places: Sequence[PlacementNow] | None = None) -> list[OfferDue]:
    """Who needs a place of work by when, the soonest first; of one mentee, or of every file this person has.

    `places` = all of them, read a moment ago.
    """
    hers = [col(Track.mentee) == mentee] if mentee else []
    began, went_on = (ports.store.latest(Track, "mentee", day, runs(), *hers) for day in ("began_on", "goes_on_since"))
    if not began:
        return []
    of, rule = _by_mentee(all_placements(ports) if places is None else places), clocks(ports)
    since = {who: max(day, went_on[who] or day) for who, day in began.items()}
    due = [offer_due(who, day, of.get(who, []), ports.today(), rule) for who, day in since.items()]
    return sorted((one for one in due if one), key=lambda one: (one.by, one.mentee))


def long_unpaid(ports: Ports, places: Sequence[PlacementNow] | None = None) -> list[tuple[str, int, int]]:
    """(mentee, weeks, places) of everybody who works too long without a single paid hour, and still does."""
    rule, of = clocks(ports), _by_mentee(all_placements(ports) if places is None else places)
    told = [(who, *each) for who, hers in of.items() if (each := too_long_unpaid(rule, hers))]
    return sorted(told, key=lambda one: (-one[1], one[0]))


def too_long_unpaid(rule: Clocks, hers: Sequence[PlacementNow]) -> tuple[int, int] | None:
    """(weeks, places) when it is time to ask for paid hours; None otherwise, and when she is nowhere now."""
    if not rule.unpaid_weeks or not any(now.going for now in hers):
        return None
    weeks, places = unpaid_weeks(hers)
    return (weeks, places) if weeks >= rule.unpaid_weeks else None


def _by_mentee(places: Sequence[PlacementNow]) -> dict[str, list[PlacementNow]]:
    of: dict[str, list[PlacementNow]] = {}
    for now in places:
        of.setdefault(now.placement.mentee, []).append(now)
    return of
