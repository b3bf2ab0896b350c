"""On her phone: whether people have recorded her language; their voices, and the Danish ones, fetched without Wi-Fi."""

from __future__ import annotations

import flet as ft

from app.domain.aloud import DANISH
from app.i18n import N_
from app.journeys.studio import coverage_of
from app.journeys.studio_sound import ask_for, not_here
from app.records import Attachment, Recorded
from app.views.aloud import Speaker, one_after_the_other
from app.views.kit import fact, quiet_button, stack
from app.views.letter.dial import marked
from app.views.session import use_live, use_ports, use_session


@ft.component
def Spoken() -> ft.Control:
    ports, session = use_ports(), use_session()
    t = session.words
    ft.use_state(session.carrying)
    far = use_live(lambda: coverage_of(ports, t.code), Recorded)
    left = use_live(lambda: not_here(ports, {t.code, DANISH}), Recorded, Attachment)

    def get() -> None:
        ask_for(ports, left)
        session.carrying.soon(ports, asked=True)

    if far.whole:
        sign, name = ft.Icons.VOLUME_UP, N_("With voice")
        says = N_("People have read everything aloud for you.")
    else:
        # Words: a language of which not every text was recorded by a person
        sign, name, says = (
            ft.Icons.CHAT_BUBBLE_OUTLINE,
            N_("Text"),
            N_("Not everything is read aloud. Ask your mentor."),
        )
    told = ft.Container(content=fact(sign, t(name), t(says)), expand=True)
    aloud = one_after_the_other(t, marked(name), marked(says))
    told_aloud = ft.Row([told, Speaker(aloud, t(name), "listen-spoken", or_nothing=True)], spacing=8)
    parts: list[ft.Control] = [told_aloud]
    if left:
        words = t.many("Fetch %(num)d voice", "Fetch %(num)d voices", len(left))
        parts.append(quiet_button(words, get, key="fetch-voices", icon=ft.Icons.DOWNLOAD))
    return stack(parts)
