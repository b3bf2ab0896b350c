"""One company: how it is reached, what it asks for, and who of ours is there."""

from __future__ import annotations

import flet as ft

from app.domain.placements import PlacementNow
from app.i18n import Words
from app.journeys.companies import ask_for, ask_no_more, requirements_of
from app.journeys.placements import placed_at
from app.ports import Ports
from app.records import Company, Mentee, Placement, Requirement, Rung
from app.views.chosen import chosen
from app.views.companies.company_words import COMPANY_ICON, REACH_BY, TRADES
from app.views.forms import use_doing, use_draft
from app.views.kit import (
    Field,
    card,
    empty_state,
    fact,
    icon_button,
    problem,
    quiet,
    row,
    screen,
    section,
    sheet,
    stack,
    tonal_button,
)
from app.views.numbers import calls, only_numbers
from app.views.session import go, use_live, use_ports, use_session
from app.views.work.work_words import placement_said


class Asking:
    """What is being typed: `round` makes an empty field after each."""

    def __init__(self, row: str) -> None:
        self.row, self.text, self.round = row, "", 0


@ft.component
def CompanyPage() -> ft.View:
    ports, session = use_ports(), use_session()
    t, asked = session.words, ft.use_route_params().get("id", "")
    path = f"/companies/{asked}"
    company = use_live(lambda: ports.store.get(Company, asked), Company)
    wanted = use_live(lambda: requirements_of(ports, asked), Requirement)
    there = use_live(lambda: placed_at(ports, asked), Placement, Rung, Mentee)
    draft, change = use_draft(lambda: Asking(ports.new_row()))
    doing = use_doing()
    if company is None:
        gone = empty_state(COMPANY_ICON, t("There is nothing here."))
        return screen(t("Companies"), [gone], t=t, path=path, back="/companies")

    def add() -> None:
        if doing.do(lambda: ask_for(ports, row=draft.row, company=company, text=draft.text)):
            change(row=ports.new_row(), text="", round=draft.round + 1)

    def line(one: Requirement) -> ft.Control:
        saw = ports.store.seen(one)
        away = icon_button(
            ft.Icons.CLOSE,
            t("Take away: %(text)s", text=one.text),
            lambda: doing.do(lambda: ask_no_more(ports, shown=one, saw=saw)),
            key=f"away-{one.id}",
        )
        sign = ft.Icon(ft.Icons.CHECKLIST, color=ft.Colors.PRIMARY)
        return row(t.isolated(one.text), leading=sign, trailing=away, key=f"asks-{one.id}")

    def been(now: PlacementNow) -> ft.Control:
        placement = now.placement
        return row(
            t.isolated(names.get(placement.mentee, "")) or t("Somebody"),
            under=placement_said(t, now, ports.today()),
            leading=ft.Icon(ft.Icons.PERSON_OUTLINED, color=ft.Colors.PRIMARY),
            on_tap=lambda: go(f"/cases/{placement.mentee}/work/{placement.id}"),
            key=f"there-{placement.id}",
            arrow=True,
        )

    typed = lambda text: setattr(draft, "text", text)
    asks: list[ft.Control] = [sheet([line(one) for one in wanted])] if wanted else []
    asks += [
        Field(  # type: ignore[call-arg]  # every component takes a key: an empty one for each that was kept
            "asks", "", typed, label=t("What they ask for"), hint=t("Can lift 10 kg"), key=f"asks-{draft.round}"
        ),
        tonal_button(t("Add it"), add, key="add-asks", icon=ft.Icons.ADD),
        quiet(t("So concretely that it can be learned. In her file it becomes a step with one tap.")),
    ]
    names = {one.id: one.name for one in ports.store.find(Mentee)}
    parts: list[ft.Control] = [problem(doing.trouble)]
    ways = calls(t, company.phone, company.person or company.name)
    if facts := _facts(t, ports, company) or ([] if ways else [quiet(t("Nothing more is known yet."))]):
        parts.append(card(stack(facts, spacing=16)))
    if ways:
        parts.append(sheet(ways))
    parts.append(section(t("What they ask for"), asks))
    if there:
        # Words: heading on a company: the mentees who are or were there
        parts.append(section(t("Who has been there"), [sheet([been(now) for now in there])]))
    more = icon_button(ft.Icons.EDIT_OUTLINED, t("Change"), lambda: go(f"{path}/change"), key="change")
    return screen(t.isolated(company.name), parts, t=t, path=path, back="/companies", actions=[more])


def _facts(t: Words, ports: Ports, company: Company) -> list[ft.Control]:
    reach = " · ".join(part for part in (chosen(t, REACH_BY, company.reach_by), t.isolated(company.reach_when)) if part)
    told = (
        (COMPANY_ICON, t("Trade"), chosen(t, TRADES, company.trade)),
        (ft.Icons.PLACE_OUTLINED, t("Where it is"), t.isolated(company.area)),
        (ft.Icons.PERSON_OUTLINED, t("Contact person"), t.isolated(company.person)),
        (ft.Icons.PHONE_OUTLINED, t("Phone"), "" if only_numbers(company.phone) else t.isolated(company.phone)),
        (ft.Icons.ALTERNATE_EMAIL, t("Mail"), t.isolated(company.mail)),
        (ft.Icons.SCHEDULE, t("Best reached"), reach),
        (ft.Icons.WORK_OUTLINE, t("Needs people"), t("A job may come of it") if company.needs_people else ""),
        (
            ft.Icons.EVENT_AVAILABLE,
            t("Last looked after"),
            t.day(company.checked_on, ports.today()) if company.checked_on else "",
        ),
    )
    return [fact(icon, label, said) for icon, label, said in told if said]
