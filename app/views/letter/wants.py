"""What she wants: pictures, most of them no work; as many as she likes, taken back as easily."""

from __future__ import annotations

import flet as ft

from app.i18n import N_
from app.journeys.plan import choose_goal, goals
from app.records import Goal
from app.views.aloud import Speaker, in_both
from app.views.forms import use_doing
from app.views.kit import answer_button, problem, stack
from app.views.letter.dial import marked, told
from app.views.letter.heard import Line
from app.views.letter.page import her_screen
from app.views.letter.whose import her_plan
from app.views.plan_words import GOALS
from app.views.session import use_live, use_ports, use_session


@ft.component
def WhatIWant() -> ft.View:
    session = use_session()
    return her_screen(N_("What I want"), [WantButtons(her_plan(session))], path="/wants", back="/steps", spacing=12)


@ft.component
def WantButtons(space: str) -> ft.Control:
    """All that she may want in that plan; a tap chooses it or takes it back."""
    ports, session = use_ports(), use_session()
    t = session.words
    doing = use_doing()
    chosen = {goal.kind for goal in use_live(lambda: goals(ports, space), Goal)}

    def choose(kind: str) -> None:
        doing.do(lambda: choose_goal(ports, space=space, kind=kind, wanted=kind not in chosen))

    def line(kind: str, picture: str, words: str) -> ft.Control:
        speaker = Speaker(in_both(t, marked(words)), t(words))
        return answer_button(
            picture,
            told(session, marked(words), strong=kind in chosen),
            lambda: choose(kind),
            chosen=kind in chosen,
            key=f"want-{kind}",
            speaker=speaker,
        )

    parts: list[ft.Control] = [
        problem(doing.trouble),
        Line(N_("Choose what you like. You can change it any time."), 18),
        *(line(kind, picture, words) for kind, (picture, words) in GOALS.items()),
    ]
    return stack(parts)
