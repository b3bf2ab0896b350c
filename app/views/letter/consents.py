"""What she said yes to: each thing we ask her, whom outside she lets read, and the way back, as easy as the way in."""

from __future__ import annotations

from datetime import date

import flet as ft
from sqlmodel import col

from app.i18n import N_, Words
from app.i18n.protected import SAID_YES
from app.i18n.words import whole
from app.journeys.consents import answers, outside, stands
from app.journeys.partners import take_back
from app.ports import Ports
from app.records import Consent
from app.views.aloud import Speaker, in_both, one_after_the_other
from app.views.asked_words import ASKED
from app.views.asking import Asking, since
from app.views.forms import use_doing
from app.views.interpreter import her_interpreter
from app.views.kit import (
    BESIDE,
    BUTTON,
    answer_button,
    body,
    heading,
    paper,
    pictured,
    problem,
    quiet,
)
from app.views.letter.dial import for_the_owner, marked, told
from app.views.letter.heard import Line
from app.views.letter.nothing import nothing_here
from app.views.letter.page import Said, her_screen
from app.views.letter.whose import her_plan
from app.views.session import Session, go, use_live, use_ports, use_session


@ft.component
def SaidYes() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    plan = her_plan(session)
    given = use_live(lambda: _outside(ports, plan), Consent)
    asked = use_live(lambda: answers(ports, plan), Consent)
    doing = use_doing()

    def sheet_of(one: Consent) -> ft.Control:
        words: list[ft.Control] = [
            body(t.isolated(one.name), size=22, strong=True),
            body(_said(t, one, today), size=18),
        ]
        if stands(one):
            seen = ports.store.seen(one)
            words.append(
                answer_button(
                    "not-for-me",
                    told(session, marked("Take it back"), beside=BUTTON),
                    lambda: doing.do(lambda: take_back(ports, shown=one, saw=seen)),
                    chosen=False,
                    key=f"take-back-{one.id}",
                )
            )
        speaker = Speaker(in_both(t, lambda spoken: f"{one.name}. {_said(spoken, one, today)}"), t.isolated(one.name))
        return paper(words, picture="together", speaker=speaker, key=f"consent-{one.id}")

    parts: list[ft.Control] = [problem(doing.trouble), *her_interpreter(t, SAID_YES)]
    parts += [_question(session, what, asked.get(what)) for what in ASKED]
    # Words: heading over who outside the organisation may read something, on the mentee's phone
    parts.append(heading(t("Who outside may read"), level=2))
    parts += [sheet_of(one) for one in given] or [Line(N_("You have said yes to nobody outside."), 18)]
    also: list[Said] = ["Who outside may read"]
    return her_screen(N_("What I said yes to"), parts, also=also, path="/yes", back="/who", spacing=16)


@ft.component
def AskedOfMe() -> ft.View:
    """One of our questions, with her answer."""
    session = use_session()
    t, plan = session.words, her_plan(session)
    what = ft.use_route_params().get("what", "")
    known = what in ASKED and plan
    part = Asking(what, plan) if known else nothing_here(t, ft.Icons.HANDSHAKE_OUTLINED)
    return her_screen(N_("What I said yes to"), [part], path=f"/yes/{what}", back="/yes", spacing=16)


def _question(session: Session, what: str, said: Consent | None) -> ft.Control:
    t = session.words
    picture, question = ASKED[what]
    sign = "done" if said and stands(said) else "not-for-me" if said else "ear"

    def under(words: Words) -> str:
        return since(words, said, session.ports.today()) if said else words(N_("Not answered yet"))

    lines: list[ft.Control] = [told(session, marked(question), size=22, strong=True)]
    if beside := for_the_owner(session, marked(question)):
        lines.append(quiet(beside, size=15))
    lines.append(pictured(sign, body(under(t), size=18, beside=BESIDE), size=32))
    speaker = Speaker(one_after_the_other(t, marked(question), under), t(question), f"listen-{what}")
    return paper(lines, picture=picture, speaker=speaker, on_tap=lambda: go(f"/yes/{what}"), key=f"to-{what}")


def _outside(ports: Ports, plan: str) -> list[Consent]:
    """Each partner once; those who may read stand first."""
    said = outside(ports, col(Consent.space) == plan).values()
    newest = sorted(said, key=lambda one: one.given_on or date.min, reverse=True)
    return sorted(newest, key=lambda one: not stands(one))


def _said(t: Words, one: Consent, today: date) -> str:
    if one.ended_on:
        return t("You took it back: %(day)s", day=whole(one.ended_on, today))
    return t("May read what you were shown, since %(day)s", day=whole(one.given_on, today)) if one.given_on else ""
