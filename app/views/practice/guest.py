"""Danish exercises for whoever holds the phone: nothing is kept, nothing is known of anybody, no lock is needed."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

import flet as ft

from app.exercises.deck import Deck
from app.exercises.kinds import FIRST, ask
from app.exercises.question import Question
from app.journeys.decks import deck_in, packs
from app.views.forms import use_doing, use_once
from app.views.kit import problem, stack, waiting
from app.views.practice.question import Ask
from app.views.session import use_ports, use_words

TRIES = 40


@dataclass(frozen=True)
class Round:
    """One question of the deck that everybody begins with."""

    deck: Deck
    question: Question
    nth: int = 0


@ft.component
def GuestPractice() -> ft.Control:
    """Pictures and voices without an end. Reads packs alone; a phone without anybody on it has them, too."""
    ports, t = use_ports(), use_words()
    doing = use_doing()
    chance = use_once(lambda: Random(ports.provider.random(8)))  # noqa: S311 - which word comes next
    nothing: Round | None = None
    now: tuple[Round | None, Any] = ft.use_state(nothing)
    current, move = now

    async def begin() -> None:
        async def read() -> None:
            for pack in await packs(ports.platform):
                if deck := await deck_in(ports.platform, pack):
                    move(_another(deck, chance, 0))
                    return

        await doing.wait_for(read)

    ft.use_effect(begin, [])
    if current is None:
        return problem(doing.trouble) if doing.trouble else waiting(t("Your words are coming"))
    asked = Ask(
        current.question,
        [current.deck],
        lambda _ids: None,
        lambda: move(_another(current.deck, chance, current.nth + 1)),
        first=current.nth == 0,
    )
    return stack([asked])


def _another(deck: Deck, chance: Random, nth: int) -> Round | None:
    """Hear and tap a picture, see a picture and tap a voice, in turn."""
    words = [f"{deck.id}.{item.id}" for item in deck.items if item.picture]
    for _ in range(TRIES):
        question = ask(FIRST[nth % len(FIRST)], chance.choice(words), deck, chance) if words else None
        if question:
            return Round(deck, question, nth)
    return None
