"""A word of her own that somebody kept by mistake: written anew or taken out; her answers stay."""

from __future__ import annotations

import pytest

from app.domain.aloud import DANISH
from app.domain.studio import key_of
from app.exercises.written import OWN
from app.journeys.chosen_words import add_own_word, choose_words, chosen_rows, chosen_words, own_words
from app.journeys.house_words import is_there
from app.journeys.own_word import take_out, write_anew
from app.journeys.practice import is_fresh, open_practice
from app.journeys.studio_sound import there_of
from app.ports import Refusal
from app.records import Attachment, OwnWord, Review
from tests.journeys.her_own_words import her_own_word
from tests.journeys.lane import files, on_wifi, step
from tests.journeys.practising import Danish, cover_plan, sits_down
from tests.journeys.speakers import content_of_text
from tests.journeys.voices import tone
from tests.world import Organisation, run


def kept_by_mistake(org: Organisation) -> OwnWord:
    """Written and chosen by her mentor, and practised on her phone."""
    org.mentee.ports.platform.voice = Danish()
    mentor, cover = org.mentor.ports, org.cover(org.mentor)
    rows = [mentor.new_row() for _ in range(2)]
    for row, text in zip(rows, ("frokoststu", "en nål"), strict=True):
        add_own_word(mentor, row=row, space=cover_plan(org), text=text, means="غرفة الطعام", language="ar")
    choose_words(mentor, mentee=cover, meeting=None, words=[*rows, "cleaning.mop"])
    org.world.sync_all()
    sits_down(org.mentee, right=1.0)
    org.world.sync_all()
    [word] = [one for one in own_words(mentor, cover_plan(org)) if one.text == "frokoststu"]
    return word


def test_a_word_that_is_taken_out_is_chosen_and_asked_no_longer_and_her_answers_stay(org: Organisation) -> None:
    word = kept_by_mistake(org)
    whole = f"{OWN}.{word.id}"
    answers = len(org.mentee.store.find(Review))
    before = run(open_practice(org.mentee.ports, "ar"))
    assert whole in chosen_words(org.mentee.ports)
    assert is_there(org.mentor.ports, word.id)

    take_out(org.mentor.ports, word)
    org.world.sync_all()
    assert not is_there(org.mentor.ports, word.id)
    for phone in (org.mentor, org.mentee):
        assert [one.text for one in own_words(phone.ports)] == ["en nål"]
        assert len(chosen_rows(phone.ports)) == 2
    assert whole not in chosen_words(org.mentee.ports)
    assert not is_fresh(org.mentee.ports, before)
    practice = run(open_practice(org.mentee.ports, "ar"))
    assert whole not in {turn.word for turn in practice.begin().waiting}
    assert [item.da for item in practice.decks[OWN].items] == ["en nål"]
    assert len(org.mentee.store.find(Review)) == answers


def test_a_word_that_is_written_anew_keeps_her_answers_and_is_asked_as_it_stands_now(org: Organisation) -> None:
    word = kept_by_mistake(org)
    before = run(open_practice(org.mentee.ports, "ar"))

    write_anew(org.mentor.ports, shown=word, text=" en frokoststue ", means=word.means, language="so")
    org.world.sync_all()
    [now] = [one for one in own_words(org.mentee.ports) if one.id == word.id]
    assert (now.text, now.means, now.language) == ("en frokoststue", "غرفة الطعام", "ar")
    assert not is_fresh(org.mentee.ports, before)
    practice = run(open_practice(org.mentee.ports, "ar"))
    assert f"{OWN}.{word.id}" in practice.memory.met
    assert "en frokoststue" in [item.da for item in practice.decks[OWN].items]

    write_anew(org.mentor.ports, shown=now, text=now.text, means="qolka cuntada", language="so")
    org.world.sync_all()
    [now] = [one for one in own_words(org.mentee.ports) if one.id == word.id]
    assert (now.means, now.language) == ("qolka cuntada", "so")


def test_a_voice_goes_with_the_word_that_it_said_and_stays_when_only_the_meaning_is_another(org: Organisation) -> None:
    on_wifi(org.mentor, org.mentee)
    word, _meeting = her_own_word(org)
    step(org.mentee)
    assert run(content_of_text(org.mentee.ports, key_of(DANISH, word.text))) == tone()

    word = write_anew(org.mentor.ports, shown=word, text=word.text, means="", language="ar")
    step(org.mentor)
    step(org.mentee)
    assert run(content_of_text(org.mentee.ports, key_of(DANISH, word.text))) == tone()

    word = write_anew(org.mentor.ports, shown=word, text="en kantine", means="", language="ar")
    step(org.mentor)
    step(org.mentee)
    assert not there_of(org.mentee.ports, ["en kantine"])(key_of(DANISH, "en kantine"))
    assert (org.mentee.store.find(Attachment), files(org.mentee)) == ([], [])


def test_the_voice_of_a_word_that_is_taken_out_goes_from_every_phone(org: Organisation) -> None:
    on_wifi(org.mentor, org.mentee)
    word, _meeting = her_own_word(org)
    step(org.mentee)
    assert files(org.mentee)

    take_out(org.mentor.ports, word)
    step(org.mentor)
    step(org.mentee)
    assert (org.mentee.store.find(Attachment), files(org.mentee)) == ([], [])


@pytest.mark.parametrize(("text", "why"), [(" ", "Write the Danish word"), ("010190-1234", "CPR")])
def test_a_word_is_written_anew_under_the_rules_of_a_new_one(org: Organisation, text: str, why: str) -> None:
    word = kept_by_mistake(org)
    with pytest.raises(Refusal, match=why):
        write_anew(org.mentor.ports, shown=word, text=text, means="", language="")
    assert "frokoststu" in [one.text for one in own_words(org.mentor.ports)]
