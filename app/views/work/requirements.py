"""What a company asks for, on a mentee's placement: one tap makes a step of her plan."""

from __future__ import annotations

import flet as ft

from app.journeys.companies import into_her_plan, requirements_of, step_of
from app.records import Company, Doer, Mentee, Requirement, Step
from app.views.forms import use_doing
from app.views.kit import problem, quiet, row, section, sheet
from app.views.session import use_live, use_ports, use_words


@ft.component
def AskedFor(mentee: Mentee, company: Company) -> ft.Control:
    """Not yet a step: a plus. A step: the plan's sign. Done: a check mark."""
    ports, t = use_ports(), use_words()
    wanted = use_live(
        lambda: [(one, step_of(ports, mentee, one)) for one in requirements_of(ports, company.id)], Requirement, Step
    )
    doing = use_doing()

    def line(one: Requirement, step: Step | None) -> ft.Control:
        if step is None:
            add = lambda: doing.do(lambda: into_her_plan(ports, mentee=mentee, requirement=one, by=Doer.TOGETHER.value))
            sign = ft.Icon(ft.Icons.ADD_CIRCLE_OUTLINE, color=ft.Colors.PRIMARY)
            return row(t.isolated(one.text), under=t("Make it a step"), leading=sign, on_tap=add, key=f"asks-{one.id}")
        done = step.done_on is not None
        sign = ft.Icon(ft.Icons.CHECK_CIRCLE if done else ft.Icons.STAIRS_OUTLINED, color=ft.Colors.PRIMARY)
        under = t("She can do it") if done else t("In her plan")
        return row(t.isolated(one.text), under=under, leading=sign, key=f"asks-{one.id}")

    if not wanted:
        return section(t("What they ask for"), [quiet(t("Write it on the company's page."))])
    lines = [line(*each) for each in wanted]
    return section(t("What they ask for"), [problem(doing.trouble), sheet(lines)])
