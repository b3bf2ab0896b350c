"""What is written about her and was given to her to read: the words, by whom, and when."""

from __future__ import annotations

import flet as ft
from sqlmodel import col

from app.i18n import N_
from app.i18n.protected import RIGHTS
from app.i18n.words import first_up
from app.records import Released
from app.views.aloud import Speaker, written
from app.views.interpreter import her_interpreter
from app.views.kit import paper, quiet
from app.views.letter.not_right import ThatIsNotRight
from app.views.letter.nothing import nothing_yet
from app.views.letter.page import her_screen
from app.views.letter.whose import her_plan
from app.views.session import use_live, use_ports, use_session
from app.views.side_by_side import told

MOST = 50


@ft.component
def AboutMe() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    order = (col(Released.day).desc(), col(Released.id))
    hers = col(Released.space) == her_plan(session)
    shown = use_live(lambda: ports.store.find(Released, hers, order_by=order, limit=MOST), Released)

    def sheet_of(one: Released) -> ft.Control:
        words: list[ft.Control] = []
        if one.day:
            words.append(quiet(first_up(t.whole_day(one.day, today)), size=16))
        words += told(t, ports.store, one, size=20, today=today)
        words.append(ThatIsNotRight(one))
        name = first_up(t.whole_day(one.day, today)) if one.day else t("Written about me")
        return paper(words, picture="writing", speaker=Speaker(written(t, one.text), name), key=f"about-{one.id}")

    parts = [sheet_of(one) for one in shown] or [
        *her_interpreter(t, RIGHTS),
        nothing_yet(
            t,
            ft.Icons.MENU_BOOK_OUTLINED,
            N_("Nothing here yet."),
            N_("You can always ask your mentor to read together."),
        ),
    ]
    return her_screen(N_("Written about me"), parts, path="/about", back="/who", spacing=16)
