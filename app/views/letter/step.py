"""One step of her plan, large: what, who does it, whether she must, and her answer with one tap."""

from __future__ import annotations

from functools import partial

import flet as ft

from app.domain.aloud import Part
from app.i18n import N_, Words
from app.journeys.plan import answer, said_of_steps
from app.records import Binding, Says, Step, StepAnswer
from app.views.aloud import Speaker, in_both, written
from app.views.forms import use_doing
from app.views.kit import BESIDE, BUTTON, answer_button, paper, pictured, problem, stack
from app.views.letter.dial import marked, told
from app.views.letter.heard import Heard
from app.views.letter.nothing import nothing_here
from app.views.letter.page import her_screen
from app.views.letter.whose import her_plan
from app.views.plan_words import ANSWERS, WHO, step_called, step_picture
from app.views.session import use_live, use_ports, use_session
from app.views.side_by_side import Settling, unsettled

BINDINGS = {
    # Words: before a step of her plan that she has to take
    Binding.MUST.value: N_("You have to"),
    # Words: before a step of her plan that she may leave
    Binding.MAY.value: N_("If you want"),
}
HEARD = {
    Says.DONE.value: N_("Well done. It is passed on."),
    Says.NOT_YET.value: N_("That is fine."),
    Says.NOT_FOR_ME.value: N_("It is passed on. You find another step together."),
    Says.TALK.value: N_("It is passed on. You talk about it when you meet."),
}

FEW = (Says.DONE.value, Says.TALK.value)
"""What is asked first of who wants few things at a time; the other answers are one tap away."""


def step_aloud(t: Words, step: Step) -> list[Part]:
    """All that stands on its card, to be heard."""

    def around(words: Words) -> str:
        told = [words(BINDINGS[step.binding])] if step.binding in BINDINGS else []
        if not step.text:
            told.append(step_called(words, step))
        if step.by in WHO:
            told.append(words(WHO[step.by][1]))
        return ". ".join(told)

    hers, *danish = in_both(t, around)
    return [hers, *written(t, step.text), *danish]


@ft.component
def NextStep(step: Step, said: StepAnswer | None) -> ft.Control:
    """The card itself."""
    ports, session = use_ports(), use_session()
    t = session.words
    doing = use_doing()
    more, set_more = ft.use_state(False)
    name = step_called(t, step)
    saw = ports.store.seen(step)
    chosen = said.says if said else ""
    if chosen == Says.DONE and not step.done_on:
        chosen = ""  # who walks with her opened it again

    row = ft.use_memo(ports.new_row, [step.id, said.id if said else ""])

    def say(says: str) -> None:
        if says != chosen:
            doing.do(lambda: answer(ports, row=row, step=step, saw=saw, says=says))

    lines: list[ft.Control] = []
    if step.binding in BINDINGS:
        lines.append(told(session, marked(BINDINGS[step.binding]), size=18))
    rivals = unsettled(ports.store, step)
    title = told(session, lambda words: step_called(words, step), size=26, strong=True)
    lines.append(Settling(step) if rivals else title)
    if step.by in WHO:
        picture, who = WHO[step.by]
        lines.append(pictured(picture, told(session, marked(who), beside=BESIDE)))
    shown = FEW if session.simple and not more and chosen in ("", *FEW) else ANSWERS
    buttons: list[ft.Control] = [
        answer_button(
            sign,
            told(session, marked(words), strong=says == chosen, beside=BUTTON),
            partial(say, says),
            chosen=says == chosen,
            key=f"says-{says}",
            speaker=Speaker(in_both(t, marked(words)), t(words), f"listen-{says}", or_nothing=True),
        )
        for says, (sign, words) in ANSWERS.items()
        if says in shown
    ]
    if shown is FEW:
        another = marked(N_("Another answer"))
        other = told(session, another, beside=BUTTON)
        speaker = Speaker(in_both(t, another), another(t), "listen-more", or_nothing=True)
        buttons.append(
            answer_button("other", other, lambda: set_more(True), chosen=False, key="more-answers", speaker=speaker)
        )
    card = paper(
        lines,
        picture=step_picture(step),
        size=112,
        speaker=Speaker(step_aloud(t, step), name, "listen-next"),
        key="next-step",
    )
    return stack([card, problem(doing.trouble), Heard(HEARD.get(chosen, "")), *buttons])


@ft.component
def OneStep() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    row = ft.use_route_params().get("id", "")
    hers = her_plan(session)
    step = use_live(lambda: ports.store.get(Step, row, hers), Step)
    said = use_live(lambda: said_of_steps(ports, hers), StepAnswer)
    part: ft.Control = NextStep(step, said.get(row)) if step else nothing_here(t, ft.Icons.FLAG_OUTLINED)
    return her_screen(N_("My plan"), [part], path=f"/steps/{row}", back="/steps", spacing=16)
