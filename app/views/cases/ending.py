"""How her file ends: a day planned together, or an end that came; after-care; and the way back in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import flet as ft

from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.after_care import asked_after
from app.journeys.ending import come_back, end, ending_of, plan_ending
from app.records import EndedBy, Ending
from app.views.cases.known import no_file, use_mentee
from app.views.cases.track_words import ENDED_BY, REASONS
from app.views.chosen import offered
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import (
    DayChoice,
    body,
    card,
    choice,
    keep_button,
    problem,
    quiet,
    screen,
    section,
    stack,
    tonal_button,
)
from app.views.session import go, use_live, use_ports, use_session

CARE_DAYS = (90, 182, 365)


@dataclass
class Draft:
    """An end in the making."""

    planned_on: date | None = None
    ended_on: date | None = None
    ended_by: str = ""
    reason: str = ""
    care_until: date | None = None


@ft.component
def EndFile() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today, mentee = session.words, ports.today(), use_mentee()
    there = use_live(lambda: ending_of(ports, mentee) if mentee else None, Ending)
    draft, change = use_draft(
        lambda: Draft(planned_on=there.planned_on if there else None, ended_on=today, care_until=today + _days(182))
    )
    doing, new = use_doing(), use_once(ports.new_row)
    if mentee is None:
        return no_file(t)
    back = f"/cases/{mentee.id}"
    name, path = t.isolated(mentee.name), f"{back}/ending"
    if there and there.ended_on:

        def back_again() -> None:
            if doing.do(lambda: come_back(ports, shown=there)):
                go(back)

        def asked() -> None:
            if doing.do(lambda: asked_after(ports, row=new, mentee=mentee)):
                go(back)

        again = keep_button(t("She is back"), back_again, key="back-again")
        parts = [problem(doing.trouble), card(stack([body(line) for line in ending_said(t, there, today)]))]
        if there.care_until and there.care_until >= today:
            parts.append(tonal_button(t("I asked how she is"), asked, key="asked", icon=ft.Icons.FAVORITE_BORDER))
        return screen(t("The end"), parts, t=t, path=path, under=name, back=back, foot=[again])

    def plan() -> None:
        if doing.do(lambda: plan_ending(ports, row=new, mentee=mentee, planned_on=draft.planned_on)):
            go(back)

    def keep() -> None:
        told = {"ended_by": draft.ended_by, "reason": draft.reason}
        ended_on = draft.ended_on or today
        if doing.do(lambda: end(ports, row=new, mentee=mentee, ended_on=ended_on, care_until=draft.care_until, **told)):
            go(back)

    ahead = [(first_up(t.by_date(day, today)), day) for day in (today + _days(n) for n in (30, 90, 182))]
    cares: list[tuple[str, date | None]] = [
        (t.many("%(num)d month", "%(num)d months", n // 30), today + _days(n)) for n in CARE_DAYS
    ]
    planned = [
        DayChoice(
            "planned",
            t("Planned for"),
            ahead,
            draft.planned_on,
            lambda day: change(planned_on=day),
            today=today,
            first=today,
        ),
        tonal_button(t("Keep the plan"), plan, key="plan"),
    ]
    ended = [
        DayChoice(
            "ended", t("Day"), [(first_up(t("today")), today)], draft.ended_on, lambda day: change(ended_on=day),
            today=today, last=today,
        ),
        choice(
            t("Whose word it was"), offered(t, ENDED_BY), draft.ended_by,
            lambda by: change(ended_by=by), key="by",
        ),
        choice(
            t("What it ended for"), offered(t, REASONS), draft.reason,
            lambda why: change(reason=why), key="reason",
        ),
        DayChoice(
            "care", t("We ask how she is, for"), [*cares, (t("No after-care"), None)], draft.care_until,
            lambda day: change(care_until=day), today=today, first=today,
        ),
    ]  # fmt: skip
    parts = [
        problem(doing.trouble),
        # Words: heading: the end of a file that is still to come
        section(t("A planned end"), planned),
        # Words: heading: the file has ended
        section(t("It has ended"), ended),
        quiet(t("To step back is no end: let a track rest instead.")),
    ]
    return screen(
        t("The end"), parts, t=t, path=path, under=name, back=back, foot=[keep_button(t("Keep: it has ended"), keep)]
    )


def ending_said(t: Words, ending: Ending, today: date) -> list[str]:
    """When it ends or ended, whose word it was, and how long somebody asks after her."""
    if not ending.ended_on:
        planned = ending.planned_on
        return [t("The end is planned for %(day)s.", day=t.day(planned, today))] if planned else []
    lines = [t("Ended %(day)s", day=t.day(ending.ended_on, today))]
    if ending.reason in REASONS:
        lines.append(t(REASONS[ending.reason]))
    if ending.ended_by in ENDED_BY:
        lines.append(t("Whose word: %(words)s", words=t(ENDED_BY[ending.ended_by])))
    if ending.ended_by == EndedBy.MUNICIPALITY:
        lines.append(t("It counts as no drop-out of hers."))
    if ending.care_until and ending.care_until >= today:
        lines.append(t("We ask how she is until %(day)s.", day=t.by_date(ending.care_until, today)))
    return lines


def _days(number: int) -> timedelta:
    return timedelta(days=number)
