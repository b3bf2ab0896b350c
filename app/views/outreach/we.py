"""Who we are: large, in her language, to turn the phone to her."""

from __future__ import annotations

import flet as ft

from app.views.aloud import Speaker
from app.views.kit import card, choice, quiet, screen, stack
from app.views.outreach.we_words import WE
from app.views.session import use_ports, use_session

LARGE = 26


@ft.component
def WhoWeAre() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    language, set_language = ft.use_state(t.code if t.code in WE else "da")
    said = WE[language]
    name = ports.me.name.partition(" ")[0]
    lines: list[ft.Control] = [
        ft.Text(
            line.replace("%s", name),
            size=LARGE,
            rtl=said.rtl,
            weight=ft.FontWeight.W_600 if place == 1 else None,
            text_align=ft.TextAlign.START,
            key=f"we-{place}",
        )
        for place, line in enumerate(said.lines)
    ]
    aloud = [(language, " ".join(line.replace("%s", name) for line in said.lines))]
    parts: list[ft.Control] = [
        Speaker(aloud, t("Who we are"), f"listen-{language}", said.name),
        card(ft.Container(content=stack(lines, spacing=20), padding=8), padding=20),
        choice(
            t("In which language"),
            [(code, one.name) for code, one in WE.items()],
            language,
            set_language,
            key="we",
            may_be_none=False,
        ),
        quiet(t("Turn the phone to her, or read it aloud.")),
    ]
    return screen(t("Who we are"), parts, t=t, path="/outreach/we", back="/outreach")
