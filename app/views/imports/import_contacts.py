"""Bring a list of contacts: choose the file, see how it is read, keep it, read what stayed outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any  # Any: the fields of a Stage, and what Flet keeps in a ref

import flet as ft

from app.domain.spreadsheet_columns import MANY, Column
from app.domain.spreadsheet_text import MOST_BYTES
from app.i18n import N_, Words
from app.journeys.areas import usual_area
from app.journeys.import_contacts import ImportReport, Preview, import_list, read_first_line, read_list
from app.journeys.take_list_back import TakenBack, take_list_back
from app.ports import Refusal
from app.views.areas import area_row
from app.views.forms import use_chosen
from app.views.imports.columns import column_cards
from app.views.imports.report import Report
from app.views.kit import (
    body,
    empty_state,
    good_news,
    keep_button,
    problem,
    quiet,
    quiet_button,
    screen,
    switch,
    tonal_button,
)
from app.views.session import go, use_ports, use_words

PATH = "/import"
NOT_READ = N_("This file cannot be read. Copy it to this phone first, then choose the copy.")
"""It lies in a cloud, say, or was changed while it was read."""


@dataclass(frozen=True)
class Stage:
    """How far she is: nothing chosen, a preview, so many lines of all, a report; or all of it taken back."""

    preview: Preview | None = None
    match: Mapping[int, Column] = field(default_factory=dict)
    opened: int | None = None
    far: tuple[int, int] | None = None
    report: ImportReport | None = None
    taken_back: TakenBack | None = None
    trouble: str = ""


@ft.component
def ImportContacts() -> ft.View:
    ports, t = use_ports(), use_words()
    stage, set_stage = ft.use_state(Stage())
    area, set_area = use_chosen(lambda: usual_area(ports))
    running: Any = ft.use_ref(False)  # known at once, where the stage is known when it is drawn: a second quick tap

    def now(**changed: Any) -> None:
        set_stage(lambda before: replace(before, **changed))

    async def choose() -> None:
        try:
            picked = await ports.platform.pick_file(most_bytes=MOST_BYTES)
            if picked is None:
                return
            read = read_list(picked[1])
        except OSError:
            set_stage(Stage(trouble=t(NOT_READ)))
        except Refusal as no:
            set_stage(Stage(trouble=t(no.text, **no.blanks)))
        else:
            set_stage(Stage(preview=read, match=read.match))

    async def keep() -> None:
        if stage.preview is None or running.current:
            return
        running.current = True
        now(trouble="", far=(0, len(stage.preview.sheet.lines)))
        try:
            report = await import_list(
                ports, preview=stage.preview, match=stage.match, progress=lambda *far: now(far=far), space=area
            )
        except Refusal as no:
            now(trouble=t(no.text, **no.blanks))
        else:
            now(report=report, preview=None)
        finally:
            running.current = False
            now(far=None)

    async def take_back() -> None:
        if stage.report is None or running.current:
            return
        rows = stage.report.rows
        running.current = True
        now(trouble="", far=(0, len(rows)))
        try:
            gone = await take_list_back(ports, rows=rows, progress=lambda *far: now(far=far))
        except Refusal as no:
            now(trouble=t(no.text, **no.blanks))
        else:
            set_stage(Stage(taken_back=gone))
        finally:
            running.current = False
            now(far=None)

    def correct(at: int, column: Column | None) -> None:
        others = {
            other: kind for other, kind in stage.match.items() if other != at and (kind in MANY or kind != column)
        }
        now(match={**others, at: column} if column else others, opened=None)

    def read_again(person: bool) -> None:  # noqa: FBT001 - a choice of two
        if stage.preview is not None:
            read = read_first_line(stage.preview, person=person)
            now(preview=read, match=read.match, opened=None)

    parts: list[ft.Control] = [problem(stage.trouble)]
    foot: list[ft.Control] = []
    if stage.far is not None:
        parts.append(_progress(t, *stage.far))
    elif stage.report is not None:
        parts.append(Report(stage.report))
        foot = [
            keep_button(t("See the people"), lambda: go("/people"), key="to-people"),
            tonal_button(t("Choose another file"), choose, key="choose"),
        ]
        if stage.report.rows:
            # Words: a button: the list of people that was just brought in goes away again
            foot.append(quiet_button(t("Take the list back"), take_back, key="take-list-back"))
    elif stage.preview is not None:
        lines = len(stage.preview.sheet.lines)
        cards = column_cards(t, stage.preview, stage.match, stage.opened, lambda at: now(opened=at), correct)
        parts += [
            *area_row(t, ports, area, set_area),
            ft.Column(
                [
                    body(t.many("%(num)d line, read like this:", "%(num)d lines, read like this:", lines), strong=True),
                    quiet(t("Tap a column to correct it.")),
                ],
                spacing=4,
            ),
            *_first_line(t, stage.preview, read_again),
            *cards,
        ]
        foot = [keep_button(t.many("Import %(num)d line", "Import %(num)d lines", lines), keep, key="keep")]
    else:
        parts += _taken_back(t, stage.taken_back) if stage.taken_back else [_invitation(t)]
        foot = [keep_button(t("Choose a file"), choose, key="choose")]
    back = None if stage.far is not None else "/more"
    return screen(t("Import contacts"), parts, t=t, path=PATH, back=back, foot=foot, spacing=12)


def _first_line(t: Words, preview: Preview, on_person: Callable[[bool], object]) -> list[ft.Control]:
    """Only where we cannot know: no word of it is one that heads a column."""
    if preview.whole.doubtful is None:
        return []
    return [switch(t("The first line is a person"), not preview.sheet.headed, on_person, key="first-is-person")]


def _taken_back(t: Words, back: TakenBack) -> list[ft.Control]:
    # Words: how many people of a list that was taken back went
    said = [good_news(t("Taken away again: %(num)s", num=t.number(back.gone)), key="taken-back")]
    if back.left:
        # Words: how many people of a list that was taken back stay
        said.append(quiet(t("They stay, somebody wrote about them since: %(num)s", num=t.number(back.left))))
    return said


def _invitation(t: Words) -> ft.Control:
    return empty_state(
        ft.Icons.UPLOAD_FILE,
        t("Bring a list you have."),
        t("A CSV file, as Excel saves it. You see it before anything is kept."),
    )


def _progress(t: Words, done: int, total: int) -> ft.Control:
    share = done / total if total else 1
    words = t("%(done)s of %(total)s lines", done=t.number(done), total=t.number(total))
    return ft.Container(
        content=ft.Column(
            [
                ft.ProgressBar(
                    value=share if share < 1 else None, bar_height=8, border_radius=4, semantics_label=words
                ),
                body(words if share < 1 else t("Keeping all of them …"), strong=True),
                quiet(t("All lines are kept together, or none.")),
            ],
            spacing=12,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        key="progress",
        padding=24,
    )
