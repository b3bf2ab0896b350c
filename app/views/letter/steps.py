"""The steps of her plan."""

from __future__ import annotations

import flet as ft
from sqlmodel import col

from app.i18n.words import first_up
from app.records import Step
from app.views.kit import body, card, empty_state, quiet, screen
from app.views.kit.theme import LETTER_CORNER
from app.views.session import use_live, use_ports, use_session
from app.views.side_by_side import Settling, unsettled


@ft.component
def Steps() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    order = (col(Step.done_on).is_not(None), col(Step.position), col(Step.id))
    steps = use_live(lambda: ports.store.find(Step, order_by=order, limit=50), Step)

    def paper(step: Step) -> ft.Control:
        done = step.done_on is not None
        sign = ft.Icon(
            ft.Icons.CHECK_CIRCLE if done else ft.Icons.RADIO_BUTTON_UNCHECKED, size=32, color=ft.Colors.PRIMARY
        )
        words: list[ft.Control] = [] if ports.store.standing(step) else [body(t.isolated(step.text), size=20)]
        if step.done_on:
            words.append(quiet(first_up(t.day(step.done_on, today)), size=16))
        if unsettled(ports.store, step):
            words.append(Settling(step, key=f"settling-{step.id}"))  # type: ignore[call-arg]
        return card(
            ft.Row([sign, ft.Column(words, spacing=2, expand=True)], spacing=16),
            radius=LETTER_CORNER,
            padding=20,
            key=f"step-{step.id}",
        )

    parts = [paper(step) for step in steps] or [
        empty_state(ft.Icons.FLAG_OUTLINED, t("No steps yet."), t("You choose them together with your mentor."))
    ]
    return screen(t("My steps"), parts, t=t, path="/steps", back="/", spacing=16)
