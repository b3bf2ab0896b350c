"""On Today: the round one is in the middle of."""

from __future__ import annotations

import flet as ft

from app.domain.rounds import tally
from app.i18n import Words
from app.journeys.rounds import last_place_today, my_first_tap, taps_on
from app.ports import Ports
from app.records import Spot
from app.views.kit import row
from app.views.places.place_words import place_icon, progress
from app.views.session import go


def resumed(t: Words, ports: Ports) -> list[ft.Control]:
    """One line to go on from; none when she tapped nowhere today, or not since she told of a round's end."""
    place = last_place_today(ports)
    spot = ports.store.get(Spot, place) if place else None
    if spot is None or not my_first_tap(ports, spot):
        return []
    done = progress(t, spot, tally(taps_on(ports, spot, ports.today())))
    to = lambda: go(f"/places/{spot.id}")
    return [row(t.isolated(spot.name), under=done, leading=place_icon(spot.kind), on_tap=to, key="round", arrow=True)]
