"""Log a contact: what came of it, a name or a door, kept. Opened from Today with one tap."""

from __future__ import annotations

import flet as ft

from app.journeys.contacts import log_contact
from app.views.contacts.form import Draft, fields
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import keep_button, problem, screen
from app.views.session import go, use_ports, use_session, use_words


@ft.component
def LogContact() -> ft.View:
    ports, t, session = use_ports(), use_words(), use_session()
    row = use_once(ports.new_row)
    draft, change = use_draft(lambda: Draft(met_on=ports.today(), channel="door"))
    wide, set_wide = ft.use_state(False)
    doing = use_doing()

    def keep() -> None:
        if doing.do(lambda: log_contact(ports, row=row, **draft.said())):
            go(session.trail.tab)

    return screen(
        t("Log a contact"),
        [
            problem(doing.trouble),
            *fields(t, draft, ports.today(), change, wide=wide, widen=lambda: set_wide(True)),
        ],
        t=t,
        path="/people/new",
        back=session.trail.tab,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )
