"""Places of work in the demo organisation: three companies, a try-out talked over, a placement that goes on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from app.domain.placements import WEEK
from app.domain.pulses import week_asked
from app.journeys.companies import add_company, ask_for
from app.journeys.placements import climb, confirm, end_placement, placement_now, propose
from app.journeys.pulses import say_their_week, say_week
from app.ports import Ports
from app.records import Company, Mentee, Placement, PlanB, ReachBy, RungKind, Trade

COMPANIES: tuple[tuple[dict[str, Any], tuple[str, ...]], ...] = (
    (
        {
            "name": "Syværkstedet Tråden",
            "trade": Trade.TEXTILE.value,
            "area": "Granvej 9",
            "person": "Birthe Lund",
            "phone": "+45 70 10 10 31",
            "reach_by": ReachBy.CALL.value,
            "reach_when": "efter kl. 14, ikke om fredagen",
            "needs_people": True,
        },
        ("Møder kl. 8.30 tre dage om ugen", "Kan bruge en symaskine", "Siger til, når noget er i tvivl"),
    ),
    (
        {
            "name": "Café Nord",
            "trade": Trade.KITCHEN.value,
            "area": "Torvet 4",
            "person": "Jonas Dahl",
            "phone": "+45 70 10 10 32",
            "reach_by": ReachBy.COME.value,
            "reach_when": "før frokost",
        },
        ("Kender hygiejnereglerne",),
    ),
    (
        {
            "name": "Plejehjemmet Bakken",
            "trade": Trade.CARE.value,
            "area": "Skolevej 20",
            "person": "Lone Friis",
            "mail": "lone@bakken.example",
            "reach_by": ReachBy.MAIL.value,
            "needs_people": True,
        },
        ("Taler dansk i korte sætninger", "Kan arbejde hver anden weekend"),
    ),
)

WEEKS = (("", "good"), ("hard", "good"), ("so_so", "good"), ("good", "so_so"), ("good", "good"))
"""(hers, theirs), the week that is asked about first; hers she has not told yet."""


def places_of_work(worker: Ports, today: date) -> None:
    """What Sofie has done about it."""
    (mentee,) = worker.store.find(Mentee)
    made = [_company(worker, said, asks) for said, asks in COMPANIES]
    sewing, cafe = made[0], made[1]

    first = _place(worker, mentee, cafe, RungKind.TRY_OUT, today - timedelta(70), 6)
    end_placement(
        worker, shown=first, ended_on=today - timedelta(62), succeeded="came,way,knows", days_came=5, days_agreed=6,
        words="Jeg tog bussen selv hver dag", hard="hours,language", goes_on_with="other_place",
    )  # fmt: skip
    goes_on = _place(worker, mentee, sewing, RungKind.TRY_OUT, today - timedelta(35), 9)
    climb(
        worker,
        row=worker.new_row(),
        placement=goes_on,
        kind=RungKind.PLACEMENT,
        from_on=today - timedelta(21),
        hours=15,
    )
    climb(
        worker, row=worker.new_row(), placement=goes_on, kind=RungKind.PLACEMENT, from_on=today + timedelta(14),
        hours=15, paid_hours=4,
    )  # fmt: skip
    now = placement_now(worker, goes_on.id)
    for back, (hers, theirs) in enumerate(WEEKS):
        monday = week_asked(today) - back * WEEK
        if now and hers:
            say_week(worker, now=now, monday=monday, face=hers)
        if now and theirs:
            say_their_week(worker, now=now, monday=monday, face=theirs)


def _company(worker: Ports, said: dict[str, Any], asks: tuple[str, ...]) -> Company:
    company = add_company(worker, row=worker.new_row(), **said)
    for text in asks:
        ask_for(worker, row=worker.new_row(), company=company, text=text)
    return company


def _place(worker: Ports, mentee: Mentee, company: Company, kind: RungKind, from_on: date, hours: int) -> Placement:
    proposed = propose(
        worker, row=worker.new_row(), mentee=mentee, company=company.id, at=company.name, kind=kind, from_on=from_on,
        hours=hours, plan_b=PlanB.OTHER_PLACE.value,
    )  # fmt: skip
    return confirm(worker, shown=proposed)
