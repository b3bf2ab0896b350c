"""Hours against what was agreed, for each pair by itself."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.domain.hours import Hours
from app.i18n import Words
from app.journeys.agreements import hours_with
from app.journeys.readers import file_of, names_ever
from app.ports import Ports
from app.records import Agreement, Mentee
from app.views.kit import body, card, quiet, section, stack


def hours_of_pairs(t: Words, ports: Ports, mentee: Mentee, agreed: Sequence[Agreement]) -> ft.Control:
    """A card for each mentor who agreed on something, by name where there are several; without any, all in all."""
    if len(agreed) < 2:
        mentor, hours = (agreed[0].mentor, agreed[0].hours or 0) if agreed else ("", 0)
        papers = [_paper(t, hours_with(ports, mentee, mentor), hours)]
    else:
        place = file_of(ports, mentee.space)
        names = names_ever(ports, place) if place else {}
        papers = [
            _paper(t, hours_with(ports, mentee, one.mentor), one.hours or 0, names.get(one.mentor) or t("Somebody"))
            for one in agreed
        ]
    # Words: heading over the hours a mentor gave
    return section(t("Hours"), papers)


def _paper(t: Words, hours: Hours, agreed: int, name: str = "") -> ft.Control:
    """`agreed` hours in all; 0 when nothing was said."""
    spent = length(t, hours.minutes)
    words = t("%(spent)s of %(hours)d hours", spent=spent, hours=agreed) if agreed else spent
    lines: list[ft.Control] = [quiet(t.isolated(name))] if name else []
    lines.append(body(words, strong=True))
    if agreed:
        share = min(1.0, hours.minutes / (agreed * 60))
        said = f"{t.isolated(name)}: {words}" if name else words
        lines.append(ft.ProgressBar(value=share, semantics_label=said, border_radius=4, bar_height=6))
    parts = (
        (t("Time together"), hours.together),
        (t("Besides"), hours.besides),
        (t("What came to nothing"), hours.lost),
    )
    lines.append(quiet(" · ".join(f"{label}: {length(t, num)}" for label, num in parts if num) or t("Nothing yet")))
    return card(stack(lines, spacing=8), key=f"hours-{name}" if name else "hours")


def length(t: Words, minutes: int) -> str:
    """As "12:30", hours and minutes."""
    # Words: a length of time in hours and minutes, as in "12 h 30 min"
    return t("%(hours)d h %(minutes)d min", hours=minutes // 60, minutes=minutes % 60)
