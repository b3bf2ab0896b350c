"""Her settings: language and look, what is on the server, lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from app.views.kit import row, screen, sheet
from app.views.session import go, use_session


@ft.component
def LetterSettings() -> ft.View:
    session = use_session()
    t = session.words

    def to(icon: ft.IconData, words: str, on_tap: Callable[[], Any], key: str) -> ft.Control:
        return row(words, leading=ft.Icon(icon, color=ft.Colors.PRIMARY), on_tap=on_tap, key=key, arrow=True)

    lines = [
        to(ft.Icons.TRANSLATE, t("Language and look"), lambda: go("/more/language"), "to-language"),
        to(ft.Icons.SYNC, t("What is on the server"), lambda: go("/more/sync"), "to-sync"),
        to(ft.Icons.SHIELD_OUTLINED, t("What is protected"), lambda: go("/more/protected"), "to-protected"),
        to(ft.Icons.SMARTPHONE, t("My phones"), lambda: go("/more/phones"), "to-phones"),
        to(ft.Icons.GRID_VIEW_OUTLINED, t("Compare pictures"), lambda: go("/more/compare"), "to-compare"),
        to(ft.Icons.PASSWORD, t("How this phone is locked"), lambda: go("/more/lock"), "to-lock"),
        to(ft.Icons.LOCK_OUTLINED, t("Lock now"), session.lock, "lock-now"),
    ]
    return screen(t("Settings"), [sheet(lines)], t=t, path="/more", back="/")
