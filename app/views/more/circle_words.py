"""What a circle is called when somebody gets or loses it."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.domain.roles import MENTEE
from app.i18n import Words
from app.views.kit import body, card, stack

Line = tuple[ft.IconData, str]


def circles_said(t: Words, circles: Sequence[tuple[str, str]], role: str = "") -> list[Line]:
    """One line a circle of (kind, name); files are counted, for a mentee the one file is her own plan."""
    lines = [line for kind, name in circles if (line := _said(t, kind, name))]
    files = sum(kind == "file" for kind, _ in circles)
    if files and role == MENTEE:
        lines.append((ft.Icons.FLAG_OUTLINED, t("Her plan and appointments")))
    elif files:
        lines.append((ft.Icons.FOLDER_SHARED_OUTLINED, t.many("%(num)d file", "%(num)d files", files)))
    return lines


def paper(lines: Sequence[Line], *, key: str) -> ft.Control:
    """One thing a line, each with its sign."""

    def line(icon: ft.IconData, words: str) -> ft.Control:
        return ft.Row([ft.Icon(icon, color=ft.Colors.PRIMARY), ft.Container(body(words), expand=True)], spacing=16)

    return card(stack([line(*each) for each in lines], spacing=16), key=key)


def _said(t: Words, kind: str, name: str) -> Line | None:
    if kind == "area":
        return ft.Icons.MAP_OUTLINED, t("The area %(name)s", name=name)
    if kind == "staff":
        return ft.Icons.GROUPS_OUTLINED, t("The staff list")
    if kind == "public":
        # Words: what everybody in the organisation can read
        return ft.Icons.CAMPAIGN_OUTLINED, t("What is for everybody here")
    return None if kind == "file" else (ft.Icons.LOCK_OUTLINED, t.isolated(name))
