"""One group: who takes part and how often each came, and the times it met."""

from __future__ import annotations

import flet as ft

from app.domain.attendance import Came
from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.attendance import how_often, seated
from app.journeys.group_lines import on_the_sheet
from app.journeys.group_sessions import sessions_held, sessions_of
from app.ports import Ports
from app.records import Attendance, Cohort, GroupSession, Mentee, Seat
from app.views.chosen import chosen, split
from app.views.gone import no_longer_here
from app.views.groups.group_words import GROUP_TOPICS, about, often
from app.views.groups.list import PATH
from app.views.kit import keep_button, picture, quiet, quiet_button, row, screen, section, sheet, stack
from app.views.pages import use_pages
from app.views.paper.sheets import group_sheet
from app.views.session import go, use_live, use_ports, use_session

NEVER = Came(0, 0)


@ft.component
def GroupPage() -> ft.View:
    ports, session = use_ports(), use_session()
    t, which = session.words, ft.use_route_params().get("id", "")
    path = f"{PATH}/{which}"
    pages = use_pages(8, 30)
    cohort = use_live(lambda: ports.store.get(Cohort, which), Cohort)
    coming = use_live(lambda: seated(ports, which), Seat, Mentee)
    times = use_live(lambda: how_often(ports, which), Attendance, GroupSession)
    met = use_live(lambda: sessions_of(ports, which, limit=pages.limit), GroupSession)
    held = use_live(lambda: sessions_held(ports, which), GroupSession)
    if cohort is None:
        return no_group(t)

    def who(one: Mentee) -> ft.Control:
        return row(
            t.isolated(one.name) or t("Without a name"),
            under=often(t, times.get(one.id, NEVER)),
            leading=picture(one.picture, size=40),
            on_tap=lambda: go(f"/mentees/{one.id}"),
            key=f"seat-{one.id}",
            arrow=True,
        )

    def print_sheet() -> None:
        marks = [mark for mark, _ in on_the_sheet(ports, which)]
        html = group_sheet(t, name=cohort.name, marks=marks, today=ports.today())
        ports.platform.show_paper(html, print_words=t("Print"), close_words=t("Close"))

    seats = quiet_button(t("Choose who"), lambda: go(f"{path}/who"), key="to-who")
    none = quiet(t("Nobody is chosen yet. You can still count how many come."))
    people = [sheet([who(one) for one in coming])] if coming else [none]
    parts: list[ft.Control] = [
        # Words: heading over the people who take part in a group
        section(t("Who takes part"), [*people, quiet(t("You see those whose files you have."))], action=seats),
    ]
    # Words: how many times a group met, of so many planned
    of = t("%(num)d of %(of)d times", num=held, of=cohort.sessions) if cohort.sessions else ""
    if met:
        lines = [_session(t, ports, one, path) for one in pages.of(met)]
        lines += pages.way_on(met)
        # Words: heading over the days on which a group met
        parts.append(section(t("The times you met"), [sheet(lines), *([quiet(of)] if of else [])]))
    else:
        parts.append(quiet(t("The group has not met yet.")))
    change = quiet_button(
        t("Change the group"), lambda: go(f"{path}/change"), key="change", icon=ft.Icons.EDIT_OUTLINED
    )
    paper = quiet_button(t("A sheet to fill in"), print_sheet, key="blank", icon=ft.Icons.EDIT_NOTE)
    after = quiet_button(t("Type in a filled sheet"), lambda: go(f"{path}/after"), key="after", icon=ft.Icons.ADD)
    parts.append(stack([paper, after, change], spacing=0))
    foot = [] if cohort.ended_on else [keep_button(t("We meet"), lambda: go(f"{path}/meet"), key="meet")]
    return screen(
        t.isolated(cohort.name) or t("A group"),
        parts,
        t=t,
        path=path,
        under=about(t, cohort),
        back=PATH,
        foot=foot,
    )


def _session(t: Words, ports: Ports, one: GroupSession, path: str) -> ft.Control:
    """The day, and what all talked about."""
    day = first_up(t.day(one.held_on, ports.today())) if one.held_on else t("Without a day")
    return row(
        day,
        under=" · ".join(chosen(t, GROUP_TOPICS, topic) for topic in split(one.topics)),
        leading=ft.Icon(ft.Icons.EVENT_OUTLINED, color=ft.Colors.PRIMARY),
        on_tap=lambda: go(f"{path}/at/{one.id}"),
        key=f"session-{one.id}",
        arrow=True,
    )


def no_group(t: Words) -> ft.View:
    """It was taken away, or never was."""
    text = t("This group is no longer here.")
    return no_longer_here(t, t("Groups"), ft.Icons.GROUPS_OUTLINED, text, path=PATH, back=PATH)
