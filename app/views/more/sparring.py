"""Asking colleagues: the questions there are, a new one to those she chooses, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from app.i18n import Words
from app.journeys.sparring import ask, may_ask_in, questions, replies, reply, settle
from app.records import Reply, Sparring
from app.storage.places import Place
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import (
    Field,
    card,
    choice,
    empty_state,
    keep_button,
    problem,
    quiet,
    quiet_button,
    row,
    screen,
    section,
    sheet,
)
from app.views.more.few import names_said
from app.views.session import go, use_live, use_ports, use_session
from app.views.side_by_side import told, who_and_when

PATH = "/more/sparring"


@dataclass
class Draft:
    """What is being typed, and where it goes."""

    text: str = ""
    space: str = ""


@ft.component
def Questions() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    asked = use_live(lambda: questions(ports), Sparring, Reply)

    def line(one: Sparring) -> ft.Control:
        by, count = ports.store.byline(one, "text"), len(replies(ports, one))
        answers = t.many("%(num)d answer", "%(num)d answers", count) if count else t("No answer yet")
        return row(
            t.isolated(one.text.partition("\n")[0]),
            under=" · ".join(part for part in (who_and_when(t, by) if by else "", answers) if part),
            leading=ft.Icon(
                ft.Icons.CHECK_CIRCLE_OUTLINE if one.settled_on else ft.Icons.FORUM_OUTLINED, color=ft.Colors.PRIMARY
            ),
            on_tap=lambda: go(f"{PATH}/{one.id}"),
            key=f"question-{one.id}",
            arrow=True,
        )

    hint = t("Here you ask colleagues for advice, and answer theirs.")
    parts = (
        [sheet([line(one) for one in asked])] if asked else [empty_state(ft.Icons.FORUM_OUTLINED, t("None yet"), hint)]
    )
    foot = [keep_button(t("Ask for advice"), lambda: go(f"{PATH}/new"), key="new")]
    return screen(t("Advice from colleagues"), parts, t=t, path=PATH, back=session.trail.tab, foot=foot)


@ft.component
def AskColleagues() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    draft, change = use_draft(Draft)
    doing, new = use_doing(), use_once(ports.new_row)
    places = use_live(lambda: may_ask_in(ports), Sparring)
    chosen = next((place for place in places if place.space == draft.space), None)

    def keep() -> None:
        if doing.do(lambda: ask(ports, row=new, space=draft.space, text=draft.text)):
            go(PATH)

    options = [(place.space, where_said(t, place)) for place in places]
    parts = [
        problem(doing.trouble),
        Field("text", draft.text, lambda text: setattr(draft, "text", text), label=t("What you wonder about"), lines=5),
        choice(t("Whom you ask"), options, draft.space, lambda to: change(space=to), key="to", may_be_none=False),
    ]
    if chosen:
        parts.append(quiet(t("Who reads it: %(names)s", names=names_said(t, ports, chosen)), size=15))
        if chosen.kind == "staff":
            parts.append(quiet(t("Write it without the name of the person it is about."), size=15))
    return screen(t("Ask for advice"), parts, t=t, path=f"{PATH}/new", back=PATH, foot=[keep_button(t("Ask"), keep)])


@ft.component
def Question() -> ft.View:
    ports, session = use_ports(), use_session()
    t, asked = session.words, ft.use_route_params().get("id", "")
    one = use_live(lambda: ports.store.get(Sparring, asked), Sparring, Reply)
    draft, change = use_draft(Draft)
    doing, new = use_doing(), use_draft(lambda: {"row": ports.new_row()})[0]
    if one is None:
        lost = empty_state(ft.Icons.FORUM_OUTLINED, t("There is nothing here."))
        return screen(t("Advice from colleagues"), [lost], t=t, path=PATH, back=PATH)
    line = ports.store.byline(one, "text")
    place = next((place for place in ports.store.places() if place.space == one.space), None)

    def answer() -> None:
        if doing.do(lambda: reply(ports, row=new["row"], to=one, text=draft.text)):
            new["row"] = ports.new_row()
            change(text="")

    lines = told(t, ports.store, one, size=18)
    if place:
        lines.append(quiet(where_said(t, place)))
    if line and line.mine:
        seen, yes = ports.store.seen(one), one.settled_on is None
        # Words: a button under one's own question to colleagues: it is answered; and the way back
        words = t("I have what I need") if yes else t("I ask on")
        lines.append(
            quiet_button(words, lambda: doing.do(lambda: settle(ports, shown=one, saw=seen, yes=yes)), key="settle")
        )
    answers = [card(ft.Column(told(t, ports.store, each), spacing=8), key=each.id) for each in replies(ports, one)]
    return screen(
        t("Question"),
        [
            problem(doing.trouble),
            card(ft.Column(lines, spacing=8), key="question"),
            *([section(t("Answers"), answers)] if answers else []),
            Field(f"a-{new['row']}", "", lambda text: setattr(draft, "text", text), label=t("Your answer"), lines=3),
            keep_button(t("Answer"), answer, key="answer"),
        ],
        t=t,
        path=f"{PATH}/{asked}",
        back=PATH,
    )


def where_said(t: Words, place: Place) -> str:
    """Who is asked in that place, in a few words."""
    if place.kind == "staff":
        return t("Everybody who works here")
    if place.kind == "case":
        # Words: those who share the facts of a mentee's file: worker, mentor, coordinators
        return t("Those around %(name)s", name=place.name)
    if place.kind == "notes":
        # Words: those who share the notes of a mentee's file: the worker and the mentor
        return t("Closest around %(name)s", name=place.name)
    return t.isolated(place.name)
