"""What she says of her steps, for who walks with her: a gentle line on Today, and on her file until it is heard."""

from __future__ import annotations

import flet as ft

from app.i18n import N_, Words
from app.journeys.plan import hear, unheard
from app.ports import Ports
from app.records import Mentee, Says, Step, StepAnswer
from app.views.forms import use_doing
from app.views.kit import problem, row, section, sheet
from app.views.mentees.covers import covers
from app.views.plan_words import step_called
from app.views.session import go, use_ports, use_words

MOST = 3
SAID = {
    # Words: under the name of a mentee: she did a step of her plan
    Says.DONE.value: (ft.Icons.CHECK_CIRCLE_OUTLINE, N_("Done: %(step)s")),
    # Words: under the name of a mentee: she says that a step of her plan is wrong for her
    Says.NOT_FOR_ME.value: (ft.Icons.BACK_HAND_OUTLINED, N_("Not for her: %(step)s")),
    # Words: under the name of a mentee: she asks to talk about a step of her plan
    Says.TALK.value: (ft.Icons.FORUM_OUTLINED, N_("Wants to talk about: %(step)s")),
}


def said_lines(t: Words, ports: Ports) -> list[ft.Control]:
    """For Today: one line for each mentee, with what she said last; a tap leads to her file."""
    found = unheard(ports)
    if not found:
        return []
    newest: dict[str, StepAnswer] = {}
    for answer in found:
        newest.setdefault(ports.store.beside(answer.space, "case"), answer)
    hers = covers(ports, newest)
    told = [(hers[case], answer) for case, answer in newest.items() if case in hers]
    return [_line(t, ports, mentee, answer) for mentee, answer in told[:MOST]]


def _line(t: Words, ports: Ports, mentee: Mentee, answer: StepAnswer) -> ft.Control:
    sign, words = said(t, ports, answer)
    return row(
        t.isolated(mentee.name) or t("Without a name"),
        under=words,
        leading=ft.Icon(sign, color=ft.Colors.PRIMARY),
        on_tap=lambda: go(f"/mentees/{mentee.id}"),
        key=f"said-{mentee.id}",
        arrow=True,
    )


def said(t: Words, ports: Ports, answer: StepAnswer) -> tuple[ft.IconData, str]:
    """Its sign and its words; a step that is gone is called a step."""
    step = ports.store.get(Step, answer.step, answer.space)
    sign, words = SAID[answer.says]
    return sign, t(words, step=step_called(t, step) if step else t("Step"))


@ft.component
def SheSays(answers: list[StepAnswer]) -> ft.Control:
    """On her file; a tap says that it was heard."""
    ports, t = use_ports(), use_words()
    doing = use_doing()

    def line(answer: StepAnswer) -> ft.Control:
        sign, words = said(t, ports, answer)
        return row(
            words,
            under=t("Tap when you have heard it."),
            leading=ft.Icon(sign, color=ft.Colors.PRIMARY),
            on_tap=lambda: doing.do(lambda: hear(ports, shown=answer)),
            key=f"hear-{answer.id}",
        )

    # Words: heading on a mentee's file, over what she answered to the steps of her plan
    return section(t("She says"), [problem(doing.trouble), sheet([line(answer) for answer in answers])])
