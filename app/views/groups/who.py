"""Who takes part in a group: a tap on a name, and one more takes it back. Each stands in her own file."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft
from sqlmodel import col

from app.i18n import Words
from app.journeys.attendance import seated, take_seat
from app.records import Cohort, Mentee, Seat
from app.views.groups.group import no_group
from app.views.groups.list import PATH
from app.views.kit import SearchField, body, empty_state, keep_button, quiet, screen, sheet, tappable
from app.views.pages import use_pages
from app.views.session import go, use_live, use_ports, use_session

SEARCH_FROM = 8


@ft.component
def ChooseWhoComes() -> ft.View:
    ports, session = use_ports(), use_session()
    t, which = session.words, ft.use_route_params().get("id", "")
    path = f"{PATH}/{which}"
    sought, set_sought = ft.use_state("")
    pages = use_pages()
    cohort = use_live(lambda: ports.store.get(Cohort, which), Cohort)
    coming = use_live(lambda: {one.id for one in seated(ports, which)}, Seat, Mentee)
    order = (col(Mentee.name), col(Mentee.id))
    hers = use_live(lambda: ports.store.find(Mentee, matching=sought, order_by=order, limit=pages.limit), Mentee)
    if cohort is None:
        return no_group(t)

    def tap(mentee: Mentee) -> None:
        there = mentee.id in {one.id for one in seated(ports, which)}  # two quick taps: what stands
        take_seat(ports, mentee=mentee, cohort=cohort, yes=not there)

    parts: list[ft.Control] = []
    if sought or len(hers) > SEARCH_FROM:
        parts.append(SearchField(t("Search by name"), set_sought))
    lines = [_line(t, one, one.id in coming, tap) for one in pages.of(hers)]
    if lines:
        parts.append(sheet(lines))
    else:
        words = t("Nobody of that name.") if sought else t("You have no files yet.")
        parts.append(empty_state(ft.Icons.FOLDER_SHARED_OUTLINED, words))
    parts += pages.way_on(hers)
    parts.append(quiet(t("That she takes part stands in her own file. Other mentors do not read it.")))
    return screen(
        t("Who takes part"),
        parts,
        t=t,
        path=f"{path}/who",
        under=t.isolated(cohort.name),
        back=path,
        foot=[keep_button(t("Done"), lambda: go(path), key="done")],
    )


def _line(t: Words, mentee: Mentee, yes: bool, on_tap: Callable[[Mentee], None]) -> ft.Control:  # noqa: FBT001
    sign = ft.Icon(ft.Icons.CHECK_BOX if yes else ft.Icons.CHECK_BOX_OUTLINE_BLANK, color=ft.Colors.PRIMARY)
    name = ft.Container(content=body(t.isolated(mentee.name) or t("Without a name"), strong=yes), expand=True)
    line = ft.Semantics(checked=yes, content=ft.Row([sign, name], spacing=12))
    return tappable(
        line, lambda: on_tap(mentee), key=f"who-{mentee.id}", padding=ft.Padding.symmetric(horizontal=16, vertical=17)
    )
