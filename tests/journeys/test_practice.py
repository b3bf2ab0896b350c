"""She practises on two phones; her answers stay hers, and what she can do now is seen by who walks with her."""

from __future__ import annotations

import random

import pytest
from sqlmodel import col

from app.domain.aloud import DANISH
from app.domain.carrying import METERED
from app.domain.roles import MENTEE
from app.domain.studio import key_of
from app.exercises.memory import LAPSES
from app.exercises.question import BY_EAR, Kind
from app.exercises.sitting import Turn
from app.journeys.chosen_words import (
    add_own_word,
    can_now,
    choose_words,
    chosen_rows,
    chosen_words,
    own_words,
    say_own_word,
    together,
    want_deck,
    wanted_decks,
)
from app.journeys.decks import deck_in, packs
from app.journeys.her_plan import plan_space
from app.journeys.invite import invite, places_for
from app.journeys.practice import is_fresh, keep_answer, open_practice
from app.journeys.studio_sound import there_of
from app.keys.enrolment import Card
from app.ports import Refusal
from app.records import CanNow, ChosenWord, PractiseTogether, Review, field_names
from tests.journeys.lane import step
from tests.journeys.practising import Danish, cover_plan, folded, second_phone, sits_down
from tests.journeys.speakers import content_of_text
from tests.journeys.voices import said, tone
from tests.world import Organisation, run

EASY, ALWAYS_WRONG = 1.0, 0.0


def test_a_phone_that_joined_a_moment_ago_and_has_no_network_keeps_her_answers(org: Organisation) -> None:
    world = org.world
    places = places_for(org.worker.ports, MENTEE, org.file)
    invitation = run(invite(org.worker.ports, member=Card("Amal", MENTEE, ""), grants=places))
    amal = world.phone("Amal")
    amal.join(invitation)
    assert amal.store.places("own") == []
    amal.cut()
    sits_down(amal)
    kept = amal.store.count(Review)
    amal.mend()
    world.sync_all(rounds=3)

    assert amal.store.count(Review) == kept > 0
    assert not amal.store.unsent()


def test_two_phones_of_hers_that_practised_apart_remember_the_same(org: Organisation) -> None:
    other = second_phone(org)
    org.mentee.cut()
    other.cut()
    for day in range(4):
        sits_down(org.mentee, seed=day)
        sits_down(other, seed=90 + day)
        org.world.later(days=1)
    apart = folded(org.mentee).traces, folded(other).traces
    assert apart[0] != apart[1]

    org.mentee.mend()
    other.mend()
    org.world.sync_all(rounds=3)

    one, two = folded(org.mentee), folded(other)
    assert org.mentee.store.count(Review) == other.store.count(Review) > 40
    assert (one.traces, one.met, one.seen) == (two.traces, two.met, two.seen)
    assert one.traces not in apart


def test_after_a_sitting_on_a_clock_that_ran_years_ahead_she_goes_on_learning(org: Organisation) -> None:
    org.mentee.cut()
    org.mentee.clock.bent_ms = 3 * 365 * 86_400_000
    met = set(sits_down(org.mentee).memory.met)
    org.mentee.clock.bent_ms = 0
    org.mentee.mend()
    for day in range(3):
        org.world.later(days=1)
        org.world.sync_all(rounds=2)
        sits_down(org.mentee, seed=day)

    after = folded(org.mentee)
    assert met <= {card.word for card in after.traces}
    assert set(after.met) - met


def test_what_is_kept_in_memory_is_what_a_fresh_fold_gives(org: Organisation) -> None:
    for day in range(3):
        kept = sits_down(org.mentee, seed=day)
        assert kept.memory.traces == folded(org.mentee).traces
        assert is_fresh(org.mentee.ports, kept)
        org.world.later(days=1)
        assert not is_fresh(org.mentee.ports, kept)


def test_no_answer_of_hers_reaches_anybody_else(org: Organisation) -> None:
    sits_down(org.mentee)
    org.world.sync_all()

    for phone in (org.mentor, org.worker, org.coordinator):
        assert phone.store.count(Review) == 0
    assert org.mentee.store.count(Review) > 0


