"""A company is written down or kept right: what it is, and how its contact person is reached without trouble."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import flet as ft

from app.journeys.areas import usual_area
from app.journeys.companies import add_company, change_company, remove_company
from app.journeys.numbered import numbered
from app.records import Company
from app.views.areas import area_row
from app.views.chosen import chosen, offered
from app.views.companies.company_words import REACH_BY, TRADES
from app.views.forms import unnamed, use_chosen, use_doing, use_draft, use_once
from app.views.kit import Field, choice, keep_button, problem, quiet_button, screen, section, several, stack
from app.views.session import go, use_ports, use_session


@dataclass
class Draft:
    """What is being typed."""

    name: str = ""
    trade: str = ""
    area: str = ""
    person: str = ""
    phone: str = ""
    mail: str = ""
    reach_by: str = ""
    reach_when: str = ""
    needs_people: bool = False

    @staticmethod
    def of(company: Company) -> Draft:
        return Draft(**{name: getattr(company, name) for name in Draft.__dataclass_fields__})


@ft.component
def ChangeCompany() -> ft.View:
    ports, session = use_ports(), use_session()
    t, asked = session.words, ft.use_route_params().get("id", "")
    new = use_once(ports.new_row)
    shown = use_once(lambda: ports.store.get(Company, asked) if asked else None)
    saw = use_once(lambda: ports.store.seen(shown) if shown else None)
    draft, change = use_draft(lambda: Draft.of(shown) if shown else Draft())
    area, set_area = use_chosen(lambda: shown.space if shown else usual_area(ports))
    doing = use_doing()
    trade = chosen(t, TRADES, draft.trade)
    usual = numbered(ports, Company, trade, row=asked, space=area) if trade else ""
    back = f"/companies/{asked}" if shown else "/companies"

    def keep() -> None:
        def step() -> None:
            said = {**vars(draft), "name": draft.name.strip() or usual}
            if shown:
                change_company(ports, shown=shown, **said)
            else:
                add_company(ports, row=new, space=area, **said)

        if doing.do(step):
            go(back if shown else f"/companies/{new}")

    def remove() -> None:
        if shown and saw and doing.do(lambda: remove_company(ports, shown=shown, saw=saw)):
            go("/companies")

    def box(name: str, label: str, **how: Any) -> ft.Control:
        typed = lambda text: setattr(draft, name, text)
        made: ft.Control = Field(name, getattr(draft, name), typed, label=label, **how)
        return made

    reached: list[ft.Control] = [
        box("person", t("Whom we speak with")),
        box("phone", t("Phone"), keyboard=ft.KeyboardType.PHONE, ltr=True),
        box("mail", t("Mail"), keyboard=ft.KeyboardType.EMAIL, ltr=True),
        choice(
            # Words: which way a person at a company is best reached
            t("Best reached"), offered(t, REACH_BY), draft.reach_by, lambda way: change(reach_by=way), key="reach",
        ),
        box("reach_when", t("When it suits them"), hint=t("After two, never on Fridays")),
    ]  # fmt: skip
    parts: list[ft.Control] = [
        problem(doing.trouble),
        *([] if shown else area_row(t, ports, area, set_area)),
        choice(t("Trade"), offered(t, TRADES), draft.trade, lambda trade: change(trade=trade), key="trade"),
        stack(
            [
                box("name", t("What it is called"), helper=unnamed(t, usual) if usual else ""),
                box("area", t("Where it is")),
            ]
        ),
        section(t("Contact person"), [stack(reached)]),
        several(
            [("needs_people", t("They need people: a job may come of it"))],
            {"needs_people"} if draft.needs_people else set(),
            lambda _one, there: change(needs_people=there),
            key="needs",
        ),
    ]
    if shown:
        gone = t("They take nobody any more: take it away")
        parts.append(quiet_button(gone, remove, key="remove", icon=ft.Icons.DELETE_OUTLINE))
    return screen(
        t("Change") if shown else t("Add a company"),
        parts,
        t=t,
        path=f"{back}/change" if asked else "/companies/new",
        back=back,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )
