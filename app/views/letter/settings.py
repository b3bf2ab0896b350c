"""Her settings: language and look, what is on the server, lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from app.domain.aloud import DANISH
from app.domain.roles import MENTEE
from app.i18n import N_
from app.records import Agreement
from app.views.aloud import Speaker, in_both
from app.views.how_much import HowMuch
from app.views.kit import answer_button, choice, row, section, sheet, stack
from app.views.kit.texts import narrow
from app.views.letter.dial import dials, marked, told
from app.views.letter.page import her_screen
from app.views.session import Session, go, use_live, use_ports, use_session


@ft.component
def LetterSettings() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words

    def to(icon: ft.IconData, words: str, on_tap: Callable[[], Any], key: str) -> ft.Control:
        sign = ft.Icon(icon, color=ft.Colors.PRIMARY)
        speaker = Speaker(in_both(t, marked(words)), t(words), f"listen-{key}", or_nothing=True)
        if narrow():
            return answer_button("", t(words), on_tap, chosen=False, key=key, face=sign, speaker=speaker)
        line = row(t(words), leading=sign, on_tap=on_tap, key=key, arrow=True)
        return ft.Row([ft.Container(content=line, expand=True), speaker], spacing=0)

    lines: list[ft.Control] = []
    if use_live(lambda: ports.store.count(Agreement), Agreement):
        # Words: on the mentee's phone: what she and her mentor agreed on
        agreed = N_("What we agreed on")
        lines.append(to(ft.Icons.HANDSHAKE_OUTLINED, agreed, lambda: go("/agreement"), "to-agreement"))
    lines += [
        to(ft.Icons.BADGE_OUTLINED, N_("My badge"), lambda: go("/badge"), "to-badge"),
        to(ft.Icons.TRANSLATE, N_("Language and look"), lambda: go("/more/language"), "to-language"),
        to(ft.Icons.MENU_BOOK_OUTLINED, N_("Hide everything"), lambda: go("/more/hide"), "to-hide"),
        to(ft.Icons.APPS, N_("Its name on this phone"), lambda: go("/more/called"), "to-called"),
        to(ft.Icons.SYNC, N_("What is on the server"), lambda: go("/more/sync"), "to-sync"),
        to(ft.Icons.SHIELD_OUTLINED, N_("What is protected"), lambda: go("/more/protected"), "to-protected"),
        to(ft.Icons.SMARTPHONE, N_("My phones"), lambda: go("/more/phones"), "to-phones"),
        to(ft.Icons.GRID_VIEW_OUTLINED, N_("Compare pictures"), lambda: go("/more/compare"), "to-compare"),
        to(ft.Icons.PASSWORD, N_("How this phone is locked"), lambda: go("/more/lock"), "to-lock"),
        to(ft.Icons.LOCK_OUTLINED, N_("Lock now"), session.lock, "lock-now"),
    ]
    parts: list[ft.Control] = [stack(lines) if narrow() else sheet(lines)]
    also: list[str] = []
    if t.code != DANISH:
        # Words: label over the choice between her own language, both beside each other, and Danish
        also = ["How much Danish"]
        danish = choice(t("How much Danish"), dials(t), session.dial, session.turn, key="dial", may_be_none=False)
        parts[:0] = [danish, _hold(session)]
    if session.told.role == MENTEE:
        much = N_("How much shall be on the screen?")
        parts.insert(0, section(t(much), [HowMuch()]))
        also.insert(0, much)
    return her_screen(N_("Settings"), parts, also=also, path="/more", back="/")


def _hold(session: Session) -> ft.Control:
    """How one text alone is turned, to be tried on these very words."""
    # Words: under the choice of how much Danish: a long press on any text shows it in the other language
    hold = N_("Hold your finger on a text: it changes its language.")
    speaker = Speaker(in_both(session.words, marked(hold)), session.words(hold), "listen-hold", or_nothing=True)
    return ft.Row([ft.Container(content=told(session, marked(hold), size=18), expand=True), speaker], spacing=8)
