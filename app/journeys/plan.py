"""What she does with her plan: an answer to a step, what she wants; and that somebody has heard it."""

from __future__ import annotations

from sqlalchemy import ColumnElement
from sqlmodel import col

from app.domain.beside import beside
from app.domain.staircase import TOLD, newest
from app.journeys.her_plan import plan_space
from app.ports import Ports
from app.records import Goal, Mentee, RowId, Says, Step, StepAnswer
from app.storage.saw import Saw

MOST = 200


def answer(ports: Ports, *, row: RowId, step: Step, saw: Saw, says: str) -> StepAnswer:
    """One tap of hers. What she did is done; said otherwise later, it is open again."""
    with ports.store.write() as tx:
        said = tx.add(
            StepAnswer(
                id=row,
                space=step.space,
                step=step.id,
                says=says,
                said_on=ports.today(),
                nth=1 + max((one.nth or 0 for one in _said(ports, step.space, step.id)), default=0),
            )
        )
        tx.change(step, saw, done_on=(step.done_on or ports.today()) if says == Says.DONE else None)
    return said


def said_of_steps(ports: Ports, space: str | None = None) -> dict[RowId, StepAnswer]:
    """What she said last of each step; on her own phone there is one plan and no need to name it."""
    where = [col(StepAnswer.space) == space] if space else []
    order = (col(StepAnswer.said_on).desc(), col(StepAnswer.nth).desc(), col(StepAnswer.id))
    return newest(ports.store.find(StepAnswer, *where, order_by=order, limit=MOST))


def unheard(ports: Ports, mentee: Mentee | None = None, *, limit: int = 20) -> list[StepAnswer]:
    """What she said and nobody has taken note of, the newest first; of each step only what she said last."""
    where: list[ColumnElement[bool]] = [col(StepAnswer.heard_on).is_(None), col(StepAnswer.says).in_(TOLD)]
    if mentee:
        where.append(col(StepAnswer.space) == plan_space(ports, mentee))
    order = (col(StepAnswer.said_on).desc(), col(StepAnswer.nth).desc(), col(StepAnswer.id))
    found = ports.store.find(StepAnswer, *where, order_by=order, limit=limit)
    return [one for one in found if newest(_said(ports, one.space, one.step))[one.step].id == one.id]


def hear(ports: Ports, *, shown: StepAnswer) -> None:
    """Taken note of, with all that she said of the step before."""
    with ports.store.write() as tx:
        for one in _said(ports, shown.space, shown.step):
            if one.heard_on is None:
                tx.change(one, heard_on=ports.today())


def goals(ports: Ports, space: str | None = None) -> list[Goal]:
    """What she wants now, the first chosen first."""
    where = [col(Goal.space) == space] if space else []
    order = (col(Goal.chosen_on), col(Goal.id))
    return ports.store.find(Goal, *where, col(Goal.left_on).is_(None), order_by=order, limit=MOST)


def choose_goal(ports: Ports, *, space: str, kind: str, wanted: bool) -> Goal:
    """One tap on a picture: she wants it, or something else now. Two phones that say it write one row."""
    row, today = beside(space, f"goal {kind}"), ports.today()
    there = ports.store.get(Goal, row, space)
    with ports.store.write() as tx:
        if there is None:
            return tx.add(Goal(id=row, space=space, kind=kind, chosen_on=today, left_on=None if wanted else today))
        return tx.change(there, chosen_on=today if wanted else there.chosen_on, left_on=None if wanted else today)


def _said(ports: Ports, space: str, step: RowId) -> list[StepAnswer]:
    """All her answers to that step."""
    return ports.store.find(StepAnswer, col(StepAnswer.space) == space, col(StepAnswer.step) == step)
