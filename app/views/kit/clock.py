"""An hour as the hands of a clock show it: for who reads a clock and no digits."""

from __future__ import annotations

from datetime import time
from math import cos, pi, sin

import flet as ft
import flet.canvas as cv

WIDTH = 0.06


def clock(moment: time, *, size: int = 72) -> ft.Control:
    """Twelve is up in every language. The digits stand beside it, so it says nothing itself."""
    half = size / 2
    ink, hand = ft.Colors.ON_SURFACE, ft.Colors.PRIMARY

    def line(turn: float, start: float, end: float, thick: float, color: str) -> cv.Line:
        across, up = sin(turn * 2 * pi) * half, -cos(turn * 2 * pi) * half
        drawn = ft.Paint(stroke_width=thick * size, color=color, stroke_cap=ft.StrokeCap.ROUND)
        return cv.Line(half + across * start, half + up * start, half + across * end, half + up * end, paint=drawn)

    face = cv.Circle(half, half, half - 2, paint=ft.Paint(color=ft.Colors.SURFACE_CONTAINER_LOWEST))
    edge = ft.Paint(style=ft.PaintingStyle.STROKE, stroke_width=WIDTH * size / 1.5, color=ink)
    ticks = [line(hour / 12, 0.78, 0.86, 0.03, ink) for hour in range(12)]
    hours = line((moment.hour % 12 + moment.minute / 60) / 12, 0, 0.5, WIDTH, hand)
    minutes = line(moment.minute / 60, 0, 0.72, WIDTH * 0.7, hand)
    shapes = [face, cv.Circle(half, half, half - 2, paint=edge), *ticks, hours, minutes]
    return ft.Semantics(exclude_semantics=True, content=cv.Canvas(shapes, width=size, height=size))
