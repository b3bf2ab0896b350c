"""Numbers as they are said: what a deck has a colleague say is what a Dane says to those digits."""

from __future__ import annotations

import pytest

from app.exercises.deck import Number
from build.decks.spoken import counted, spoken, wrongly_said


@pytest.mark.parametrize(
    ("many", "said"),
    [
        (0, "nul"), (1, "et"), (12, "tolv"), (21, "enogtyve"), (30, "tredive"), (42, "toogfyrre"), (50, "halvtreds"),
        (60, "tres"), (77, "syvoghalvfjerds"), (80, "firs"), (90, "halvfems"), (91, "enoghalvfems"),
        (100, "hundrede"), (101, "hundrede og et"), (214, "to hundrede og fjorten"), (300, "tre hundrede"),
    ],
)  # fmt: skip
def test_a_number_is_counted_as_danes_count(many: int, said: str) -> None:
    assert counted(many) == said


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("clock", "7.30", "halv otte"),
        ("clock", "12.30", "klokken halv et"),
        ("clock", "13.45", "kvart i to"),
        ("clock", "0.15", "kvart over tolv"),
        ("clock", "9.10", "ti minutter over ni"),
        ("clock", "9.50", "ti i ti"),
        ("clock", "18.00", "klokken atten"),
        ("price", "12,50 kr.", "tolv halvtreds"),
        ("price", "24,50 kr.", "fireogtyve kroner og halvtreds øre"),
        ("price", "1 kr.", "en krone"),
        ("price", "199 kr.", "hundrede og nioghalvfems kroner"),
        ("phone", "112", "et et to"),
        ("phone", "12 04 50 92", "tolv nul fire halvtreds tooghalvfems"),
        ("shift", "Mandag 6.30-14.30", "mandag fra halv syv til halv tre"),
        ("shift", "23-7", "fra treogtyve til syv"),
        ("number", "3. sal", "tredje sal"),
        ("number", "Hylde 27", "hylde syvogtyve"),
        ("number", "92 stk.", "tooghalvfems stykker"),
        ("number", "38,5 °C", "otteogtredive komma fem"),
        ("number", "2,5 kg", "to et halvt kilo"),
        ("number", "2,5 kg", "to og et halvt kilo"),
        ("number", "1½ liter", "halvanden liter"),
        ("number", "½ liter", "en halv liter"),
    ],
)
def test_what_is_written_is_said_as_people_say_it(kind: str, value: str, said: str) -> None:
    assert said in spoken(kind, value)


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("clock", "7.30", "halv syv"),
        ("clock", "7.45", "kvart i syv"),
        ("clock", "8.15", "kvart over ni"),
        ("price", "60 kr.", "halvtreds kroner"),
        ("price", "12,50 kr.", "tolv femten"),
        ("phone", "12 34 56 78", "tolv fireogtredive otteoghalvfjerds seksoghalvtreds"),
        ("shift", "Mandag 7-15", "tirsdag fra syv til femten"),
        ("number", "92", "nioghalvtreds"),
    ],
)
def test_words_that_belong_to_other_digits_are_told(kind: str, value: str, said: str) -> None:
    assert any(f"not {said}" in why for why in wrongly_said(Number("one", kind, value, said, ())))


def test_a_wrong_answer_that_is_said_as_the_right_one_is_told() -> None:
    shift = Number("late", "shift", "16-20", "fra fire til otte", ("4-8", "16-21"))
    assert list(wrongly_said(shift)) == ["4-8 is said as 16-20 is"]


def test_a_phone_number_is_said_with_a_rest_between_its_pairs() -> None:
    said = "tolv fireogtredive seksoghalvtreds otteoghalvfjerds"
    [why] = wrongly_said(Number("boss", "phone", "12 34 56 78", said, ()))
    assert "needs a comma" in why
