"""What is said in pictures on the mentee's face: drawn by one hand (assets/drawings), in one friendly flat style."""

from __future__ import annotations

import flet as ft


def drawing(name: str, *, size: int = 72, svg: str = "") -> ft.Control:
    """That picture, or the one handed in as `svg`. Decoration: what it shows is written or said beside it."""
    return ft.Image(src=svg or f"/drawings/{name}.svg", width=size, height=size, exclude_from_semantics=True)
