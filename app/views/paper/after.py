"""Typing in a filled sheet: a day and minutes, keep, and the next line is there at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import flet as ft

from app.i18n.words import first_up
from app.journeys.meetings import log_meeting
from app.records import RowId
from app.views.cases.known import no_file, use_mentee
from app.views.forms import use_doing, use_draft
from app.views.kit import DayChoice, good_news, keep_button, problem, quiet, screen, stepper
from app.views.meetings.meeting_words import minutes as length
from app.views.session import use_ports, use_session

USUAL_MINUTES = 60


@dataclass
class Draft:
    """One line of the sheet, and how many were kept before it."""

    row: RowId
    held_on: date
    minutes: int = USUAL_MINUTES
    kept: int = 0
    last: str = ""


@ft.component
def TypeInSheet() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today, mentee = session.words, ports.today(), use_mentee()
    draft, change = use_draft(lambda: Draft(ports.new_row(), today))
    doing = use_doing()
    if mentee is None:
        return no_file(t)

    def keep() -> None:
        day, row, spent = draft.held_on, draft.row, draft.minutes
        if doing.do(lambda: log_meeting(ports, row=row, mentee=mentee, held_on=day, minutes=spent)):
            said = f"{first_up(t.day(draft.held_on, today))} · {length(t, draft.minutes)}"
            change(row=ports.new_row(), kept=draft.kept + 1, last=said)

    days = [(first_up(t.day(day, today)), day) for day in (today - timedelta(days=n) for n in (0, 1, 7))]
    kept = t.many("%(num)d line kept", "%(num)d lines kept", draft.kept)
    parts = [
        problem(doing.trouble),
        good_news(f"{kept}: {draft.last}" if draft.kept else ""),
        DayChoice(
            "held", t("Day"), days, draft.held_on, lambda day: change(held_on=day or today), today=today, last=today
        ),
        stepper(
            draft.minutes,
            lambda value: change(minutes=value),
            words=length(t, draft.minutes),
            less=t("Less time"),
            more=t("More time"),
            key="minutes",
        ),
        quiet(t("When all lines are kept, tear the sheet up.")),
    ]
    path = f"/cases/{mentee.id}"
    return screen(
        t("Type in a filled sheet"),
        parts,
        t=t,
        path=f"{path}/after",
        under=t.isolated(mentee.name),
        back=f"{path}/paper",
        foot=[keep_button(t("Keep, and the next line"), keep)],
    )
