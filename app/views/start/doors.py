"""Two ways in: an invitation somebody gave, or the code with which an organisation begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import flet as ft

from app.views.forms import use_once
from app.views.kit import Field, card, heading, keep_button, problem, quiet, quiet_button, tonal_button
from app.views.kit.space import onward
from app.views.session import use_words


@ft.component
def Doors(on_invited: Callable[[], Any], on_found: Callable[[], Any], on_sheets: Callable[[], Any]) -> ft.Control:
    t = use_words()

    def door(icon: ft.IconData, title: str, under: str, on_tap: Callable[[], Any], key: str) -> ft.Control:
        words = ft.Column(
            [ft.Text(title, size=18, weight=ft.FontWeight.W_600), quiet(under, size=15)], spacing=4, expand=True
        )
        line = ft.Row(
            [
                ft.Icon(icon, size=32, color=ft.Colors.PRIMARY),
                words,
                ft.Icon(onward(), color=ft.Colors.ON_SURFACE_VARIANT),
            ],
            spacing=16,
        )
        return card(line, on_tap=on_tap, key=key, padding=20)

    return ft.Column(
        [
            heading(t("Welcome")),
            door(
                ft.Icons.MAIL_OUTLINED, t("I was invited"), t("You have a link or a code."), on_invited, "door-invited"
            ),
            door(
                ft.Icons.FOUNDATION_OUTLINED,
                t("Start an organisation"),
                t("You have a founder code from the server."),
                on_found,
                "door-found",
            ),
            quiet_button(t("I have recovery sheets"), on_sheets, key="door-sheets"),
        ],
        spacing=16,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@ft.component
def InvitedForm(secret: str, on_code: Callable[[str], Any], on_scan: Callable[[], Any] | None = None) -> ft.Control:
    """`on_scan` only where there may be a camera."""
    t = use_words()
    typed: Any = ft.use_ref(secret)

    def write(text: str) -> None:
        typed.current = text

    async def go_on() -> None:
        await on_code(typed.current.strip())

    scan = tonal_button(t("Scan the code"), on_scan, key="scan", icon=ft.Icons.QR_CODE_SCANNER) if on_scan else None
    return ft.Column(
        [
            heading(t("Your invitation")),
            *([scan] if scan else []),
            Field("code", secret, write, label=t("Link or code"), ltr=True, lines=2),
            quiet(t("Paste the link, or type the code you were told.")),
            keep_button(t("Go on"), go_on, key="go-on"),
        ],
        spacing=16,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@ft.component
def FounderForm(said: Mapping[str, str], on_found: Callable[..., Any]) -> ft.Control:
    t = use_words()
    names = ("founder_code", "organisation", "area", "name")
    typed = use_once(lambda: {name: said.get(name, "") for name in names})
    trouble, set_trouble = ft.use_state("")

    def field(name: str, label: str, *, ltr: bool = False, helper: str = "") -> ft.Control:
        return Field(name, typed[name], lambda text: typed.__setitem__(name, text), label=label, ltr=ltr, helper=helper)

    def go_on() -> None:
        if all(typed[name].strip() for name in ("founder_code", "organisation", "name")):
            on_found(**typed)
        else:
            set_trouble(t("Write the code, the name of the organisation and your own."))

    return ft.Column(
        [
            heading(t("Start an organisation")),
            problem(trouble),
            field("founder_code", t("Founder code"), ltr=True),
            field("organisation", t("Name of the organisation")),
            field("area", t("First housing area"), helper=t("Where you meet people. You may leave it empty.")),
            field("name", t("Your own name")),
            keep_button(t("Go on"), go_on, key="go-on"),
        ],
        spacing=16,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
