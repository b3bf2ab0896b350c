"""My plan: the next thing first, then the staircase, what she wants at its top, and what is behind her."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import flet as ft
from sqlmodel import col

from app.domain.aloud import Part
from app.domain.staircase import stairs, stones
from app.i18n import N_, Words
from app.journeys.plan import goals, said_of_steps
from app.records import Goal, Step, StepAnswer
from app.views.aloud import Speaker, in_both
from app.views.kit import BUTTON, answer_button, body, drawing, heading, inset, paper, quiet, stack
from app.views.letter.dial import marked, told
from app.views.letter.nothing import nothing_yet
from app.views.letter.page import her_screen
from app.views.letter.step import NextStep, step_aloud
from app.views.letter.stones import stones_paper
from app.views.letter.whose import her_plan
from app.views.plan_words import GOALS, goal_called, step_called, step_picture
from app.views.session import Session, go, use_live, use_ports, use_session
from app.views.side_by_side import Settling, unsettled

MOST = 100
STAIR, FLIGHT = 14, 5
"""How far in each stair stands, and how many of them before they go straight on: phones are narrow."""


@ft.component
def MyPlan() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    hers = her_plan(session)
    there = use_live(lambda: ports.store.find(Step, col(Step.space) == hers, order_by=col(Step.id), limit=MOST), Step)
    plan = stairs(there)
    said = use_live(lambda: said_of_steps(ports, hers), StepAnswer)
    wants = use_live(lambda: goals(ports, hers), Goal)
    whole, set_whole = ft.use_state(not session.simple)
    parts: list[ft.Control] = []
    also: list[str] = []

    def head(text: str) -> None:
        also.append(text)
        parts.append(heading(t(text), level=2))

    if plan.ahead:
        head(N_("The next step"))
        first = plan.ahead[0]
        parts.append(NextStep(first, said.get(first.id), key=f"now-{first.id}"))  # type: ignore[call-arg]
    else:
        parts.append(
            nothing_yet(
                t, ft.Icons.FLAG_OUTLINED, N_("No steps yet."), N_("You choose them together with your mentor.")
            )
        )
    if not whole:
        whole_plan = marked(N_("My whole plan"))
        everything = told(session, whole_plan, beside=BUTTON)
        speaker = Speaker(in_both(t, whole_plan), whole_plan(t), "listen-whole", or_nothing=True)
        shows = answer_button(
            "step", everything, lambda: set_whole(True), chosen=False, key="whole-plan", speaker=speaker
        )
        parts.append(shows)
        return her_screen(N_("My plan"), parts, also=also, path="/steps", back="/", spacing=16)
    if len(plan.ahead) > 1:
        # Words: heading over the steps of her plan that come later
        head(N_("Then"))
        parts.append(
            stack(
                [stair(session, step, nth, partial(go, f"/steps/{step.id}")) for nth, step in enumerate(plan.ahead[1:])]
            )
        )
    head(N_("What I want"))
    parts.append(wants_paper(t, wants, lambda: go("/wants")))
    ways = ((goal, stones(there, goal.id)) for goal in wants)
    parts += [stones_paper(session, goal, laid) for goal, laid in ways if laid]
    if plan.done:
        # Words: heading over the steps that she has done
        head(N_("Behind me"))
        parts.append(
            stack([_done(session, step, t.whole_day(step.done_on, today)) for step in plan.done if step.done_on])
        )
    return her_screen(N_("My plan"), parts, also=also, path="/steps", back="/", spacing=16)


def _to_settle(session: Session, step: Step) -> ft.Control | None:
    """Two texts stand side by side until she chooses; then the card leads nowhere."""
    if not unsettled(session.ports.store, step):
        return None
    speaker = Speaker(step_aloud(session.words, step), step_called(session.words, step))
    return paper([Settling(step)], picture=step_picture(step), size=56, speaker=speaker, key=f"step-{step.id}")


def stair(session: Session, step: Step, nth: int, on_tap: Callable[[], None]) -> ft.Control:
    """One step of hers that comes later; `nth` of them, from 0."""
    t = session.words
    name = step_called(t, step)
    card = _to_settle(session, step) or paper(
        [told(session, lambda words: step_called(words, step), strong=True)],
        picture=step_picture(step),
        size=56,
        speaker=Speaker(step_aloud(t, step), name),
        on_tap=on_tap,
        key=f"step-{step.id}",
    )
    return ft.Container(content=card, padding=inset(start=STAIR * min(nth, FLIGHT)))


def _done(session: Session, step: Step, day: str) -> ft.Control:
    t = session.words
    name = step_called(t, step)
    return _to_settle(session, step) or paper(
        [told(session, lambda words: step_called(words, step)), quiet(t("Done: %(day)s", day=day), size=16)],
        picture="done",
        size=40,
        speaker=Speaker(step_aloud(t, step), name),
        on_tap=lambda: go(f"/steps/{step.id}"),
        key=f"step-{step.id}",
    )


def wants_paper(t: Words, wants: list[Goal], on_tap: Callable[[], None]) -> ft.Control:
    """What she wants, in pictures; a tap leads to all that there is to want."""
    names = [goal_called(t, goal) for goal in wants]

    def aloud(words: Words) -> str:
        return ". ".join(goal_called(words, goal) for goal in wants)

    if not wants:
        none = t("No dream yet. That is fine.")
        parts: list[Part] = in_both(t, lambda words: words("No dream yet. That is fine."))
        return paper(
            [body(none, size=20), quiet(t("Tap to choose a picture."), size=16)],
            picture="star",
            speaker=Speaker(parts, none),
            on_tap=on_tap,
            key="to-wants",
        )
    pictures = ft.Row([drawing(GOALS.get(goal.kind, GOALS["other"])[0], size=56) for goal in wants], wrap=True)
    return paper(
        [body(" · ".join(names), size=20)],
        face=pictures,
        speaker=Speaker(in_both(t, aloud), t("What I want")),
        on_tap=on_tap,
        key="to-wants",
    )
