"""All groups: what each is for and when it met last."""

from __future__ import annotations

import flet as ft

from app.i18n.words import first_up
from app.journeys.cohorts import cohorts
from app.records import Cohort, GroupSession
from app.views.groups.group_words import about
from app.views.kit import empty_state, keep_button, row, screen, sheet
from app.views.pages import use_pages
from app.views.session import go, use_live, use_ports, use_session

PATH = "/groups"


@ft.component
def Groups() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    pages = use_pages()
    known = use_live(lambda: cohorts(ports, limit=pages.limit), Cohort)
    last = use_live(lambda: ports.store.latest(GroupSession, "cohort", "held_on"), GroupSession)

    def line(one: Cohort) -> ft.Control:
        day = last.get(one.id)
        # Words: a group that does not meet any more
        when = t("It has ended") if one.ended_on else first_up(t.day(day, today)) if day else ""
        return row(
            t.isolated(one.name) or t("A group"),
            under=" · ".join(part for part in (when, about(t, one)) if part),
            leading=ft.Icon(ft.Icons.GROUPS_OUTLINED, color=ft.Colors.PRIMARY),
            on_tap=lambda: go(f"{PATH}/{one.id}"),
            key=f"group-{one.id}",
            arrow=True,
        )

    parts: list[ft.Control] = []
    if known:
        parts.append(sheet([line(one) for one in pages.of(known)]))
    else:
        hint = t("A group is people who meet regularly. Begin with its name.")
        parts.append(empty_state(ft.Icons.GROUPS_OUTLINED, t("No groups yet."), hint))
    parts += pages.way_on(known)
    foot = [keep_button(t("A new group"), lambda: go(f"{PATH}/new"), key="new")]
    return screen(t("Groups"), parts, t=t, path=PATH, back=session.trail.tab, foot=foot)
