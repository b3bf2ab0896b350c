"""Change a contact. What stood there when the screen opened is what the new text answers to."""

from __future__ import annotations

import flet as ft

from app.journeys.contacts import change_contact, remove_contact
from app.records import Contact
from app.storage.saw import Saw
from app.storage.store import Store
from app.views.contacts.form import Draft, fields
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import keep_button, problem, quiet_button, screen
from app.views.session import go, use_ports, use_session, use_words


@ft.component
def ChangeContact() -> ft.View:
    ports, t, session = use_ports(), use_words(), use_session()
    row = ft.use_route_params().get("id", "")
    path = f"/people/{row}"
    opened = use_once(lambda: _open(ports.store, row))
    draft, change = use_draft(lambda: Draft.of(opened[0]) if opened else Draft())
    doing = use_doing()
    asking, set_asking = ft.use_state(False)

    def keep() -> None:
        if not opened or doing.do(lambda: change_contact(ports, shown=opened[0], saw=opened[1], **draft.said())):
            go(path)

    def remove() -> None:
        set_asking(False)
        if opened:
            remove_contact(ports, shown=opened[0], saw=opened[1])
        go(session.trail.tab)

    ft.use_dialog(
        ft.AlertDialog(
            modal=True,
            title=ft.Text(t("Take this person away?")),
            content=ft.Text(t("The line goes away on every phone.")),
            actions=[
                quiet_button(t("No"), lambda: set_asking(False), key="remove-no"),
                quiet_button(t("Take away"), remove, key="remove-yes"),
            ],
            on_dismiss=lambda: set_asking(False),
        )
        if asking
        else None
    )
    return screen(
        t("Change"),
        [
            problem(doing.trouble),
            *fields(t, draft, ports.today(), change, wide=True, widen=lambda: None),
            quiet_button(
                t("Take this person away"), lambda: set_asking(True), key="remove", icon=ft.Icons.DELETE_OUTLINE
            ),
        ],
        t=t,
        path=f"{path}/change",
        back=path,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )


def _open(store: Store, row: str) -> tuple[Contact, Saw] | None:
    found = store.get(Contact, row)
    return (found, store.seen(found)) if found else None
