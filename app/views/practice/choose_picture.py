"""A picture of a word, from those that the decks have: first which deck, then which picture."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from app.exercises.deck import Deck, deck_of
from app.journeys.decks import Pack, packs
from app.views.forms import use_doing
from app.views.kit import TAKEN, answer_tile, choice, in_lines, problem, stack, waiting
from app.views.practice.of_her import use_decks
from app.views.practice.pictures import across, deck_drawing
from app.views.session import use_ports, use_words

SIDE = 72
NONE: tuple[Pack, ...] = ()


@ft.component
def ChoosePicture(chosen: str, on_choose: Callable[[str], None]) -> ft.Control:
    """`chosen`: a deck's id, a point, a drawing's name; tapped again, it is none."""
    ports, t = use_ports(), use_words()
    shelf, lay_out = ft.use_state(NONE)
    deck_id, look_at = ft.use_state(deck_of(chosen))
    decks = use_decks([deck_id] if deck_id else [])
    doing = use_doing()

    async def begin() -> None:
        async def read() -> None:
            lay_out(tuple(await packs(ports.platform)))

        await doing.wait_for(read)

    ft.use_effect(begin, [])
    options = [(pack.id, pack.called(t.code)) for pack in shelf]
    # Words: over the names of decks of Danish words; each has pictures of which one can be chosen
    parts = [problem(doing.trouble), choice(t("A picture from"), options, deck_id, look_at, key="from")]
    if deck := decks.get(deck_id):
        parts.append(_pictures(deck, chosen, on_choose))
    elif deck_id:
        parts.append(waiting(t("One moment")))
    return stack(parts)


def _pictures(deck: Deck, chosen: str, on_choose: Callable[[str], None]) -> ft.Control:
    named = {item.picture: item.da for item in reversed(deck.items) if item.picture in deck.drawings}
    tiles = [_tile(deck, name, danish, chosen, on_choose) for name, danish in reversed(named.items())]
    return in_lines([(tile, SIDE) for tile in tiles], across=across())


def _tile(deck: Deck, name: str, danish: str, chosen: str, on_choose: Callable[[str], None]) -> ft.Control:
    whole = f"{deck.id}.{name}"

    def tap() -> None:
        on_choose("" if whole == chosen else whole)

    return answer_tile(
        deck_drawing([deck], name, size=SIDE - 16),
        tap,
        key=f"picture-{whole}",
        name=danish,
        mark=TAKEN if whole == chosen else "",
        width=SIDE,
        height=SIDE,
        padding=4,
    )
