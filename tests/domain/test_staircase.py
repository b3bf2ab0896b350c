"""What comes next in her plan, and what she said last."""

from __future__ import annotations

from datetime import date
from itertools import permutations

from app.domain.staircase import LADDER, newest, stairs, stones
from app.records import Step, StepAnswer


def step(row: str, position: int | None = None, done: int = 0) -> Step:
    return Step(id=row, position=position, done_on=date(2026, 3, done) if done else None)


def test_the_next_step_is_the_first_in_the_plan_that_is_not_done() -> None:
    steps = [step("z"), step("b", 2), step("a", 3), step("c", 1, done=1), step("y")]

    for shuffled in permutations(steps):
        plan = stairs(shuffled)
        assert [each.id for each in plan.ahead] == ["b", "a", "y", "z"]
        assert [each.id for each in plan.done] == ["c"]


def test_what_was_done_last_stands_first_behind_her() -> None:
    assert [each.id for each in stairs([step("a", 1, done=2), step("b", 2, done=9)]).done] == ["b", "a"]


def test_stones_lie_in_walking_order_those_behind_her_first_and_of_one_dream_alone() -> None:
    steps = [step("d", 4), step("a", 1, done=9), step("c", 3), step("b", 2, done=2), step("x", 1)]
    for one in steps[:4]:
        one.goal = "sew"

    for shuffled in permutations(steps):
        assert [each.id for each in stones(shuffled, "sew")] == ["b", "a", "c", "d"]


def test_her_last_word_on_a_step_counts_whatever_order_it_came_in() -> None:
    said = [StepAnswer(id=str(nth), step="s", says=says, nth=nth) for nth, says in ((1, "talk"), (2, "done"))]
    other = StepAnswer(id="9", step="t", says="not_yet", nth=1)

    for shuffled in permutations([*said, other]):
        assert {row: answer.says for row, answer in newest(shuffled).items()} == {"s": "done", "t": "not_yet"}


def test_the_ladder_begins_at_her_own_door_and_has_no_step_twice() -> None:
    assert LADDER[0] == "go_out"
    assert len(set(LADDER)) == len(LADDER) == 6
