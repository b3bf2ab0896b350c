"""The decks whose words can be said in the studio, and how far their voices are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import flet as ft

from app.domain.aloud import DANISH
from app.domain.studio import Voices, voices
from app.exercises.aloud import sentences_said, words_said
from app.exercises.deck import Deck
from app.i18n import Words
from app.journeys.decks import deck_in, packs
from app.journeys.studio import Prompt, in_danish
from app.records import Recorded
from app.views.forms import use_doing
from app.views.session import use_ports

NOTHING_YET: tuple[Deck, ...] = ()


def use_shelf(*, wanted: bool = True) -> tuple[Sequence[Deck], str]:
    """All decks of this device once they are read, none where they are not `wanted`; and why they cannot be."""
    ports, doing = use_ports(), use_doing()
    decks, lay_out = ft.use_state(NOTHING_YET)

    async def begin() -> None:
        async def read() -> None:
            found = [await deck_in(ports.platform, pack) for pack in await packs(ports.platform)]
            lay_out(tuple(deck for deck in found if deck))

        if wanted:
            await doing.wait_for(read)

    ft.use_effect(begin, [])
    return decks, doing.trouble


def words_to_say(deck: Deck) -> tuple[Prompt, ...]:
    """As the exercises say them."""
    return tuple(map(in_danish, words_said(deck)))


def sentences_to_say(deck: Deck) -> tuple[Prompt, ...]:
    """What is said beside the words."""
    return tuple(map(in_danish, sentences_said(deck)))


def voices_in(decks: Iterable[Deck], recorded: Iterable[Recorded]) -> Voices:
    """How many of their words are said by nobody, one or two."""
    return voices((one.key for deck in decks for one in words_to_say(deck)), recorded)


def voices_words(t: Words, far: Voices) -> str:
    """As in "12 with two voices · 8 with one · 40 without · 3 to confirm"."""
    # Words: Danish words or sentences: how many are said by two people, by one, by nobody
    said = t(
        "%(two)d with two voices · %(one)d with one · %(nobody)d without", two=far.two, one=far.one, nobody=far.nobody
    )
    waiting = [t.many("%(num)d to confirm", "%(num)d to confirm", far.waiting)] if far.waiting else []
    return " · ".join([said, *waiting])


def called(t: Words, deck: Deck) -> str:
    """Its title in that language, else in Danish."""
    return deck.title.get(t.code) or deck.title.get(DANISH) or deck.id
