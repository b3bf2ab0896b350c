"""What she said yes to, for who walks with her: ask her together, in her language, on the phone between you."""

from __future__ import annotations

from datetime import datetime

import flet as ft

from app.i18n import Words
from app.journeys.consents import answers, stands
from app.ports import Ports
from app.records import Consent
from app.views.asked_words import ASKED, MODES
from app.views.asking import Asking, since
from app.views.kit import drawing, empty_state, quiet, row, screen, sheet
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
        sheet([line(what) for what in ASKED]),
        quiet(t("Ask her when you sit together. She hears it in her language, and taps herself.")),
        quiet(t("She can take it back on her own phone on any day.")),
    ]
    return screen(t("What she said yes to"), parts, t=t, path=f"{path}/consents", under=name_of(mentee), back=path)


@ft.component
def AskHer() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    mentee, plan = whose(ports)
    what = ft.use_route_params().get("what", "")
    back = f"/mentees/{mentee.id if mentee else ''}/consents"
    known = what in ASKED and plan
    part = Asking(what, plan) if known else empty_state(ft.Icons.HANDSHAKE_OUTLINED, t("There is nothing here."))
    return screen(t("Ask her"), [part], t=t, path=f"{back}/{what}", under=name_of(mentee), back=back, spacing=16)


def _told(t: Words, ports: Ports, one: Consent) -> str:
    """Her answer, how she met the question, and who wrote it down when."""
    parts = [since(t, one)]
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
