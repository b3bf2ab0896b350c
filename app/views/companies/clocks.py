"""When somebody is reminded: of a first place of work, of the next one, of weeks without pay. For everybody here."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from app.i18n import Words
from app.journeys.house_rules import may_decide
from app.journeys.offer_clocks import MOST, clocks, set_clock
from app.records import HouseRule
from app.views.forms import use_doing
from app.views.kit import body, problem, quiet, screen, section, stepper
from app.views.session import use_live, use_ports, use_session


@dataclass(frozen=True)
class Rule:
    """One number: what it is called, what it does, and how far a tap goes."""

    name: str
    title: str
    under: str
    step: int
    weeks: bool = False


@ft.component
def SetClocks() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    now = use_live(lambda: clocks(ports), HouseRule)
    doing = use_doing()
    may = may_decide(ports)

    def part(rule: Rule) -> ft.Control:
        number = getattr(now, rule.name)
        words = _said(t, number, weeks=rule.weeks)
        if not may:
            return section(rule.title, [body(words), quiet(rule.under)])
        step = stepper(
            number,
            lambda value: doing.do(lambda: set_clock(ports, rule.name, value)),
            words=words,
            less=t("Shorter"),
            more=t("Longer"),
            step=rule.step,
            most=MOST,
            key=rule.name,
        )
        return section(rule.title, [step, quiet(rule.under)])

    rules = (
        Rule(
            "first_days", t("First place of work: remind after"),
            t("Counted from the day the track Work began. It rests when the track rests."), 7,
        ),
        Rule("first_latest", t("First place of work: at the latest after"), t("The law says a month at most."), 5),
        Rule("gap_days", t("Between two places: at most"), t("The law says six weeks at most."), 7),
        Rule(
            "unpaid_weeks", t("Weeks without any paid hour"),
            t("Then the app asks whether some hours could be paid. It stops nothing."), 1, weeks=True,
        ),
    )  # fmt: skip
    parts = [problem(doing.trouble), quiet(t("These remind us, never her.")), *(part(rule) for rule in rules)]
    return screen(
        t("Reminders"), parts, t=t, path="/companies/clocks", under=t("For everybody here."), back="/companies"
    )


def _said(t: Words, number: int, *, weeks: bool) -> str:
    if not number:
        # Words: of a reminder that is switched off
        return t("Never")
    if weeks:
        return t.many("%(num)d week", "%(num)d weeks", number)
    return t.many("%(num)d day", "%(num)d days", number)
