"""How a place is said: its kind, who was there last, how far a round is."""

from __future__ import annotations

import flet as ft

from app.domain.rounds import Tally
from app.i18n import N_, Words
from app.i18n.words import first_up
from app.journeys.spots import Visit
from app.ports import Ports
from app.records import Outcome, Spot, SpotKind

KINDS = {
    # Words: a sort of place: the stairs of a block of flats, with the doors on them
    SpotKind.STAIRWELL.value: N_("Stairwell"),
    SpotKind.MOSQUE.value: N_("Mosque"),
    SpotKind.LIBRARY.value: N_("Library"),
    SpotKind.SCHOOL.value: N_("Language school"),
    SpotKind.EVENT.value: N_("Event"),
    # Words: a sort of place that is none of those named
    SpotKind.OTHER.value: N_("Another place"),
}
ICONS = {
    SpotKind.STAIRWELL.value: ft.Icons.APARTMENT,
    SpotKind.MOSQUE.value: ft.Icons.MOSQUE_OUTLINED,
    SpotKind.LIBRARY.value: ft.Icons.LOCAL_LIBRARY_OUTLINED,
    SpotKind.SCHOOL.value: ft.Icons.SCHOOL_OUTLINED,
    SpotKind.EVENT.value: ft.Icons.CELEBRATION_OUTLINED,
}
TALLIES = {
    # Words: a large button that counts doors where nobody opened
    Outcome.NOBODY_HOME.value: N_("Nobody home"),
    # Words: a large button that counts people one talked with
    Outcome.TALKED.value: N_("Talked"),
    # Words: a large button that counts people who said "not now"
    Outcome.NOT_NOW.value: N_("Not now"),
    # Words: a large button that counts people who want to hear more
    Outcome.INTERESTED.value: N_("Interested"),
}


def place_icon(kind: str) -> ft.Control:
    return ft.Icon(ICONS.get(kind, ft.Icons.PLACE_OUTLINED), color=ft.Colors.PRIMARY)


def last_here(t: Words, ports: Ports, visit: Visit | None) -> str:
    """Who was there last and when."""
    if visit is None:
        return t("Nobody has been here yet.")
    day = t.day(visit.day, ports.today())
    if visit.mine:
        # Words: the last one at this place was the reader herself; `day` as in "yesterday", "Tue 3 Mar"
        return t("Last here: %(day)s, you", day=day)
    if not visit.who:
        return t("Last here: %(day)s", day=day)
    return t("Last here: %(day)s, %(name)s", day=day, name=visit.who)


def progress(t: Words, spot: Spot, today: Tally) -> str:
    """How far today's round is; "" before its first tap where there are no doors to tell."""
    if spot.kind == SpotKind.STAIRWELL and spot.doors:
        if today.taps <= spot.doors:
            # Words: how far a round from door to door is
            return t("%(num)d of %(all)d doors", num=today.taps, all=spot.doors)
        # Words: more taps than doors: somebody knocked twice at one
        return t("%(num)d taps at %(all)d doors", num=today.taps, all=spot.doors)
    return t.many("%(num)d today", "%(num)d today", today.taps) if today.taps else ""


def under_place(t: Words, spot: Spot, ports: Ports) -> str:
    """Its address or, of an event, its day."""
    parts = [t.isolated(spot.address)] if spot.address else []
    if spot.held_on:
        parts.insert(0, first_up(t.day(spot.held_on, ports.today())))
    return " · ".join(parts)
