"""How far we reach: a fraction, with how its denominator was counted, or none; and what each way took and brought."""

from __future__ import annotations

from datetime import date

import flet as ft

from app.domain.reach import Brought, of_everybody, reach
from app.i18n import Words
from app.journeys.areas import areas, choose_area, usual_area
from app.journeys.reach import brought_by, estimates, people_reached, take_estimate_away
from app.ports import Ports
from app.records import Attempt, Contact, Estimate, Round, SamePerson, Spot
from app.views.areas import area_row
from app.views.contacts.contact_words import CHANNELS
from app.views.forms import use_chosen
from app.views.kit import (
    body,
    card,
    empty_state,
    icon_button,
    quiet,
    quiet_button,
    row,
    screen,
    section,
    sheet,
    stack,
)
from app.views.outreach.estimate_words import METHODS, whom_said
from app.views.session import go, use_live, use_ports, use_session


@ft.component
def HowFar() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    here = areas(ports)
    chosen, set_chosen = use_chosen(lambda: usual_area(ports))
    nouns = (Contact, Attempt, Round, Spot, SamePerson, Estimate)
    # what is shown is counted anew after every commit; so only while somebody looks
    told = use_live(
        lambda: (people_reached(ports, chosen), estimates(ports, chosen), brought_by(ports, chosen)), *nouns
    )
    if not here:
        nothing = empty_state(ft.Icons.INSIGHTS_OUTLINED, t("Nothing here yet."))
        return screen(t("How far we reach"), [nothing], t=t, path="/outreach/reach", back="/outreach")
    reached, counted, ways = told

    def look_at(space: str) -> None:
        choose_area(ports, space)  # and what she adds from here belongs there
        set_chosen(space)

    parts: list[ft.Control] = [*area_row(t, ports, chosen, look_at)]
    parts.append(_fraction(t, ports, reached, counted))
    parts.append(_estimates(t, ports, counted))
    if ways:
        # Words: heading: how people were met (door, phone, event …), and what came of each way
        parts.append(section(t("Way by way"), [_way(t, one) for one in ways]))
    parts.append(quiet(t("Tried, spoken with, begun and taking part are four numbers. They are never added up.")))
    return screen(t("How far we reach"), parts, t=t, path="/outreach/reach", back="/outreach")


def _fraction(t: Words, ports: Ports, reached: int, counted: list[Estimate]) -> ft.Control:
    newest = of_everybody(counted)
    found = reach(reached, newest)
    lines: list[ft.Control] = [quiet(t("People spoken with"))]
    if found.of is None or newest is None:
        # Words: reached so many; how many there are in all is not known
        lines.append(body(t("%(num)d of an unknown number", num=reached), size=24, strong=True))
        lines.append(quiet(t("Add how many there are, and how that was counted.")))
    else:
        lines.append(body(t("%(num)d of %(all)d", num=reached, all=found.of), size=24, strong=True))
        lines.append(quiet(_how(t, newest, ports.today())))
    return card(stack(lines, spacing=4), key="reach")


def _how(t: Words, one: Estimate, today: date) -> str:
    how = t(METHODS[one.method]) if one.method in METHODS else ""
    day = t.short_date(one.counted_on, today) if one.counted_on else ""
    return " · ".join(part for part in (how, day, t.isolated(one.source)) if part)


def _estimates(t: Words, ports: Ports, counted: list[Estimate]) -> ft.Control:
    def line(one: Estimate) -> ft.Control:
        away = lambda: take_estimate_away(ports, shown=one, saw=ports.store.seen(one))
        bin_button = icon_button(ft.Icons.DELETE_OUTLINE, t("Take away"), away, key=f"away-{one.id}")
        title = f"{one.number or 0} · {whom_said(t, one)}"
        return row(title, under=_how(t, one, ports.today()), trailing=bin_button, key=f"estimate-{one.id}")

    add = quiet_button(
        t("Add how many there are"), lambda: go("/outreach/reach/new"), key="add-estimate", icon=ft.Icons.ADD
    )
    # Words: heading over estimates of how many people there are to be reached
    name = t("How many there are")
    return section(name, [sheet([line(one) for one in counted]), add] if counted else [add])


def _way(t: Words, one: Brought) -> ft.Control:
    """A line of four numbers under their names, and what one person who takes part took."""
    numbers = (
        (t("Tried"), one.tried),
        # Words: a column: people one spoke with
        (t("Spoken with"), one.spoken),
        # Words: a column: people with whom something began
        (t("Begun"), one.begun),
        (t("Takes part"), one.joined),
    )
    cells: list[ft.Control] = [
        ft.Column([body(str(count), size=20, strong=True), quiet(name, size=13)], spacing=0, expand=True)
        for name, count in numbers
    ]
    if one.minutes_each is not None:
        # Words: minutes of work for each person who takes part
        each = t.many("%(num)d min for each who takes part", "%(num)d min for each who takes part", one.minutes_each)
    elif one.minutes is not None:
        each = t.many("%(num)d min in all", "%(num)d min in all", one.minutes)
    else:
        each = t("Nobody told how long it took.")
    lines: list[ft.Control] = [body(t(CHANNELS[one.channel]), strong=True), ft.Row(cells, spacing=8), quiet(each)]
    if one.spoken_each is not None:
        said = t.many("%(num)d talk for each who takes part", "%(num)d talks for each who takes part", one.spoken_each)
        lines.append(quiet(said))
    return card(stack(lines, spacing=8), key=f"way-{one.channel}")