def test_her_mentor_sees_what_she_can_do_and_no_day_and_nothing_that_was_wrong(org: Organisation) -> None:
    for day in range(14):
        sits_down(org.mentee, seed=day, right=EASY)
        org.world.later(days=3)
    org.world.sync_all()

    space = plan_space(org.mentor.ports, org.cover(org.mentor))
    seen = can_now(org.mentor.ports, space)
    assert seen
    assert all(0 < (one.words or 0) <= (one.among or 0) for one in seen)
    assert {(one.id, one.words) for one in seen} == {(one.id, one.words) for one in can_now(org.mentee.ports)}
    assert set(field_names(CanNow)) == {"deck", "can", "words", "among"}
    assert set(field_names(PractiseTogether)) == {"word", "wanted"}


def test_a_word_that_she_forgets_again_and_again_is_to_be_practised_together_until_it_sits(org: Organisation) -> None:
    for day in range(8):
        sits_down(org.mentee, seed=day, right=ALWAYS_WRONG)
        org.world.later(days=2)
    org.world.sync_all()
    space = plan_space(org.mentor.ports, org.cover(org.mentor))
    hard = together(org.mentor.ports, space)
    assert hard

    for day in range(12):
        sits_down(org.mentee, seed=day, right=EASY)
        org.world.later(days=3)
    org.world.sync_all()
    assert together(org.mentor.ports, space) == []


def test_what_another_phone_found_hard_meanwhile_stays_told_while_she_goes_on_with_a_sitting(org: Organisation) -> None:
    other, space = second_phone(org), org.mentee.store.space("plan")
    begun = run(open_practice(org.mentee.ports))
    for day in range(8):
        if together(org.mentee.ports, space):
            break
        org.world.later(days=2)
        begun = run(open_practice(org.mentee.ports))
        sits_down(other, seed=day, right=ALWAYS_WRONG)
        org.world.sync_all(rounds=3)
    hard = together(org.mentee.ports, space)
    assert hard

    new = next(word.id for word in begun.words if word.id not in begun.memory.met and word.cards)
    turn = Turn(new, "understand", Kind.HEAR_PICTURE)
    question = begun.question(turn, random.Random(1))
    assert question
    row = org.mentee.ports.new_row()
    keep_answer(org.mentee.ports, row=row, practice=begun, turn=turn, question=question, good=True)

    assert together(org.mentee.ports, space) == hard


def test_words_of_a_meeting_are_five_at_most_also_when_two_chose_apart(org: Organisation) -> None:
    mentor, worker = org.mentor.ports, org.worker.ports
    cover = org.cover(org.mentor)
    with pytest.raises(Refusal):
        choose_words(mentor, mentee=cover, meeting=None, words=[f"everyday.{n}" for n in range(6)])
    org.mentor.cut()
    choose_words(mentor, mentee=cover, meeting=None, words=["everyday.a", "everyday.b", "everyday.c"])
    choose_words(worker, mentee=org.cover(org.worker), meeting=None, words=["everyday.c", "everyday.d", "everyday.e"])
    org.mentor.mend()
    org.world.sync_all(rounds=3)
    assert len(chosen_words(org.mentee.ports)) == 5

    choose_words(mentor, mentee=cover, meeting=None, words=["everyday.f"])
    org.world.sync_all(rounds=3)
    assert chosen_words(org.mentee.ports) == ("everyday.f",)
    assert org.mentee.store.count(ChosenWord) == 6
    assert [row.left_on for row in chosen_rows(org.worker.ports)] == [None]


