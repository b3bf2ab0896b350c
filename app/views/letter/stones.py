"""What she wants, and the stepping stones towards it: those behind her, the next one, the others, and the dream."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import flet as ft

from app.domain.aloud import Part
from app.i18n import N_, Words
from app.records import Goal, Step
from app.views.aloud import Speaker, in_both, written
from app.views.kit import BESIDE, drawing, paper, pictured, stone
from app.views.letter.dial import told
from app.views.plan_words import GOALS, goal_called, step_called, step_picture
from app.views.session import Session, go

# Words: on the mentee's phone, before the step that comes next on the way to what she wants
FIRST = N_("First: %(step)s")
DREAM = 80


def stones_paper(session: Session, goal: Goal, steps: Sequence[Step]) -> ft.Control:
    """`steps` in walking order (domain/staircase.py); a tap leads to the next one."""
    t = session.words
    ahead = next((step for step in steps if not step.done_on), None)
    pieces: list[ft.Control] = [
        stone(drawing(step_picture(step), size=40), behind=step.done_on is not None, now=step is ahead)
        for step in steps
    ]
    pieces.append(drawing(GOALS.get(goal.kind, GOALS["other"])[0], size=DREAM))
    way = ft.Row(
        pieces, wrap=True, spacing=6, run_spacing=8, vertical_alignment=ft.CrossAxisAlignment.CENTER, expand=True
    )
    lines: list[ft.Control] = [told(session, lambda words: goal_called(words, goal), size=24, strong=True)]
    if ahead:
        next_one = told(session, lambda words: words(FIRST, step=step_called(words, ahead)), size=18, beside=BESIDE)
        lines.append(pictured(step_picture(ahead), next_one))
    return paper(
        lines,
        face=way,
        speaker=Speaker(_aloud(t, goal, ahead), goal_called(t, goal), f"listen-stones-{goal.kind}"),
        on_tap=partial(go, f"/steps/{ahead.id}" if ahead else "/wants"),
        key=f"stones-{goal.id}",
    )


def _aloud(t: Words, goal: Goal, ahead: Step | None) -> list[Part]:
    """What she wants, then what comes first, in the words it was written in."""
    parts = [*in_both(t, lambda words: goal_called(words, goal))]
    if ahead is None:
        return parts
    if ahead.text:
        return [*parts, *written(t, ahead.text)]
    return [*parts, *in_both(t, lambda words: words(FIRST, step=step_called(words, ahead)))]
