"""Words that somebody here wrote, beside the decks of the app: hers, and those of the organisation."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from app.exercises.deck import Deck, deck_of
from app.exercises.written import OURS, OWN, drawing_of, our_deck, own_deck
from app.journeys.chosen_words import own_words
from app.journeys.decks import Pack, deck_in
from app.journeys.house_meanings import house_meanings
from app.journeys.house_words import house_words
from app.ports import Ports
from app.records import RowId


def written_now(ports: Ports) -> tuple[str, ...]:
    """All there are and what they mean; once that is another, what was opened for a sitting stands no longer."""
    words = [f"{one.id} {one.text} {one.language} {one.means}" for one in own_words(ports)]
    words += [one.id for one in house_words(ports)]
    means = (f"{word} {sorted(said.items())}" for word, said in house_meanings(ports).items())
    return (*words, *sorted(means))


def written_names(ports: Ports, space: str) -> dict[RowId, str]:
    """{row: word} of one plan and of the organisation."""
    names = {one.id: one.text for one in house_words(ports)}
    return names | {one.id: one.text for one in own_words(ports, space)}


async def written_decks(ports: Ports, shelf: Sequence[Pack], wanted: Collection[str], language: str) -> list[Deck]:
    """Hers, and the organisation's when it is `wanted`; `language` is hers, in which her own words are explained."""
    decks = []
    if own := own_words(ports):
        decks.append(own_deck(own, language))
    if OURS in wanted and (ours := house_words(ports)):
        drawings = await _drawings(ports, shelf, {one.picture for one in ours})
        decks.append(our_deck(ours, drawings, house_meanings(ports)))
    return decks


async def _drawings(ports: Ports, shelf: Sequence[Pack], pictures: Collection[str]) -> dict[str, str]:
    """{name: SVG}, from the packs in which they travel."""
    found: dict[str, str] = {}
    for pack in shelf:
        names = {drawing_of(picture) for picture in pictures if deck_of(picture) == pack.id}
        if names and (deck := await deck_in(ports.platform, pack)):
            found |= {name: deck.drawings[name] for name in sorted(names) if name in deck.drawings}
    return found


def lends(deck: Deck) -> bool:
    """Whether its words may be wrong answers to words that were written here."""
    return deck.id not in {OWN, OURS}
