"""What the first start says itself: a welcome, and a question that can be heard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import flet as ft

from app.i18n import Words
from app.views.aloud import Speaker, in_both
from app.views.kit import body, card, heading, keep_button, quiet
from app.views.letter.dial import marked
from app.views.session import use_session

if TYPE_CHECKING:
    from app.journeys.join import Joined


@ft.component
def Asked(question: str) -> ft.Control:
    """A marked question, to be read and heard."""
    t = use_session().words
    speaker = Speaker(in_both(t, marked(question)), t(question), "listen-question", or_nothing=True)
    return ft.Row([ft.Container(content=heading(t(question)), expand=True), speaker], spacing=8)


def welcome(t: Words, invited: Joined, on_go: Callable[[], None]) -> ft.Control:
    """What the invitation says: who is expected, where, and as what."""
    from app.views.more.role_words import role_of

    role = role_of(t, invited.role)
    return ft.Column(
        [
            heading(t("Welcome, %(name)s", name=invited.name) if invited.name else t("Welcome")),
            card(ft.Column([body(t.isolated(invited.organisation), strong=True), quiet(role, size=16)], spacing=4)),
            keep_button(t("Go on"), on_go, key="go-on"),
        ],
        spacing=24,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
