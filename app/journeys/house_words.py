"""The organisation's own deck: words that a coordinator offers to everybody; where one came from is not kept."""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import col

from app.domain.cpr import refuse_cpr
from app.domain.text import tidy
from app.exercises.deck import Deck, deck_of
from app.exercises.written import OURS, OWN, row_of, whole_id
from app.i18n import N_
from app.journeys.attachments import attached_to, remove_file
from app.journeys.chosen_words import own_words
from app.ports import Ports, Refusal
from app.records import HouseWord, OwnWord, RowId

MOST = 200
NO_DECKS: Mapping[str, Deck] = {}


def house_words(ports: Ports) -> list[HouseWord]:
    """By the alphabet: their order tells nothing."""
    return ports.store.find(HouseWord, order_by=(col(HouseWord.text), col(HouseWord.id)), limit=MOST)


def is_there(ports: Ports, word: str, decks: Mapping[str, Deck] = NO_DECKS) -> bool:
    """Whether a word that was chosen can be practised still: one that was written here may have been taken out.

    Of a deck of the app, as far as `decks` are read: a newer one may no longer have it.
    """
    deck = decks.get(deck_of(word))
    if deck is not None and word not in deck.parts:
        return False
    written: dict[str, type[HouseWord | OwnWord]] = {OURS: HouseWord, OWN: OwnWord}
    noun = written.get(deck_of(whole_id(word)))
    return noun is None or ports.store.get(noun, row_of(word)) is not None


def may_offer(ports: Ports) -> bool:
    """Is she one who says what everybody practises?"""
    return any("text" in ports.store.may_set(place.space, "houseword") for place in ports.store.places("public"))


def words_to_offer(ports: Ports) -> list[str]:
    """What was written for those whose plans she reads, each text once and by the alphabet, and no deck of ours has."""
    there = {_alike(one.text) for one in house_words(ports)}
    found = {_alike(one.text): one.text for one in own_words(ports) if _alike(one.text) not in there}
    return sorted(found.values(), key=str.casefold)


def offer_word(ports: Ports, *, row: RowId, text: str, picture: str = "") -> HouseWord:
    """For everybody, from their next sync on: the text and a picture that we ship, and not a thing beside them."""
    if not may_offer(ports):
        raise Refusal(N_("Only a coordinator can do this."))
    text = tidy(text)
    if not text:
        raise Refusal(N_("Write the Danish word."))
    refuse_cpr(text)
    if any(_alike(one.text) == _alike(text) and one.id != row for one in house_words(ports)):
        raise Refusal(N_("This word is there already."))
    with ports.store.write() as tx:
        return tx.add(HouseWord(id=row, space=ports.store.space("public"), text=text, picture=picture))


def take_out(ports: Ports, shown: HouseWord) -> None:
    """Nobody is asked it any longer, and its voice goes from every phone."""
    with ports.store.write() as tx:
        for one in attached_to(ports, shown):
            remove_file(ports, tx, one)
        tx.remove(shown, ports.store.seen(shown))


def _alike(text: str) -> str:
    return text.casefold()
