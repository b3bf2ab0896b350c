"""Every language by its own name, and said aloud where the device has a voice for it; no flags."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from app.i18n import OFFERED, Language
from app.views.aloud import Speaker
from app.views.kit import row, sheet


@ft.component
def Languages(on_choose: Callable[[str], Any], chosen: str = "") -> ft.Control:
    def line(language: Language) -> ft.Control:
        name = language.own_name

        async def choose() -> None:
            await on_choose(language.code)

        check = ft.Icon(ft.Icons.CHECK_CIRCLE, color=ft.Colors.PRIMARY) if language.code == chosen else None
        button = row(name, trailing=check, on_tap=choose, key=f"language-{language.code}", size=20)
        speaker = Speaker([(language.code, name)], name, f"hear-{language.code}", name, or_nothing=True)
        whole = ft.Row([ft.Container(content=button, expand=True), speaker], spacing=0)
        return ft.Semantics(selected=True, content=whole) if check else whole

    return sheet([line(each) for each in OFFERED])
