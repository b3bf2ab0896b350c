"""The decks of the exercises: how many of their words people have recorded; one is chosen to be said."""

from __future__ import annotations

import flet as ft

from app.domain.aloud import DANISH
from app.exercises.deck import Deck
from app.journeys.studio import recorded_in
from app.records import Recorded
from app.views.kit import problem, quiet, row, screen, sheet, waiting
from app.views.practice.pictures import deck_drawing
from app.views.session import go, use_live, use_ports, use_session
from app.views.studio.shelf import called, use_shelf, voices_in, voices_words
from app.views.studio.studio import DECKS, PATH


@ft.component
def DecksToSay() -> ft.View:
    ports, t = use_ports(), use_session().words
    decks, trouble = use_shelf()
    recorded = use_live(lambda: recorded_in(ports, DANISH), Recorded)

    def line(deck: Deck) -> ft.Control:
        return row(
            t.isolated(called(t, deck)),
            under=voices_words(t, voices_in([deck], recorded)),
            leading=deck_drawing([deck], deck.picture, size=40),
            on_tap=lambda: go(f"{DECKS}/{deck.id}"),
            key=f"deck-{deck.id}",
            arrow=True,
        )

    told = t("A word is heard from two people, in turn. Where nobody has said it, the phone’s own voice says it.")
    shown = [sheet([line(deck) for deck in decks]), quiet(told)] if decks else [waiting(t("One moment"))]
    parts = [problem(trouble), *([] if trouble and not decks else shown)]
    # Words: a screen of the studio: people record the Danish words that learners hear in the exercises
    return screen(t("Words of the exercises"), parts, t=t, path=DECKS, back=PATH)
