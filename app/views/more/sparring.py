"""Asking colleagues: the questions there are, a new one to those she chooses, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import flet as ft

from app.i18n import N_, Words
from app.journeys.sparring import answered_after, questions, replies, reply, settle, usual_wait
from app.records import Reply, Sparring
from app.storage.places import Place
from app.storage.saw import Byline
from app.views.forms import use_doing, use_draft
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
from app.views.session import go, use_live, use_ports, use_session
from app.views.side_by_side import told, unsettled, who_and_when

PATH = "/more/sparring"
QUICK = (
    # Words: an answer to a colleague who asks for advice, by one tap; the next ones too
    N_("I will call you."),
    N_("Come to me, I have tried it."),
    N_("Let us take it when we meet."),
)


@dataclass
class Draft:
    """An answer: what is typed, or else the one that is tapped."""

    text: str = ""
    tapped: str = ""


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
            under=" · ".join(part for part in (asked_by(t, one, by, ports.today()), answers) if part),
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
    if words := usual_words(t, usual_wait(ports)):
        parts.append(quiet(words, size=15))
    sign = ft.Icon(ft.Icons.GROUPS_2_OUTLINED, color=ft.Colors.PRIMARY)
    meet = row(
        t("Mentor meetings"), leading=sign, on_tap=lambda: go("/more/mentor-meetings"), key="to-meetings", arrow=True
    )
    parts.insert(0, sheet([meet]))
    foot = [keep_button(t("Ask for advice"), lambda: go(f"{PATH}/new"), key="new")]
    return screen(t("Advice from colleagues"), parts, t=t, path=PATH, back=session.trail.tab, foot=foot)


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
        if doing.do(lambda: reply(ports, row=new["row"], to=one, text=draft.text.strip() or draft.tapped)):
            new["row"] = ports.new_row()
            change(text="", tapped="")

    lines = told(t, ports.store, one, size=18, today=ports.today())
    if one.unnamed and line and not unsettled(ports.store, one):
        lines[-1] = quiet(asked_by(t, one, line, ports.today()))
    if waited := answered_after(ports, one):
        lines.append(quiet(t("First answer after %(length)s", length=length(t, waited))))
    if place:
        lines.append(quiet(where_said(t, place)))
    if line and line.mine:
        seen, yes = ports.store.seen(one), one.settled_on is None
        # Words: a button under one's own question to colleagues: it is answered; and the way back
        words = t("I have what I need") if yes else t("I ask on")
        lines.append(
            quiet_button(words, lambda: doing.do(lambda: settle(ports, shown=one, saw=seen, yes=yes)), key="settle")
        )

    def paper(each: Reply) -> ft.Control:
        answered, by = told(t, ports.store, each, today=ports.today()), ports.store.byline(each, "text")
        if one.unnamed and line and by and by.who == line.who and not unsettled(ports.store, each):
            answered[-1] = quiet(t("You") if by.mine else t("The one who asks"))
        return card(ft.Column(answered, spacing=8), key=each.id)

    quick = [(t(words), t(words)) for words in QUICK]
    answers = [paper(each) for each in replies(ports, one)]
    return screen(
        t("Question"),
        [
            problem(doing.trouble),
            card(ft.Column(lines, spacing=8), key="question"),
            *([section(t("Answers"), answers)] if answers else []),
            choice("", quick, draft.tapped, lambda said: change(tapped=said), key="say"),
            Field(f"a-{new['row']}", "", lambda text: setattr(draft, "text", text), label=t("Your answer"), lines=3),
            keep_button(t("Answer"), answer, key="answer"),
        ],
        t=t,
        path=f"{PATH}/{asked}",
        back=PATH,
    )


def asked_by(t: Words, asked: Sparring, line: Byline | None, today: date) -> str:
    """Who asks and when; of a question without names only that it is a colleague's, or one's own."""
    if line is None:
        return ""
    return who_and_when(t, replace(line, who=t("A colleague")) if asked.unnamed else line, today)


def usual_words(t: Words, wait: timedelta | None) -> str:
    """When an answer usually comes; "" while nobody knows."""
    return t("An answer usually comes within %(length)s.", length=length(t, wait)) if wait is not None else ""


def length(t: Words, wait: timedelta) -> str:
    """Whole hours up to two days, then days; never less than one."""
    hours = max(1, -(-int(wait.total_seconds()) // 3600))
    if hours <= 48:
        return t.many("%(num)d hour", "%(num)d hours", hours)
    return t.many("%(num)d day", "%(num)d days", -(-hours // 24))


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
