"""Looking through the whole case load: one file after the other, three questions each, and decisions become tasks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

import flet as ft

from app.i18n import Words
from app.journeys.caseload import Decision, case_load, file_now, look_through
from app.ports import Ports
from app.records import Answer, Ending, Look, Meeting, Mentee, RowId, Task, TaskKind, Waits
from app.views.cases.case_words import KINDS, WAITS, next_said, since_said, waits_said
from app.views.cases.task import due_choice, who_does_it
from app.views.chosen import offered
from app.views.forms import use_draft
from app.views.kit import body, card, choice, empty_state, keep_button, quiet_button, screen, section, several, stack
from app.views.session import go, use_live, use_ports, use_session

PATH = "/cases/sweep"
DECISIONS = [kind for kind in KINDS if kind != TaskKind.OTHER]


@dataclass
class Draft:
    """The answers for one file; each task in the making has its row from the beginning."""

    row: RowId
    rows: dict[str, RowId]
    met: str = ""
    knows: str = ""
    waits: str = ""
    decided: set[str] = field(default_factory=set)
    person: str = ""
    due_on: date | None = None


@ft.component
def Sweep() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    load = use_live(lambda: case_load(ports), Mentee, Meeting, Task, Look, Ending)
    passed, set_passed = ft.use_state(tuple[str, ...]())
    drafts, change_draft = use_draft(dict[str, Draft])
    waits = [row for row in load.unseen if row not in passed]
    file, today = file_now(ports, waits[0]) if waits else None, ports.today()
    if file is None:
        return _through(t, any_file=bool(load.going or load.ended))
    mentee = file.mentee
    if mentee.id not in drafts:
        drafts[mentee.id] = _draft(ports, today)
    draft = drafts[mentee.id]

    def change(**said: object) -> None:
        for name, value in said.items():
            setattr(draft, name, value)
        change_draft()

    def answer(**said: str) -> None:
        """An answer that asks for something to be done proposes it; one tap takes it away again."""
        change(**said)
        change(decided=draft.decided | proposed(draft))

    def decide(kind: str, yes: bool) -> None:  # noqa: FBT001
        change(decided=draft.decided | {kind} if yes else draft.decided - {kind})

    def keep() -> None:
        decided = [Decision(draft.rows[kind], kind, draft.person, draft.due_on) for kind in sorted(draft.decided)]
        look_through(
            ports, row=draft.row, mentee=mentee, met=draft.met, knows=draft.knows, waits=draft.waits, decided=decided
        )

    name = t.isolated(mentee.name) or t("Without a name")
    stands = since_said(t, file), next_said(t, file), waits_said(t, file)
    yes_no = [(Answer.YES.value, t("Yes")), (Answer.NO.value, t("No"))]
    turns = offered(t, WAITS)
    parts: list[ft.Control] = [
        card(stack([body(name, size=22, strong=True), *(body(line) for line in stands if line)], spacing=2)),
        stack(
            [
                choice(t("Has she been met?"), yes_no, draft.met, lambda said: answer(met=said), key="met"),
                choice(
                    t("Does she know what comes next?"),
                    yes_no,
                    draft.knows,
                    lambda said: answer(knows=said),
                    key="knows",
                ),
                choice(t("Who waits for whom?"), turns, draft.waits, lambda said: answer(waits=said), key="waits"),
            ],
            spacing=20,
        ),
        section(
            t("What we decide"),
            [several([(kind, t(KINDS[kind])) for kind in DECISIONS], draft.decided, decide, key="decide")],
        ),
    ]
    if draft.decided:
        parts.append(who_does_it(t, ports, mentee.space, draft.person, lambda person: change(person=person)))
        parts.append(due_choice(t, draft.due_on, lambda day: change(due_on=day), today))
    # Words: a button: leave this file for another day and show the next one
    later = quiet_button(t("Not now"), lambda: set_passed(lambda before: (*before, mentee.id)), key="pass")
    # Words: how far one is in looking through the files: number of all
    under = t("%(num)d of %(all)d", num=len(load.going) - len(waits) + 1, all=len(load.going))
    foot = [keep_button(t("Keep, and the next"), keep), later]
    return screen(t("Look through"), parts, t=t, path=PATH, under=under, back="/cases", foot=foot)


def _through(t: Words, *, any_file: bool) -> ft.View:
    """Nothing is left to look at today."""
    hint = t("What you decided is among the tasks.") if any_file else ""
    words = t("You have been through all files.") if any_file else t("You have no files yet.")
    foot = [keep_button(t("To the files"), lambda: go("/cases"), key="to-files")]
    done = empty_state(ft.Icons.TASK_ALT, words, hint)
    return screen(t("Look through"), [done], t=t, path=PATH, back="/cases", foot=foot)


def proposed(draft: Draft) -> set[str]:
    """What the answers ask for."""
    asked = set()
    if draft.met == Answer.NO:
        asked.add(TaskKind.MEET.value)
    if draft.knows == Answer.NO:
        asked.add(TaskKind.TELL.value)
    if draft.waits == Waits.OTHERS:
        asked.add(TaskKind.ASK.value)
    if draft.waits == Waits.HERS:
        asked.add(TaskKind.CALL.value)
    return asked


def _draft(ports: Ports, today: date) -> Draft:
    rows = {kind: ports.new_row() for kind in DECISIONS}
    return Draft(ports.new_row(), rows, person=ports.me.person.hex(), due_on=today + timedelta(days=7))
