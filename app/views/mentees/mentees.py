"""The mentees whose files this person is in: found by name, a screenful first."""

from __future__ import annotations

import flet as ft
from sqlmodel import col

from app.records import Mentee
from app.views.kit import SearchField, empty_state, lasting, picture, row, screen
from app.views.pages import use_pages
from app.views.session import go, use_live, use_ports, use_session, use_words


@ft.component
def Mentees() -> ft.View:
    session = use_session()
    t = session.words
    search, set_search = ft.use_state("")
    top = ft.Container(
        content=SearchField(t("Search by name"), set_search), padding=ft.Padding.symmetric(horizontal=16)
    )
    parts = [top, MenteeLines(search)]
    return screen(t("Mentees"), parts, t=t, path="/mentees", back=session.trail.tab, scroll=False, spacing=8)


@ft.component
def MenteeLines(search: str) -> ft.Control:
    """Those of whom `search` is a part of the name; all when it is empty."""
    ports, t = use_ports(), use_words()
    pages = use_pages()
    order = (col(Mentee.name), col(Mentee.id))
    found = use_live(lambda: ports.store.find(Mentee, matching=search, order_by=order, limit=pages.limit), Mentee)

    def line(one: Mentee) -> ft.Control:
        return row(
            t.isolated(one.name) or t("Without a name"),
            leading=picture(one.picture, size=40),
            on_tap=lambda: go(f"/mentees/{one.id}"),
            key=f"mentee-{one.id}",
            arrow=True,
        )

    if not found and search:
        return empty_state(ft.Icons.SEARCH_OFF, t("Nobody found for “%(words)s”.", words=search))
    if not found:
        hint = t("Your coordinator opens the file of your mentee.")
        return empty_state(ft.Icons.PEOPLE_OUTLINED, t("Nobody here yet."), hint)
    lines = [line(one) for one in pages.of(found)]
    lines += pages.way_on(found)
    return ft.ListView(lasting(lines), expand=True, key="mentee-list")