def test_a_chosen_word_of_a_deck_that_she_did_not_choose_is_asked_first(org: Organisation) -> None:
    pack = next(one for one in run(packs(org.mentee.ports.platform)) if one.id == "cleaning")
    deck = run(deck_in(org.mentee.ports.platform, pack))
    assert deck
    word = f"cleaning.{next(item.id for item in deck.items if item.picture)}"
    choose_words(org.mentor.ports, mentee=org.cover(org.mentor), meeting=None, words=[word])
    org.world.sync_all()

    practice = run(open_practice(org.mentee.ports))
    asked = practice.begin()
    assert asked.waiting[0].word == word
    assert {turn.word.partition(".")[0] for turn in asked.waiting} == {"cleaning", "everyday"}


def test_what_she_would_like_to_practise_is_hers_and_every_picture_a_choice_by_itself(org: Organisation) -> None:
    other = second_phone(org)
    assert wanted_decks(org.mentee.ports) == {"everyday"}
    want_deck(org.mentee.ports, deck="cleaning", wanted=True)
    want_deck(other.ports, deck="kitchen", wanted=True)
    org.world.sync_all(rounds=3)
    assert wanted_decks(org.mentee.ports) == wanted_decks(other.ports) == {"everyday", "cleaning", "kitchen"}

    want_deck(other.ports, deck="cleaning", wanted=False)
    org.world.sync_all(rounds=3)
    assert wanted_decks(org.mentee.ports) == {"everyday", "kitchen"}


def test_what_is_shown_as_wanted_stays_until_she_takes_it_back_and_something_always_is(org: Organisation) -> None:
    hers = org.mentee.ports

    def after(deck: str, *, wanted: bool) -> frozenset[str]:
        want_deck(hers, deck=deck, wanted=wanted)
        return wanted_decks(hers)

    assert wanted_decks(hers) == {"everyday"}
    assert after("everyday", wanted=False) == {"everyday"}
    assert after("cleaning", wanted=True) == {"everyday", "cleaning"}
    assert after("everyday", wanted=False) == {"cleaning"}
    assert after("kitchen", wanted=True) == {"cleaning", "kitchen"}
    assert after("cleaning", wanted=False) == {"kitchen"}
    assert after("kitchen", wanted=False) == {"everyday"}
    assert after("kitchen", wanted=True) == {"everyday", "kitchen"}


def test_a_word_of_her_own_is_written_by_somebody_near_her_and_never_empty(org: Organisation) -> None:
    mentor = org.mentor.ports
    space = plan_space(mentor, org.cover(org.mentor))
    with pytest.raises(Refusal):
        add_own_word(mentor, row=mentor.new_row(), space=space, text="  ")
    with pytest.raises(Refusal, match="CPR"):
        add_own_word(mentor, row=mentor.new_row(), space=space, text="frokoststue", means="010190-1234")
    add_own_word(mentor, row=mentor.new_row(), space=space, text=" frokoststue ", means="غرفة الطعام")
    org.world.sync_all()

    assert [(one.text, one.means) for one in own_words(org.mentee.ports)] == [("frokoststue", "غرفة الطعام")]


def test_a_word_of_her_own_is_asked_first_among_words_of_the_decks_and_her_answers_are_kept(org: Organisation) -> None:
    org.mentee.ports.platform.voice = Danish()
    mentor, cover = org.mentor.ports, org.cover(org.mentor)
    row = mentor.new_row()
    add_own_word(mentor, row=row, space=plan_space(mentor, cover), text="frokoststue", means="غرفة الطعام")
    choose_words(mentor, mentee=cover, meeting=None, words=[row])
    before = run(open_practice(org.mentee.ports, "ar"))
    org.world.sync_all()
    assert not is_fresh(org.mentee.ports, before)

    practice = run(open_practice(org.mentee.ports, "ar"))
    first = practice.begin().waiting[0]
    question = practice.question(first, random.Random(1))
    assert question
    assert first.word == f"own.{row}"
    assert first.first  # no picture shows it: its card comes before it
    assert question.says[0] == "frokoststue"
    assert len(question.choices) == 2
    sits_down(org.mentee, right=1.0)
    kept = org.mentee.store.find(Review, col(Review.word) == first.word)
    assert [one.good for one in kept if one.counts] == [True]
    assert practice.decks["own"].items[0].gloss["ar"].text == "غرفة الطعام"


def test_what_this_phone_cannot_say_is_not_asked_where_it_would_be_copied(org: Organisation) -> None:
    silent = run(open_practice(org.mentee.ports))
    assert not {kind for word in silent.words for kinds in word.kinds.values() for kind in kinds} & BY_EAR
    assert any("hear_picture" in word.kinds.get("understand", ()) for word in silent.words)

    org.mentee.ports.platform.voice = Danish()
    assert not is_fresh(org.mentee.ports, silent)
    speaks = run(open_practice(org.mentee.ports))
    assert {kind for word in speaks.words for kinds in word.kinds.values() for kind in kinds} > BY_EAR


def test_of_several_kinds_of_work_each_begins_in_the_first_days(org: Organisation) -> None:
    for deck in ("cleaning", "safety"):
        want_deck(org.mentee.ports, deck=deck, wanted=True)
    words = run(open_practice(org.mentee.ports)).words
    assert [word.id.partition(".")[0] for word in words[:6]] == ["everyday", "cleaning", "safety"] * 2


def test_the_voice_of_a_word_of_her_own_comes_where_it_costs_once_she_begins_to_practise(org: Organisation) -> None:
    for phone in (org.mentee, org.mentor):
        phone.ports.platform.on_network = METERED  # type: ignore[attr-defined]
    mentor = org.mentor.ports
    space = cover_plan(org)
    with pytest.raises(Refusal, match="Nothing was heard"):
        run(say_own_word(mentor, row="ab" * 16, space=space, text="frokoststue", recording=said(seconds=0.1)))
    run(say_own_word(mentor, row="ab" * 16, space=space, text="frokoststue", recording=said()))
    key = key_of(DANISH, "frokoststue")
    step(org.mentor)
    step(org.mentee)
    assert not there_of(org.mentee.ports, ["frokoststue"])(key)

    run(open_practice(org.mentee.ports))
    step(org.mentee)
    assert run(content_of_text(org.mentee.ports, key)) == tone()


def test_a_word_of_her_own_that_she_forgets_is_named_to_her_mentor(org: Organisation) -> None:
    org.mentee.ports.platform.voice = Danish()
    mentor, cover = org.mentor.ports, org.cover(org.mentor)
    row = mentor.new_row()
    add_own_word(mentor, row=row, space=plan_space(mentor, cover), text="frokoststue")
    choose_words(mentor, mentee=cover, meeting=None, words=[row])
    org.world.sync_all()
    for day in range(LAPSES + 2):
        sits_down(org.mentee, seed=day, right=ALWAYS_WRONG)
        org.world.later(days=1)
    org.world.sync_all()

    assert f"own.{row}" in together(mentor, cover_plan(org))


def test_a_pack_whose_bytes_are_others_is_refused_and_the_rest_goes_on(
    org: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    platform = org.mentee.ports.platform
    whole = platform.asset

    async def asset(path: str) -> bytes:
        content = await whole(path)
        return content.replace(b"cleaning", b"Cleaning") if path.startswith("decks/cleaning") else content

    monkeypatch.setattr(platform, "asset", asset)
    want_deck(org.mentee.ports, deck="cleaning", wanted=True)
    want_deck(org.mentee.ports, deck="everyday", wanted=True)
    assert set(run(open_practice(org.mentee.ports)).decks) == {"everyday"}


def test_where_no_plan_is_read_no_word_of_anybody_is_found(org: Organisation) -> None:
    mentor = org.mentor.ports
    space = plan_space(mentor, org.cover(org.mentor))
    row = mentor.new_row()
    add_own_word(mentor, row=row, space=space, text="en nål")
    choose_words(mentor, mentee=org.cover(org.mentor), meeting=None, words=[f"own.{row}"])

    assert own_words(mentor, space)
    assert chosen_rows(mentor, space)
    assert own_words(mentor, plan_space(mentor, None)) == []
    assert chosen_rows(mentor, plan_space(mentor, None)) == []
    assert can_now(mentor, plan_space(mentor, None)) == []
