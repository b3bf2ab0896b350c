"""A new small step: a picture or a few words, who does it, and whether she must."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import flet as ft

from app.i18n import N_
from app.journeys.her_plan import plan_space
from app.journeys.plan import goals
from app.journeys.steps import add_step, lay_ladder
from app.ports import Refusal
from app.records import Doer, Goal, Mentee
from app.views.chosen import offered
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import Field, choice, keep_button, problem, quiet, screen, section, stack, tonal_button
from app.views.mentees.step_words import BINDINGS, DOERS
from app.views.plan_words import STEPS, goal_called
from app.views.session import go, use_live, use_ports, use_words


@dataclass
class Draft:
    """What is being chosen or typed."""

    text: str = ""
    kind: str = ""
    by: str = Doer.SHE.value
    binding: str = ""
    goal: str = ""


@ft.component
def NewStep() -> ft.View:
    ports, t = use_ports(), use_words()
    path = f"/mentees/{ft.use_route_params().get('id', '')}"
    row = use_once(ports.new_row)
    draft, change = use_draft(Draft)
    doing = use_doing()

    def mentee() -> Mentee:
        found = ports.store.get(Mentee, path.rpartition("/")[2])
        if found is None:
            raise Refusal(N_("There is nothing here."))
        return found

    def step() -> None:
        add_step(ports, row=row, mentee=mentee(), **asdict(draft))

    def keep() -> None:
        if doing.do(step):
            go(path)

    def ladder() -> None:
        if doing.do(lambda: lay_ladder(ports, mentee=mentee(), goal=draft.goal)):
            go(path)

    pictures = {kind: words for kind, (_, words) in STEPS.items()}
    doers = choice(
        t("Who does it"), offered(t, DOERS), draft.by, lambda who: change(by=who), key="by", may_be_none=False
    )
    binding = choice(
        # Words: label over "She has to" and "If she wants"
        t("Has she a choice"),
        offered(t, BINDINGS),
        draft.binding,
        lambda how: change(binding=how),
        key="binding",
    )
    plan = plan_space(ports, ports.store.get(Mentee, path.rpartition("/")[2]))
    wants = use_live(lambda: goals(ports, plan) if plan else [], Goal)
    towards: list[ft.Control] = []
    if wants:
        named = [(goal.id, goal_called(t, goal)) for goal in wants]
        # Words: label over what the mentee wants ("Sew", "Speak Danish"): the new step leads there
        towards.append(choice(t("A step towards"), named, draft.goal, lambda goal: change(goal=goal), key="goal"))
    # Words: six steps from her own door to a place she has never been to
    out = tonal_button(t("From the door to a new place: six steps"), ladder, key="ladder")
    return screen(
        t("A small step"),
        [
            problem(doing.trouble),
            choice(t("As a picture"), offered(t, pictures), draft.kind, lambda kind: change(kind=kind), key="kind"),
            Field("text", "", lambda text: setattr(draft, "text", text), label=t("Or in a few words"), lines=2),
            doers,
            binding,
            *towards,
            quiet(t("She reads it in her plan.")),
            section(t("Out and about"), [stack([out, quiet(t("Each has a picture. She goes at her own pace."))])]),
        ],
        t=t,
        path=f"{path}/step",
        back=path,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )
