"""Typing in a filled sheet: a day, met or not, minutes, the next time; keep, and the next line is there at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

import flet as ft

from app.domain.agenda import same_weekday
from app.i18n.words import first_up
from app.journeys.readers import mentors_in
from app.journeys.sheet_lines import keep_line
from app.records import Answer, MeetingState, MemberCard
from app.views.cases.known import no_file, use_mentee
from app.views.forms import use_chosen, use_doing, use_draft
from app.views.kit import DayChoice, HourField, choice, good_news, keep_button, problem, quiet, screen, stepper
from app.views.meetings.log_draft import MORNING, starts_of
from app.views.meetings.meeting_words import STATES
from app.views.meetings.meeting_words import minutes as length
from app.views.meetings.who import met_by
from app.views.session import use_live, use_ports, use_session

USUAL_MINUTES = 60


@dataclass
class Draft:
    """One line of the sheet, and those that were kept before it: (day, who met her, "yes" or "no")."""

    held_on: date
    minutes: int = USUAL_MINUTES
    met: str = Answer.YES.value
    next_day: date | None = None
    next_hour: time = MORNING
    kept: tuple[tuple[date, str, str], ...] = ()
    last: str = ""


@ft.component
def TypeInSheet() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today, mentee = session.words, ports.today(), use_mentee()
    draft, change = use_draft(lambda: Draft(today))
    doing = use_doing()
    others = use_live(lambda: mentors_in(ports, mentee.space) if mentee else [], MemberCard)
    mentor, set_mentor = use_chosen(lambda: others[0].person if len(others) == 1 else ports.me.person.hex())
    if mentee is None:
        return no_file(t)

    day, met, before = draft.held_on, draft.met == Answer.YES, draft.kept  # as drawn: two quick taps are one line
    spent, starts = draft.minutes if met else None, starts_of(draft.next_day, draft.next_hour)

    def keep() -> None:
        line = (day, mentor, Answer.YES.value if met else Answer.NO.value)
        nth = before.count(line)

        def step() -> None:
            keep_line(ports, mentee=mentee, day=day, minutes=spent, next_starts=starts, mentor=mentor, nth=nth)

        if doing.do(step):
            how = length(t, spent) if spent is not None else t(STATES[MeetingState.CANCELLED.value])
            last = f"{first_up(t.day(day, today))} · {how}"
            change(met=Answer.YES.value, next_day=None, kept=(*before, line), last=last)

    days = [(first_up(t.day(day, today)), day) for day in (today - timedelta(days=n) for n in (0, 1, 7))]
    yes_no = [(Answer.YES.value, t("Yes")), (Answer.NO.value, t("No"))]
    kept = t.many("%(num)d line kept", "%(num)d lines kept", len(draft.kept))
    parts = [
        problem(doing.trouble),
        good_news(f"{kept}: {draft.last}" if draft.kept else ""),
        *met_by(t, ports, others, mentor, set_mentor),
        DayChoice(
            "held", t("Day"), days, draft.held_on, lambda day: change(held_on=day or today), today=today, last=today
        ),
        choice(t("We met"), yes_no, draft.met, lambda said: change(met=said), key="met", may_be_none=False),
    ]
    if met:
        parts.append(
            stepper(
                draft.minutes,
                lambda value: change(minutes=value),
                words=length(t, draft.minutes),
                less=t("Less time"),
                more=t("More time"),
                key="minutes",
            )
        )
    week = same_weekday(draft.held_on, today)
    again = [(first_up(t.by_date(week, today)), week), (t("No day"), None)]
    parts.append(
        DayChoice(
            "next",
            t("Next time"),
            again,
            draft.next_day,
            lambda day: change(next_day=day),
            today=today,
            first=today,
        )
    )
    if draft.next_day:
        parts.append(HourField("next-hour", draft.next_hour, lambda hour: change(next_hour=hour), label=t("Hour")))
    parts.append(quiet(t("When all lines are kept, tear the sheet up.")))
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
