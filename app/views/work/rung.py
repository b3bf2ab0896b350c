"""Choosing a rung: how she is there, from which day, how many hours a week and how many of them with a wage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import flet as ft

from app.domain.placements import MOST_HOURS, UNPAID, monday_of
from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.placements import climb, placement_now
from app.records import Placement, RungKind
from app.views.cases.known import no_file, use_mentee
from app.views.chosen import offered
from app.views.forms import use_doing, use_draft
from app.views.kit import DayChoice, choice, keep_button, label, problem, quiet, screen, stack, stepper
from app.views.session import go, use_live, use_ports, use_session
from app.views.work.work_words import RUNGS, where_said

USUAL_HOURS = 10


@dataclass
class RungDraft:
    """A rung in the making."""

    row: str = ""
    kind: str = ""
    from_on: date | None = None
    hours: int = USUAL_HOURS
    paid_hours: int = 0

    def said(self) -> dict[str, Any]:
        """As a journey takes it."""
        return {
            "kind": self.kind,
            "from_on": self.from_on,
            "hours": self.hours,
            "paid_hours": min(self.paid_hours, self.hours),
        }


def rung_fields(t: Words, draft: RungDraft, change: Callable[..., None], today: date) -> list[ft.Control]:
    """The same on a new place and on a new rung."""
    monday = monday_of(today) + timedelta(weeks=1)
    days = [(first_up(t.day(day, today)), day) for day in (today, monday, monday + timedelta(weeks=1))]
    fields: list[ft.Control] = [
        choice(t("How she is there"), offered(t, RUNGS), draft.kind, lambda kind: change(kind=kind), key="kind"),
        DayChoice("from", t("From"), days, draft.from_on, lambda day: change(from_on=day), today=today),
        stack(
            [label(t("Hours a week")), _hours(t, draft.hours, lambda hours: change(hours=hours), "hours")], spacing=8
        ),
    ]
    if draft.kind in UNPAID:
        most = min(draft.paid_hours, draft.hours)
        paid = _hours(t, most, lambda hours: change(paid_hours=hours), "paid", least=0, most=draft.hours)
        fields.append(stack([label(t("Of these with a wage")), paid], spacing=8))
    return fields


def _hours(
    t: Words, hours: int, on_hours: Callable[[int], Any], key: str, *, least: int = 1, most: int = MOST_HOURS
) -> ft.Control:
    return stepper(
        hours,
        on_hours,
        words=t.many("%(num)d hour", "%(num)d hours", hours),
        less=t("Fewer hours"),
        more=t("More hours"),
        step=1,
        least=least,
        most=most,
        key=key,
    )


@ft.component
def NextRung() -> ft.View:
    """From a day on it is different; what was before stays as it was."""
    ports, session = use_ports(), use_session()
    t, today, mentee = session.words, ports.today(), use_mentee()
    which = ft.use_route_params().get("placement", "")
    now = use_live(lambda: placement_now(ports, which), Placement)
    draft, change = use_draft(
        lambda: RungDraft(
            row=ports.new_row(),
            kind=(now.rung.kind if now and now.rung else RungKind.PLACEMENT.value),
            hours=(now.rung.hours or USUAL_HOURS if now and now.rung else USUAL_HOURS),
            paid_hours=(now.rung.paid_hours or 0 if now and now.rung else 0),
        )
    )
    doing = use_doing()
    if mentee is None or now is None:
        return no_file(t)
    back = f"/cases/{mentee.id}/work/{which}"

    def keep() -> None:
        if doing.do(lambda: climb(ports, row=draft.row, placement=now.placement, **draft.said())):
            go(back)

    return screen(
        t("The next rung"),
        [
            problem(doing.trouble),
            *rung_fields(t, draft, change, today),
            quiet(t("What was before stays as it was.")),
        ],
        t=t,
        path=f"{back}/rung",
        under=f"{t.isolated(mentee.name)} · {where_said(t, now)}",
        back=back,
        foot=[keep_button(t("Keep"), keep)],
    )
