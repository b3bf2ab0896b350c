"""How many people there are to be reached: never a number without how, when and by whom it was counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import flet as ft

from app.i18n import N_
from app.i18n.words import first_up
from app.journeys.areas import usual_area
from app.journeys.reach import estimate
from app.views.areas import area_row
from app.views.chosen import offered
from app.views.forms import use_chosen, use_doing, use_draft, use_once
from app.views.kit import DayChoice, Field, choice, keep_button, problem, screen, stack
from app.views.outreach.estimate_words import GROUPS, METHODS
from app.views.session import go, use_ports, use_session

WHOM = (
    # Words: whom somebody counted, for the estimate of how many there are to be reached; the next ones too
    N_("Women at home"),
    N_("Women who look for work"),
    N_("Mothers of small children"),
    N_("Families"),
)
SOURCES = (
    # Words: where such a number is from; the next ones too
    N_("Municipality"),
    N_("Housing association"),
    N_("Language school"),
    N_("Our own count"),
)


@dataclass
class Draft:
    """What is tapped and typed; what is typed goes before what is tapped."""

    whom: str = ""
    whom_tapped: str = ""
    number: str = ""
    method: str = ""
    source: str = ""
    source_tapped: str = ""
    counted_on: date | None = None


@ft.component
def NewEstimate() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today, new = session.words, ports.today(), use_once(ports.new_row)
    draft, change = use_draft(lambda: Draft(counted_on=today))
    area, set_area = use_chosen(lambda: usual_area(ports))
    doing = use_doing()

    def keep() -> None:
        number = int(draft.number) if draft.number.isdigit() else 0
        day = draft.counted_on or today

        def step() -> None:
            whom, source = draft.whom.strip() or draft.whom_tapped, draft.source.strip() or draft.source_tapped
            said = {"whom": whom, "method": draft.method, "source": source}
            estimate(ports, row=new, space=area, number=number, counted_on=day, **said)

        if doing.do(step):
            go("/outreach/reach")

    def typed(name: str) -> Callable[[str], None]:
        return lambda text: setattr(draft, name, text)

    def as_written(words: Sequence[str]) -> list[tuple[str, str]]:
        return [(t(one), t(one)) for one in words]

    def tapped(label: str, said: list[tuple[str, str]], name: str) -> ft.Control:
        return choice(label, said, getattr(draft, name), lambda one: change(**{name: one}), key=name)

    pad = ft.KeyboardType.NUMBER
    return screen(
        t("How many there are"),
        [
            problem(doing.trouble),
            *area_row(t, ports, area, set_area),
            stack(
                [
                    tapped(t("Whom you counted"), [*offered(t, GROUPS), *as_written(WHOM)], "whom_tapped"),
                    # Words: a field for whom else one counted
                    Field("whom", "", typed("whom"), label=t("Others")),
                    Field("number", "", typed("number"), label=t("How many"), keyboard=pad, digits=True),
                    tapped(t("Where the number is from"), as_written(SOURCES), "source_tapped"),
                    # Words: a field for where else the number is from
                    Field("source", "", typed("source"), label=t("From elsewhere")),
                ]
            ),
            choice(
                t("How it was counted"),
                offered(t, METHODS),
                draft.method,
                lambda value: change(method=value),
                key="method",
            ),
            DayChoice(
                "counted",
                t("Counted on"),
                [(first_up(t("today")), today)],
                draft.counted_on,
                lambda day: change(counted_on=day),
                today=today,
                last=today,
            ),
        ],
        t=t,
        path="/outreach/reach/new",
        back="/outreach/reach",
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )
