"""The companies we know, whom one speaks with there, and what each asks of her who comes."""

from __future__ import annotations

from typing import Any

from sqlmodel import col

from app.domain.beside import beside
from app.domain.cpr import refuse_cpr
from app.domain.text import tidy
from app.i18n import N_
from app.journeys.areas import chosen_area, writes_in
from app.ports import Ports, Refusal
from app.records import Company, Mentee, Placement, Requirement, RowId, Step, altered
from app.storage.errors import NoSuchPlace
from app.storage.fold import fold
from app.storage.order import by_name
from app.storage.saw import Saw

MOST_REQUIREMENTS = 30


def add_company(ports: Ports, *, row: RowId, space: str | None = None, **said: Any) -> Company:
    """As of today; without a `space` it goes where she wrote last."""
    fields = {name: tidy(value) for name, value in said.items()}
    company = Company(id=row, space=chosen_area(ports, space), checked_on=ports.today(), **fields)
    _check(company)
    with ports.store.write() as tx:
        writes_in(ports, tx, company.space)
        return tx.add(company)


def change_company(ports: Ports, *, shown: Company, **said: Any) -> Company:
    """Who keeps it says that it is so today, also when nothing differs."""
    fields = {name: tidy(value) for name, value in said.items()}
    _check(altered(shown, **fields))
    with ports.store.write() as tx:
        return tx.change(shown, checked_on=ports.today(), **fields)


def remove_company(ports: Ports, *, shown: Company, saw: Saw) -> None:
    """It takes nobody any more; where somebody was placed keeps its name."""
    with ports.store.write() as tx:
        tx.remove(shown, saw)


def companies(
    ports: Ports, *, trade: str = "", area: str = "", matching: str = "", limit: int | None = None
) -> list[Company]:
    """By name; of one trade, of one area (its space), or all. `matching` = what stands in a search box."""
    where = [col(Company.trade) == trade] if trade else []
    where += [col(Company.space) == area] if area else []
    order = (by_name(Company.name), col(Company.id))
    return ports.store.find(Company, *where, matching=matching, order_by=order, limit=limit)


def company_called(ports: Ports, name: str) -> Company | None:
    """The one with that name, however it was typed; None where several have it, or none."""
    same = [one for one in companies(ports, matching=name) if one.name and fold(one.name) == fold(tidy(name))]
    return same[0] if len(same) == 1 else None


def trades_known(ports: Ports) -> set[str]:
    """Of which there is a company."""
    return set(ports.store.latest(Company, "trade", "name"))


def ask_for(ports: Ports, *, row: RowId, company: Company, text: str) -> Requirement:
    """One thing more that the company asks for, in the words a mentee will read."""
    text = tidy(text)
    if not text:
        raise Refusal(N_("Write what they ask for, in a few words."))
    refuse_cpr(text)
    with ports.store.write() as tx:
        return tx.add(Requirement(id=row, space=company.space, company=company.id, text=text))


def ask_no_more(ports: Ports, *, shown: Requirement, saw: Saw) -> None:
    """They do not ask for that any more; a step that was made of it stays."""
    with ports.store.write() as tx:
        tx.remove(shown, saw)


def requirements_of(ports: Ports, company: str) -> list[Requirement]:
    """By what they say."""
    order = (col(Requirement.text), col(Requirement.id))
    return ports.store.find(Requirement, col(Requirement.company) == company, order_by=order, limit=MOST_REQUIREMENTS)


def into_her_plan(ports: Ports, *, mentee: Mentee, requirement: Requirement, by: str) -> Step:
    """A step of hers, by one tap: two taps, or two phones, make one. `by` = a Doer."""
    there = step_of(ports, mentee, requirement)
    if there:
        return there
    step = Step(
        id=_step_row(mentee, requirement), space=ports.store.beside(mentee.space, "plan"), text=requirement.text, by=by
    )
    with ports.store.write() as tx:
        return tx.add(step)


def step_of(ports: Ports, mentee: Mentee, requirement: Requirement) -> Step | None:
    """The step that was made of it for her; None while nobody made one."""
    try:
        return ports.store.get(Step, _step_row(mentee, requirement), ports.store.beside(mentee.space, "plan"))
    except NoSuchPlace:
        return None


def company_of(ports: Ports, placement: Placement) -> Company | None:
    """None on the phone of somebody who does not read the list, and when it was taken away."""
    return ports.store.get(Company, placement.company) if placement.company else None


def _step_row(mentee: Mentee, requirement: Requirement) -> RowId:
    return beside(f"{mentee.id} {requirement.id}", "requirement")


def _check(company: Company) -> None:
    if not company.name:
        raise Refusal(N_("Choose a trade, or write what it is called."))
    refuse_cpr(company.name, company.person, company.reach_when)
