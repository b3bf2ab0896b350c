"""Numbers that help anybody: the same as on the lock."""

from __future__ import annotations

from functools import partial

import flet as ft

from app.i18n import N_, protected
from app.views.aloud import Speaker, as_it_is, one_after_the_other
from app.views.interpreter import her_interpreter
from app.views.kit import NUMBERS, number, paper, warm_button
from app.views.letter.dial import marked, told
from app.views.letter.heard import Line
from app.views.letter.near_words import call
from app.views.letter.page import her_screen
from app.views.session import Session, use_session


@ft.component
def NumbersThatHelp() -> ft.View:
    session = use_session()
    parts = [*papers(session), Line(N_("You find these numbers on the lock, too."))]
    return her_screen(N_("Numbers that help"), parts, path="/help", back="/times", spacing=16)


def papers(session: Session) -> list[ft.Control]:
    """Each number with what it is for; nothing that is kept is asked, so that they stand on the lock as well."""
    t = session.words

    def one(phone: str, picture: str, words: str) -> ft.Control:
        calls = lambda spoken: spoken("Call %(name)s", name=" ".join(phone))
        aloud = [*as_it_is(t, " ".join(phone)), *one_after_the_other(t, marked(words), calls)]
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
