"""What a page is about is no longer here."""

from __future__ import annotations

import flet as ft

from app.i18n import Words
from app.views.kit import empty_state, screen


def no_longer_here(
    t: Words, title: str, icon: ft.IconData, text: str, *, path: str, back: str, why: str = ""
) -> ft.View:
    """It was taken away meanwhile, or never was here; the page keeps its title, its address and its way back."""
    return screen(title, [empty_state(icon, text, why)], t=t, path=path, back=back)


def nobody_there(t: Words, title: str, *, path: str, back: str, why: str = "") -> ft.View:
    text = t("This person is no longer here.")
    return no_longer_here(t, title, ft.Icons.PERSON_OFF_OUTLINED, text, path=path, back=back, why=why)


def no_meeting(t: Words, title: str, *, path: str, back: str, why: str = "") -> ft.View:
    text = t("This meeting is no longer here.")
    return no_longer_here(t, title, ft.Icons.COFFEE_OUTLINED, text, path=path, back=back, why=why)


def no_place(t: Words, path: str) -> ft.View:
    text, why = t("This place is no longer here."), t("Somebody took it away.")
    return no_longer_here(t, t("Places"), ft.Icons.APARTMENT, text, path=path, back="/places", why=why)
