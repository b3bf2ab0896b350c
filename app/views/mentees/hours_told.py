"""Hours against what was agreed."""

from __future__ import annotations

import flet as ft

from app.domain.hours import Hours
from app.i18n import Words
from app.views.kit import body, card, quiet, section, stack


def hours_told(t: Words, hours: Hours, agreed: int) -> ft.Control:
    """`agreed` hours in all; 0 when nothing was said."""
    spent = length(t, hours.minutes)
    words = t("%(spent)s of %(hours)d hours", spent=spent, hours=agreed) if agreed else spent
    lines: list[ft.Control] = [body(words, strong=True)]
    if agreed:
        share = min(1.0, hours.minutes / (agreed * 60))
        lines.append(ft.ProgressBar(value=share, semantics_label=words, border_radius=4, bar_height=6))
    parts = (
        (t("Time together"), hours.together),
        (t("Besides"), hours.besides),
        (t("What came to nothing"), hours.lost),
    )
    lines.append(quiet(" · ".join(f"{name}: {length(t, num)}" for name, num in parts if num) or t("Nothing yet")))
    # Words: heading over the hours a mentor gave
    return section(t("Hours"), [card(stack(lines, spacing=8), key="hours")])


def length(t: Words, minutes: int) -> str:
    """As "12:30", hours and minutes."""
    # Words: a length of time in hours and minutes, as in "12 h 30 min"
    return t("%(hours)d h %(minutes)d min", hours=minutes // 60, minutes=minutes % 60)
