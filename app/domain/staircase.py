"""Her plan as a staircase: what comes next, the steps after it, what is behind her, and what she says of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.records import RowId, Says, Step, StepAnswer, StepKind

LADDER = (
    StepKind.GO_OUT,
    StepKind.WALK,
    StepKind.SHOP,
    StepKind.BUS_TOGETHER,
    StepKind.BUS_ALONE,
    StepKind.NEW_PLACE,
)
"""From the door to a place she has never been to, one small step after the other."""

TOLD = (Says.DONE.value, Says.NOT_FOR_ME.value, Says.TALK.value)
"""What is passed on to who walks with her. "Not yet" asks nothing of anybody."""


@dataclass(frozen=True)
class Stairs:
    """`ahead` begins with the next one; `done` with the latest."""

    ahead: list[Step]
    done: list[Step]


def stairs(steps: Iterable[Step]) -> Stairs:
    """In the order of the plan; what has no place in it comes last."""
    ordered = sorted(steps, key=lambda step: (step.position is None, step.position or 0, step.id))
    done = [step for step in ordered if step.done_on]
    done.sort(key=lambda step: str(step.done_on), reverse=True)
    return Stairs([step for step in ordered if not step.done_on], done)


def stones(steps: Iterable[Step], goal: RowId) -> list[Step]:
    """Those that lead towards what she wants, in walking order: what is behind her first."""
    there = stairs(step for step in steps if step.goal == goal)
    return [*reversed(there.done), *there.ahead]


def newest(answers: Iterable[StepAnswer]) -> dict[RowId, StepAnswer]:
    """What she said last of each step."""
    last: dict[RowId, StepAnswer] = {}
    for answer in sorted(answers, key=lambda one: (one.nth or 0, str(one.said_on), one.id)):
        last[answer.step] = answer
    return last
