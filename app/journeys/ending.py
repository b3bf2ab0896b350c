"""How a file ends: planned together, ended by whom and why, after-care, and the way back in."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from sqlmodel import col

from app.domain.caseload import has_ended
from app.i18n import N_
from app.ports import Ports, Refusal
from app.records import EndedBy, Ending, EndReason, Mentee, RowId

NEAR_DAYS = 14
"""A good end is talked over before it comes."""


def ending_of(ports: Ports, mentee: Mentee) -> Ending | None:
    """The planned or real end that stands; None while nobody spoke of one, or since she came back."""
    standing = _standing(ports, mentee.id)
    return standing[-1] if standing else None


def ended_files(ports: Ports) -> Collection[RowId]:
    """The mentees whose file has ended, and who did not come back."""
    return ports.store.tally(Ending, "mentee", has_ended(ports.today())).keys()


def closed_files(ports: Ports) -> Collection[RowId]:
    """Those of them after whom nobody promised to ask, or no longer."""
    asked_after = ports.store.tally(Ending, "mentee", has_ended(ports.today()), col(Ending.care_until) >= ports.today())
    return set(ended_files(ports)) - set(asked_after)


def endings_near(ports: Ports) -> list[Ending]:
    """Planned for the next two weeks, or for a day that has passed without a word; the soonest first."""
    near = col(Ending.planned_on) <= ports.today() + timedelta(days=NEAR_DAYS)
    still = (col(Ending.ended_on).is_(None), col(Ending.came_back_on).is_(None))
    return ports.store.find(Ending, near, *still, order_by=(col(Ending.planned_on), col(Ending.id)))


def plan_ending(ports: Ports, *, row: RowId, mentee: Mentee, planned_on: date | None) -> Ending:
    """A good end has a day that she knows."""
    there = ending_of(ports, mentee)
    with ports.store.write() as tx:
        if there:
            return tx.change(there, planned_on=planned_on)
        return tx.add(Ending(id=row, space=mentee.space, mentee=mentee.id, planned_on=planned_on))


def end(
    ports: Ports, *, row: RowId, mentee: Mentee, ended_on: date, ended_by: str, reason: str, care_until: date | None
) -> Ending:
    """It is over. Whose word it was is written down; when an authority stops it early, that is no drop-out of hers."""
    if ended_by not in set(EndedBy):
        raise Refusal(N_("Choose whose word it was."))
    if reason not in set(EndReason):
        raise Refusal(N_("Choose what it ended for."))
    if ended_on > ports.today():
        raise Refusal(N_("That day is still to come. Plan it instead."))
    if care_until and care_until < ended_on:
        raise Refusal(N_("After-care ends before it begins."))
    there = ending_of(ports, mentee) or Ending(id=row, space=mentee.space, mentee=mentee.id)
    with ports.store.write() as tx:
        return tx.add(
            Ending(
                id=there.id,
                space=there.space,
                mentee=mentee.id,
                ended_on=ended_on,
                ended_by=ended_by,
                reason=reason,
                care_until=care_until,
            )
        )


def come_back(ports: Ports, *, shown: Ending) -> None:
    """She is here again: the file goes on, and that it ended once stays written."""
    with ports.store.write() as tx:
        for one in {each.id: each for each in [shown, *_standing(ports, shown.mentee)]}.values():
            tx.change(one, came_back_on=ports.today())  # two phones may each have ended it


def _standing(ports: Ports, mentee: RowId) -> list[Ending]:
    """What is only planned before what has ended."""
    stands = (col(Ending.mentee) == mentee, col(Ending.came_back_on).is_(None))
    return ports.store.find(Ending, *stands, order_by=(col(Ending.ended_on), col(Ending.id)))
