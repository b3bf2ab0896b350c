"""Her today: whom she meets next, the steps of her plan, what is written about her, and the way to her settings."""

from __future__ import annotations

import flet as ft
from sqlmodel import col

from app.i18n import Words
from app.i18n.words import first_up
from app.records import Appointment, Consent, Released, Step
from app.views.kit import card, heading, icon_button, picture, plain, sheet
from app.views.kit.theme import LETTER_CORNER
from app.views.session import go, use_live, use_ports, use_session, use_told
from app.views.sheet_news import sheet_news


@ft.component
def Letter() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    session.trail.tab = "/"
    ahead = use_live(
        lambda: ports.store.find(
            Appointment, col(Appointment.starts) >= today.isoformat(), order_by=col(Appointment.starts), limit=3
        ),
        Appointment,
    )
    steps = use_live(lambda: ports.store.count(Step, col(Step.done_on).is_(None)), Step)
    told = use_live(lambda: ports.store.count(Released), Released)
    name = ports.me.name
    top = ft.Row(
        [
            ft.Container(content=heading(t("Hello %(name)s", name=name) if name else t("Hello"), size=28), expand=True),
            icon_button(ft.Icons.SETTINGS_OUTLINED, t("Settings"), lambda: go("/more"), key="to-more"),
        ],
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
    if ahead:
        first = _appointment(t, ahead[0], t.moment(ahead[0].starts, today))
    else:
        first = card(
            _big(ft.Icons.WB_SUNNY_OUTLINED, t("No meeting yet."), t("Your mentor writes here when you meet.")),
            radius=LETTER_CORNER,
            padding=24,
            color=ft.Colors.TERTIARY_CONTAINER,
        )
    said = t.many("%(num)d step", "%(num)d steps", steps) if steps else t("None yet")
    door = card(
        _big(ft.Icons.FLAG_OUTLINED, t("My steps"), said),
        on_tap=lambda: go("/steps"),
        key="to-steps",
        radius=LETTER_CORNER,
        padding=24,
    )
    about = card(
        _big(
            ft.Icons.MENU_BOOK_OUTLINED,
            t("Written about me"),
            t.many("%(num)d thing to read", "%(num)d things to read", told) if told else t("None yet"),
        ),
        on_tap=lambda: go("/about"),
        key="to-about",
        radius=LETTER_CORNER,
        padding=24,
    )
    yes = use_live(lambda: ports.store.count(Consent, col(Consent.given_on).is_not(None)), Consent)
    outside = card(
        _big(ft.Icons.HANDSHAKE_OUTLINED, t("What I said yes to"), t("Who outside may read")),
        on_tap=lambda: go("/yes"),
        key="to-yes",
        radius=LETTER_CORNER,
        padding=24,
    )
    news = sheet_news(t, use_told())
    return plain([top, *([sheet(news)] if news else []), first, door, about, *([outside] if yes else [])])


def _appointment(t: Words, appointment: Appointment, when: str) -> ft.Control:
    lines: list[ft.Control] = [
        ft.Text(t.isolated(appointment.with_whom), size=22, weight=ft.FontWeight.W_600),
        ft.Text(first_up(when), size=20),
    ]
    if appointment.place:
        lines.append(ft.Text(t.isolated(appointment.place), size=18))
    return ft.MergeSemantics(
        content=card(
            ft.Column(
                [picture("cup", size=88), ft.Column(lines, spacing=2)],
                spacing=16,
                horizontal_alignment=ft.CrossAxisAlignment.START,
            ),
            radius=LETTER_CORNER,
            padding=24,
            color=ft.Colors.TERTIARY_CONTAINER,
            key="appointment",
        )
    )


def _big(icon: ft.IconData, title: str, under: str) -> ft.Control:
    return ft.Row(
        [
            ft.Icon(icon, size=40, color=ft.Colors.PRIMARY),
            ft.Column(
                [ft.Text(title, size=20, weight=ft.FontWeight.W_600), ft.Text(under, size=17)], spacing=2, expand=True
            ),
        ],
        spacing=16,
    )
