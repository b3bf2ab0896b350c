"""The case load: every file, the one not met for longest first; what comes next, and for whom we wait."""

from __future__ import annotations

import flet as ft

from app.domain.caseload import FileNow
from app.domain.roles import STEWARDS
from app.i18n import Words
from app.journeys.caseload import case_load, files_of
from app.records import Ending, Look, Meeting, Mentee, Placement, Rung, Task, Track
from app.views.cases.case_words import file_sign, next_said, waits_said
from app.views.kit import choice, empty_state, keep_button, quiet, quiet_button, row, screen, sheet, tonal_button
from app.views.pages import use_pages
from app.views.session import go, use_live, use_ports, use_session
from app.views.work.work_words import work_said

PATH = "/cases"
ALL, STILL, ENDED = "all", "still", "ended"


@ft.component
def CaseLoad() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    which, set_which = ft.use_state(STILL if ft.context.page.route == f"{PATH}/{STILL}" else ALL)
    pages = use_pages()
    load = use_live(lambda: case_load(ports), Mentee, Meeting, Task, Look, Ending)
    chosen = {ALL: load.going, STILL: load.still, ENDED: load.ended}[which]
    files = use_live(lambda: files_of(ports, pages.of(chosen)), Track, Placement, Rung)

    def choose(option: str) -> None:
        pages.back_to_first()
        set_which(option)

    if not (load.going or load.ended):
        return screen(t("Files"), [_nothing(t, steward=ports.me.role in STEWARDS)], t=t, path=PATH, back="/more")
    ends = t.many("%(num)d ended", "%(num)d ended", len(load.ended))
    parts: list[ft.Control] = [
        choice(
            "",
            [
                # Words: which files are listed: all of them, and how many
                (ALL, t.many("All %(num)d", "All %(num)d", len(load.going))),
                # Words: which files are listed: those where nothing happens, and how many
                (STILL, t.many("%(num)d stands still", "%(num)d stand still", len(load.still))),
                *([(ENDED, ends)] if load.ended else []),
            ],
            which,
            choose,
            key="which",
            may_be_none=False,
        )
    ]
    if files:
        parts.append(sheet([_line(t, file) for file in files]))
    else:
        parts.append(empty_state(ft.Icons.TASK_ALT, t("No file stands still."), t("Everybody has a next step.")))
    parts += pages.way_on(chosen)
    parts.append(quiet(t("Facts only. Notes stay with her mentor and her worker.")))
    foot = []
    if load.unseen:
        through = t.many("Look through %(num)d file", "Look through %(num)d files", len(load.unseen))
        foot.append(keep_button(through, lambda: go(f"{PATH}/sweep"), key="sweep"))
    tasks = tonal_button(t("My tasks"), lambda: go(f"{PATH}/tasks"), key="my-tasks")
    return screen(t("Files"), parts, t=t, path=PATH, back=session.trail.tab, foot=foot, actions=[tasks], spacing=12)


def _line(t: Words, file: FileNow) -> ft.Control:
    said = next_said(t, file), waits_said(t, file), "" if file.over else work_said(t, file)
    return row(
        t.isolated(file.mentee.name) or t("Without a name"),
        under="\n".join(line for line in said if line),
        under_lines=4,
        leading=file_sign(file),
        trailing=quiet(_waited(t, file)),
        on_tap=lambda: go(f"{PATH}/{file.mentee.id}"),
        key=f"file-{file.mentee.id}",
    )


def _waited(t: Words, file: FileNow) -> str:
    """Since they met, so short that a long name has room."""
    days = file.days_since
    return t("Not met yet") if days is None else t.many("%(num)d day", "%(num)d days", days) if days else t("Met today")


def _nothing(t: Words, *, steward: bool) -> ft.Control:
    hint = t("Open a file when somebody says yes.") if steward else t("Your coordinator opens the file of your mentee.")
    action = quiet_button(t("Open a file"), lambda: go("/mentees/new"), key="open-file") if steward else None
    return empty_state(ft.Icons.FOLDER_OPEN, t("You have no files yet."), hint, action)
