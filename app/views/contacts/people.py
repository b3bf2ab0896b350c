"""People: everyone met in the area, found by name, door or number, a screenful first."""

from __future__ import annotations

from datetime import date

import flet as ft
from sqlmodel import col

from app.domain.contacted import NEWEST_FIRST
from app.i18n import Words
from app.journeys.letting_go import how_many_go
from app.records import Contact, HouseRule
from app.storage.store import Store
from app.views.areas import area_filter, area_named
from app.views.contacts.contact_words import called, met, one_line, outcome_sign
from app.views.kit import (
    SearchField,
    SyncBadge,
    empty_state,
    floating_button,
    lasting,
    quiet,
    quiet_button,
    row,
    screen,
    sheet,
)
from app.views.kit.theme import WARM
from app.views.mentees.mentees import MenteeLines
from app.views.pages import use_pages
from app.views.session import go, use_live, use_ports, use_words
from app.views.side_by_side import mark

LINE = 68


@ft.component
def People() -> ft.View:
    ports, t = use_ports(), use_words()
    search, set_search = ft.use_state("")
    area, set_area = ft.use_state("")
    pages = use_pages()
    where = [col(Contact.space) == area] if area else []
    found = use_live(
        lambda: (
            ports.store.find(Contact, *where, matching=search, order_by=NEWEST_FIRST, limit=pages.limit),
            ports.store.count(Contact, *where, matching=search),
        ),
        Contact,
    )
    contacts, total = found
    going = use_live(lambda: how_many_go(ports), Contact, HouseRule)
    today = ports.today()
    may_log = bool(ports.store.places("area"))

    def look_for(text: str) -> None:
        pages.back_to_first()
        set_search(text)

    def look_in(space: str) -> None:
        pages.back_to_first()
        set_area(space)

    def line(contact: Contact) -> ft.Control:
        return _line(t, ports.store, contact, today, "" if area else area_named(t, ports, contact.space))

    lines: list[ft.Control] = [line(contact) for contact in pages.of(contacts)]
    lines += [ft.Container(content=more, alignment=ft.Alignment.CENTER) for more in pages.way_on(contacts)]
    if total:
        lines.append(ft.Container(height=LINE))  # room under the floating button
        shelf: ft.Control = ft.ListView(lasting(lines), expand=True, key="people-list")
    elif not may_log:
        shelf = MenteeLines(search)
    elif search:
        shelf = empty_state(
            ft.Icons.SEARCH_OFF,
            t("Nobody found for “%(words)s”.", words=search),
            t("Try a part of the name or the street."),
        )
    else:
        shelf = empty_state(
            ft.Icons.PEOPLE_OUTLINED,
            t("Nobody here yet."),
            t("Log the first person you meet, or bring a list you have."),
            quiet_button(t("Import contacts"), lambda: go("/import"), key="to-import", icon=ft.Icons.UPLOAD_FILE),
        )
    counted = quiet(t.many("%(num)d person", "%(num)d people", total) if total else "")
    # Words: a button from the people met to the places where one meets them
    places = quiet_button(t("Places"), lambda: go("/places"), key="to-places", icon=ft.Icons.APARTMENT)
    mentees = quiet_button(t("Mentees"), lambda: go("/mentees"), key="to-mentees", icon=ft.Icons.FOLDER_SHARED_OUTLINED)
    top = ft.Container(
        content=ft.Column(
            [
                SearchField(t("Search by name, street or number"), look_for),
                *area_filter(t, ports, area, look_in),
                ft.Row(
                    [counted, ft.Row([mentees, places], spacing=0, wrap=True)],
                    wrap=True,
                    alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
                    vertical_alignment=ft.CrossAxisAlignment.CENTER,
                )
                if may_log
                else ft.Container(),
                *([_going(t, going)] if going else []),
            ],
            spacing=8,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=ft.Padding.symmetric(horizontal=16),
    )
    log = floating_button(ft.Icons.ADD, t("Log a contact"), lambda: go("/people/new"), key="log-contact")
    return screen(
        t("People"),
        [top, shelf],
        t=t,
        path="/",
        tab=1,
        scroll=False,
        spacing=8,
        actions=[SyncBadge()],
        floating=log if may_log else None,
    )


def _going(t: Words, count: int) -> ft.Control:
    """Who is about to go away by herself: said beforehand."""
    words = t.many("%(num)d line soon goes away by itself", "%(num)d lines soon go away by themselves", count)
    sign = ft.Icon(ft.Icons.HOURGLASS_BOTTOM, color=WARM)
    return sheet([row(words, leading=sign, on_tap=lambda: go("/people/expiring"), key="going", arrow=True)])


def _line(t: Words, store: Store, contact: Contact, today: date, area: str) -> ft.Control:
    return row(
        called(t, contact),
        under=mark(t, store, contact) or " · ".join(part for part in (area, one_line(t, contact)) if part),
        leading=outcome_sign(contact.outcome),
        on_tap=lambda: go(f"/people/{contact.id}"),  # Flet gives a handler with a default argument its event
        trailing=quiet(met(t, contact, today)),
        key=f"contact-{contact.id}",
    )
