"""What she and her mentor agreed on, said to her: how often, what for, where; that it is hers, too; who reads what."""

from __future__ import annotations

from datetime import date

import flet as ft
from sqlmodel import col

from app.i18n import N_, Words
from app.i18n.protected import RIGHTS
from app.records import Agreement, Cadence
from app.views.aloud import Speaker, in_both, written
from app.views.chosen import chosen
from app.views.interpreter import her_interpreter
from app.views.kit import body, fact, paper
from app.views.letter.nothing import nothing_yet
from app.views.letter.page import her_screen
from app.views.letter.read_by import ReadBy
from app.views.letter.whose import her_plan
from app.views.meetings.meeting_words import PLACES, minutes
from app.views.mentees.agreement_words import CADENCES, ways
from app.views.session import use_live, use_ports, use_session
from app.views.talk_words import topics

HER_CADENCES = {
    **CADENCES,
    # Words: how often two people meet, said to the mentee
    Cadence.ON_CALL.value: N_("Only when you ask"),
}


@ft.component
def WhatWeAgreed() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    hers, order = col(Agreement.space) == her_plan(session), (col(Agreement.agreed_on), col(Agreement.id))
    agreed = use_live(lambda: ports.store.find(Agreement, hers, order_by=order), Agreement)
    if agreed:
        papers = [*her_interpreter(t, RIGHTS), *(_paper(t, one, ports.today()) for one in agreed), ReadBy()]
    else:
        hint = N_("You agree on it together with your mentor.")
        papers = [nothing_yet(t, ft.Icons.HANDSHAKE_OUTLINED, N_("Nothing is agreed yet."), hint)]
    back = "/" if session.handed else "/more"
    return her_screen(N_("What we agreed on"), papers, path="/agreement", back=back, spacing=16)


def _paper(t: Words, one: Agreement, today: date) -> ft.Control:
    lines: list[ft.Control] = [fact(icon, name, words) for icon, name, words in _facts(t, one, today)]
    if one.words:
        lines.append(body(t.isolated(f"“{one.words}”"), size=20))
    lines.append(body(t("It is yours, too. You can always ask for a change."), size=18))
    title = t("What we agreed on")
    aloud = Speaker(
        [*in_both(t, lambda words: _said(words, one, today)), *written(t, one.words)], title, f"listen-{one.id}"
    )
    return paper(lines, picture="together", speaker=aloud, key=f"agreed-{one.id}")


def _facts(t: Words, one: Agreement, today: date) -> list[tuple[ft.IconData, str, str]]:
    """(sign, name, words) of all that was agreed."""
    often = " · ".join(
        part for part in (chosen(t, HER_CADENCES, one.cadence), minutes(t, one.minutes) if one.minutes else "") if part
    )
    no_surprise = t("Your mentor may come by") if one.unannounced else t("Nobody comes without a word before")
    until = t.whole_day(one.until, today) if one.until else ""
    told = (
        (ft.Icons.EVENT_REPEAT_OUTLINED, t("How often"), often),
        (ft.Icons.FLAG_OUTLINED, t("What for"), topics(t, one.purpose)),
        (ft.Icons.PLACE_OUTLINED, t("Place"), chosen(t, PLACES, one.place_kind)),
        (ft.Icons.CHAT_BUBBLE_OUTLINE, t("How you reach each other"), ways(t, one)),
        (ft.Icons.DOOR_FRONT_DOOR_OUTLINED, t("At your door"), no_surprise),
        (ft.Icons.EVENT_AVAILABLE_OUTLINED, t("Until"), until),
    )
    return [each for each in told if each[2]]


def _said(t: Words, one: Agreement, today: date) -> str:
    return ". ".join(f"{name}: {words}" for _, name, words in _facts(t, one, today))
