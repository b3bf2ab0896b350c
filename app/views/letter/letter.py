"""Her letter: who walks with her, when they meet next, her plan, her people, and what is hers to read."""

from __future__ import annotations

import flet as ft
from sqlmodel import col

from app.domain.beside import beside
from app.domain.staircase import stairs
from app.i18n import N_, Words
from app.journeys.coming import coming
from app.journeys.letters import letters
from app.journeys.voices_waiting import how_many_wait
from app.records import Appointment, Attachment, Errand, Letter, Near, Placement, Released, Step, VoiceMessage
from app.views.aloud import Speaker, in_both
from app.views.kit import heading, icon_button, paper, plain, sheet
from app.views.kit.letters import ROOM
from app.views.letter.appointment import appointment_paper
from app.views.letter.dial import marked, told
from app.views.letter.door import Door
from app.views.letter.my_person import ThisIs, my_person
from app.views.letter.step import step_aloud
from app.views.letter.whose import her_plan
from app.views.plan_words import step_called, step_picture
from app.views.session import go, use_live, use_ports, use_session, use_told
from app.views.sheet_news import sheet_news


@ft.component
def LetterHome() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    session.trail.tab = "/"
    name = ports.me.name

    def hello(words: Words) -> str:
        return words("Hello %(name)s", name=name) if name else words("Hello")

    settings = icon_button(ft.Icons.SETTINGS_OUTLINED, t("Settings"), lambda: go("/more"), key="to-more")
    news = sheet_news(t, use_told())
    at_work = use_live(lambda: ports.store.count(Placement), Placement)
    voices = use_live(lambda: how_many_wait(ports), VoiceMessage)
    heard = ft.use_ref(False)  # what she hears just now stays before her until she goes
    heard.current = heard.current or voices > 0
    few: list[ft.Control] = [NextMeeting(), PlanDoor(), TimesDoor(), OthersDoor()]
    papers = few if session.simple else [*few[:2], PractiseDoor(), few[2], LettersDoor(), StrengthsDoor(), WhoDoor()]
    if at_work:
        from app.views.letter.week import HowWasTheWeek

        papers.insert(1, HowWasTheWeek())
    if mine := use_live(lambda: my_person(ports), Near):
        papers.insert(0, ThisIs(mine))
    if heard.current:
        from app.views.letter.voices import NewVoices

        papers.insert(0, NewVoices())
    greets = Speaker(in_both(t, hello), hello(t), "listen-screen", or_nothing=True)
    head = ft.Row([ft.Container(content=heading(hello(t), size=28, beside=ROOM), expand=True), greets], spacing=8)
    return plain([head, *([sheet(news)] if news else []), *papers], tools=[settings])


@ft.component
def NextMeeting() -> ft.Control:
    ports, session = use_ports(), use_session()
    t = session.words
    ahead = use_live(lambda: coming(ports, her_plan(session), limit=1), Appointment)
    errand = use_live(lambda: ports.store.get(Errand, beside(ahead[0].meeting, "errand")) if ahead else None, Errand)
    if ahead:
        return appointment_paper(session, ahead[0], errand, ports.today(), first=True)

    def none(words: Words) -> str:
        return f"{words('No meeting yet.')} {words('Your mentor writes here when you meet.')}"

    lines = [
        told(session, marked(N_("No meeting yet.")), size=22, strong=True),
        told(session, marked(N_("Your mentor writes here when you meet.")), size=18),
    ]
    return paper(lines, picture="calendar", speaker=Speaker(in_both(t, none), t("No meeting yet.")), warm=True)


@ft.component
def PlanDoor() -> ft.Control:
    ports, session = use_ports(), use_session()
    t = session.words
    hers = (col(Step.space) == her_plan(session), col(Step.done_on).is_(None))
    ahead = stairs(use_live(lambda: ports.store.find(Step, *hers, limit=100), Step)).ahead
    if not ahead:
        return Door("star", lambda words: words("My plan"), marked(N_("None yet")), "/steps")
    step = ahead[0]
    lines = [
        told(session, marked(N_("My plan")), size=18, calm=True),
        told(session, lambda words: step_called(words, step), size=22, strong=True),
    ]
    return paper(
        lines,
        picture=step_picture(step),
        speaker=Speaker([*in_both(t, lambda words: words("My plan"))[:1], *step_aloud(t, step)], t("My plan")),
        on_tap=lambda: go("/steps"),
        key="to-steps",
    )


@ft.component
def PractiseDoor() -> ft.Control:
    under = marked(N_("Words and pictures, a few minutes"))
    return Door("speaking", lambda words: words("Practise Danish"), under, "/practise")


@ft.component
def TimesDoor() -> ft.Control:
    return Door("phone", lambda words: words("My people and times"), marked(N_("Call, and when we meet")), "/times")


@ft.component
def OthersDoor() -> ft.Control:
    """With few things at a time: to all the other doors."""
    return Door("bag", lambda words: words("More"), marked(N_("Danish, letters, and what is mine")), "/others")


@ft.component
def LettersDoor() -> ft.Control:
    ports, session = use_ports(), use_session()
    plan = her_plan(session)
    waits = use_live(lambda: sum(one.done_on is None for one in letters(ports, plan)), Letter, Attachment)

    def under(words: Words) -> str:
        # Words: on the mentee's phone: letters that are not done yet
        many = words.many("%(num)d letter", "%(num)d letters", waits)
        return many if waits else words(N_("Photograph a letter"))

    return Door("camera", lambda words: words("My letters"), under, "/letters")


@ft.component
def StrengthsDoor() -> ft.Control:
    return Door("star", lambda words: words("My strengths"), marked(N_("What you can")), "/strengths")


@ft.component
def WhoDoor() -> ft.Control:
    ports, session = use_ports(), use_session()
    papers = use_live(lambda: ports.store.count(Released, col(Released.space) == her_plan(session)), Released)

    def under(words: Words) -> str:
        many = words.many("%(num)d thing to read", "%(num)d things to read", papers)
        return many if papers else words(N_("Your people, and what they read"))

    return Door("eyes", lambda words: words("Who sees what"), under, "/who")
