"""What Today says of places of work: early signs, the clocks of the law, weeks without pay. One line each."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import flet as ft

from app.i18n import Words
from app.journeys.offer_clocks import long_unpaid, offers_due
from app.journeys.placements import all_placements
from app.journeys.pulses import early
from app.ports import Ports
from app.views.kit import quiet_button, row, section, sheet
from app.views.session import go
from app.views.work.work_words import SIGNS, due_said, unpaid_said, where_said

MOST = 6


def at_work(t: Words, ports: Ports, names: Mapping[str, str], resting: Collection[str]) -> list[ft.Control]:
    """Nothing at all when nobody waits; `resting` = mentees about whom nothing prompts anybody now."""
    today, places = ports.today(), all_placements(ports)

    def line(icon: ft.IconData, mentee: str, under: str, to: str, key: str) -> ft.Control:
        sign = ft.Icon(icon, color=ft.Colors.PRIMARY)
        name = t.isolated(names.get(mentee, "")) or t("Somebody")
        return row(name, under=under, under_lines=3, leading=sign, on_tap=lambda: go(to), key=key, arrow=True)

    lines = []
    for one in early(ports, places):
        mentee, row_id = one.now.placement.mentee, one.now.placement.id
        if mentee in names and mentee not in resting:
            said = f"{where_said(t, one.now)}: {t(SIGNS[one.signs[0]])}"
            lines.append(line(ft.Icons.MOOD, mentee, said, f"/cases/{mentee}/work/{row_id}", f"sign-{row_id}"))
    for due in offers_due(ports, places=places):
        if due.mentee in names and due.mentee not in resting:
            to = f"/cases/{due.mentee}/work"
            lines.append(line(ft.Icons.TIMER_OUTLINED, due.mentee, due_said(t, due, today), to, f"due-{due.mentee}"))
    for mentee, weeks, count in long_unpaid(ports, places):
        if mentee in names and mentee not in resting:
            said = unpaid_said(t, weeks, count)
            to = f"/cases/{mentee}/work"
            lines.append(line(ft.Icons.PAYMENTS_OUTLINED, mentee, said, to, f"unpaid-{mentee}"))
    if len(lines) > MOST:
        more = t.many("%(num)d more", "%(num)d more", len(lines) - MOST)
        lines = [*lines[:MOST], quiet_button(more, lambda: go("/cases"), key="more-work")]
    # Words: heading on a worker's Today, over mentees at a place of work that needs somebody
    return [section(t("Places of work"), [sheet(lines)])] if lines else []
