"""Places: where people are met, who was there last, how far today's round is."""

from __future__ import annotations

import flet as ft

from app.domain.rounds import tally
from app.journeys.rounds import taps_today
from app.journeys.spots import last_visit, spots
from app.records import Attempt, Round, Spot
from app.views.areas import area_filter, area_named
from app.views.kit import empty_state, floating_button, keep_button, row, screen, sheet
from app.views.pages import use_pages
from app.views.places.place_words import last_here, place_icon, progress
from app.views.session import go, use_live, use_ports, use_session


@ft.component
def Places() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    pages = use_pages()
    area, set_area = ft.use_state("")
    found, taps = use_live(
        lambda: (spots(ports, area=area, limit=pages.limit), taps_today(ports)), Spot, Attempt, Round
    )
    may = bool(ports.store.places("area"))

    def look_in(space: str) -> None:
        pages.back_to_first()
        set_area(space)

    def line(spot: Spot) -> ft.Control:
        done = progress(t, spot, tally(taps[spot.id])) if spot.id in taps else ""
        where = "" if area else area_named(t, ports, spot.space)
        here = done or last_here(t, ports, last_visit(ports, spot))
        return row(
            t.isolated(spot.name),
            under=" · ".join(part for part in (here, where) if part),
            leading=place_icon(spot.kind),
            on_tap=lambda: go(f"/places/{spot.id}"),
            key=f"place-{spot.id}",
            arrow=True,
        )

    parts: list[ft.Control] = [*area_filter(t, ports, area, look_in)]
    parts += [sheet([line(spot) for spot in pages.of(found)])] if found else []
    parts += pages.way_on(found)
    new = lambda: go("/places/new")
    if not found:
        hint = t("Add a stairwell, a library or an event. Then count your round there.")
        action = keep_button(t("Add a place"), new, key="add-place", wide=False) if may else None
        parts.append(empty_state(ft.Icons.APARTMENT, t("No places yet."), hint, action))
    floating = floating_button(ft.Icons.ADD, t("Add a place"), new, key="add-place") if may and found else None
    # Words: stairwells, mosques, libraries and events where people are met
    return screen(t("Places"), parts, t=t, path="/places", back=session.trail.tab, floating=floating)
