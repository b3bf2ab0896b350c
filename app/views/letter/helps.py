"""Numbers that help anybody: the same as on the lock."""

from __future__ import annotations

from functools import partial

import flet as ft

from app.i18n import N_, protected
from app.views.aloud import Speaker, as_it_is, in_both
from app.views.interpreter import her_interpreter
from app.views.kit import NUMBERS, number, paper, screen, warm_button
from app.views.letter.dial import marked, told
from app.views.letter.heard import Line
from app.views.letter.near_words import call
from app.views.session import Session, use_session


@ft.component
def NumbersThatHelp() -> ft.View:
    session = use_session()
    t = session.words
    parts = [*papers(session), Line(N_("You find these numbers on the lock, too."))]
    return screen(t("Numbers that help"), parts, t=t, path="/help", back="/times", spacing=16)


def papers(session: Session) -> list[ft.Control]:
    """Each number with what it is for; nothing that is kept is asked, so that they stand on the lock as well."""
    t = session.words

    def one(phone: str, picture: str, words: str) -> ft.Control:
        aloud = [*as_it_is(t, " ".join(phone)), *in_both(t, marked(words))]
        return paper(
            [
                number(phone, size=32),
                told(session, marked(words)),
                warm_button(
                    t("Call %(name)s", name=phone), partial(call, phone), key=f"call-{phone}", icon=ft.Icons.CALL
                ),
            ],
            picture=picture,
            speaker=Speaker(aloud, phone),
        )

    return [
        *her_interpreter(t, protected.NUMBERS),
        *(one(phone, picture, words) for phone, (picture, words) in NUMBERS.items()),
    ]
