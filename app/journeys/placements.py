"""A mentee goes to work at a company: proposed, confirmed with a plan B, rung by rung, talked over at the end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlmodel import col

from app.domain.beside import beside
from app.domain.cpr import refuse_cpr
from app.domain.placements import MOST_HOURS, UNPAID, PlacementNow, placements_now
from app.domain.text import tidy
from app.i18n import N_
from app.ports import Ports, Refusal
from app.records import Debrief, Mentee, Placement, PlanB, RowId, Rung, RungKind


def propose(
    ports: Ports,
    *,
    row: RowId,
    mentee: Mentee,
    company: RowId = "",
    at: str,
    kind: str,
    from_on: date | None,
    hours: int,
    paid_hours: int = 0,
    plan_b: str = "",
    plan_b_words: str = "",
) -> Placement:
    """A place for her, on its first rung; nobody has said yes yet. Kept whole, or not at all."""
    at, plan_b_words = tidy(at), tidy(plan_b_words)
    if not at:
        raise Refusal(N_("Choose where, or write it."))
    refuse_cpr(at, plan_b_words)
    space = ports.store.beside(mentee.space, "plan")
    placement = Placement(
        id=row, space=space, mentee=mentee.id, company=company, at=at, plan_b=plan_b, plan_b_words=plan_b_words
    )
    first = _rung(beside(row, "rung"), placement, kind=kind, from_on=from_on, hours=hours, paid_hours=paid_hours)
    with ports.store.write() as tx:
        kept = tx.add(placement)
        tx.add(first)
    return kept


def climb(
    ports: Ports, *, row: RowId, placement: Placement, kind: str, from_on: date | None, hours: int, paid_hours: int = 0
) -> Rung:
    """From that day on another rung; the ones before stay as they were."""
    if placement.ended_on:
        raise Refusal(N_("This has ended. Begin a new one instead."))
    rung = _rung(row, placement, kind=kind, from_on=from_on, hours=hours, paid_hours=paid_hours)
    with ports.store.write() as tx:
        return tx.add(rung)


def set_plan_b(ports: Ports, *, shown: Placement, plan_b: str, words: str = "") -> Placement:
    """What she does if this comes to nothing; she reads it, too."""
    if plan_b and plan_b not in set(PlanB):
        raise ValueError("a screen offered what the record does not know")
    words = tidy(words)
    refuse_cpr(words)
    with ports.store.write() as tx:
        return tx.change(shown, plan_b=plan_b, plan_b_words=words)


def confirm(ports: Ports, *, shown: Placement) -> Placement:
    """She and the company have said yes. Not without a plan B: a place that falls through is nobody's fault."""
    if not (shown.plan_b or shown.plan_b_words):
        raise Refusal(N_("Choose a plan B first: what she does if this comes to nothing."))
    with ports.store.write() as tx:
        return tx.change(shown, confirmed_on=ports.today())


def came_to_nothing(ports: Ports, *, shown: Placement) -> Placement:
    """Somebody said no in the end, perhaps after a yes; plan B is next. What has begun ends with a talk instead."""
    now = placement_now(ports, shown.id)
    if now and now.going:
        raise Refusal(N_("She has been there. Talk it over when it ends."))
    with ports.store.write() as tx:
        return tx.change(shown, ended_on=ports.today(), confirmed_on=None)


def end_placement(ports: Ports, *, shown: Placement, ended_on: date, **said: Any) -> Debrief:
    """It has ended, and was talked over: what succeeded first. Kept whole, or not at all."""
    if ended_on > ports.today():
        raise Refusal(N_("That day is still to come."))
    now = placement_now(ports, shown.id)
    if now and now.began_on and ended_on < now.began_on:
        raise Refusal(N_("The last day is before the first one."))
    if not said.get("succeeded") and not said.get("words"):
        raise Refusal(N_("Begin with what succeeded: choose at least one thing."))
    came, agreed = said.get("days_came"), said.get("days_agreed")
    if came is not None and agreed is not None and came > agreed:
        raise Refusal(N_("She cannot have come on more days than were agreed."))
    said["words"] = tidy(said.get("words", ""))
    refuse_cpr(said["words"])
    debrief = Debrief(
        id=beside(shown.id, "debrief"), space=shown.space, placement=shown.id, held_on=ports.today(), **said
    )
    with ports.store.write() as tx:
        tx.change(shown, ended_on=ended_on)
        return tx.add(debrief)


def debrief_of(ports: Ports, placement: Placement) -> Debrief | None:
    """What was said at the end."""
    return ports.store.get(Debrief, beside(placement.id, "debrief"), placement.space)


def placements_of(ports: Ports, *mentees: RowId) -> list[PlacementNow]:
    """All of hers: what goes on first, what is over last."""
    return _now(ports, ports.store.find(Placement, col(Placement.mentee).in_(mentees)))


def placement_now(ports: Ports, row: RowId) -> PlacementNow | None:
    """One as it stands today; None when it is not here."""
    placement = ports.store.get(Placement, row)
    return _now(ports, [placement])[0] if placement else None


def all_placements(ports: Ports, *, open_only: bool = False) -> list[PlacementNow]:
    """Of every file this person has."""
    where = [col(Placement.ended_on).is_(None)] if open_only else []
    return _now(ports, ports.store.find(Placement, *where))


def placed_at(ports: Ports, company: RowId) -> list[PlacementNow]:
    """Who is or was at that company, of the files this person has."""
    return _now(ports, ports.store.find(Placement, col(Placement.company) == company))


def _now(ports: Ports, placements: Sequence[Placement]) -> list[PlacementNow]:
    if not placements:
        return []
    few = [col(Rung.placement).in_([one.id for one in placements])] if len(placements) < 100 else []
    return placements_now(placements, ports.store.find(Rung, *few), ports.today())


def _rung(row: RowId, placement: Placement, *, kind: str, from_on: date | None, hours: int, paid_hours: int) -> Rung:
    if kind not in set(RungKind):
        raise Refusal(N_("Choose how she is there."))
    if from_on is None:
        raise Refusal(N_("Choose from which day."))
    if not 0 < hours <= MOST_HOURS:
        raise Refusal(N_("Choose between 1 and %(most)d hours a week."), most=MOST_HOURS)
    if not 0 <= paid_hours <= hours:
        raise Refusal(N_("There are more paid hours than hours."))
    paid = paid_hours if kind in UNPAID else hours
    return Rung(
        id=row, space=placement.space, placement=placement.id, kind=kind, from_on=from_on, hours=hours, paid_hours=paid
    )
