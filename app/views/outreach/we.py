"""Who we are: large, in her language, to turn the phone to her."""

from __future__ import annotations

import flet as ft

from app.i18n import language_named
from app.i18n.everywhere import who_we_are
from app.views.aloud import Speaker
from app.views.kit import card, choice, quiet, screen, stack
from app.views.session import use_ports, use_session

LARGE = 26


@ft.component
def WhoWeAre() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    known = who_we_are()
    chosen, set_chosen = ft.use_state(t.code if t.language in known else "da")
    language = language_named(chosen)
    said = [line % {"name": ports.me.name.partition(" ")[0]} for line in known[language]]
    lines: list[ft.Control] = [
        ft.Text(
            t.isolated(line),
            size=LARGE,
            rtl=language.rtl,
            weight=ft.FontWeight.W_600 if place == 1 else None,
            text_align=ft.TextAlign.START,
            key=f"we-{place}",
        )
        for place, line in enumerate(said)
    ]
    parts: list[ft.Control] = [
        Speaker([(chosen, line) for line in said], t("Who we are"), f"listen-{chosen}", language.own_name),
        card(ft.Container(content=stack(lines, spacing=20), padding=8), padding=20),
        choice(
            t("In which language"),
            [(one.code, one.own_name) for one in known],
            chosen,
            set_chosen,
            key="we",
            may_be_none=False,
        ),
        quiet(t("Turn the phone to her, or read it aloud.")),
    ]
    return screen(t("Who we are"), parts, t=t, path="/outreach/we", back="/outreach")
