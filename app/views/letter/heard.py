"""A line on her face that is heard as well as read: what became of her tap, and what to do or to know."""

from __future__ import annotations

import flet as ft

from app.views.aloud import Speaker, in_both
from app.views.kit import good_news
from app.views.kit.letters import ROOM
from app.views.kit.texts import crowded
from app.views.letter.dial import marked, told
from app.views.session import use_session


@ft.component
def Heard(text: str, key_: str = "heard") -> ft.Control:
    """A marked text; nothing at all when it is empty."""
    t = use_session().words
    if not text:
        return good_news("", key=key_)
    speaker = Speaker(in_both(t, marked(text)), t(text), f"listen-{key_}", or_nothing=True)
    return good_news(t(text), key=key_, speaker=speaker)


@ft.component
def Line(text: str, size: int = 16) -> ft.Control:
    """A marked text under or over what is to be tapped."""
    session = use_session()
    t = session.words
    speaker = Speaker(in_both(t, marked(text)), t(text), "listen-line", or_nothing=True)
    words = told(session, marked(text), size=size, calm=True)
    if crowded(t(text), beside=ROOM):
        return ft.Column([words, speaker], spacing=0)
    return ft.Row([ft.Container(content=words, expand=True), speaker], spacing=8)
