"""The meetings of mentors: the next one first thing; who plans them plans one more."""

from __future__ import annotations

import flet as ft

from app.domain.roles import STEWARDS
from app.i18n.words import first_up
from app.journeys.mentor_meetings import mentor_meetings
from app.records import MentorMeeting
from app.views.kit import empty_state, keep_button, row, screen, sheet
from app.views.pages import use_pages
from app.views.session import go, use_live, use_ports, use_session, use_told

PATH = "/more/mentor-meetings"


@ft.component
def MentorMeetings() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today = session.words, ports.today()
    pages = use_pages(12, 30)
    steward = use_told().role in STEWARDS
    known = use_live(lambda: mentor_meetings(ports, pages.limit), MentorMeeting)

    def line(one: MentorMeeting) -> ft.Control:
        # Words: a meeting that was planned and does not take place
        off = t("Called off") if one.off else ""
        return row(
            first_up(t.moment(one.starts, today)),
            under=" · ".join(part for part in (off, t.isolated(one.place)) if part),
            leading=ft.Icon(ft.Icons.GROUPS_2_OUTLINED, color=ft.Colors.PRIMARY),
            on_tap=lambda: go(f"{PATH}/{one.id}"),
            key=f"mentor-meeting-{one.id}",
            arrow=True,
        )

    parts: list[ft.Control] = []
    if known:
        parts.append(sheet([line(one) for one in pages.of(known)]))
    else:
        hint = t("Mentors talk together here, and each can have a few minutes alone with who plans it.")
        parts.append(empty_state(ft.Icons.GROUPS_2_OUTLINED, t("None yet"), hint))
    parts += pages.way_on(known)
    foot = [keep_button(t("Plan a mentor meeting"), lambda: go(f"{PATH}/new"), key="new")] if steward else []
    return screen(t("Mentor meetings"), parts, t=t, path=PATH, back="/more/sparring", foot=foot)
