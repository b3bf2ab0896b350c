"""The fields in which a mentor and a wish can agree, as chips."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import flet as ft

from app.domain.matching import values
from app.i18n import Words
from app.journeys.areas import areas as known_areas
from app.ports import Ports
from app.records import Mentor, Wish
from app.views.kit import some
from app.views.mentors.mentor_words import options

FIELDS = ("languages", "days", "parts", "areas", "trades", "interests")


def agreeing(
    t: Words, ports: Ports, record: Mentor | Wish, on_tap: Callable[[str, str], None], extra: Sequence[str] = ()
) -> list[ft.Control]:
    """One group of chips for each field; `on_tap(field, value)`: it is wished, or no longer."""
    areas = tuple(place.name for place in known_areas(ports) if place.name)

    def group(field: str) -> ft.Control:
        chosen = values(getattr(record, field), field)
        named = tuple(dict.fromkeys([*areas, *chosen])) if field == "areas" else ()

        return some(_label(t, field), options(t, field, named), chosen, lambda value: on_tap(field, value), key=field)

    return [group(field) for field in (*extra, *FIELDS)]


def _label(t: Words, field: str) -> str:
    return {
        "types": t("Kind of mentor"),
        "languages": t("Languages"),
        # Words: the weekdays on which somebody has time
        "days": t("Has time"),
        # Words: over "in the morning, in the afternoon, in the evening": when somebody has time
        "parts": t("When in the day"),
        "areas": t("Area"),
        # Words: kinds of work somebody knows
        "trades": t("Knows work in"),
        # Words: what somebody likes to do
        "interests": t("Likes"),
    }[field]
