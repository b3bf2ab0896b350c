"""What Today says of the mentors' meetings: that one comes soon, and that a time went to somebody else."""

from __future__ import annotations

from datetime import timedelta

import flet as ft

from app.i18n import Words
from app.journeys.mentor_meetings import SOON, ahead, went_to_others
from app.ports import Ports
from app.views.kit import row
from app.views.mentor_meetings.list import PATH
from app.views.session import go


def of_mentor_meetings(t: Words, ports: Ports) -> list[ft.Control]:
    """At most two lines."""
    until = (ports.today() + SOON + timedelta(days=1)).isoformat()
    soon = [one for one in ahead(ports) if one.starts < until]
    lost = [one.id for one in went_to_others(ports)]
    lines = []
    for row_id in lost[:1]:
        words = t("Somebody else was first. Choose another time.")
        lines.append(_line(ft.Icons.SCHEDULE, words, "", row_id, "slot-lost"))
    for one in soon[:1]:
        day = t.moment(one.starts, ports.today())
        lines.append(_line(ft.Icons.GROUPS_2_OUTLINED, t("Mentor meeting"), day, one.id, "mentor-meeting"))
    return lines


def _line(icon: ft.IconData, words: str, under: str, row_id: str, key: str) -> ft.Control:
    sign = ft.Icon(icon, color=ft.Colors.PRIMARY)
    return row(words, under=under, leading=sign, on_tap=lambda: go(f"{PATH}/{row_id}"), key=key, arrow=True)
