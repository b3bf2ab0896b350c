"""My people and times: who is near her, one tap to call, and the meetings to come."""

from __future__ import annotations

from functools import partial

import flet as ft

from app.domain.beside import beside
from app.i18n import N_, Words
from app.i18n.protected import WHO_HEARS
from app.journeys.coming import coming
from app.journeys.near import near_her
from app.records import Appointment, Errand, Near
from app.views.aloud import Speaker, in_both
from app.views.interpreter import her_interpreter
from app.views.kit import card, heading, number, paper, stack, warm_button
from app.views.kit.theme import LETTER_CORNER
from app.views.letter.appointment import appointment_paper
from app.views.letter.dial import marked, told
from app.views.letter.heard import Line
from app.views.letter.my_person import Hello
from app.views.letter.near_words import call
from app.views.letter.page import Said, her_screen
from app.views.letter.voices import VoicesWith, who_hears
from app.views.letter.whose import her_cover, her_plan
from app.views.session import Session, go, use_live, use_ports, use_session


@ft.component
def PeopleAndTimes() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    people = use_live(lambda: near_her(ports, her_cover(session)), Near)
    ahead = use_live(lambda: coming(ports, her_plan(session)), Appointment)
    errands = use_live(
        lambda: {one.id: ports.store.get(Errand, beside(one.meeting, "errand")) for one in ahead}, Errand
    )
    parts: list[ft.Control] = [_person(session, one) for one in people]
    calls = [one.name for one in people if one.phone and not session.handed]
    also: list[Said] = [*(partial(_calls, name=name) for name in calls), "When we meet"]
    if any(one.person for one in people) and not session.handed:
        parts += [*her_interpreter(t, WHO_HEARS), who_hears(t)]
    if not people:
        parts.append(paper([Line(N_("Your mentor’s number comes here."), 18)], picture="other"))
    # Words: heading over the meetings to come, on the mentee's phone
    parts.append(heading(t("When we meet"), level=2))
    if ahead:
        parts.append(stack([appointment_paper(session, one, errands.get(one.id), today) for one in ahead], spacing=16))
    else:
        none = "No meeting yet."
        parts.append(
            paper(
                [told(session, marked(N_("No meeting yet.")))],
                picture="calendar",
                speaker=Speaker(in_both(t, lambda words: words(none)), t(none)),
            )
        )
    parts.append(
        paper(
            [told(session, marked(N_("Numbers that help")), strong=True)],
            picture="ambulance",
            on_tap=lambda: go("/help"),
            key="to-help",
            speaker=Speaker(in_both(t, lambda words: words("Numbers that help")), t("Numbers that help")),
        )
    )
    return her_screen(N_("My people and times"), parts, also=also, path="/times", back="/", spacing=16)


def _calls(t: Words, name: str) -> str:
    return t("Call %(name)s", name=name)


def _person(session: Session, one: Near) -> ft.Control:
    t = session.words
    lines: list[ft.Control] = [Hello(one)]
    if one.phone and not session.handed:
        lines.append(number(t.isolated(one.phone), size=20))
        lines.append(
            warm_button(_calls(t, one.name), partial(call, one.phone), key=f"call-{one.id}", icon=ft.Icons.CALL)
        )
    if one.person and not session.handed:
        lines.append(VoicesWith(one))
    return card(
        stack(lines), padding=20, radius=LETTER_CORNER, color=ft.Colors.TERTIARY_CONTAINER, key=f"near-{one.id}"
    )
