"""What somebody of a partner sees: what was shared with them, and the way to the settings."""

from __future__ import annotations

import flet as ft

from app.i18n import Words
from app.i18n.protected import SHE_SAID_YES
from app.i18n.words import first_up
from app.journeys.partners import partners, shared_with
from app.ports import Ports
from app.records import Shared
from app.views.interpreter import interpreter
from app.views.kit import SyncBadge, body, card, empty_state, icon_button, quiet, screen, section
from app.views.session import go, use_live, use_ports, use_session
from app.views.side_by_side import told


@ft.component
def SharedWithUs() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    session.trail.tab = "/"
    places = use_live(lambda: partners(ports), Shared)
    parts = [
        section(place.name, [paper_of(t, ports, one) for one in papers])
        for place in places
        if (papers := shared_with(ports, place))
    ]
    if not parts:
        hint = t("Here stands what was shared with you. Whoever it is about has said yes to each thing.")
        parts = [*interpreter(t, SHE_SAID_YES), empty_state(ft.Icons.HANDSHAKE_OUTLINED, t("Nothing here yet."), hint)]
    settings = icon_button(ft.Icons.SETTINGS_OUTLINED, t("Settings"), lambda: go("/more"), key="to-more")
    return screen(t("Shared with you"), parts, t=t, path="/", actions=[SyncBadge(), settings])


def paper_of(t: Words, ports: Ports, one: Shared, *buttons: ft.Control) -> ft.Control:
    """One thing that was shared: about whom, of which day, the words, by whom."""
    day = quiet(first_up(t.day(one.day, ports.today()))) if one.day else None
    top: list[ft.Control] = [body(t.isolated(one.about), strong=True), *([day] if day else [])]
    return card(
        ft.Column([ft.Column(top, spacing=0), *told(t, ports.store, one), *buttons], spacing=8), key=f"shared-{one.id}"
    )
