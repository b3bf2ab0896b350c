"""Asking colleagues something new: a topic or a few words, and whom of them."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from app.journeys.sparring import ask, may_ask_in, usual_wait
from app.records import Sparring
from app.views.chosen import chosen as in_words
from app.views.chosen import offered
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import Field, choice, keep_button, problem, quiet, screen, several
from app.views.more.few import names_said
from app.views.more.sparring import PATH, usual_words, where_said
from app.views.session import go, use_live, use_ports, use_session
from app.views.talk_words import TOPICS


@dataclass
class Draft:
    """What is typed, or only the topic tapped; and where it goes."""

    text: str = ""
    topic: str = ""
    space: str = ""
    unnamed: bool = False


@ft.component
def AskColleagues() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    draft, change = use_draft(Draft)
    doing, new = use_doing(), use_once(ports.new_row)
    places = use_live(lambda: may_ask_in(ports), Sparring)
    chosen = next((place for place in places if place.space == draft.space), None)

    def keep() -> None:
        text = draft.text.strip() or in_words(t, TOPICS, draft.topic)
        if doing.do(lambda: ask(ports, row=new, space=draft.space, text=text, unnamed=draft.unnamed)):
            go(PATH)

    options = [(place.space, where_said(t, place)) for place in places]
    parts = [
        problem(doing.trouble),
        choice(t("About"), offered(t, TOPICS), draft.topic, lambda topic: change(topic=topic), key="about"),
        Field("text", draft.text, lambda text: setattr(draft, "text", text), label=t("What you wonder about"), lines=5),
        choice(t("Whom you ask"), options, draft.space, lambda to: change(space=to), key="to", may_be_none=False),
    ]
    may = [("unnamed", t("Ask without names"))]
    parts.append(several(may, ["unnamed"] if draft.unnamed else [], lambda _, yes: change(unnamed=yes), key="how"))
    if draft.unnamed:
        parts.append(quiet(t("Your name is not shown. An expert with the phone in hand could still find it."), size=15))
    if words := usual_words(t, usual_wait(ports)):
        parts.append(quiet(words, size=15))
    if chosen:
        parts.append(quiet(t("Who reads it: %(names)s", names=names_said(t, ports, chosen)), size=15))
        if chosen.kind == "staff":
            parts.append(quiet(t("Write it without the name of the person it is about."), size=15))
    return screen(t("Ask for advice"), parts, t=t, path=f"{PATH}/new", back=PATH, foot=[keep_button(t("Ask"), keep)])
