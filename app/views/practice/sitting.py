"""A sitting: one question after another, each answer kept at once, and a kind end after a dozen or five minutes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import Any

import flet as ft

from app.exercises.choosing import CAP
from app.exercises.question import Question, check
from app.exercises.sitting import FIRST_MET, Sitting, Turn, spent_on
from app.i18n import N_, Words
from app.journeys.practice import Practice, keep_answer
from app.ports import Ports
from app.records import RowId
from app.views.forms import use_doing, use_once
from app.views.kit import problem
from app.views.letter.page import her_screen
from app.views.practice.ended import Ended
from app.views.practice.opened import not_yet, use_practice
from app.views.practice.question import Ask
from app.views.session import use_ports, use_session, use_words

PATH = "/practise/now"


@dataclass(frozen=True)
class Now:
    """Where she is in it; without a question, at its end."""

    sitting: Sitting
    turn: Turn | None = None
    question: Question | None = None
    row: RowId = ""
    first_of_kind: bool = False
    shown: tuple[str, ...] = ()  # the words so far
    spent_ms: int = 0  # on the questions so far
    asked_ms: int = 0  # by this phone's clock alone: a sync may put it right meanwhile


@ft.component
def PractiseNow() -> ft.View:
    t = use_session().words
    practice, trouble = use_practice()
    if practice is None:
        return not_yet(t, N_("Practise Danish"), PATH, "/practise", trouble)
    return Loop(practice)


@ft.component
def Loop(practice: Practice) -> ft.View:
    ports, t = use_ports(), use_words()
    doing = use_doing()
    chance = use_once(lambda: Random(ports.provider.random(8)))  # noqa: S311 - which picture stands where
    start = use_once(lambda: _next(ports, practice, Now(practice.begin()), chance))
    now, move = ft.use_state(start)
    after: Any = ft.use_ref(None)

    def answered(ids: tuple[str, ...]) -> None:
        turn, question = now.turn, now.question
        if turn is None or question is None:
            return
        good = check(question, ids)
        after.current = now.sitting.after(good=good)
        doing.do(lambda: keep_answer(ports, row=now.row, practice=practice, turn=turn, question=question, good=good))

    def onward() -> None:
        shown = (*now.shown, now.turn.word if now.turn else "")
        spent_ms = now.spent_ms + spent_on(now.asked_ms, ports.clock.now())
        move(_next(ports, practice, Now(after.current, shown=shown, spent_ms=spent_ms), chance))

    if now.question is None:
        return Ended(practice, now.shown)
    meets = now.turn is not None and now.turn.first and now.turn.kind not in FIRST_MET
    asked = Ask(now.question, list(practice.decks.values()), answered, onward, first=now.first_of_kind, meets=meets)
    parts: list[ft.Control] = [problem(doing.trouble), _dots(t, now.sitting), asked]
    return her_screen(N_("Practise Danish"), parts, path=PATH, back="/practise", spacing=16)


def _next(ports: Ports, practice: Practice, now: Now, chance: Random) -> Now:
    """The next question that can be asked."""
    sitting = now.sitting
    while turn := sitting.turn(now.spent_ms):
        if question := practice.question(turn, chance):
            return replace(
                now,
                sitting=sitting,
                turn=turn,
                question=question,
                row=ports.new_row(),
                first_of_kind=turn.kind not in practice.memory.kinds_met,
                asked_ms=ports.clock.now(),
            )
        sitting = sitting.without()
    return replace(now, sitting=sitting, turn=None, question=None)


def _dots(t: Words, sitting: Sitting) -> ft.Control:
    """How far it is; no number to be counted."""
    whole = min(CAP, sitting.answered + len(sitting.waiting))
    dots = [
        ft.Container(
            width=10,
            height=10,
            border_radius=5,
            bgcolor=ft.Colors.PRIMARY if nth < sitting.answered else ft.Colors.OUTLINE_VARIANT,
        )
        for nth in range(whole)
    ]
    row = ft.Row(list(dots), spacing=8, alignment=ft.MainAxisAlignment.CENTER)
    # Words: how far she is in a few minutes of exercises, for who cannot see the dots
    told = t("%(done)d of %(whole)d", done=sitting.answered, whole=whole)
    return ft.Semantics(label=told, container=True, content=row)
