"""My tasks, all of them: the soonest first, each done with one tap and taken back with one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import flet as ft
from sqlmodel import col

from app.i18n import Words
from app.journeys.my_tasks import my_tasks
from app.journeys.tasks import finish
from app.ports import Ports
from app.records import Mentee, Task
from app.views.cases.case_words import due_said, task_said
from app.views.kit import empty_state, icon_button, row, screen, section, sheet
from app.views.pages import use_pages
from app.views.session import go, use_live, use_ports, use_session

PATH = "/cases/tasks"


@ft.component
def MyTasks() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    done, set_done = ft.use_state(tuple[str, ...]())
    pages = use_pages()
    tasks = use_live(lambda: my_tasks(ports, limit=pages.limit), Task, Mentee)
    over = [one for row in done if (one := ports.store.get(Task, row)) and one.done_on]

    def tick(task: Task) -> None:
        finish(ports, shown=task, yes=not task.done_on)
        set_done(lambda before: (task.id, *(row for row in before if row != task.id)))

    listed = [*pages.of(tasks), *over]
    names = use_live(lambda: _names(ports, listed), Mentee)
    parts: list[ft.Control] = []
    if tasks:
        parts.append(sheet([task_line(t, one, today, names, tick) for one in pages.of(tasks)]))
        parts += pages.way_on(tasks)
    else:
        parts.append(empty_state(ft.Icons.TASK_ALT, t("No tasks wait for you."), t("They are made on a file.")))
    if over:
        # Words: heading over tasks that were done a moment ago
        parts.append(section(t("Just done"), [sheet([task_line(t, one, today, names, tick) for one in over])]))
    return screen(t("My tasks"), parts, t=t, path=PATH, back=session.trail.tab)


def _names(ports: Ports, tasks: Iterable[Task]) -> dict[str, str]:
    """{the row of a mentee: her name} of those whom the tasks are about."""
    hers = col(Mentee.id).in_({task.mentee for task in tasks})
    return {mentee.id: mentee.name for mentee in ports.store.find(Mentee, hers)}


def task_line(
    t: Words, task: Task, today: date, names: Mapping[str, str], on_tick: Callable[[Task], None], who: str = ""
) -> ft.Control:
    """What, by when, for which mentee; the ring at the start says whether it is done, and does it."""
    name = t.isolated(names.get(task.mentee, ""))
    under = " · ".join(part for part in (name, who, due_said(t, task, today)) if part)
    sign = ft.Icons.CHECK_CIRCLE if task.done_on else ft.Icons.RADIO_BUTTON_UNCHECKED
    # Words: a button on a task: it is done; and the way back
    said = t("Not done after all") if task.done_on else t("Done")
    ring = icon_button(sign, said, lambda: on_tick(task), key=f"tick-{task.id}")
    line = row(task_said(t, task), under=under, on_tap=lambda: go(f"/cases/{task.mentee}"), key=f"task-{task.id}")
    # beside each other, not inside: a button within a button has no name of its own
    return ft.Row([ring, ft.Container(content=line, expand=True)], spacing=0)
