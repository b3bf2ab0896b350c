"""Where a mentee works, has worked or might: each place on one line, and what we are reminded of, in words."""

from __future__ import annotations

import flet as ft

from app.domain.placements import PlacementNow
from app.journeys.ending import ended_files
from app.journeys.offer_clocks import clocks, offers_due, too_long_unpaid
from app.journeys.placements import placements_of
from app.journeys.pulses import signs_of
from app.records import CompanyPulse, HouseRule, Placement, Pulse, Rung, Track
from app.views.cases.known import no_file, use_mentee
from app.views.companies.company_words import COMPANY_ICON
from app.views.kit import empty_state, keep_button, problem, quiet, row, screen, sheet
from app.views.session import go, use_live, use_ports, use_session
from app.views.work.work_words import SIGNS, due_said, placement_said, unpaid_said, where_said


@ft.component
def WorkPlaces() -> ft.View:
    ports, session = use_ports(), use_session()
    t, today, mentee = session.words, ports.today(), use_mentee()
    hers = use_live(lambda: placements_of(ports, mentee.id) if mentee else [], Placement, Rung)
    due = use_live(lambda: offers_due(ports, mentee.id) if mentee else [], Placement, Rung, Track, HouseRule)
    signs = use_live(lambda: {one.placement.id: signs_of(ports, one) for one in hers}, Pulse, CompanyPulse, Placement)
    if mentee is None:
        return no_file(t)
    path = f"/cases/{mentee.id}/work"

    def line(now: PlacementNow) -> ft.Control:
        said = [placement_said(t, now, today), *(t(SIGNS[sign]) for sign in signs[now.placement.id])]
        return row(
            where_said(t, now),
            under="\n".join(said),
            under_lines=3,
            leading=ft.Icon(COMPANY_ICON, color=ft.Colors.PRIMARY),
            on_tap=lambda: go(f"{path}/{now.placement.id}"),
            key=f"place-{now.placement.id}",
            arrow=True,
        )

    resting = mentee.quiet_until is not None and mentee.quiet_until >= today
    told = [] if resting or mentee.id in ended_files(ports) else [due_said(t, one, today) for one in due]
    unpaid = too_long_unpaid(clocks(ports), hers)
    if unpaid:
        told.append(unpaid_said(t, *unpaid))
    lines = [line(now) for now in hers]
    parts = [problem(words, key=f"told-{number}") for number, words in enumerate(told)]
    if lines:
        parts.append(sheet(lines))
    else:
        hint = t("A few hours with a wage are often better than many without.")
        parts.append(empty_state(COMPANY_ICON, t("No place of work yet."), hint))
    parts.append(quiet(t("She reads where she works, from when, and her plan B.")))
    return screen(
        t("Places of work"),
        parts,
        t=t,
        path=path,
        under=t.isolated(mentee.name),
        back=f"/cases/{mentee.id}",
        foot=[keep_button(t("A new place"), lambda: go(f"{path}/new"), key="new-place")],
        spacing=12,
    )
