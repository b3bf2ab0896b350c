"""What she wants, for who walks with her, and which of her steps lead there: a tap lays a stone, or takes it up."""

from __future__ import annotations

from functools import partial

import flet as ft

from app.journeys.plan import goals
from app.journeys.steps import lay_stone, steps_of
from app.records import Goal, Step
from app.views.forms import use_doing
from app.views.kit import drawing, empty_state, problem, quiet, quiet_button, row, screen, section, sheet
from app.views.mentees.whose import name_of, whose
from app.views.plan_words import GOALS, goal_called, step_called, step_picture
from app.views.session import go, use_live, use_ports, use_session


@ft.component
def HerWants() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    mentee, plan = whose(ports)
    path = f"/mentees/{mentee.id if mentee else ''}"
    wants = use_live(lambda: goals(ports, plan) if plan else [], Goal)
    steps = use_live(lambda: steps_of(ports, mentee) if mentee else [], Step)
    doing = use_doing()

    def lay(step: Step, goal: str) -> None:
        doing.do(lambda: lay_stone(ports, shown=step, goal=goal))

    def line(step: Step, goal: Goal) -> ft.Control:
        laid = step.goal == goal.id
        sign = ft.Icons.CHECK_CIRCLE if laid else ft.Icons.RADIO_BUTTON_UNCHECKED
        # Words: for a screen reader: this step leads to what she wants, or does not
        name = t("Leads there") if laid else t("Leads elsewhere")
        return row(
            step_called(t, step),
            leading=drawing(step_picture(step), size=32),
            trailing=ft.Icon(sign, color=ft.Colors.PRIMARY, semantics_label=name),
            on_tap=partial(lay, step, "" if laid else goal.id),
            key=f"stone-{goal.kind}-{step.id}",
        )

    parts: list[ft.Control] = [problem(doing.trouble)]
    for goal in wants:
        mine = [step for step in steps if step.goal in ("", goal.id)]
        face = drawing(GOALS.get(goal.kind, GOALS["other"])[0], size=40)
        lines = [sheet([line(step, goal) for step in mine])] if mine else [quiet(t("No steps yet."))]
        parts.append(section(goal_called(t, goal), lines, action=face))
    if not wants:
        hint = t("She chooses pictures on her phone, or on yours when you turn it to her.")
        parts.append(empty_state(ft.Icons.STAR_OUTLINE, t("No dream yet. That is fine."), hint))
    else:
        parts.append(quiet(t("She sees the steps as stones on the way. One step leads to one dream.")))
    parts.append(quiet_button(t("Add a step"), lambda: go(f"{path}/step"), key="add-step", icon=ft.Icons.ADD))
    return screen(t("What she wants"), parts, t=t, path=f"{path}/wants", under=name_of(mentee), back=path)
