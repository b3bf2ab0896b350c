"""How a file, a task and a turn are said."""

from __future__ import annotations

from datetime import date

import flet as ft

from app.domain.caseload import FileNow
from app.i18n import N_, Words
from app.i18n.words import first_up
from app.records import Task, TaskKind, Waits
from app.views.kit.theme import WARM

KINDS = {
    # Words: a task for one of us, about a mentee: the button says what is to be done
    TaskKind.MEET.value: N_("Meet her"),
    # Words: a task for one of us
    TaskKind.TELL.value: N_("Tell her what comes next"),
    # Words: a task for one of us
    TaskKind.CALL.value: N_("Call her"),
    # Words: a task for one of us: somebody at the municipality or elsewhere must answer
    TaskKind.ASK.value: N_("Ask those we wait for"),
    # Words: a task for one of us
    TaskKind.PLAN.value: N_("Look at her plan with her"),
    # Words: a task for one of us
    TaskKind.MENTOR.value: N_("Find a mentor"),
    # Words: a task for one of us: something else, written in the field below
    TaskKind.OTHER.value: N_("Something else"),
}

WAITS = {
    # Words: whose turn it is in a mentee's file: the mentee's
    Waits.HERS.value: N_("We wait for her"),
    # Words: whose turn it is in a mentee's file: ours
    Waits.OURS.value: N_("She waits for us"),
    # Words: whose turn it is in a mentee's file: the municipality, a doctor, a school
    Waits.OTHERS.value: N_("Both wait for others"),
    # Words: whose turn it is in a mentee's file
    Waits.NOBODY.value: N_("Nobody waits"),
}


def task_said(t: Words, task: Task) -> str:
    """What is to be done: her own words where there are any."""
    return t.isolated(task.what) if task.what else t(KINDS[task.kind]) if task.kind in KINDS else t("A task")


def since_said(t: Words, file: FileNow) -> str:
    """When they last met."""
    days = file.days_since
    if days is None:
        return t("Not met yet")
    return t.many("Met %(num)d day ago", "Met %(num)d days ago", days) if days else t("Met today")


def next_said(t: Words, file: FileNow) -> str:
    """What comes next: a meeting, else a task, else nothing; of a file that ended, how long somebody asks after her."""
    if file.over:
        until = file.care_until
        return t("After-care until %(day)s", day=t.by_date(until, file.today)) if until else t("Ended")
    if file.all_rest and not file.next:
        return t("All tracks rest")
    if file.next:
        return first_up(t.moment(file.next.starts, file.today))
    if file.task:
        return task_said(t, file.task)
    # Words: on a line of the case load: no meeting, no task
    return t("Nothing planned")


def waits_said(t: Words, file: FileNow) -> str:
    """Whose turn it was at the last look, whatever is planned; "" of a file that ended or where nobody waits."""
    turn = file.look.waits if file.look and not file.over else ""
    return t(WAITS[turn]) if turn in WAITS and turn != Waits.NOBODY else ""


def due_said(t: Words, task: Task, today: date) -> str:
    """By when; "" without a day."""
    if task.done_on:
        return t("Done %(day)s", day=t.day(task.done_on, today))
    return t("By %(day)s", day=t.day(task.due_on, today)) if task.due_on else ""


def file_sign(file: FileNow) -> ft.Control:
    """A shape for how it stands; the words beside it say the same."""
    if file.still:
        sign = ft.Icons.HOURGLASS_EMPTY
    elif file.next:
        sign = ft.Icons.EVENT_OUTLINED
    else:
        sign = ft.Icons.TASK_ALT if file.task else ft.Icons.COFFEE_OUTLINED
    return ft.Icon(sign, color=WARM if file.still else ft.Colors.PRIMARY)
