"""How many nights there are until a day: a moon for each, then the sun of that day, for who reads no date."""

from __future__ import annotations

from datetime import date

import flet as ft

from app.views.kit.drawings import drawing

MOST = 7
"""More are not counted at a glance."""
SIZE = 28
NIGHT, DAY = "night", "day"


def nights(day: date, today: date) -> list[ft.Control]:
    """One row, or nothing where the day is too far away or gone. The words beside it say the same."""
    until = (day - today).days
    if not 0 <= until <= MOST:
        return []
    signs = [drawing(name, size=SIZE) for name in (*[NIGHT] * until, DAY)]
    return [ft.Row(signs, spacing=4, wrap=True, run_spacing=4)]
