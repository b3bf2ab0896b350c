"""What she said yes to, for who walks with her; to ask her, the phone is turned to her and speaks her language."""

from __future__ import annotations

from datetime import datetime

import flet as ft

from app.i18n import Words
from app.i18n.protected import ASKED_OF_HER, SHE_TAKES_IT_BACK
from app.journeys.consents import answers, stands
from app.ports import Ports
from app.records import Consent
from app.views.asked_words import ASKED, MODES, text_in_lines
from app.views.asking import since
from app.views.interpreter import interpreter
from app.views.kit import body, card, drawing, empty_state, quiet, row, screen, sheet, stack
from app.views.mentees.turned import TurnToHer
from app.views.mentees.whose import name_of, whose
from app.views.session import go, use_live, use_ports, use_session
from app.views.talk_words import SPOKEN


@ft.component
def HerConsents() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    mentee, plan = whose(ports)
    path = f"/mentees/{mentee.id if mentee else ''}"
    said = use_live(lambda: answers(ports, plan), Consent)

    def line(what: str) -> ft.Control:
        picture, question = ASKED[what]
        one = said.get(what)
        # Words: under a question for a mentee that nobody has asked her yet
        under = _told(t, ports, one) if one else t("Not asked yet")
        return row(
            t(question),
            under=under,
            leading=drawing(picture, size=36),
            on_tap=lambda: go(f"{path}/consents/{what}"),
            key=f"asked-{what}",
            arrow=True,
            under_lines=3,
        )

    parts: list[ft.Control] = [
        *interpreter(t, ASKED_OF_HER),
        sheet([line(what) for what in ASKED]),
        quiet(t("Ask her when you sit together. She hears it in her language, and taps herself.")),
        *interpreter(t, SHE_TAKES_IT_BACK),
        quiet(t("She can take it back on any day, here or on her own phone.")),
    ]
    return screen(t("What she said yes to"), parts, t=t, path=f"{path}/consents", under=name_of(mentee), back=path)


@ft.component
def AskHer() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    mentee, plan = whose(ports)
    what = ft.use_route_params().get("what", "")
    back = f"/mentees/{mentee.id if mentee else ''}/consents"
    said = use_live(lambda: answers(ports, plan).get(what), Consent)
    if mentee is None or what not in ASKED or not plan:
        parts: list[ft.Control] = [empty_state(ft.Icons.HANDSHAKE_OUTLINED, t("There is nothing here."))]
    else:
        lines: list[ft.Control] = [drawing(ASKED[what][0], size=64), body(text_in_lines(t, what))]
        if said:
            lines.append(quiet(_told(t, ports, said)))
        parts = [
            *interpreter(t, ASKED_OF_HER),
            card(stack(lines)),
            # Words: a button: the phone now speaks the mentee's language, and shows her one question
            TurnToHer(mentee, t("Ask her in her language"), f"/yes/{what}", "ask-her"),
            quiet(t("She hears it or reads it, and answers. You read it beside. Your lock leads back.")),
        ]
    return screen(t("Ask her"), parts, t=t, path=f"{back}/{what}", under=name_of(mentee), back=back, spacing=16)


def _told(t: Words, ports: Ports, one: Consent) -> str:
    """Her answer, how she met the question, and who wrote it down when."""
    parts = [since(t, one, ports.today())]
    if one.mode in MODES:
        parts.append(t(MODES[one.mode]))
    if one.explained in SPOKEN:
        parts.append(t(SPOKEN[one.explained]))
    line = ports.store.byline(one, "given_on" if stands(one) else "ended_on")
    if line:
        at: datetime = line.at.astimezone()
        who = t("You") if line.mine else t.isolated(line.who) or t("Somebody")
        # Words: under a consent: who wrote it down, and at what hour
        parts.append(t("Written down by %(name)s, %(time)s", name=who, time=t.time(at.time())))
    return " · ".join(parts)
