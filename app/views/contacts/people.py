"""People: everyone met in the area, found by name, door or number, a screenful first."""

from __future__ import annotations

from datetime import date

import flet as ft
from sqlmodel import col

from app.i18n import Words
from app.records import Contact
from app.storage.store import Store
from app.views.contacts.contact_words import called, met, one_line, outcome_sign
from app.views.kit import (
    SearchField,
    SyncBadge,
    empty_state,
    floating_button,
    quiet,
    quiet_button,
    row,
    screen,
)
from app.views.session import go, use_live, use_ports, use_words
from app.views.side_by_side import mark

PAGE, MORE = 20, 50  # the first list is there at once; who asks for more gets plenty
LINE = 68


@ft.component
def People() -> ft.View:
    ports, t = use_ports(), use_words()
    search, set_search = ft.use_state("")
    shown, set_shown = ft.use_state(PAGE)
    order = (col(Contact.met_on).desc(), col(Contact.name), col(Contact.id))
    found = use_live(
        lambda: (
            ports.store.find(Contact, matching=search, order_by=order, limit=shown),
            ports.store.count(Contact, matching=search),
        ),
        Contact,
    )
    contacts, total = found
    today = ports.today()
    may_log = bool(ports.store.places("area"))

    def look_for(text: str) -> None:
        set_shown(PAGE)
        set_search(text)

    lines: list[ft.Control] = [_line(t, ports.store, contact, today) for contact in contacts]
    if total > len(contacts):
        lines.append(
            ft.Container(
                content=quiet_button(t("Show more"), lambda: set_shown(shown + MORE), key="more-rows"),
                alignment=ft.Alignment.CENTER,
            )
        )
    if total:
        lines.append(ft.Container(height=LINE))  # room under the floating button
        shelf: ft.Control = ft.ListView(lines, expand=True, key="people-list")
    elif search:
        shelf = empty_state(
            ft.Icons.SEARCH_OFF,
            t("Nobody found for “%(words)s”.", words=search),
            t("Try a part of the name or the street."),
        )
    elif not may_log:
        shelf = empty_state(ft.Icons.PEOPLE_OUTLINED, t("Nobody here yet."))
    else:
        shelf = empty_state(
            ft.Icons.PEOPLE_OUTLINED,
            t("Nobody here yet."),
            t("Log the first person you meet, or bring a list you have."),
            quiet_button(t("Import contacts"), lambda: go("/import"), key="to-import", icon=ft.Icons.UPLOAD_FILE),
        )
    top = ft.Container(
        content=ft.Column(
            [
                SearchField(t("Search by name, street or number"), look_for),
                quiet(t.many("%(num)d person", "%(num)d people", total)) if total else ft.Container(),
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


def _line(t: Words, store: Store, contact: Contact, today: date) -> ft.Control:
    return row(
        called(t, contact),
        under=mark(t, store, contact) or one_line(t, contact),
        leading=outcome_sign(contact.outcome),
        on_tap=lambda: go(f"/people/{contact.id}"),  # Flet gives a handler with a default argument its event
        trailing=quiet(met(t, contact, today)),
        key=f"contact-{contact.id}",
    )
