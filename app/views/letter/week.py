"""One card in the weeks of a placement: how was it? Three faces to tap; nothing is asked of her otherwise."""

from __future__ import annotations

import flet as ft

from app.domain.placements import PlacementNow
from app.domain.pulses import week_asked
from app.i18n import N_, Words
from app.i18n.protected import MY_WEEK
from app.journeys.pulses import say_week, to_be_asked, weeks_said
from app.records import Face, Placement, Pulse, Rung
from app.views.aloud import Speaker, one_after_the_other
from app.views.forms import use_doing
from app.views.interpreter import her_interpreter
from app.views.kit import body, paper, problem, quiet
from app.views.kit.faces import faces
from app.views.letter.dial import marked
from app.views.letter.heard import Line
from app.views.session import use_live, use_ports, use_session
from app.views.work.weeks import week_said
from app.views.work.work_words import FACES, where_said

QUESTION = N_("How was the week?")
PICTURE = "try-work"
DRAWN = {Face.GOOD.value: "good", Face.SO_SO.value: "so-so", Face.HARD.value: "hard"}
"""What each face is drawn as on her phone."""


def _faces(words: Words) -> str:
    return ". ".join(words(text) for text in FACES.values())


@ft.component
def HowWasTheWeek() -> ft.Control:
    """A card for each place where she was in the week that is asked about; otherwise nothing at all."""
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    asked = use_live(lambda: to_be_asked(ports), Placement, Rung)
    said = use_live(lambda: {now.placement.id: weeks_said(ports, now.placement)[0] for now in asked}, Pulse)
    monday = week_asked(today)
    doing = use_doing()

    def one(now: PlacementNow) -> ft.Control:
        face = said[now.placement.id].get(monday, "")
        hint = N_("Thank you. Tap another if it was different.") if face else N_("Tap a face, or let it be.")
        question = t(QUESTION)

        def where_and_when(words: Words) -> str:
            return f"{where_said(words, now)} · {week_said(words, monday, today, whole=True)}"

        lines: list[ft.Control] = [
            body(question, size=22, strong=True),
            quiet(where_and_when(t), size=16),
            faces(
                [(value, t(text), DRAWN[value]) for value, text in FACES.items()],
                face,
                lambda face: doing.do(lambda: say_week(ports, now=now, monday=monday, face=face)),
                label=question,
                key=f"week-{now.placement.id}",
                large=True,
            ),
            quiet(t(hint), size=16),
            Line(N_("Those who help you see it. The company does not.")),
        ]
        texts = (marked(QUESTION), where_and_when, _faces, marked(hint))
        aloud = Speaker(one_after_the_other(t, *texts), question, "listen-week")
        return paper(lines, picture=PICTURE, speaker=aloud, key=f"asked-{now.placement.id}")

    papers = [one(now) for now in asked]
    return ft.Column(
        [problem(doing.trouble), *her_interpreter(t, MY_WEEK), *papers],
        spacing=16,
        visible=bool(papers),
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
