"""What was given to others about her: with whom, when, and the very words."""

from __future__ import annotations

import flet as ft
from sqlmodel import col

from app.i18n import N_, Words
from app.i18n.protected import PASSED_ON
from app.i18n.words import first_up
from app.records import Passed
from app.views.aloud import Speaker, in_both, written
from app.views.interpreter import her_interpreter
from app.views.kit import body, paper, quiet
from app.views.letter.not_right import ThatIsNotRight
from app.views.letter.nothing import nothing_yet
from app.views.letter.page import her_screen
from app.views.letter.whose import her_plan
from app.views.session import use_live, use_ports, use_session

MOST = 50
OVER = N_("They no longer find it.")


@ft.component
def WhatWasPassedOn() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    order = (col(Passed.day).desc(), col(Passed.id))
    hers = col(Passed.space) == her_plan(session)
    passed = use_live(lambda: ports.store.find(Passed, hers, order_by=order, limit=MOST), Passed)

    def when(words: Words, one: Passed) -> str:
        day = first_up(words.whole_day(one.day, today)) if one.day else ""
        over = words(OVER) if one.ended_on else ""
        return ". ".join(part for part in (day, over) if part)

    def sheet_of(one: Passed) -> ft.Control:
        name = t.isolated(one.name) or t("Somebody")
        lines: list[ft.Control] = [
            body(name, size=22, strong=True),
            quiet(when(t, one), size=18),
            body(t.isolated(one.text), size=20),
            ThatIsNotRight(one),
        ]
        parts = [*in_both(t, lambda words: f"{one.name}. {when(words, one)}"), *written(t, one.text)]
        return paper(lines, picture="envelope", speaker=Speaker(parts, name), key=f"passed-{one.id}")

    papers = [sheet_of(one) for one in passed] or [
        nothing_yet(
            t,
            ft.Icons.SHARE_OUTLINED,
            N_("Nothing was passed on."),
            N_("Nothing leaves without your yes. You are asked first."),
        )
    ]
    return her_screen(
        N_("What was passed on"), [*her_interpreter(t, PASSED_ON), *papers], path="/passed", back="/who", spacing=16
    )
