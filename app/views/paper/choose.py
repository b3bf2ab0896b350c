"""On paper: which page it shall be; what goes to the municipality is ticked with her first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import flet as ft
from sqlmodel import col

from app.i18n import N_, Words, danish
from app.i18n.languages import language_called
from app.journeys.agreements import agreements_with
from app.journeys.caseload import file_now
from app.journeys.coming import coming
from app.journeys.handover import hand_overs_of
from app.journeys.her_plan import plan_space
from app.journeys.steps import steps_of
from app.journeys.tasks import tasks_of
from app.ports import Ports, Refusal
from app.records import Appointment, Meeting, MeetingState, Mentee
from app.views.cases.known import all_by_name, no_file, use_mentee
from app.views.forms import use_doing, use_draft
from app.views.her_language import use_her_language
from app.views.kit import body, empty_state, keep_button, problem, quiet, row, screen, sheet, tappable
from app.views.paper.plan import plan_paper
from app.views.paper.sheets import blank_sheet, handover_paper, municipality_paper
from app.views.paper.told import facts_told, meetings_told, to_go_on_with
from app.views.session import go, use_ports, use_session


@ft.component
def OnPaper() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today, mentee = session.words, ports.today(), use_mentee()
    spoken = language_called(mentee.language) if mentee else None
    use_her_language(spoken.code if spoken else t.code)  # it is there when her plan is printed
    if mentee is None:
        return no_file(t)
    path = f"/cases/{mentee.id}"

    def show(html: str) -> None:
        ports.platform.show_paper(html, print_words=t("Print"), close_words=t("Close"))

    def plan() -> None:
        names = all_by_name(t, ports, mentee.space)
        show(
            plan_paper(
                name=mentee.name,
                language=mentee.language,
                ahead=_appointments(ports, mentee),
                steps=steps_of(ports, mentee),
                contact=names.get(mentee.contact_person, ""),
                today=today,
            )
        )

    def hand_over() -> None:
        overs = hand_overs_of(ports, mentee)
        show(
            handover_paper(
                t,
                name=mentee.name,
                told=[*_told(t, ports, mentee), *_to_go_on_with(t, ports, mentee)],
                meetings=meetings_told(t, _held(ports, mentee), today),
                tasks=[one for one in tasks_of(ports, mentee) if one.done_on is None],
                over=overs[0] if overs else None,
                names=all_by_name(t, ports, mentee.space),
                today=today,
            )
        )

    def way(icon: ft.IconData, words: str, under: str, on_tap: object, key: str) -> ft.Control:
        sign = ft.Icon(icon, color=ft.Colors.PRIMARY)
        return row(words, under=under, leading=sign, on_tap=on_tap, key=key, arrow=True)  # type: ignore[arg-type]  # a tap

    ways = [
        way(ft.Icons.FACT_CHECK_OUTLINED, t("Her plan"), t("Pictures, large, in two languages"), plan, "plan"),
        way(ft.Icons.SWAP_HORIZ, t("A hand-over"), t("Facts for who takes over"), hand_over, "handover"),
        way(
            ft.Icons.HANDSHAKE_OUTLINED, t("To the municipality"), t("What you two choose, one page"),
            lambda: go(f"{path}/municipality"), "municipality",
        ),
        way(
            ft.Icons.EDIT_NOTE, t("A sheet to fill in"), t("For places without phones"),
            lambda: show(blank_sheet(t, name=mentee.name[:1], today=today)), "blank",
        ),
        way(
            ft.Icons.ADD, t("Type in a filled sheet"), t("Several meetings at once"), lambda: go(f"{path}/after"),
            "after",
        ),
    ]  # fmt: skip
    parts = [sheet(ways), quiet(t("No note is ever printed. What lies on a table can be read by others."))]
    return screen(t("On paper"), parts, t=t, path=f"{path}/paper", under=t.isolated(mentee.name), back=path)


@dataclass
class Page:
    """What the two have ticked, and whether they have looked through it; kept nowhere."""

    chosen: set[str] = field(default_factory=set)
    seen: bool = False


@ft.component
def ToTheMunicipality() -> ft.View:
    """A list to tick with her. Nothing is ticked at first, and nothing of it is kept; the page itself is in Danish."""
    ports, session = use_ports(), use_session()
    t, mentee = session.words, use_mentee()
    draft, change = use_draft(Page)
    doing = use_doing()
    if mentee is None:
        return no_file(t)
    path = f"/cases/{mentee.id}"
    told = _told(t, ports, mentee)

    def show() -> None:
        if not draft.chosen:
            raise Refusal(N_("Choose with her what they may read."))
        if not draft.seen:
            raise Refusal(N_("Look through it with her first."))
        read_there = danish()
        picked = [fact for fact in _told(read_there, ports, mentee) if fact[0] in draft.chosen]
        html = municipality_paper(read_there, name=mentee.name, chosen=picked, today=ports.today())
        ports.platform.show_paper(html, print_words=t("Print"), close_words=t("Close"))

    lines = [
        _tick(name, value, key in draft.chosen, partial(change_chosen, draft, change, key), key=f"fact-{key}")
        for key, name, value in told
    ]
    none = empty_state(ft.Icons.DESCRIPTION_OUTLINED, t("There is nothing to print yet."))
    together = _tick(
        t("We have looked through it together"), "", draft.seen, lambda: change(seen=not draft.seen), key="seen"
    )
    parts: list[ft.Control] = [
        problem(doing.trouble),
        quiet(t("Turn the phone to her. She decides what stands on the page."), size=15),
        sheet(lines) if lines else none,
        sheet([together]),
    ]
    foot = [keep_button(t("Show the page"), lambda: doing.do(show), key="show")]
    return screen(
        t("To the municipality"),
        parts,
        t=t,
        path=f"{path}/municipality",
        under=t.isolated(mentee.name),
        back=f"{path}/paper",
        foot=foot,
    )


def change_chosen(draft: Page, change: Callable[..., None], key: str) -> None:
    """On the page, or not; what they looked through is another page then."""
    change(chosen=draft.chosen ^ {key}, seen=False)


def _tick(name: str, value: str, yes: bool, on_tap: Callable[[], None], *, key: str) -> ft.Control:  # noqa: FBT001
    """A fact to tick, whole, on as many lines as it needs: she reads along."""
    sign = ft.Icon(ft.Icons.CHECK_BOX if yes else ft.Icons.CHECK_BOX_OUTLINE_BLANK, color=ft.Colors.PRIMARY)
    words = ft.Column(
        [body(name, strong=not value), *([body(value, strong=True)] if value else [])], spacing=0, expand=True
    )
    line = ft.Semantics(checked=yes, content=ft.Row([sign, words], spacing=12))
    return tappable(line, on_tap, key=key, padding=ft.Padding.symmetric(horizontal=16, vertical=12))


def _told(t: Words, ports: Ports, mentee: Mentee) -> list[tuple[str, str, str]]:
    file = file_now(ports, mentee.id)
    held, steps, names = _held(ports, mentee), steps_of(ports, mentee), all_by_name(t, ports, mentee.space)
    return facts_told(t, file, held, steps, names) if file else []


def _to_go_on_with(t: Words, ports: Ports, mentee: Mentee) -> list[tuple[str, str, str]]:
    """Of what was agreed only what still runs, with somebody who is still there."""
    file, names, today = file_now(ports, mentee.id), all_by_name(t, ports, mentee.space), ports.today()
    agreed = [
        one
        for one in agreements_with(ports, mentee)
        if one.mentor in names and (one.until is None or one.until >= today)
    ]
    return to_go_on_with(t, file, steps_of(ports, mentee), agreed, names) if file else []


def _held(ports: Ports, mentee: Mentee) -> list[Meeting]:
    hers = (col(Meeting.mentee) == mentee.id, col(Meeting.state) == MeetingState.HELD.value)
    return ports.store.find(Meeting, *hers, order_by=(col(Meeting.held_on).desc(), col(Meeting.id)))


def _appointments(ports: Ports, mentee: Mentee) -> list[Appointment]:
    plan = plan_space(ports, mentee)
    return coming(ports, plan, limit=2) if plan else []
