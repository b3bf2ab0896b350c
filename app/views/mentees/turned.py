"""Her plan on the phone of who walks with her: large, in her language, and nothing else until the PIN is typed."""

from __future__ import annotations

from functools import partial

import flet as ft

from app.domain.staircase import stairs
from app.i18n.languages import language_called
from app.journeys.her_plan import plan_space
from app.journeys.lock import kind_of_lock
from app.journeys.plan import goals, said_of_steps
from app.journeys.steps import steps_of
from app.records import Goal, Mentee, Step, StepAnswer
from app.views.forms import use_once
from app.views.her_language import use_her_language
from app.views.kit import Asks, empty_state, heading, plain, quiet_button, stack, tonal_button
from app.views.letter.plan import stair, wants_paper
from app.views.letter.step import NextStep
from app.views.letter.wants import WantButtons
from app.views.session import go, use_live, use_ports, use_session

PATH = "/turned-to-her"


@ft.component
def TurnToHer(mentee: Mentee) -> ft.Control:
    """On her file: from here on the phone is hers to read."""
    session = use_session()
    t = session.words
    spoken = language_called(mentee.language)
    hers = use_her_language(spoken.code if spoken else "da")
    return tonal_button(
        t("Turn the phone to her"),
        lambda: session.hand_to(ft.context.page, mentee.id, hers),
        key="turn-to-her",
        icon=ft.Icons.SCREEN_ROTATION,
    )


@ft.component
def TurnedToHer() -> ft.View:
    ports, session = use_ports(), use_session()
    t, page = session.words, ft.context.page
    asked, set_asked = ft.use_state(False)
    own, hers = use_once(lambda: (session.own_words or session.words, session.words))

    def ask() -> None:
        session.talk(page, own)  # the lock is for who owns the phone
        set_asked(True)

    def read_on() -> None:
        session.talk(page, hers)
        set_asked(False)

    async def leave(pin: str) -> None:
        from app.journeys.lock import try_pin

        await try_pin(ports, pin=pin)
        go(f"/mentees/{session.handed}")
        session.take_back(page)

    if asked:
        return plain(
            [Asks(kind_of_lock(ports), leave), quiet_button(t("Read on"), read_on, key="read-on")],
            path=PATH,
        )
    close = tonal_button(own("Close with your lock"), ask, key="close", icon=ft.Icons.LOCK_OUTLINED)
    return plain([HerPlan(session.handed), close], path=PATH)


@ft.component
def HerPlan(row: str) -> ft.Control:
    """What stands under *My plan* on her own phone; a tap opens it here."""
    ports, session = use_ports(), use_session()
    t = session.words
    mentee = use_live(lambda: ports.store.get(Mentee, row), Mentee)
    space = plan_space(ports, mentee)
    steps = use_live(lambda: stairs(steps_of(ports, mentee)) if mentee and space else None, Step)
    said = use_live(lambda: said_of_steps(ports, space) if space else {}, StepAnswer)
    wants = use_live(lambda: goals(ports, space) if space else [], Goal)
    opened, set_opened = ft.use_state("")
    wanting, set_wanting = ft.use_state(False)
    if wanting:
        done = quiet_button(t("Back"), lambda: set_wanting(False), key="wanted", icon=ft.Icons.ARROW_BACK)
        return stack([heading(t("What I want")), WantButtons(space), done], spacing=16)
    parts: list[ft.Control] = [heading(t("My plan"), size=28)]
    all_steps = [*steps.ahead, *steps.done] if steps else []
    shown = next((step for step in all_steps if step.id == opened), all_steps[0] if steps and steps.ahead else None)
    if shown:
        parts.append(NextStep(shown, said.get(shown.id), key=f"now-{shown.id}"))  # type: ignore[call-arg]
    else:
        parts.append(
            empty_state(ft.Icons.FLAG_OUTLINED, t("No steps yet."), t("You choose them together with your mentor."))
        )
    others = [step for step in all_steps if step is not shown]
    if others:
        parts.append(heading(t("All my steps"), level=2))
        parts.append(stack([stair(session, step, 0, partial(set_opened, step.id)) for step in others]))
    if space:
        parts.append(heading(t("What I want"), level=2))
        parts.append(wants_paper(t, wants, lambda: set_wanting(True)))
    return stack(parts, spacing=16)
