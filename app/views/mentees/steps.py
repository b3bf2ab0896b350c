"""The small steps on a mentee's file: who does each; a tap says that it is done."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.i18n.words import first_up
from app.journeys.steps import tick
from app.records import Step
from app.views.chosen import chosen
from app.views.forms import use_doing
from app.views.kit import problem, quiet, quiet_button, row, section, sheet
from app.views.mentees.step_words import DOERS
from app.views.plan_words import step_called
from app.views.session import go, use_ports, use_words
from app.views.side_by_side import Settling, unsettled


@ft.component
def StepLines(steps: Sequence[Step], path: str) -> ft.Control:
    """Those to come first."""
    ports, t = use_ports(), use_words()
    doing = use_doing()

    def line(step: Step) -> ft.Control:
        if unsettled(ports.store, step):
            return ft.Container(content=Settling(step), padding=16)
        done, saw = step.done_on is not None, ports.store.seen(step)
        by = chosen(t, DOERS, step.by)
        day = t("Done: %(day)s", day=t.day(step.done_on, ports.today())) if step.done_on else ""
        sign = ft.Icons.CHECK_CIRCLE if done else ft.Icons.RADIO_BUTTON_UNCHECKED
        return row(
            step_called(t, step),
            under=first_up(" · ".join(part for part in (by, day) if part)),
            leading=ft.Icon(sign, color=ft.Colors.PRIMARY, semantics_label=t("Done") if done else t("Not done yet")),
            on_tap=lambda: doing.do(lambda: tick(ports, shown=step, saw=saw, yes=not done)),
            key=f"step-{step.id}",
        )

    lines = [line(step) for step in steps]
    add = quiet_button(t("Add a step"), lambda: go(f"{path}/step"), key="add-step", icon=ft.Icons.ADD)
    # Words: a button on a mentee's file: her dreams and goals, and the steps towards them
    wants = quiet_button(t("What she wants"), lambda: go(f"{path}/wants"), key="wants", icon=ft.Icons.STAR_OUTLINE)
    parts: list[ft.Control] = [problem(doing.trouble)]
    parts.append(sheet(lines) if lines else quiet(t("No steps yet.")))
    if lines:
        parts.append(quiet(t("Tap a step when it is done.")))
    parts.append(wants)
    return section(t("Steps"), parts, action=add)
