"""The group meets: which day, how long. From here to who came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import flet as ft

from app.i18n.words import first_up
from app.journeys.group_sessions import AHEAD, keep_session, sessions_of
from app.records import Cohort, GroupSession
from app.views.forms import use_doing, use_draft
from app.views.groups.group import no_group
from app.views.groups.list import PATH
from app.views.kit import DayChoice, keep_button, problem, quiet, screen, stack
from app.views.lasted import lasted
from app.views.session import go, use_live, use_ports, use_session

USUAL = 120


@dataclass
class Draft:
    """What is being chosen; at first as long as last time."""

    held_on: date
    minutes: int


@ft.component
def WeMeet() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today, which = session.words, ports.today(), ft.use_route_params().get("id", "")
    path = f"{PATH}/{which}"
    cohort = use_live(lambda: ports.store.get(Cohort, which), Cohort)
    draft, change = use_draft(lambda: Draft(today, as_last_time(sessions_of(ports, which, limit=1))))
    doing = use_doing()
    if cohort is None:
        return no_group(t)

    def keep() -> None:
        made: list[GroupSession] = []
        if doing.do(
            lambda: made.append(keep_session(ports, cohort=cohort, held_on=draft.held_on, minutes=draft.minutes))
        ):
            go(f"{path}/at/{made[0].id}")

    week = today + timedelta(days=7)
    parts: list[ft.Control] = [
        problem(doing.trouble),
        DayChoice(
            "held",
            t("Day"),
            [
                (t("Today"), today),
                (t("Yesterday"), today - timedelta(days=1)),
                (first_up(t.by_date(week, today)), week),
            ],
            draft.held_on,
            lambda day: change(held_on=day or today),
            today=today,
            last=today + AHEAD,
        ),
        stack(
            [
                quiet(t("Time together")),
                lasted(t, draft.minutes, lambda value: change(minutes=value)),
            ],
            spacing=6,
        ),
    ]
    return screen(
        t("We meet"),
        parts,
        t=t,
        path=f"{path}/meet",
        under=t.isolated(cohort.name),
        back=path,
        foot=[keep_button(t("Who came"), keep)],
    )


def as_last_time(met: list[GroupSession]) -> int:
    """Minutes; `met` = the latest time, if there was one."""
    return (met[0].minutes if met else None) or USUAL
