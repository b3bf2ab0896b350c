"""What the first start says itself: a welcome, and a question that can be heard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import flet as ft

from app.domain.aloud import DANISH, Part
from app.i18n import N_, Words
from app.views.aloud import Speaker, as_it_is, in_both
from app.views.kit import body, card, heading, keep_button, quiet
from app.views.session import use_session

if TYPE_CHECKING:
    from app.journeys.join import Joined


@ft.component
def Asked(question: str, hint: str = "", why: str = "") -> ft.Control:
    """A marked question and what helps to answer it, to be read and heard; `why` it is asked again is heard first."""
    session = use_session()
    t = session.words

    def say(text: str) -> list[Part]:
        return in_both(t, lambda words: words(text, app=session.called))

    parts = [part for text in (why, question, hint) if text for part in say(text)]
    hers_first = sorted(parts, key=lambda part: part[0] == DANISH)  # what her language lacks is said in Danish
    speaker = Speaker(hers_first, t(question), "listen-question", or_nothing=True)
    asked = ft.Row([ft.Container(content=heading(t(question)), expand=True), speaker], spacing=8)
    return ft.Column([asked, quiet(t(hint, app=session.called), size=16)], spacing=8) if hint else asked


def welcome(t: Words, invited: Joined, on_go: Callable[[], None]) -> ft.Control:
    """What the invitation says: who is expected, where, and as what."""
    from app.views.more.role_words import role_of

    hello = N_("Welcome, %(name)s") if invited.name else N_("Welcome")
    title = t(hello, name=invited.name)
    role = role_of(t, invited.role)
    aloud = [*in_both(t, lambda words: words(hello, name=invited.name)), *as_it_is(t, invited.organisation)]
    speaker = Speaker(aloud, title, "listen-welcome", or_nothing=True)
    return ft.Column(
        [
            ft.Row([ft.Container(content=heading(title), expand=True), speaker], spacing=8),
            card(ft.Column([body(t.isolated(invited.organisation), strong=True), quiet(role, size=16)], spacing=4)),
            keep_button(t("Go on"), on_go, key="go-on"),
        ],
        spacing=24,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
