"""What a word of the organisation means: written once for each language, read by who practises in it."""

from __future__ import annotations

import pytest

from app.journeys.chosen_words import want_deck
from app.journeys.house_meanings import explain, house_meanings, meanings_of
from app.journeys.house_words import offer_word
from app.journeys.practice import is_fresh, open_practice
from app.ports import Refusal
from app.records import HouseMeaning, field_names
from tests.world import Organisation, run

BUCKET = {"ar": "دلو", "so": "baaldi"}


def test_who_practises_it_reads_it_in_each_language_in_which_it_is_explained(org: Organisation) -> None:
    ports, hers = org.coordinator.ports, org.mentee.ports
    word = offer_word(ports, row=ports.new_row(), text="en gulvspand")
    want_deck(hers, deck="ours", wanted=True)
    org.world.sync_all()
    before = run(open_practice(hers))
    explain(ports, shown=word, means=BUCKET | {"tr": " "})
    org.world.sync_all()
    assert not is_fresh(hers, before)

    (item,) = run(open_practice(hers)).decks["ours"].items
    assert {language: gloss.text for language, gloss in item.gloss.items()} == BUCKET
    assert meanings_of(hers, word) == BUCKET
    assert hers.store.count(HouseMeaning) == len(BUCKET)  # what is empty is no row
    explain(ports, shown=word, means={"ar": "", "so": "baaldi"})
    org.world.sync_all()
    assert house_meanings(hers) == {word.id: {"so": "baaldi"}}


def test_only_a_coordinator_explains_and_never_with_the_number_of_a_person(org: Organisation) -> None:
    ports = org.coordinator.ports
    word = offer_word(ports, row=ports.new_row(), text="en gulvspand")
    org.world.sync_all()
    with pytest.raises(Refusal, match="coordinator"):
        explain(org.mentor.ports, shown=word, means=BUCKET)
    with pytest.raises(Refusal, match="CPR"):
        explain(ports, shown=word, means={"ar": "010190-1234"})
    assert ports.store.find(HouseMeaning) == []
    assert set(field_names(HouseMeaning)) == {"word", "language", "text"}
