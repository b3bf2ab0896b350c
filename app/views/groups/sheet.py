"""Typing in a group's filled sheet: a day, who came, how many others; keep, and the next day is there at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

import flet as ft

from app.i18n.words import first_up
from app.journeys.group_lines import MOST_OTHERS, keep_column, on_the_sheet
from app.journeys.group_sessions import sessions_of
from app.records import Cohort, Mentee, RowId, Seat
from app.views.forms import use_doing, use_draft
from app.views.groups.group import no_group
from app.views.groups.list import PATH
from app.views.groups.meet import as_last_time
from app.views.kit import DayChoice, good_news, keep_button, problem, quiet, screen, section, some, stack, stepper
from app.views.lasted import lasted
from app.views.session import use_live, use_ports, use_session


@dataclass
class Draft:
    """One column of the sheet, and how many were kept before it."""

    held_on: date
    minutes: int
    came: set[RowId] = field(default_factory=set)
    others: int = 0
    kept: int = 0
    last: str = ""


@ft.component
def TypeInGroup() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today, which = session.words, ports.today(), ft.use_route_params().get("id", "")
    path = f"{PATH}/{which}"
    cohort = use_live(lambda: ports.store.get(Cohort, which), Cohort)
    draft, change = use_draft(lambda: Draft(today, as_last_time(sessions_of(ports, which, limit=1))))
    people = use_live(lambda: on_the_sheet(ports, which, draft.held_on), Seat, Mentee)
    doing = use_doing()
    if cohort is None:
        return no_group(t)

    def keep() -> None:
        def step() -> None:
            keep_column(
                ports,
                cohort=cohort,
                held_on=draft.held_on,
                minutes=draft.minutes,
                came=draft.came,
                others=draft.others,
            )

        if doing.do(step):
            day = draft.held_on
            change(came=set(), others=0, kept=draft.kept + 1, last=first_up(t.day(day, today)))

    def tick(one: RowId) -> None:
        change(came=draft.came ^ {one})

    days = [(first_up(t.day(day, today)), day) for day in (today - timedelta(days=n) for n in (0, 1, 7))]
    kept = t.many("%(num)d line kept", "%(num)d lines kept", draft.kept)
    options = [(one.id, f"{mark} · {t.isolated(one.name)}") for mark, one in people]
    length = lasted(t, draft.minutes, lambda value: change(minutes=value))
    others = stepper(
        draft.others,
        lambda value: change(others=value),
        words=t.many("%(num)d guest", "%(num)d guests", draft.others),
        less=t("One person less"),
        more=t("One person more"),
        step=1,
        most=MOST_OTHERS,
        key="guests",
    )
    parts: list[ft.Control] = [
        problem(doing.trouble),
        good_news(f"{kept}: {draft.last}" if draft.kept else ""),
        DayChoice(
            "held", t("Day"), days, draft.held_on, lambda day: change(held_on=day or today), today=today, last=today
        ),
        stack([quiet(t("Time together")), length], spacing=6),
        *([some(t("Who came"), options, draft.came, tick, key="came")] if options else []),
        section(t("Others who came, without names"), [others]),
        quiet(t("When all lines are kept, tear the sheet up.")),
    ]
    return screen(
        t("Type in a filled sheet"),
        parts,
        t=t,
        path=f"{path}/after",
        under=t.isolated(cohort.name),
        back=path,
        foot=[keep_button(t("Keep, and the next line"), keep)],
    )
