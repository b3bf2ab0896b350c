"""One file as the desk sees it: how it stands, who does what, and what to do about it. Facts only."""

from __future__ import annotations

from functools import partial

import flet as ft

from app.domain.caseload import FileNow
from app.i18n import Words
from app.journeys.caseload import file_now
from app.journeys.matching import lost_mentor
from app.journeys.tasks import around, finish, tasks_of
from app.records import Ending, HandOver, Look, Match, Meeting, MemberCard, Mentee, Mentor, Placement, Rung, Task, Track
from app.views.cases.case_words import WAITS, next_said, since_said
from app.views.cases.ending import ending_said
from app.views.cases.known import names_around, no_file
from app.views.cases.tasks import task_line
from app.views.cases.track_words import TRACKS
from app.views.cases.tracks import track_said
from app.views.kit import card, fact, keep_button, problem, quiet, row, screen, section, sheet, stack
from app.views.more.role_words import role_of
from app.views.session import go, use_live, use_ports, use_session
from app.views.work.work_words import work_said


@ft.component
def CasePage() -> ft.View:
    ports, session = use_ports(), use_session()
    t, which = session.words, ft.use_route_params().get("id", "")
    path = f"/cases/{which}"
    file = use_live(
        lambda: file_now(ports, which), Mentee, Meeting, Task, Look, Track, Ending, HandOver, Placement, Rung
    )
    if file is None:
        return no_file(t)
    mentee = file.mentee
    persons = around(ports, mentee.space)
    names = names_around(t, ports, mentee.space)
    tasks = use_live(lambda: tasks_of(ports, mentee), Task)
    alone = use_live(lambda: not file.over and lost_mentor(ports, mentee), Match, Mentor, MemberCard)
    lines = [
        task_line(
            t,
            one,
            ports.today(),
            {},
            lambda task: finish(ports, shown=task, yes=not task.done_on),
            names.get(one.person, ""),
        )
        for one in tasks
    ]
    who = [fact(ft.Icons.PERSON_OUTLINED, role_of(t, one.role), names[one.person] or t("Somebody")) for one in persons]
    parts: list[ft.Control] = [
        card(stack(_facts(t, file), spacing=16)),
        *([problem(t("All tracks rest. Find one small thing that goes on."), key="all-rest")] if file.all_rest else []),
        *([problem(t("She has no mentor now."), key="no-mentor")] if alone else []),
        sheet(_ways(t, file, names, path)),
        # Words: heading over what we do for a mentee
        section(t("Tasks"), [sheet(lines) if lines else quiet(t("Nobody has a task here."))]),
        section(t("Around her"), [card(stack(who, spacing=12))]),
        quiet(t("Facts only. Notes stay with her mentor and her worker.")),
    ]
    return screen(
        t.isolated(mentee.name) or t("Without a name"),
        parts,
        t=t,
        path=path,
        back="/cases",
        foot=[keep_button(t("A new task"), lambda: go(f"{path}/task"), key="new-task")],
    )


def _ways(t: Words, file: FileNow, names: dict[str, str], path: str) -> list[ft.Control]:
    """To the tracks, to who she asks for, to the end; each says how it stands."""
    tracks = [f"{t(TRACKS[one.kind])}: {track_said(t, one, file.today)}" for one in file.tracks if one.kind in TRACKS]
    contact = names.get(file.mentee.contact_person, "")
    ends = ending_said(t, file.ending, file.today) if file.ending else []

    def way(icon: ft.IconData, words: str, under: str, to: str) -> ft.Control:
        sign = ft.Icon(icon, color=ft.Colors.PRIMARY)
        lead = partial(go, f"{path}/{to}")
        return row(words, under=under, under_lines=4, leading=sign, on_tap=lead, key=f"to-{to}", arrow=True)

    hers = row(
        t("Her file"),
        under=t("Meetings, what is agreed, her steps"),
        leading=ft.Icon(ft.Icons.FOLDER_SHARED_OUTLINED, color=ft.Colors.PRIMARY),
        on_tap=lambda: go(f"/mentees/{file.mentee.id}"),
        key="to-her-file",
        arrow=True,
    )
    return [
        hers,
        way(ft.Icons.ALT_ROUTE, t("Tracks"), " · ".join(tracks) or t("Nothing is worked on yet."), "tracks"),
        way(ft.Icons.STORE_OUTLINED, t("Places of work"), work_said(t, file) or t("None yet"), "work"),
        way(ft.Icons.PERSON_PIN_OUTLINED, t("Contact person"), contact or t("Nobody chosen yet"), "contact"),
        way(ft.Icons.HANDSHAKE_OUTLINED, t("A mentor for her"), t("What she wishes, and who fits"), "match"),
        way(ft.Icons.PRINT_OUTLINED, t("On paper"), t("Her plan, a hand-over, a page for others"), "paper"),
        way(ft.Icons.FLAG_OUTLINED, t("The end"), ends[0] if ends else t("No day planned"), "ending"),
    ]


def _facts(t: Words, file: FileNow) -> list[ft.Control]:
    facts = [
        # Words: on a fact of a file: when they last met
        fact(ft.Icons.COFFEE_OUTLINED, t("Last time"), since_said(t, file)),
        # Words: on a fact of a file: what comes next
        fact(ft.Icons.EVENT_OUTLINED, t("Next"), next_said(t, file)),
    ]
    if file.look and file.look.waits in WAITS:
        facts.append(fact(ft.Icons.HOURGLASS_EMPTY, t("Who waits for whom?"), t(WAITS[file.look.waits])))
    return facts
