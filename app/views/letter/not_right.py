"""Under what is written about her: "that is not right", with one tap, and that it was heard."""

from __future__ import annotations

import flet as ft

from app.i18n import N_
from app.journeys.not_right import said_of, say_not_right, waits
from app.records import NotRight, Record
from app.views.aloud import Speaker, in_both
from app.views.forms import use_doing
from app.views.kit import BUTTON, answer_button, problem, stack
from app.views.letter.dial import marked, told
from app.views.letter.heard import Heard
from app.views.session import use_live, use_ports, use_session


@ft.component
def ThatIsNotRight(record: Record) -> ft.Control:
    ports, session = use_ports(), use_session()
    t = session.words
    said = use_live(lambda: said_of(ports, record), NotRight)
    doing = use_doing()
    # Words: a button of the mentee under something that was written about her
    words = N_("That is not right")
    heard = ""
    if said:
        heard = (
            N_("It is passed on. You talk about it when you meet.")
            if waits(said)
            else N_("It was heard. You talk about it when you meet.")
        )
    return stack(
        [
            problem(doing.trouble),
            answer_button(
                "not-for-me",
                told(session, marked(words), strong=said is not None, beside=BUTTON),
                lambda: doing.do(lambda: say_not_right(ports, record=record, wrong=said is None)),
                chosen=said is not None,
                key=f"not-right-{record.id}",
                speaker=Speaker(in_both(t, marked(words)), t(words), or_nothing=True),
            ),
            Heard(heard, f"heard-{record.id}"),
        ]
    )
