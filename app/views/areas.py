"""Which housing area: a row of one tap where she works in several, and nothing at all where there is but one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

import flet as ft

from app.i18n import Words
from app.journeys.areas import KIND, areas
from app.ports import Ports
from app.storage.places import Place
from app.views.kit import choice, some


def area_row(t: Words, ports: Ports, chosen: str, choose: Callable[[str], Any]) -> list[ft.Control]:
    """Where it belongs: one of hers, `chosen` = its space."""
    return _row(t, ports, chosen, choose, key="area", may_be_none=False)


def area_filter(t: Words, ports: Ports, chosen: str, choose: Callable[[str], Any]) -> list[ft.Control]:
    """What a list shows: all her areas, or the one she tapped."""
    return _row(t, ports, chosen, choose, key="of-area", may_be_none=True)


def area_named(t: Words, ports: Ports, space: str) -> str:
    """Its name for a line of a list; "" where there is nothing to tell apart."""
    if len(ports.store.places(KIND)) < 2:
        return ""
    return next((t.isolated(place.name) for place in areas(ports) if place.space == space), "")


def areas_chips(t: Words, here: Sequence[Place], chosen: Collection[str], on_tap: Callable[[str], Any]) -> ft.Control:
    """In which of them somebody works, one or more: their circles."""
    options = [(place.circle, t.isolated(place.name)) for place in here]
    # Words: over the names of housing areas to choose from
    return some(t("Areas she works in"), options, chosen, on_tap, key="areas")


def _row(
    t: Words, ports: Ports, chosen: str, choose: Callable[[str], Any], *, key: str, may_be_none: bool
) -> list[ft.Control]:
    here = areas(ports)
    if len(here) < 2:
        return []
    options = [(place.space, t.isolated(place.name)) for place in here]
    return [choice(t("Area"), options, chosen, choose, key=key, may_be_none=may_be_none)]
