"""The simulation that `make bench` tells of: a function of its seed, and our cap in it on every day."""

from __future__ import annotations

from app.exercises.choosing import CAP
from tests.bench.half_a_year import leitner, ours, simulate, sm2


def test_the_same_seed_gives_the_same_months_and_another_others() -> None:
    runs = [simulate(ours(), seed, days=25, words=60) for seed in (1, 1, 2)]

    assert runs[0] == runs[1] != runs[2]


def test_the_cap_is_kept_on_every_day_and_more_is_known_than_other_ways_give_within_it() -> None:
    came = simulate(ours(), 3, days=90, words=300)

    assert came["most_answers"] <= CAP
    assert came["days_above_cap"] == 0
    assert came["known"] > simulate(sm2(CAP), 3, days=90, words=300)["known"]
    assert came["known"] > simulate(leitner(CAP), 3, days=90, words=300)["known"]


def test_without_a_cap_the_others_ask_for_more_than_a_dozen() -> None:
    assert simulate(leitner(), 3, days=60, words=300)["days_above_cap"] > 30
