"""One letter of hers: what it wants in pictures and aloud, the day, her answer with one tap, and the photo."""

from __future__ import annotations

import flet as ft

from app.domain.aloud import Part
from app.domain.letters import Stage, stage
from app.i18n import N_, Words
from app.journeys.letters import finish, letter, photos_of, talk_about, throw_away
from app.journeys.spoken import sound_of
from app.records import Attachment, Letter
from app.views.aloud import Speaker, in_both, written
from app.views.forms import use_doing
from app.views.kit import (
    BUTTON,
    answer_button,
    body,
    paper,
    problem,
    quiet_button,
    stack,
    waiting,
    warm_button,
)
from app.views.letter.dial import marked, told
from app.views.letter.heard import Heard
from app.views.letter.letters import how_far, last_day
from app.views.letter.nothing import nothing_here
from app.views.letter.page import her_screen
from app.views.letter.whose import her_plan
from app.views.letter_words import letter_called, letter_said, picture_of
from app.views.session import Session, go, use_live, use_ports, use_session
from app.views.side_by_side import Settling, unsettled
from app.views.sounding import use_sound
from app.views.whole_photo import WholePhoto

PATH = "/letters"


@ft.component
def OneLetter() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    row = ft.use_route_params().get("id", "")
    one = use_live(lambda: letter(ports, row, her_plan(session)), Letter, Attachment)
    photos = use_live(lambda: photos_of(ports, one) if one else [], Attachment)
    parts: list[ft.Control] = [nothing_here(t, ft.Icons.MAIL_OUTLINED)]
    if one:
        parts = [_Said(one), *(WholePhoto(photo, at_once=True) for photo in photos), _Away(one)]
    return her_screen(N_("My letters"), parts, path=f"{PATH}/{row}", back=PATH, spacing=16)


@ft.component
def _Said(one: Letter) -> ft.Control:
    """What was explained, and her two answers."""
    ports, session = use_ports(), use_session()
    t = session.words
    doing = use_doing()
    lines: list[ft.Control] = [told(session, lambda words: letter_called(words, one), size=26, strong=True)]
    lines.append(how_far(session, one))
    if one.due_on and not one.done_on:
        lines.append(last_day(session, one))
    if unsettled(ports.store, one):
        lines.append(Settling(one))
    elif one.text:
        lines.append(body(t.isolated(one.text), size=20))
    card = paper(
        lines,
        picture=picture_of(one),
        size=96,
        speaker=Speaker(_aloud(session, one), letter_called(t, one), "listen-letter"),
        key="explained",
    )
    said = ""
    if one.done_on:
        said = N_("Well done. It is passed on.")
    elif one.talk_on:
        said = N_("It is passed on. You talk about it when you meet.")
    talk = N_("I want to talk about it")
    answers: list[ft.Control] = [
        answer_button(
            "talk",
            told(session, marked(talk), strong=one.talk_on is not None, beside=BUTTON),
            lambda: doing.do(lambda: talk_about(ports, shown=one, wanted=one.talk_on is None)),
            chosen=one.talk_on is not None,
            key="talk",
            speaker=Speaker(in_both(t, marked(talk)), t(talk), "listen-talk", or_nothing=True),
        )
    ]
    if stage(one) in {Stage.EXPLAINED, Stage.DONE}:
        # Words: a button of the mentee: what a letter wants is done
        words = N_("Done")
        done = told(session, marked(words), strong=one.done_on is not None, beside=BUTTON)
        answers.insert(
            0,
            answer_button(
                "done",
                done,
                lambda: doing.do(lambda: finish(ports, shown=one, done=one.done_on is None)),
                chosen=one.done_on is not None,
                key="done",
                speaker=Speaker(in_both(t, marked(words)), t(words), "listen-done", or_nothing=True),
            ),
        )
    spoken = [Explained(one)] if one.voice else []
    spaced = [card, *spoken, problem(doing.trouble), Heard(said), *answers]
    return ft.Column(spaced, spacing=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@ft.component
def Explained(one: Letter) -> ft.Control:
    """Somebody who walks with her explained it by voice: one tap plays it, another stops it."""
    ports, t = use_ports(), use_session().words
    sounding = use_sound(use_live(lambda: sound_of(ports, one), Attachment), asked=True)
    sign = ft.Icons.STOP_CIRCLE_OUTLINED if sounding.playing else ft.Icons.RECORD_VOICE_OVER_OUTLINED
    # Words: a large button on the mentee's phone: who walks with her explained a letter by speaking
    parts: list[ft.Control] = [warm_button(t("Hear what your helper says"), sounding.tap, key="hear-helper", icon=sign)]
    if sounding.awaited:
        parts.append(waiting(t("It is being fetched.")))
    return stack([*parts, problem(sounding.trouble, key="hear-helper-problem")])


@ft.component
def _Away(one: Letter) -> ft.Control:
    """A second tap throws it away."""
    ports, t = use_ports(), use_session().words
    sure, set_sure = ft.use_state(False)
    saw = ft.use_memo(lambda: ports.store.seen(one), [one.id])
    doing = use_doing()

    def away() -> None:
        if not sure:
            set_sure(True)
        elif doing.do(lambda: throw_away(ports, shown=one, saw=saw)):
            go(PATH)

    words = t("Yes, take it away for everybody") if sure else t("Take it away")
    button = quiet_button(words, away, key="away", icon=ft.Icons.DELETE_OUTLINE)
    return stack([problem(doing.trouble, key="away-problem"), button])


def _aloud(session: Session, one: Letter) -> list[Part]:
    """What stands on its card; the words of who explained come before the Danish."""

    def around(words: Words) -> str:
        day = words("Until: %(day)s", day=words.whole_day(one.due_on, session.ports.today())) if one.due_on else ""
        return ". ".join(part for part in (letter_called(words, one), letter_said(words, one), day) if part)

    hers, *danish = in_both(session.words, around)
    return [hers, *written(session.words, one.text), *danish]
