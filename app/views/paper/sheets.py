"""The pages a file can become: for a hand-over, for the municipality, and a sheet to fill in by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from app.i18n import Words
from app.i18n.words import first_up
from app.records import HandOver, Task
from app.views.cases.case_words import task_said
from app.views.cases.track_words import RECOMMENDS
from app.views.paper.pieces import BOX, LINE, each, facts, faint, grid, lined, page, part, said

ROWS, TIMES = 8, 5


def handover_paper(
    t: Words,
    *,
    name: str,
    told: Sequence[tuple[str, str, str]],
    meetings: Sequence[str],
    tasks: Sequence[Task],
    over: HandOver | None,
    names: Mapping[str, str],
    today: date,
) -> str:
    """One case for whoever takes over: facts, what is promised, and room for what only she may say."""
    pieces = [facts([(label, value) for _, label, value in told])]
    if over:
        people = t("%(giver)s to %(taker)s", giver=names.get(over.giver, ""), taker=names.get(over.taker, ""))
        days = ""
        if over.begins_on and over.until:
            first, last = t.by_date(over.begins_on, today), t.by_date(over.until, today)
            days = t("From %(first)s, both until %(last)s", first=first, last=last)
        lines = [people, days]
        if over.recommends in RECOMMENDS:
            lines.append(t("Recommends: %(words)s", words=t(RECOMMENDS[over.recommends])))
        pieces.append(part(t("Hand-over"), each([line for line in lines if line])))
    if tasks:
        lines = [
            " · ".join(x for x in (task_said(t, one), names.get(one.person, ""), _due(t, one, today)) if x)
            for one in tasks
        ]
        pieces.append(part(t("What we have promised"), each(lines)))
    if meetings:
        pieces.append(part(t("The last meetings"), each(meetings)))
    pieces.append(part(t("What she would like the next one to know"), said(LINE * 3), said(LINE * 3)))
    pieces.append(faint(t("Facts only. Notes stay with her mentor and her worker.")))
    return page(t, t("A hand-over"), _who(t, name, today), *pieces)


def municipality_paper(t: Words, *, name: str, chosen: Sequence[tuple[str, str, str]], today: date) -> str:
    """Only what she and one of us ticked together; she takes it along herself."""
    pieces = [
        facts([(label, value) for _, label, value in chosen]),
        faint(t("She has read this page, or had it read to her, before it was printed.")),
        said(t("Day and name:"), LINE),
    ]
    return page(t, t("To the municipality"), _who(t, name, today), *pieces)


def blank_sheet(t: Words, *, name: str, today: date) -> str:
    """For places without devices: a line for each meeting, typed in afterwards."""
    heads = [t("Day"), t("Minutes"), t("We met"), t("Next time")]
    pieces = [
        grid(heads, ROWS, ("", "", f"{BOX} {t('Yes')}   {BOX} {t('No')}")),
        faint(t("Write no full name and no CPR number here. Type it in afterwards, then tear it up.")),
    ]
    return page(t, t("A sheet to fill in"), _who(t, name, today), *pieces)


def group_sheet(t: Words, *, name: str, marks: Sequence[str], today: date) -> str:
    """A column for each time a group meets where there are no devices: the day, who came, how many others."""
    empty, boxes = [""] * TIMES, [BOX] * TIMES
    rows = [[t("Day"), *empty], [t("Time together"), *empty], *([one, *boxes] for one in marks)]
    rows += [[t("Others who came, without names"), *empty]]
    pieces = [
        lined(rows),
        faint(t("Write no full name and no CPR number here. Type it in afterwards, then tear it up.")),
    ]
    return page(t, t("A sheet to fill in"), _who(t, name, today), *pieces)


def _due(t: Words, task: Task, today: date) -> str:
    return t("By %(day)s", day=t.by_date(task.due_on, today)) if task.due_on else ""


def _who(t: Words, name: str, today: date) -> str:
    return " · ".join([t.isolated(name), first_up(t.by_date(today))])
