"""One place of work: how it stands, its ladder of hours, the weeks, what they ask for, and the way on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import flet as ft

from app.domain.placements import PlacementNow, weeks_there
from app.domain.pulses import early_signs
from app.i18n import Words
from app.journeys.companies import company_of
from app.journeys.placements import came_to_nothing, confirm, debrief_of, placement_now, set_plan_b
from app.journeys.pulses import weeks_said
from app.records import Company, CompanyPulse, Debrief, Mentee, Placement, Pulse, Rung
from app.views.cases.known import no_file, use_mentee
from app.views.chosen import chosen, offered
from app.views.companies.company_words import COMPANY_ICON
from app.views.forms import use_doing
from app.views.kit import (
    card,
    choice,
    fact,
    keep_button,
    problem,
    quiet,
    quiet_button,
    row,
    screen,
    section,
    sheet,
    stack,
)
from app.views.session import go, use_live, use_ports, use_session
from app.views.work.debrief_told import debrief_told
from app.views.work.requirements import AskedFor
from app.views.work.weeks import week_said
from app.views.work.work_words import (
    FACE_ICONS,
    FACES,
    PLANS,
    RUNGS,
    SIGNS,
    hours_said,
    placement_said,
    plan_b_said,
    where_said,
)

LATEST = 3


@ft.component
def PlacementPage() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today, mentee = session.words, ports.today(), use_mentee()
    which = ft.use_route_params().get("placement", "")
    now = use_live(lambda: placement_now(ports, which), Placement, Rung, Mentee)
    said = use_live(lambda: weeks_said(ports, now.placement) if now else ({}, {}), Pulse, CompanyPulse)
    company = use_live(lambda: company_of(ports, now.placement) if now else None, Company)
    debrief = use_live(lambda: debrief_of(ports, now.placement) if now else None, Debrief)
    doing = use_doing()
    if mentee is None or now is None:
        return no_file(t)
    home = f"/cases/{mentee.id}/work"
    path = f"{home}/{which}"
    shown = now.placement

    def nothing() -> None:
        if doing.do(lambda: came_to_nothing(ports, shown=shown)):
            go(home)

    parts: list[ft.Control] = [problem(doing.trouble)]
    parts += [problem(t(SIGNS[sign]), key=f"sign-{sign}") for sign in early_signs(now, *said)]
    facts = [fact(ft.Icons.FLAG_OUTLINED, t("How it stands"), placement_said(t, now, today))]
    if plan := plan_b_said(t, now):
        facts.append(fact(ft.Icons.ALT_ROUTE, t("Plan B"), plan))
    parts.append(card(stack(facts, spacing=16)))
    if now.over:
        if debrief:
            parts.append(debrief_told(t, debrief, today))
    elif not now.confirmed:
        plans = choice(
            t("Plan B"), offered(t, PLANS), shown.plan_b,
            lambda plan: doing.do(lambda: set_plan_b(ports, shown=shown, plan_b=plan, words=shown.plan_b_words)),
            key="plan-b",
        )  # fmt: skip
        parts += [plans, quiet(t("Plan B: what she does if this comes to nothing. Without one nothing is confirmed."))]
    parts.append(_ladder(t, now, path))
    if now.confirmed:
        parts.append(_weeks(t, now, said, path, today))
    if company:
        if not now.over:
            parts.append(AskedFor(mentee, company))
        reach = row(
            t.isolated(company.name),
            under=t.isolated(company.person),
            leading=ft.Icon(COMPANY_ICON, color=ft.Colors.PRIMARY),
            on_tap=lambda: go(f"/companies/{company.id}"),
            key="to-company",
            arrow=True,
        )
        parts.append(section(t("The company"), [sheet([reach])]))
    foot: list[ft.Control] = []
    if not now.over and not now.confirmed:
        foot = [keep_button(t("Both said yes"), lambda: doing.do(lambda: confirm(ports, shown=shown)), key="confirm")]
    if now.going:
        foot = [keep_button(t("Tell how a week was"), lambda: go(f"{path}/weeks"), key="to-weeks")]
        parts.append(quiet_button(t("It ends: talk it over"), lambda: go(f"{path}/end"), key="end"))
    elif not now.over:
        parts.append(quiet_button(t("It came to nothing"), nothing, key="nothing"))
    return screen(
        where_said(t, now), parts, t=t, path=path, under=t.isolated(mentee.name), back=home, foot=foot, spacing=16
    )


def _ladder(t: Words, now: PlacementNow, path: str) -> ft.Control:
    """The rungs as they followed each other; the one she stands on has a mark."""
    lines = []
    for rung in now.rungs:
        here = rung is now.rung and not now.over
        sign = ft.Icons.RADIO_BUTTON_CHECKED if here else ft.Icons.CIRCLE_OUTLINED
        since = t("from %(day)s", day=t.day(rung.from_on, now.today)) if rung.from_on else ""
        lines.append(
            row(
                chosen(t, RUNGS, rung.kind),
                under=" · ".join(part for part in (hours_said(t, rung), since) if part),
                leading=ft.Icon(sign, color=ft.Colors.PRIMARY, semantics_label=t("Now") if here else None),
                key=f"rung-{rung.id}",
            )
        )
    climb = quiet_button(t("Next rung"), lambda: go(f"{path}/rung"), key="to-rung", icon=ft.Icons.ADD)
    # Words: heading over the rungs of a placement: try-out, placement, wage subsidy, paid hours
    return section(t("The ladder of hours"), [sheet(lines)], action=None if now.over else climb)


def _weeks(
    t: Words, now: PlacementNow, said: tuple[Mapping[date, str], Mapping[date, str]], path: str, today: date
) -> ft.Control:
    """The last few, both sides beside each other; the rest is one tap away."""
    hers, theirs = said
    lines = []
    for monday in weeks_there(now)[::-1][:LATEST]:
        each = ft.Row([_face(t, hers.get(monday, "")), _face(t, theirs.get(monday, ""))], spacing=12, tight=True)
        lines.append(row(week_said(t, monday, today), trailing=each, key=f"week-{monday}"))
    ways = [
        quiet_button(t("The company's card"), lambda: go(f"{path}/card"), key="to-card", icon=ft.Icons.PRINT_OUTLINED)
    ]
    if not now.going:  # while it goes on, it is the main thing to do
        weeks = quiet_button(t("Tell how a week was"), lambda: go(f"{path}/weeks"), key="to-weeks", icon=ft.Icons.MOOD)
        ways.insert(0, weeks)
    # Words: under a list of weeks with two faces each: whose the first face is, and whose the second
    order = [quiet(t("Her face, then the company's."))] if lines else []
    return section(t("The weeks"), [*([sheet(lines)] if lines else []), *order, stack(ways, spacing=0)])


def _face(t: Words, face: str) -> ft.Control:
    if face not in FACES:
        return ft.Icon(ft.Icons.REMOVE, color=ft.Colors.OUTLINE, semantics_label=t("No word yet"))
    return ft.Icon(FACE_ICONS[face], color=ft.Colors.PRIMARY, semantics_label=t(FACES[face]))
