"""Words of the organisation, to be chosen for one who practises: some at once, all of them after a tap."""

from __future__ import annotations

from collections.abc import Callable, Collection

import flet as ft

from app.exercises.written import our_id
from app.journeys.house_words import house_words
from app.records import HouseWord
from app.views.kit import quiet_button, section, several
from app.views.session import use_live, use_ports, use_words

AT_ONCE = 5


@ft.component
def PlaceWords(shown: Collection[str], chosen: Collection[str], tap: Callable[[str, bool], None]) -> ft.Control:
    """Nothing at all where there are none; `shown`: those that stand on the screen already."""
    ports, t = use_ports(), use_words()
    words = use_live(lambda: house_words(ports), HouseWord)
    every, show = ft.use_state(initial=False)
    options = [(our_id(one), t.isolated(one.text)) for one in words if our_id(one) not in shown]
    if not options:
        return ft.Container()
    parts = [several(options if every else options[:AT_ONCE], chosen, tap, key="word")]
    if len(options) > AT_ONCE and not every:
        # Words: a button: shows all Danish words that this organisation has put together
        parts.append(quiet_button(t("All the words"), lambda: show(True), key="all-words"))
    return section(t("Words of this place"), parts)
