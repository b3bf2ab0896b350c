"""My letters: photograph one, see how far each is, and what it wants until when. Nothing is typed."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from app.domain.letters import Stage, stage
from app.i18n import N_, Words
from app.i18n.protected import MY_LETTERS
from app.i18n.words import first_up
from app.journeys.letters import letters
from app.records import Attachment, Letter
from app.views.aloud import Speaker, one_after_the_other, written
from app.views.interpreter import her_interpreter
from app.views.kit import BESIDE, body, paper, pictured, problem, quiet, waiting, warm_button
from app.views.letter.dial import in_words, marked, told
from app.views.letter.heard import Heard, Line
from app.views.letter.nothing import nothing_yet
from app.views.letter.page import Said, her_screen
from app.views.letter.whose import her_plan
from app.views.letter_camera import use_letter_camera
from app.views.letter_words import STAGES, WANTS, letter_called, letter_said, picture_of
from app.views.pages import use_pages
from app.views.session import Session, go, use_live, use_ports, use_session

SHOWN = 50


@ft.component
def MyLetters() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    plan = her_plan(session)
    there = use_live(lambda: letters(ports, plan), Letter, Attachment)
    pages = use_pages(SHOWN)
    sent, set_sent = ft.use_state(False)
    doing, photograph = use_letter_camera(plan, lambda: set_sent(True))

    parts: list[ft.Control] = [problem(doing.trouble)]
    if doing.trouble:
        parts.append(Speaker(written(t, doing.trouble), doing.trouble, "listen-problem"))
    parts += her_interpreter(t, MY_LETTERS)
    if plan:
        # Words: the large button on the mentee's phone: take a picture of a letter she got
        words = in_words(session, marked(N_("Photograph a letter")))
        parts.append(warm_button(words, photograph, key="photograph", icon=ft.Icons.PHOTO_CAMERA_OUTLINED))
    if doing.busy:
        parts.append(waiting(t("One moment")))
    parts.append(Heard(STAGES[Stage.SENT.value][1] if sent and not doing.busy else ""))
    parts += [*(_paper(session, one) for one in pages.of(there)), *pages.way_on(there)]
    if not there:
        parts.append(
            nothing_yet(
                t,
                ft.Icons.MAIL_OUTLINED,
                N_("No letters yet."),
                N_("Photograph a letter. Your helpers say what it wants."),
            )
        )
    parts.append(Line(N_("Your helpers can see your letters. Nobody else can.")))
    also: list[Said] = [N_("Photograph a letter")] if plan else []
    return her_screen(N_("My letters"), parts, also=also, path="/letters", back="/", spacing=16)


def _paper(session: Session, one: Letter) -> ft.Control:
    t, today = session.words, session.ports.today()
    sent: Callable[[Words], str] | None = None
    lines: list[ft.Control] = [
        told(session, lambda words: letter_called(words, one), size=22, strong=True),
        how_far(session, one),
    ]
    if one.due_on and not one.done_on:
        lines.append(last_day(session, one))
    elif day := one.sent_on:
        sent = lambda words: words.whole_day(day, today)
        lines.append(quiet(first_up(sent(t)), size=16))
    texts = [lambda words: _aloud(session, words, one)]
    if sent:
        texts.append(sent)
    speaker = Speaker(one_after_the_other(t, *texts), letter_called(t, one))
    return paper(
        lines, picture=picture_of(one), speaker=speaker, on_tap=lambda: go(f"/letters/{one.id}"), key=f"letter-{one.id}"
    )


def how_far(session: Session, one: Letter) -> ft.Control:
    """Its picture, and what it wants or how far it is."""
    explained = stage(one) == Stage.EXPLAINED and one.wants in WANTS
    drawn = WANTS[one.wants][0] if explained else STAGES[stage(one).value][0]
    words = told(session, lambda spoken: letter_said(spoken, one), beside=BESIDE)
    return pictured(drawn, words)


def last_day(session: Session, one: Letter) -> ft.Control:
    """The day beside the picture of a calendar."""
    words = body(_until(session, session.words, one), size=20, strong=True, beside=BESIDE)
    return pictured("calendar", words)


def _until(session: Session, t: Words, one: Letter) -> str:
    # Words: the last day on which a letter can be answered; the day may be "tomorrow, Tuesday"
    return t("Until: %(day)s", day=t.whole_day(one.due_on, session.ports.today())) if one.due_on else ""


def _aloud(session: Session, t: Words, one: Letter) -> str:
    until = "" if one.done_on else _until(session, t, one)
    return ". ".join(part for part in (letter_called(t, one), letter_said(t, one), until) if part)
