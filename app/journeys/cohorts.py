"""Groups that meet: a new one, what is known of it, that it has ended."""

from __future__ import annotations

from typing import Any

from sqlmodel import col

from app.domain.cpr import refuse_cpr
from app.domain.text import tidy
from app.i18n import N_
from app.ports import Ports, Refusal
from app.records import Cohort, RowId

MOST_SESSIONS = 200


def new_cohort(ports: Ports, *, row: RowId, name: str, **said: Any) -> Cohort:
    """A group that meets: all who work here read what it is, and nothing of who comes."""
    fields = _checked({**said, "name": name})
    with ports.store.write() as tx:
        return tx.add(Cohort(id=row, space=ports.store.space("staff"), **fields))


def change_cohort(ports: Ports, *, shown: Cohort, **said: Any) -> Cohort:
    """Something else is true of it now."""
    with ports.store.write() as tx:
        return tx.change(shown, **_checked(said))


def cohorts(ports: Ports, limit: int | None = None) -> list[Cohort]:
    """By name; those that have ended last."""
    order = (col(Cohort.ended_on).is_not(None), col(Cohort.name), col(Cohort.id))
    return ports.store.find(Cohort, order_by=order, limit=limit)


def _checked(said: dict[str, Any]) -> dict[str, Any]:
    fields = {name: tidy(value) if isinstance(value, str) else value for name, value in said.items()}
    if "name" in fields and not fields["name"]:
        raise Refusal(N_("Choose what the group is for, or write what it is called."))
    for name in ("name", "place"):
        refuse_cpr(fields.get(name, ""))
    sessions = fields.get("sessions")
    if sessions is not None and not 0 <= sessions <= MOST_SESSIONS:
        raise Refusal(N_("A group meets at most %(most)d times."), most=MOST_SESSIONS)
    return fields
