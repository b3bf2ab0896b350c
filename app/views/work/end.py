"""A placement ends and is talked over: first what succeeded; only then what was hard, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

import flet as ft

from app.i18n.words import first_up
from app.journeys.placements import end_placement, placement_now
from app.records import Placement
from app.views.cases.known import no_file, use_mentee
from app.views.chosen import joined, offered, tapped
from app.views.forms import use_doing, use_draft
from app.views.kit import (
    DayChoice,
    Field,
    choice,
    keep_button,
    label,
    problem,
    quiet,
    quiet_button,
    screen,
    some,
    stack,
    stepper,
)
from app.views.session import go, use_live, use_ports, use_session
from app.views.work.debrief_told import days_said
from app.views.work.work_words import HARD, SUCCEEDED, THENS, where_said

FIRST, SECOND = 1, 2


@dataclass
class Draft:
    """The talk so far; `page` = how far it has come."""

    page: int = FIRST
    succeeded: list[str] = field(default_factory=list)
    days_agreed: int = 0
    days_came: int = 0
    words: str = ""
    hard: list[str] = field(default_factory=list)
    goes_on_with: str = ""
    ended_on: date | None = None


@ft.component
def TalkItOver() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today, mentee = session.words, ports.today(), use_mentee()
    which = ft.use_route_params().get("placement", "")
    now = use_live(lambda: placement_now(ports, which), Placement)
    draft, change = use_draft(lambda: Draft(ended_on=today))
    doing = use_doing()
    if mentee is None or now is None:
        return no_file(t)
    back = f"/cases/{mentee.id}/work/{which}"

    def keep() -> None:
        counted = draft.days_agreed > 0
        if doing.do(
            lambda: end_placement(
                ports,
                shown=now.placement,
                ended_on=draft.ended_on or today,
                succeeded=joined(draft.succeeded),
                days_came=min(draft.days_came, draft.days_agreed) if counted else None,
                days_agreed=draft.days_agreed if counted else None,
                words=draft.words,
                hard=joined(draft.hard),
                goes_on_with=draft.goes_on_with,
            )
        ):
            go(back)

    def succeeded(one: str) -> None:
        change(succeeded=tapped(draft.succeeded, one, SUCCEEDED))

    def hard(one: str) -> None:
        change(hard=tapped(draft.hard, one, HARD))

    def agreed(days: int) -> None:
        change(days_agreed=days, days_came=days if draft.days_came == draft.days_agreed else min(draft.days_came, days))

    if draft.page == FIRST:
        said = days_said(t, min(draft.days_came, draft.days_agreed), draft.days_agreed)
        parts: list[ft.Control] = [
            quiet(t("Ask her first what succeeded, also if it stopped early."), size=16),
            some(t("What succeeded"), offered(t, SUCCEEDED), draft.succeeded, succeeded, key="succeeded"),
            stack(
                [
                    label(t("Days")),
                    stepper(
                        draft.days_agreed, agreed, key="agreed", step=1, most=400,
                        words=t.many("%(num)d day agreed", "%(num)d days agreed", draft.days_agreed),
                        less=t("Fewer days agreed"), more=t("More days agreed"),
                    ),
                    *(
                        [
                            stepper(
                                draft.days_came, lambda days: change(days_came=days), key="came", step=1,
                                most=draft.days_agreed, words=said, less=t("Fewer days"), more=t("More days"),
                            )
                        ]
                        if draft.days_agreed
                        else []
                    ),
                ],
                spacing=8,
            ),
            Field("words", draft.words, lambda text: setattr(draft, "words", text), label=t("What she is proud of")),
        ]  # fmt: skip
        foot = keep_button(t("Go on"), lambda: change(page=SECOND), key="go-on")
    else:
        days = [(first_up(t.day(day, today)), day) for day in (today, today - timedelta(days=1))]
        parts = [
            problem(doing.trouble),
            some(t("What was hard"), offered(t, HARD), draft.hard, hard, key="hard"),
            choice(
                t("What comes next"), offered(t, THENS), draft.goes_on_with,
                lambda what: change(goes_on_with=what), key="then",
            ),
            DayChoice(
                "ended", t("The last day"), days, draft.ended_on, lambda day: change(ended_on=day),
                today=today, last=today,
            ),
            quiet_button(t("Back to what succeeded"), lambda: change(page=FIRST), key="first-page"),
            quiet(t("She reads it, too.")),
        ]  # fmt: skip
        foot = keep_button(t("Keep: it has ended"), keep)
    return screen(
        t("How it went"),
        parts,
        t=t,
        path=f"{back}/end",
        under=f"{t.isolated(mentee.name)} · {where_said(t, now)}",
        back=back,
        foot=[foot],
    )
