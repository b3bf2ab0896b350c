"""A place of work is proposed: where, on which rung, from when, and what she does if it comes to nothing."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from app.journeys.companies import companies, company_called
from app.journeys.placements import propose
from app.records import Company, RungKind
from app.views.cases.known import no_file, use_mentee
from app.views.chosen import chosen, offered
from app.views.companies.company_words import TRADES
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import Field, SearchField, choice, keep_button, problem, quiet, screen, section
from app.views.session import go, use_live, use_ports, use_session
from app.views.work.rung import RungDraft, rung_fields
from app.views.work.work_words import PLANS

NEARBY = 12
"""So many companies at once; the others are searched for."""


@dataclass
class Draft(RungDraft):
    """A place in the making; what is typed goes before the company or the trade that was tapped.

    The name of one company, typed, is that company.
    """

    company: str = ""
    trade: str = ""
    at: str = ""
    plan_b: str = ""


@ft.component
def NewPlace() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today, mentee = session.words, ports.today(), use_mentee()
    new = use_once(ports.new_row)
    draft, change = use_draft(lambda: Draft(kind=RungKind.TRY_OUT.value))
    sought, set_sought = ft.use_state("")
    known = use_live(lambda: companies(ports, matching=sought, limit=NEARBY + 1), Company)
    doing = use_doing()
    if mentee is None:
        return no_file(t)
    path = f"/cases/{mentee.id}/work"

    def keep() -> None:
        typed = draft.at.strip()
        picked = company_called(ports, typed) if typed else ports.store.get(Company, draft.company)
        at, company = (picked.name, picked.id) if picked else (typed or chosen(t, TRADES, draft.trade), "")
        if doing.do(
            lambda: propose(ports, row=new, mentee=mentee, company=company, at=at, plan_b=draft.plan_b, **draft.said())
        ):
            go(f"{path}/{new}")

    where: list[ft.Control] = []
    tapped = ports.store.get(Company, draft.company)
    shown = known[:NEARBY] + [one for one in [tapped] if one and one.id not in {each.id for each in known[:NEARBY]}]
    some = bool(known or sought)
    if sought or len(known) > NEARBY:
        where.append(SearchField(t("Search by name"), set_sought))
    if shown:
        options = [(one.id, t.isolated(one.name)) for one in shown]
        where.append(choice("", options, draft.company, lambda row: change(company=row, trade=""), key="company"))
    # Words: a place of work that is on no list: only what is done there is chosen
    elsewhere = t("Somewhere else: the trade is enough") if some else t("The trade is enough")
    pick = lambda trade: change(trade=trade, company="")
    where.append(choice(elsewhere, offered(t, TRADES), draft.trade, pick, key="trade"))
    other = t("Another place") if some else t("What it is called")
    where.append(Field("at", "", lambda text: setattr(draft, "at", text), label=other))
    return screen(
        t("A new place"),
        [
            problem(doing.trouble),
            section(t("Where"), where),
            *rung_fields(t, draft, change, today),
            # Words: what she does if a place of work comes to nothing
            choice(t("Plan B"), offered(t, PLANS), draft.plan_b, lambda plan: change(plan_b=plan), key="plan-b"),
            quiet(t("Plan B: what she does if this comes to nothing. Without one nothing is confirmed.")),
        ],
        t=t,
        path=f"{path}/new",
        under=t.isolated(mentee.name),
        back=path,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )
