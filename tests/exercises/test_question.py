"""A question is checked by what a person can see of it, and can be asked again."""

from __future__ import annotations

from random import Random

from app.exercises.question import Choice, Kind, Question, Strand, again, almost, check

PANDE = Question(
    kind=Kind.TILES,
    word="kitchen.banana",
    strand=Strand.PRODUCE,
    choices=(Choice("a", text="ba"), Choice("b", text="na"), Choice("c", text="na"), Choice("d", text="ne")),
    right=("a", "b", "d"),
)


def test_one_order_is_right_and_every_other_is_wrong() -> None:
    assert check(PANDE, ("a", "b", "d"))
    assert not check(PANDE, ("b", "a", "d"))
    assert not check(PANDE, ("a", "b"))
    assert not check(PANDE, ())


def test_two_tiles_with_one_face_are_the_same_tile() -> None:
    assert check(PANDE, ("a", "c", "d"))


def test_with_two_tiles_changed_it_is_nearly_right_and_wrong_all_the_same() -> None:
    assert almost(PANDE, ("b", "a", "d"))
    assert not check(PANDE, ("b", "a", "d"))
    assert not almost(PANDE, ("d", "a", "b"))
    assert not almost(PANDE, ("a", "b"))
    assert not almost(PANDE, PANDE.right)
    two = Question(kind=Kind.TILES, word="", strand=Strand.PRODUCE, choices=PANDE.choices[:2], right=("a", "b"))
    assert not almost(two, ("b", "a"))


def test_a_choice_that_is_not_there_is_wrong() -> None:
    assert not check(PANDE, ("a", "b", "x"))


def test_what_is_done_in_life_is_not_checked() -> None:
    assert check(Question(kind=Kind.MISSION, word="shop.mission.hello", strand=Strand.PRODUCE), ())


def test_asked_again_it_is_the_same_question_in_another_order() -> None:
    other = again(PANDE, Random(3))
    assert other.choices != PANDE.choices
    assert set(other.choices) == set(PANDE.choices)
    assert check(other, PANDE.right)
