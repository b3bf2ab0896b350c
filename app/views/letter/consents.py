"""What she said yes to: who outside may read, since when, and the way back, as easy as the way in."""

from __future__ import annotations

import flet as ft
from sqlmodel import col

from app.journeys.partners import take_back
from app.records import Consent
from app.views.forms import use_doing
from app.views.kit import body, card, empty_state, problem, quiet, screen, tonal_button
from app.views.kit.theme import LETTER_CORNER
from app.views.session import use_live, use_ports, use_session


@ft.component
def SaidYes() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    order = (col(Consent.ended_on).is_not(None), col(Consent.given_on).desc(), col(Consent.id))
    given = use_live(lambda: ports.store.find(Consent, col(Consent.given_on).is_not(None), order_by=order), Consent)
    doing = use_doing()

    def paper(one: Consent) -> ft.Control:
        since = one.given_on
        words: list[ft.Control] = [body(t.isolated(one.name), size=20, strong=True)]
        if one.ended_on:
            words.append(quiet(t("You took it back: %(day)s", day=t.by_date(one.ended_on)), size=16))
        elif since:
            words.append(quiet(t("May read what you were shown, since %(day)s", day=t.by_date(since)), size=16))
            seen = ports.store.seen(one)
            words.append(
                tonal_button(
                    t("Take it back"),
                    lambda: doing.do(lambda: take_back(ports, shown=one, saw=seen)),
                    key=f"take-back-{one.id}",
                    icon=ft.Icons.UNDO,
                )
            )
        return card(ft.Column(words, spacing=8), radius=LETTER_CORNER, padding=20, key=f"consent-{one.id}")

    papers = [paper(one) for one in given] or [
        empty_state(ft.Icons.HANDSHAKE_OUTLINED, t("Nothing here yet."), t("You have said yes to nobody outside."))
    ]
    return screen(t("What I said yes to"), [problem(doing.trouble), *papers], t=t, path="/yes", back="/", spacing=16)
