"""A form of a few running texts beside a meeting: it answers to what stood there when the screen opened."""

from __future__ import annotations

from collections.abc import Mapping

import flet as ft

from app.views.kit import Field, body, quiet, stack


def fields(draft: dict[str, str], labels: Mapping[str, str], *, lines: int = 2) -> ft.Control:
    """One field for each label; what is typed stands in `draft`."""

    def field(name: str, label: str) -> ft.Control:
        return Field(name, draft[name], lambda text: draft.__setitem__(name, text), label=label, lines=lines)

    return stack([field(*each) for each in labels.items()])


def told(labels: Mapping[str, str], said: Mapping[str, str]) -> ft.Control:
    """What was written, each under its label; nothing of what is empty."""
    lines = [
        stack([quiet(label, size=13), body(said[name])], spacing=2) for name, label in labels.items() if said[name]
    ]
    return stack(lines)
