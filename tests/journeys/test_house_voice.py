"""A coordinator says a word of the organisation: heard by who practises it, said anew, and gone for all."""

from __future__ import annotations

import pytest

from app.domain.aloud import DANISH
from app.domain.carrying import METERED
from app.domain.studio import key_of
from app.journeys.chosen_words import choose_words, want_deck
from app.journeys.house_voice import say_house_word
from app.journeys.house_words import house_words, offer_word, take_out
from app.journeys.one_voice import unsay
from app.journeys.practice import open_practice
from app.journeys.studio_sound import there_of
from app.ports import Refusal
from app.records import Attachment, HouseWord
from tests.journeys.lane import files, on_wifi, step
from tests.journeys.speakers import content_of_text
from tests.journeys.voices import said, tone
from tests.world import Organisation, Phone, run

WORD = "en gulvspand"
KEY = key_of(DANISH, WORD)


def says(org: Organisation, shown: HouseWord, hertz: int = 440) -> HouseWord:
    ports = org.coordinator.ports
    return run(say_house_word(ports, row=ports.new_row(), shown=shown, recording=said(tone(hertz=hertz))))


def offered(org: Organisation) -> HouseWord:
    ports = org.coordinator.ports
    return offer_word(ports, row=ports.new_row(), text=WORD)


def carried(*phones: Phone) -> None:
    for phone in phones:
        step(phone)


def test_it_is_heard_on_every_phone_said_anew_and_gone_with_all_its_bytes(org: Organisation) -> None:
    on_wifi(org.coordinator, org.mentee)
    word = says(org, offered(org))
    carried(org.coordinator, org.mentee)
    assert run(content_of_text(org.mentee.ports, KEY)) == tone()

    word = says(org, word, hertz=880)
    carried(org.coordinator, org.mentee)
    assert run(content_of_text(org.mentee.ports, KEY)) == tone(hertz=880)
    assert len(org.mentee.store.find(Attachment)) == len(files(org.mentee)) == 1

    unsay(org.coordinator.ports, word)
    carried(org.coordinator, org.mentee)
    assert not there_of(org.mentee.ports, [WORD])(KEY)
    assert [one.text for one in house_words(org.mentee.ports)] == [WORD]

    says(org, house_words(org.coordinator.ports)[0])
    carried(org.coordinator, org.mentee)
    assert run(content_of_text(org.mentee.ports, KEY)) == tone()
    take_out(org.coordinator.ports, house_words(org.coordinator.ports)[0])
    carried(org.coordinator, org.mentee)
    assert (org.mentee.store.find(Attachment), files(org.mentee)) == ([], [])


def test_only_a_coordinator_says_it_nothing_unheard_is_kept_and_nobody_is_named(org: Organisation) -> None:
    word = offered(org)
    org.world.sync_all()
    with pytest.raises(Refusal, match="coordinator"):
        run(say_house_word(org.mentor.ports, row=org.mentor.ports.new_row(), shown=word, recording=said()))
    ports = org.coordinator.ports
    with pytest.raises(Refusal, match="Nothing was heard"):
        run(say_house_word(ports, row=ports.new_row(), shown=word, recording=said(seconds=0.1)))
    assert house_words(ports)[0].voice == ""
    assert org.coordinator.store.find(Attachment) == []

    says(org, word)
    (sound,) = org.coordinator.store.find(Attachment)
    assert (sound.id, sound.space) == (house_words(ports)[0].voice, org.coordinator.store.space("public"))
    kept = f"{sound.model_dump()} {house_words(ports)[0].model_dump()}"
    assert ports.me.name not in kept
    assert ports.me.person.hex() not in kept


def test_a_sound_that_somebody_else_lays_beside_it_is_not_its_voice(org: Organisation) -> None:
    on_wifi(org.coordinator, org.mentee)
    word = says(org, offered(org))
    carried(org.coordinator, org.mentee)
    sound = org.mentee.store.get(Attachment, word.voice)
    assert sound
    other = Attachment(**{**sound.model_dump(), "id": org.mentee.ports.new_row()})
    with org.mentee.store.write() as tx:
        tx.add(other)
    carried(org.mentee, org.coordinator)
    assert house_words(org.mentee.ports)[0].voice == word.voice
    take_out(org.coordinator.ports, house_words(org.coordinator.ports)[0])
    carried(org.coordinator, org.mentee)
    assert org.mentee.store.find(Attachment) == []


@pytest.mark.parametrize("how", ["wanted", "chosen", "neither"])
def test_where_it_costs_it_comes_once_she_practises_that_word(org: Organisation, how: str) -> None:
    for phone in (org.coordinator, org.mentee):
        phone.ports.platform.on_network = METERED  # type: ignore[attr-defined]
    word = says(org, offered(org))
    org.world.sync_all()
    if how == "chosen":
        choose_words(org.mentor.ports, mentee=org.cover(org.mentor), meeting=None, words=[f"ours.{word.id}"])
    if how == "wanted":
        want_deck(org.mentee.ports, deck="ours", wanted=True)
    org.world.sync_all()
    carried(org.coordinator, org.mentee)
    assert not there_of(org.mentee.ports, [WORD])(KEY)

    run(open_practice(org.mentee.ports))
    carried(org.mentee)
    assert there_of(org.mentee.ports, [WORD])(KEY) == (how != "neither")
