"""A line on everybody's first screen: recovery sheets were made, or used; gone once she has looked."""

from __future__ import annotations

import flet as ft

from app.i18n import Words
from app.views.kit import row
from app.views.session import go
from app.views.told import Told


def sheet_news(t: Words, told: Told) -> list[ft.Control]:
    """Nothing when there is no news."""

    def line(words: str) -> ft.Control:
        sign = ft.Icon(ft.Icons.KEY_OUTLINED, color=ft.Colors.PRIMARY)
        return row(words, leading=sign, on_tap=lambda: go("/more/recovery"), key="sheet-news", arrow=True)

    if not told.sheets:
        return []
    newest = told.sheets[-1]
    if newest.used:
        return [line(t("Recovery sheets were used for %(name)s.", name=newest.used[-1].name or t("Somebody")))]
    return [line(t("%(name)s made recovery sheets.", name=newest.made_by or t("Somebody")))]
