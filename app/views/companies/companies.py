"""The companies we know: by trade, each with where it is and whether it lacks hands."""

from __future__ import annotations

import flet as ft

from app.journeys.companies import companies, trades_known
from app.journeys.house_rules import may_decide
from app.records import Company
from app.views.areas import area_filter, area_named
from app.views.chosen import chosen, offered
from app.views.companies.company_words import COMPANY_ICON, TRADES
from app.views.kit import (
    choice,
    empty_state,
    floating_button,
    icon_button,
    row,
    screen,
    sheet,
)
from app.views.pages import use_pages
from app.views.session import go, use_live, use_ports, use_session


@ft.component
def Companies() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    trade, set_trade = ft.use_state("")
    area, set_area = ft.use_state("")
    pages = use_pages()
    known = use_live(lambda: trades_known(ports), Company)
    found = use_live(lambda: companies(ports, trade=trade, area=area, limit=pages.limit), Company)

    def line(one: Company) -> ft.Control:
        where = "" if area else area_named(t, ports, one.space)
        needs = t("Needs people") if one.needs_people else ""
        said = [chosen(t, TRADES, one.trade), t.isolated(one.area), needs, where]
        return row(
            t.isolated(one.name),
            under=" · ".join(part for part in said if part),
            leading=ft.Icon(COMPANY_ICON, color=ft.Colors.PRIMARY),
            on_tap=lambda: go(f"/companies/{one.id}"),
            key=f"company-{one.id}",
            arrow=True,
        )

    parts: list[ft.Control] = [*area_filter(t, ports, area, set_area)]
    trades = [each for each in offered(t, TRADES) if each[0] in known]
    if len(trades) > 1:
        parts.append(choice(t("Trade"), trades, trade, set_trade, key="trade"))
    if found:
        parts.append(sheet([line(one) for one in pages.of(found)]))
    else:
        parts.append(empty_state(COMPANY_ICON, t("No company here yet."), t("Add one that you have spoken with.")))
    parts += pages.way_on(found)
    clocks = icon_button(ft.Icons.TIMER_OUTLINED, t("Reminders"), lambda: go("/companies/clocks"), key="clocks")
    return screen(
        t("Companies"),
        parts,
        t=t,
        path="/companies",
        back="/outreach",
        actions=[clocks] if may_decide(ports) else [],
        floating=floating_button(ft.Icons.ADD, t("Add a company"), lambda: go("/companies/new"), key="add-company"),
    )
