"""How large things stand: 64 to tap on the mentee's face, 48 elsewhere; larger pictures where she wants few of them."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from app.views.kit.theme import LETTER_TARGET, TARGET

MORE = 1.5
"""So much larger pictures stand where there are few."""


@dataclass(frozen=True)
class Sizes:
    """Of the face that a page shows: pixels of a thing to tap, and how many times as large its pictures are."""

    target: int = TARGET
    pictures: float = 1.0


USUAL = Sizes()


def enlarge(page: ft.Page, *, letter: bool, few: bool) -> None:
    """Whose face that page shows from now on; `few` = she wants a little at a time on it."""
    page.data = Sizes(LETTER_TARGET, MORE if few else 1.0) if letter else USUAL


def _now() -> Sizes:
    sizes = ft.context.page.data
    return sizes if isinstance(sizes, Sizes) else USUAL


def target() -> int:
    """On the face that is drawn now."""
    return _now().target


def hers() -> bool:
    """Is it the mentee's face that is drawn now? Her letters are larger, too."""
    return target() > TARGET


def grown(picture: int) -> int:
    """A picture of that many pixels, where it is drawn now."""
    return round(picture * _now().pictures)
