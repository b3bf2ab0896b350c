"""A task for one of us: what, who, by when; three taps and no writing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import flet as ft

from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.tasks import add_task
from app.ports import Ports
from app.records import Mentee, TaskKind
from app.views.cases.case_words import KINDS
from app.views.cases.known import names_around, no_file
from app.views.chosen import offered
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import DayChoice, Field, choice, keep_button, problem, screen
from app.views.session import go, use_ports, use_session


@dataclass
class Draft:
    """What is being chosen."""

    kind: str = ""
    what: str = ""
    person: str = ""
    due_on: date | None = None


@ft.component
def NewTask() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    back = f"/cases/{ft.use_route_params().get('id', '')}"
    mentee = ports.store.get(Mentee, ft.use_route_params().get("id", ""))
    draft, change = use_draft(lambda: Draft(person=ports.me.person.hex(), due_on=today + timedelta(days=7)))
    doing, new = use_doing(), use_once(ports.new_row)
    if mentee is None:
        return no_file(t)

    def keep() -> None:
        told = {"kind": draft.kind, "what": draft.what, "person": draft.person}
        if doing.do(lambda: add_task(ports, row=new, mentee=mentee, due_on=draft.due_on, **told)):
            go(back)

    parts = [
        problem(doing.trouble),
        choice(
            t("What is to be done"),
            offered(t, KINDS),
            draft.kind,
            lambda kind: change(kind=kind),
            key="kind",
        ),
    ]
    if draft.kind == TaskKind.OTHER:
        parts.append(Field("what", draft.what, lambda text: setattr(draft, "what", text), label=t("In a few words")))
    parts += [
        who_does_it(t, ports, mentee.space, draft.person, lambda person: change(person=person)),
        due_choice(t, draft.due_on, lambda day: change(due_on=day), today),
    ]
    return screen(
        t("A task"),
        parts,
        t=t,
        path=f"{back}/task",
        under=t.isolated(mentee.name),
        back=back,
        foot=[keep_button(t("Keep"), keep)],
    )


def who_does_it(
    t: Words,
    ports: Ports,
    space: str,
    person: str,
    on_choose: Callable[[str], Any],
    *,
    key: str = "person",
    label: str = "",
) -> ft.Control:
    """Those around the file, herself first."""
    options = list(names_around(t, ports, space).items())
    return choice(label or t("Who does it"), options, person, on_choose, key=key, may_be_none=False)


def due_choice(t: Words, day: date | None, on_day: Callable[[date | None], Any], today: date) -> ft.Control:
    """The days one usually means."""
    usual = [today + timedelta(days=away) for away in (1, 7, 14)]
    return DayChoice(
        "due",
        t("By when"),
        [(first_up(t.day(each, today)), each) for each in usual],
        day,
        on_day,
        today=today,
        first=today,
    )
