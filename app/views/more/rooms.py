"""Rum uden referat: when people came together without anything being written, and the form that cannot hold a word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import flet as ft

from app.i18n.words import first_up
from app.journeys.cohorts import cohorts, new_cohort
from app.journeys.rooms import keep_room, rooms
from app.records import Cohort, Room
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import (
    DayChoice,
    Field,
    body,
    choice,
    empty_state,
    keep_button,
    problem,
    quiet,
    quiet_button,
    row,
    screen,
    sheet,
    stack,
    stepper,
)
from app.views.lasted import lasted
from app.views.pages import use_pages
from app.views.session import go, use_live, use_ports, use_session

PATH = "/more/rooms"


@ft.component
def Rooms() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    pages = use_pages()
    held = use_live(lambda: rooms(ports, pages.limit), Room)
    names = use_live(lambda: {one.id: one.name for one in cohorts(ports)}, Cohort)

    def line(one: Room) -> ft.Control:
        people = t.many("%(num)d person", "%(num)d people", one.heads or 0)
        length = t.many("%(num)d min", "%(num)d min", one.minutes or 0)
        day = first_up(t.day(one.held_on, today)) if one.held_on else ""
        return row(
            t.isolated(names.get(one.cohort, "")) or t("A group"),
            under=" · ".join(part for part in (day, people, length) if part),
            leading=ft.Icon(ft.Icons.MEETING_ROOM_OUTLINED, color=ft.Colors.PRIMARY),
            key=f"room-{one.id}",
        )

    hint = t("Only that it was: day, group, minutes, how many. Nobody can write more.")
    parts: list[ft.Control] = [body(hint)]
    if held:
        parts.append(sheet([line(one) for one in pages.of(held)]))
    else:
        parts.append(empty_state(ft.Icons.MEETING_ROOM_OUTLINED, t("None yet")))
    parts += pages.way_on(held)
    foot = [keep_button(t("We were together"), lambda: go(f"{PATH}/new"), key="new")]
    return screen(t("Room without minutes"), parts, t=t, path=PATH, back=session.trail.tab, foot=foot)


@dataclass
class Draft:
    """All there is to say."""

    held_on: date
    cohort: str = ""
    minutes: int = 90
    heads: int = 8


@ft.component
def WereTogether() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    new = use_once(ports.new_row)
    known = use_live(lambda: cohorts(ports), Cohort)
    draft, change = use_draft(lambda: Draft(today, known[0].id if len(known) == 1 else ""))
    doing = use_doing()

    def step() -> None:
        cohort = next((one for one in known if one.id == draft.cohort), None)
        keep_room(ports, row=new, cohort=cohort, held_on=draft.held_on, minutes=draft.minutes, heads=draft.heads)

    def keep() -> None:
        if doing.do(step):
            go(PATH)

    minutes = lasted(t, draft.minutes, lambda value: change(minutes=value))
    heads = stepper(
        draft.heads,
        lambda value: change(heads=value),
        words=t.many("%(num)d person", "%(num)d people", draft.heads),
        less=t("One person less"),
        more=t("One person more"),
        step=1,
        most=1000,
        key="heads",
    )
    options = [(one.id, one.name) for one in known]
    parts: list[ft.Control] = [
        problem(doing.trouble),
        stack(
            [
                choice(
                    t("Group"),
                    options,
                    draft.cohort,
                    lambda value: change(cohort=value),
                    key="group",
                    may_be_none=False,
                ),
                quiet_button(t("A new group"), lambda: go(f"{PATH}/group"), key="new-group", icon=ft.Icons.ADD),
            ],
            spacing=0,
        ),
        DayChoice(
            "held",
            t("Day you met"),
            [(t("Today"), today), (t("Yesterday"), today - timedelta(days=1))],
            draft.held_on,
            lambda day: change(held_on=day or today),
            today=today,
            last=today,
        ),
        stack([quiet(t("Time together")), minutes], spacing=6),
        stack([quiet(t("How many were there")), heads], spacing=6),
    ]
    foot = [keep_button(t("Keep"), keep)]
    return screen(t("We were together"), parts, t=t, path=f"{PATH}/new", back=PATH, foot=foot)


@ft.component
def NewGroup() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    new = use_once(ports.new_row)
    draft = use_once(lambda: {"name": ""})
    doing = use_doing()

    def keep() -> None:
        if doing.do(lambda: new_cohort(ports, row=new, name=draft["name"])):
            go(f"{PATH}/new")

    parts = [
        problem(doing.trouble),
        Field("name", "", lambda text: draft.__setitem__("name", text), label=t("What the group is called")),
        quiet(t("Who was there is not written anywhere.")),
    ]
    return screen(
        t("A new group"), parts, t=t, path=f"{PATH}/group", back=f"{PATH}/new", foot=[keep_button(t("Keep"), keep)]
    )
