"""The place that a page is about is no longer here."""

from __future__ import annotations

import flet as ft

from app.i18n import Words
from app.views.kit import empty_state, screen


def no_place(t: Words, path: str) -> ft.View:
    """Somebody took it away meanwhile."""
    gone = empty_state(ft.Icons.APARTMENT, t("This place is no longer here."), t("Somebody took it away."))
    return screen(t("Places"), [gone], t=t, path=path, back="/places")
