"""Days one usually means, with one tap; any other from the calendar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import flet as ft

from app.i18n.words import first_up
from app.views.kit.choices import choice
from app.views.kit.fields import DayField
from app.views.session import use_words


@ft.component
def DayChoice(
    name: str,
    label: str,
    days: Sequence[tuple[str, date | None]],
    value: date | None,
    on_day: Callable[[date | None], Any],
    *,
    today: date,
    first: date | None = None,
    last: date | None = None,
) -> ft.Control:
    """`days` = (words, day); a day that is not among them has its own chip, and *Another day* opens the calendar."""
    t = use_words()
    asked, set_asked = ft.use_state(False)
    other = asked or (value is not None and value not in [day for _, day in days])
    options = [(str(place), words) for place, (words, _) in enumerate(days)]
    options.append(("other", first_up(t.day(value, today)) if other and value else t("Another day")))
    chosen = "other" if other else next((str(at) for at, (_, day) in enumerate(days) if day == value), "")

    def choose(option: str) -> None:
        set_asked(option == "other")
        if option != "other":
            on_day(days[int(option)][1] if option else None)

    parts = [choice(label, options, chosen, choose, key=name, may_be_none=False)]
    if other:
        parts.append(DayField(f"{name}-day", value, on_day, label=label, today=today, first=first, last=last))
    return ft.Column(parts, spacing=8, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
