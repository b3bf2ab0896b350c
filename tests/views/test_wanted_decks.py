"""What she would like to practise: pictures to tap, and what is shown as chosen."""

from __future__ import annotations

import flet as ft

from app.journeys.chosen_words import wanted_decks
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation


def test_a_tap_on_a_picture_is_what_she_would_like_to_practise_and_another_takes_it_back(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/practise")
        await screen.until(lambda: screen.has("deck-kitchen"))
        await screen.tap("deck-kitchen")
        await screen.tap("deck-cleaning")
        assert wanted_decks(org.mentee.ports) == {"everyday", "kitchen", "cleaning"}
        await screen.tap("deck-kitchen")
        assert wanted_decks(org.mentee.ports) == {"everyday", "cleaning"}

    show(org.mentee, walk)


def test_something_is_always_shown_as_chosen_and_stays_so_until_it_is_tapped(org: Organisation) -> None:
    decks = ("everyday", "cleaning")

    async def walk(screen: Screen) -> None:
        def chosen() -> set[str]:
            signs = [each for each in screen.walk() if isinstance(each, ft.Semantics) and each.selected]
            below = {getattr(each.key, "value", each.key) for sign in signs for each in screen.walk(sign)}
            return {deck for deck in decks if f"deck-{deck}" in below}

        await screen.go("/practise")
        await screen.until(lambda: screen.has("deck-cleaning"))
        assert chosen() == {"everyday"}
        await screen.tap("deck-cleaning")
        assert chosen() == {"everyday", "cleaning"}
        await screen.tap("deck-everyday")
        assert chosen() == {"cleaning"}
        await screen.tap("deck-cleaning")
        assert chosen() == {"everyday"}
        await screen.tap("deck-everyday")
        assert chosen() == {"everyday"}

    show(org.mentee, walk)
