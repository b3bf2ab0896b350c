"""How large a thing to tap is: 64 on the mentee's face, 48 elsewhere."""

from __future__ import annotations

import flet as ft

from app.views.kit.theme import LETTER_TARGET, TARGET


def enlarge(page: ft.Page, *, letter: bool) -> None:
    """Whose face that page shows from now on."""
    page.data = LETTER_TARGET if letter else TARGET


def target() -> int:
    """On the face that is drawn now."""
    size = ft.context.page.data
    return size if isinstance(size, int) else TARGET


def hers() -> bool:
    """Is it the mentee's face that is drawn now? Her letters are larger, too."""
    return target() > TARGET
