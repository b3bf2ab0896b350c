"""The person that a page is about is no longer here."""

from __future__ import annotations

import flet as ft

from app.i18n import Words
from app.views.kit import empty_state, screen


def nobody_there(t: Words, title: str, *, path: str, back: str, why: str = "") -> ft.View:
    """The line was taken away meanwhile, or never was here; the page keeps its title, its address and its way back."""
    gone = empty_state(ft.Icons.PERSON_OFF_OUTLINED, t("This person is no longer here."), why)
    return screen(title, [gone], t=t, path=path, back=back)
