"""The company's card: printed, it lies there for some weeks; its faces are typed in afterwards, one tap each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import flet as ft

from app.domain.placements import WEEK, monday_of
from app.i18n import Words
from app.journeys.house_rules import CALL_US, decided
from app.journeys.placements import placement_now
from app.records import Placement, Rung
from app.views.cases.known import no_file, use_mentee
from app.views.forms import use_draft
from app.views.kit import keep_button, quiet, screen, stepper, tonal_button
from app.views.paper.week_card import week_card
from app.views.session import go, use_live, use_ports, use_session
from app.views.work.weeks import week_said
from app.views.work.work_words import where_said

USUAL_WEEKS, MOST_WEEKS = 6, 13


@dataclass
class Draft:
    """How many weeks it shall hold."""

    weeks: int = USUAL_WEEKS


@ft.component
def CompanyCard() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today, mentee = session.words, ports.today(), use_mentee()
    which = ft.use_route_params().get("placement", "")
    now = use_live(lambda: placement_now(ports, which), Placement, Rung)
    draft, change = use_draft(Draft)
    if mentee is None or now is None:
        return no_file(t)
    back = f"/cases/{mentee.id}/work/{which}"
    first = max(monday_of(now.began_on or today), monday_of(today - timedelta(days=3)))

    def show() -> None:
        danish = Words("da")
        weeks = [week_said(danish, first + number * WEEK, today) for number in range(draft.weeks)]
        html = week_card(
            danish, at=now.placement.at, first_letter=mentee.name[:1], weeks=weeks, call=decided(ports, CALL_US)
        )
        ports.platform.show_paper(html, print_words=t("Print"), close_words=t("Close"))

    said = t.many("%(num)d week", "%(num)d weeks", draft.weeks)
    parts = [
        quiet(t("One line a week with three faces, in Danish. Of her it has the first letter only."), size=15),
        stepper(
            draft.weeks, lambda weeks: change(weeks=weeks), words=said, less=t("Shorter"), more=t("Longer"),
            step=1, least=1, most=MOST_WEEKS, key="weeks",
        ),
        tonal_button(t("Type in a filled card"), lambda: go(f"{back}/weeks"), key="type-in", icon=ft.Icons.EDIT_NOTE),
        quiet(t("When it is typed in, tear the card up.")),
    ]  # fmt: skip
    return screen(
        t("The company's card"),
        parts,
        t=t,
        path=f"{back}/card",
        under=f"{t.isolated(mentee.name)} · {where_said(t, now)}",
        back=back,
        foot=[keep_button(t("Show the card"), show, key="show")],
    )
