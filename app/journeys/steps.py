"""The small steps of her plan: who does each, whether she must, and that it is done."""

from __future__ import annotations

from sqlmodel import col

from app.domain.beside import beside
from app.domain.cpr import refuse_cpr
from app.domain.staircase import LADDER
from app.domain.text import tidy_prose
from app.i18n import N_
from app.journeys.her_plan import plan_space
from app.ports import Ports, Refusal
from app.records import Binding, Doer, Mentee, RowId, Step, StepKind
from app.storage.saw import Saw

MOST = 50
TOGETHER = (StepKind.GO_OUT, StepKind.WALK, StepKind.BUS_TOGETHER)
"""These of the ladder nobody takes alone the first time."""


def add_step(
    ports: Ports,
    *,
    row: RowId,
    mentee: Mentee,
    text: str = "",
    kind: str = "",
    by: str = "",
    binding: str = "",
    goal: RowId = "",
) -> Step:
    """She finds it last in her plan; `kind` = a StepKind, which says it without words; `by` = a Doer.

    `goal`: what she wants, that it is a stone towards.
    """
    said = tidy_prose(text)
    if not said and kind in ("", StepKind.OTHER):
        raise Refusal(N_("Choose a picture, or write the step in a few words."))
    refuse_cpr(said)
    plan = ports.store.beside(mentee.space, "plan")
    last = _last(ports, plan)
    step = Step(id=row, space=plan, text=said, kind=kind, by=by, binding=binding, position=last + 1, goal=goal)
    with ports.store.write() as tx:
        return tx.add(step)


def lay_stone(ports: Ports, *, shown: Step, goal: RowId) -> Step:
    """That step leads towards what she wants; "" = towards nothing she named."""
    with ports.store.write() as tx:
        return tx.change(shown, goal=goal)


def lay_ladder(ports: Ports, *, mentee: Mentee, goal: RowId = "") -> int:
    """From her door to a new place: the steps of it that her plan lacks; says how many. A second tap lays none."""
    plan = ports.store.beside(mentee.space, "plan")
    there = {step.kind for step in ports.store.find(Step, col(Step.space) == plan)}
    missing = [kind for kind in LADDER if kind not in there]
    last = _last(ports, plan)
    with ports.store.write() as tx:
        for nth, kind in enumerate(missing, start=1):
            tx.add(
                Step(
                    id=beside(plan, f"step {kind}"),
                    space=plan,
                    kind=kind.value,
                    by=(Doer.TOGETHER if kind in TOGETHER else Doer.SHE).value,
                    binding=Binding.MAY.value,
                    position=last + nth,
                    goal=goal,
                )
            )
    return len(missing)


def _last(ports: Ports, plan: str) -> int:
    return max((step.position or 0 for step in ports.store.find(Step, col(Step.space) == plan)), default=0)


def tick(ports: Ports, *, shown: Step, saw: Saw, yes: bool) -> Step:
    """It is done today; or it was not yet."""
    with ports.store.write() as tx:
        return tx.change(shown, saw, done_on=ports.today() if yes else None)


def steps_of(ports: Ports, mentee: Mentee) -> list[Step]:
    """Those to come first, then what is done, the latest first."""
    plan = plan_space(ports, mentee)
    if not plan:
        return []
    order = (
        col(Step.done_on).is_not(None),
        col(Step.done_on).desc(),
        col(Step.position).is_(None),
        col(Step.position),
        col(Step.id),
    )
    return ports.store.find(Step, col(Step.space) == plan, order_by=order, limit=MOST)
