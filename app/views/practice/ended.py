"""The end of a sitting: the words of today in pictures, one thing to do in life, and the way home."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.exercises.deck import Deck, Item, deck_of
from app.i18n import N_
from app.journeys.practice import Practice
from app.views.kit import drawing, heading, warm_button
from app.views.letter.nothing import nothing_yet
from app.views.letter.page import Said, her_screen
from app.views.practice.missions import MissionNow
from app.views.practice.pictures import deck_drawing
from app.views.session import go, use_session

MOST_PICTURES = 6


@ft.component
def Ended(practice: Practice, shown: Sequence[str]) -> ft.View:
    """`shown` = the words she was asked, in order; none when there was nothing to ask."""
    t = use_session().words
    decks = practice.decks
    if not shown:
        hint = N_("Choose a picture of what you would like to practise.")
        none = nothing_yet(t, ft.Icons.SCHOOL_OUTLINED, N_("No words yet."), hint)
        return her_screen(N_("Practise Danish"), [none], path="/practise/now", back="/practise")
    pictures = [_picture(decks, word) for word in dict.fromkeys(shown)]
    seen = [name for name in pictures if name][:MOST_PICTURES]
    parts: list[ft.Control] = [
        ft.Row([drawing("done", size=72)], alignment=ft.MainAxisAlignment.CENTER),
        # Words: at the end of a few minutes of exercises
        ft.Row([heading(t("That was today."), size=28)], alignment=ft.MainAxisAlignment.CENTER),
        ft.Row(
            [deck_drawing(list(decks.values()), name, size=56) for name in seen],
            wrap=True,
            spacing=12,
            alignment=ft.MainAxisAlignment.CENTER,
        ),
    ]
    parts += [MissionNow(practice), warm_button(t("Home"), lambda: go("/"), key="home", icon=ft.Icons.CHECK)]
    also: list[Said] = ["That was today.", "Home"]
    return her_screen(N_("Practise Danish"), parts, also=also, path="/practise/now", back="/practise")


def _picture(decks: dict[str, Deck], word: str) -> str:
    deck = decks.get(deck_of(word))
    part = deck.parts.get(word) if deck else None
    return part.picture if isinstance(part, Item) else ""
