"""How far outreach reaches: estimates of the target group, and what each channel took and brought in an area."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, or_

from app.domain.contacted import SPOKE, contacted, engaged
from app.domain.cpr import refuse_cpr
from app.domain.nobodys import counting, spoken_rows
from app.domain.one_person import each_once, lines_of_each
from app.domain.reach import Brought
from app.domain.rounds import channel_at
from app.domain.text import tidy
from app.i18n import N_
from app.journeys.areas import writes_in
from app.journeys.back_again import back_again, nobodys
from app.ports import Ports, Refusal
from app.records import (
    COUNTED,
    NOBODYS,
    Attempt,
    Channel,
    Contact,
    Estimate,
    Method,
    Outcome,
    Round,
    RowId,
    SamePerson,
    Spot,
)
from app.storage.saw import Saw

Holds = Callable[[Contact], bool]
_TRIED = col(Contact.outcome) != ""  # the first of `tries`: a line that came in with a list is nobody's try
_SPOKEN = col(Contact.outcome).in_(sorted(SPOKE))
_TALKS = col(Attempt.outcome).in_(sorted(SPOKE))
_BEGUN = or_(col(Contact.outcome) == Outcome.INTERESTED.value, and_(_SPOKEN, col(Contact.next_step) != ""))
_NAMED = [channel.value for channel in Channel if channel != Channel.OTHER]
_JOINED = col(Contact.joined_on).is_not(None)


def estimate(
    ports: Ports, *, row: RowId, space: str, whom: str, number: int, method: str, counted_on: date, source: str
) -> Estimate:
    """Keep it with all that makes it honest; an older one stays beside it."""
    whom, source = tidy(whom), tidy(source)
    if not whom:
        raise Refusal(N_("Write whom you counted."))
    if number < 1:
        raise Refusal(N_("Write how many there are."))
    if method not in set(Method):
        raise Refusal(N_("Choose how it was counted."))
    if not source:
        raise Refusal(N_("Write where the number is from."))
    refuse_cpr(whom, source)
    if counted_on > ports.today():
        raise Refusal(N_("It cannot have been counted in the future."))
    made = Estimate(id=row, space=space, whom=whom, number=number, method=method, counted_on=counted_on, source=source)
    with ports.store.write() as tx:
        writes_in(ports, tx, space)
        return tx.add(made)


def estimates(ports: Ports, space: str) -> list[Estimate]:
    """The newest first."""
    order = (col(Estimate.counted_on).desc(), col(Estimate.id))
    return ports.store.find(Estimate, col(Estimate.space) == space, order_by=order)


def take_estimate_away(ports: Ports, *, shown: Estimate, saw: Saw) -> None:
    """It was wrong."""
    with ports.store.write() as tx:
        tx.remove(shown, saw)


def people_reached(ports: Ports, space: str) -> int:
    """People spoken with, each once however many lines there are of her; with those who were let go since."""
    back = back_again(ports, space)
    let_go = ports.store.count(Attempt, *nobodys(space), _TALKS)
    lines = ports.store.count(Contact, _in(space), _SPOKEN, col(Contact.id).not_in(back))
    several = _several(ports, space, back)
    twice = sum(contacted(line) for one in several for line in one.lines if line.id not in back)
    return let_go + lines - twice + sum(not one.is_counted and any(map(contacted, one.lines)) for one in several)


def brought_by(ports: Ports, space: str) -> list[Brought]:
    """By channel, those that were used at all. Counted in SQL; who stands in two lines is one person.

    Tried and spoken with: every tap on a round, every try of a contact, and what came of everyone not met on a round.
    What stays of who was let go counts as she did. Begun and taking part: people one has a line of.
    """
    store, back = ports.store, back_again(ports, space)
    several = _several(ports, space, back)
    kinds = {spot.id: channel_at(spot.kind) for spot in store.find(Spot, col(Spot.space) == space)}
    taps = col(Attempt.space) == space, col(Attempt.contact) == "", col(Attempt.spot).not_in(["", NOBODYS])
    let_go = *nobodys(space), col(Attempt.channel) != ""
    again = col(Attempt.space) == space, col(Attempt.contact) != ""
    alone = _in(space), col(Contact.spot) == "", col(Contact.id).not_in(back)  # who was met on a round was tapped there
    at_spots = _by(kinds.get, store.tally(Attempt, "spot", *taps))
    spoken_at = _by(kinds.get, store.tally(Attempt, "spot", *taps, _TALKS))
    minutes = _by(kinds.get, store.total(Round, "spot", "minutes", col(Round.space) == space, col(Round.minutes) > 0))
    minutes += _by(_way, store.total(Contact, "channel", "minutes", *alone, col(Contact.minutes) > 0))
    for tries in (again, let_go):
        minutes += _by(_way, store.total(Attempt, "channel", "minutes", *tries, col(Attempt.minutes) > 0))
    tried_again = _by(_way, store.tally(Attempt, "channel", *again))
    met = _by(_way, store.tally(Contact, "channel", *alone, _TRIED))
    tried_once = _by(_way, store.tally(Attempt, "channel", *let_go, col(Attempt.outcome) != COUNTED))
    spoken_once = _by(_way, store.tally(Attempt, "channel", *let_go, or_(_TALKS, col(Attempt.outcome) == COUNTED)))

    def people(*where: ColumnElement[bool], holds: Holds, stays: bool = False) -> dict[str, int]:
        counted = _by(_way, store.tally(Contact, "channel", *where, col(Contact.id).not_in(back)))
        for one in several:
            hers = [line for line in one.lines if holds(line)]
            counted.subtract(_way(line.channel) for line in hers if line.id not in back)
            counted.update({_way(line.channel) for line in hers} - (one.spoken if stays else set()))
        return counted

    spoken = people(*alone, _SPOKEN, holds=lambda one: not one.spot and contacted(one), stays=True)
    begun = people(_in(space), _BEGUN, holds=engaged)
    joined = people(_in(space), _JOINED, holds=lambda one: one.joined_on is not None)
    lines = [
        Brought(
            channel=way,
            tried=at_spots[way] + tried_again[way] + met[way] + tried_once[way],
            spoken=spoken_at[way] + spoken[way] + spoken_once[way],
            begun=begun[way],
            joined=joined[way],
            minutes=minutes.get(way),
        )
        for way in map(str, Channel)
    ]
    return [line for line in lines if line.tried or line.begun or line.joined or line.minutes]


def _by(way: Callable[[str], str | None], counted: Mapping[str, int]) -> Counter[str]:
    """The same sums by channel; what is at a place that is gone counts under the last one."""
    sums: Counter[str] = Counter()
    for name, number in counted.items():
        sums[way(name) or Channel.OTHER.value] += number
    return sums


@dataclass(frozen=True)
class _Several:
    """A person with several lines, or with one that came back: those that stand, and what is counted of her already."""

    lines: list[Contact]
    is_counted: bool
    spoken: frozenset[str]  # by these channels


def _several(ports: Ports, space: str, back: Mapping[RowId, Contact]) -> list[_Several]:
    pairs = ports.store.find(SamePerson, col(SamePerson.space) == space)
    hers = lines_of_each(pairs)
    found = ports.store.find(Contact, col(Contact.id).in_({*hers, *back})) if hers or back else []
    contacts = [back.get(one.id, one) for one in found]
    groups = [(group, hers.get(group[0].id, {group[0].id})) for group in each_once(contacts, pairs)]
    went = {line for group, lines in groups if len(group) < len(lines) or lines & back.keys() for line in lines}
    asked = counting(went).union(*(spoken_rows(went, channel) for channel in Channel))
    talked = or_(_TALKS, col(Attempt.outcome).in_([COUNTED, ""]))
    there = ports.store.values(Attempt, "channel", *nobodys(space), talked, col(Attempt.id).in_(asked)) if went else {}

    def spoken(lines: set[RowId]) -> frozenset[str]:
        ways = {channel.value for channel in Channel if there.keys() & spoken_rows(lines, channel)}
        return frozenset(ways | {_way(there[row]) for row in counting(lines) & there.keys() if there[row]})

    return [
        _Several(
            group,
            is_counted=bool(there.keys() & counting(lines)),
            spoken=spoken(lines) if there else frozenset(),
        )
        for group, lines in groups
    ]


def _way(channel: str) -> str:
    """What was not said, or is a newer app's, is the last one."""
    return channel if channel in _NAMED else Channel.OTHER.value


def _in(space: str) -> ColumnElement[bool]:
    return col(Contact.space) == space
