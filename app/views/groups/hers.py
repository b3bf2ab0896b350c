"""The groups one mentee takes part in, on her file: how often she came, and whether somebody asks after her."""

from __future__ import annotations

import flet as ft

from app.domain.attendance import Came
from app.i18n import Words
from app.journeys.asking_after import asks
from app.journeys.attendance import how_often, seats_of
from app.ports import Ports
from app.records import Cohort, Mentee
from app.views.groups.group_words import ASKING, about, often
from app.views.kit import row, section, sheet
from app.views.session import go


def groups_of_her(t: Words, ports: Ports, mentee: Mentee) -> list[ft.Control]:
    """Nothing while she takes part in none."""

    def line(one: Cohort) -> ft.Control:
        came = how_often(ports, one.id, mentee.id).get(mentee.id, Came(0, 0))
        return row(
            t.isolated(one.name) or t("A group"),
            under=often(t, came) or about(t, one),
            leading=ft.Icon(ft.Icons.GROUPS_OUTLINED, color=ft.Colors.PRIMARY),
            on_tap=lambda: go(f"/groups/{one.id}"),
            key=f"group-{one.id}",
            arrow=True,
        )

    lines = [line(one) for one in seats_of(ports, mentee)]
    for ask in asks(ports, mentee)[:1]:
        sign = ft.Icon(ft.Icons.WAVING_HAND_OUTLINED, color=ft.Colors.PRIMARY)
        lines.append(
            row(
                # Words: a line on the file of somebody who did not come to her group: call her, visit her
                t("Ask after her"),
                under=t(ASKING[ask.way]),
                leading=sign,
                on_tap=lambda: go(f"/cases/{mentee.id}/ask"),
                key="ask-after",
                arrow=True,
            )
        )
    return [section(t("Groups"), [sheet(lines)])] if lines else []
