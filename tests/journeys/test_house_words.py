"""A coordinator offers a word to everybody; nothing that is kept says whose word it was, or from which meeting."""

from __future__ import annotations

from random import Random

import pytest

from app.domain.roles import FILE_RUNGS, MENTEE
from app.exercises.question import Kind
from app.journeys.chosen_words import want_deck
from app.journeys.house_words import house_words, offer_word, take_out, words_to_offer
from app.journeys.learned import how_many_learned
from app.journeys.open_file import grant, open_file
from app.journeys.practice import open_practice
from app.ports import Refusal
from app.records import CanNow, HouseWord, field_names, tables
from tests.journeys.her_own_words import her_own_word
from tests.world import Organisation, Phone, run

PLAN = FILE_RUNGS.index("plan")


def in_public(phone: Phone) -> list[str]:
    """All that phone can read in `public`, each row as text."""
    public = phone.store.space("public")
    rows = [one for table in tables().values() for one in phone.store.find(table) if one.space == public]
    return [f"{one.id} {one.model_dump()}" for one in rows]


def test_a_word_that_is_offered_to_everybody_says_nothing_of_where_it_came_from(org: Organisation) -> None:
    word, meeting = her_own_word(org)
    assert words_to_offer(org.coordinator.ports) == ["frokoststue"]
    before = in_public(org.mentee)
    (text,) = words_to_offer(org.coordinator.ports)
    offer_word(org.coordinator.ports, row=org.coordinator.ports.new_row(), text=text)
    org.world.sync_all()

    assert words_to_offer(org.coordinator.ports) == []
    (new,) = set(in_public(org.mentee)) - set(before)  # one row, and no file beside it
    assert "frokoststue" in new
    for trace in (word.id, word.space, word.means, meeting.id, org.cover(org.mentor).id, "Amina", "2026-03"):
        assert trace not in new
    assert set(field_names(HouseWord)) == {"text", "picture", "voice"}


def test_everybody_practises_the_words_of_the_organisation_when_she_would_like_to(org: Organisation) -> None:
    ports = org.coordinator.ports
    for text, picture in (
        ("en gulvspand", "cleaning.bucket"),
        ("en frokoststue", ""),
        ("en nøglebrik", "nowhere.at-all"),
    ):
        offer_word(ports, row=ports.new_row(), text=text, picture=picture)
    org.world.sync_all()
    assert "ours" not in run(open_practice(org.mentee.ports)).decks
    want_deck(org.mentee.ports, deck="ours", wanted=True)
    want_deck(org.mentee.ports, deck="everyday", wanted=False)

    practice = run(open_practice(org.mentee.ports))
    assert {item.da: item.picture for item in practice.decks["ours"].items} == {
        "en gulvspand": "bucket",
        "en frokoststue": "",
        "en nøglebrik": "",
    }
    assert practice.decks["ours"].drawings["bucket"].startswith("<svg")
    turns = practice.begin().waiting
    assert {turn.word.partition(".")[0] for turn in turns} == {"ours"}
    asked = [practice.question(turn, Random(1)) for turn in turns]
    assert Kind.HEAR_PICTURE in {question.kind for question in asked if question}

    shown = house_words(ports)[0]
    take_out(ports, shown)
    org.world.sync_all()
    assert len(house_words(org.mentee.ports)) == 2


def test_of_one_who_learned_words_no_number_is_told_whatever_stands_in_her_plan(org: Organisation) -> None:
    ports, space = org.mentee.ports, org.mentee.store.space("plan")
    with ports.store.write() as tx:
        for can in ("tools", "places", "safe", "care", "work", "time"):
            tx.add(CanNow(id=ports.new_row(), space=space, deck="cleaning", can=can, words=1, among=10))
    org.world.sync_all()

    assert len(org.coordinator.store.find(CanNow)) == 6
    assert how_many_learned(org.coordinator.ports) is None


def test_who_has_five_files_is_one_person_among_those_who_learned_words(org: Organisation) -> None:
    worker, amina = org.worker.ports, org.mentee.ports
    for number in range(5):
        file = run(open_file(worker, row=worker.new_row(), name=f"Amina {number}", language="ar"))
        org.worker.sync()
        run(grant(worker, person=amina.me.person, circle=file, rung=PLAN))
    org.world.sync_all()
    plans = org.mentee.store.places("plan")
    with org.mentee.store.write() as tx:
        for place in plans:
            tx.add(CanNow(id=amina.new_row(), space=place.space, deck="cleaning", can="tools", words=1, among=10))
    org.world.sync_all()

    assert len(plans) == len({one.space for one in org.coordinator.store.find(CanNow)}) == 6
    assert how_many_learned(org.coordinator.ports) is None


def test_five_people_who_learned_words_are_a_number(org: Organisation) -> None:
    for name in ("Amina", "Hodan", "Leyla", "Olena", "Saba"):
        phone = org.mentee
        if name != "Amina":
            file = run(open_file(org.worker.ports, row=org.worker.ports.new_row(), name=name, language="ar"))
            org.worker.sync()
            phone = org.world.bring_in(org.worker, name, MENTEE, file)
        with phone.store.write() as tx:
            space = phone.store.space("plan")
            tx.add(CanNow(id=phone.ports.new_row(), space=space, deck="cleaning", can="tools", words=1, among=10))
    org.world.sync_all()

    assert how_many_learned(org.coordinator.ports) == 5


def test_only_a_coordinator_offers_a_word_once_and_never_a_number_of_a_person(org: Organisation) -> None:
    ports = org.coordinator.ports
    offer_word(ports, row=ports.new_row(), text="Frokoststue")
    for text, why in (("frokoststue", "there already"), (" ", "Write the Danish word"), ("010190-1234", "CPR")):
        with pytest.raises(Refusal, match=why):
            offer_word(ports, row=ports.new_row(), text=text)
    with pytest.raises(Refusal, match="coordinator"):
        offer_word(org.mentor.ports, row=org.mentor.ports.new_row(), text="en spand")
    assert len(house_words(ports)) == 1
