"""A round at one place: large buttons, one tap counts. A name is never needed."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from app.domain.rounds import outcomes_at, tally
from app.i18n import Words
from app.journeys.key_to_come import NOT_ALL, waits_for_key
from app.journeys.rounds import also_here, count_tap, my_last_tap, quiet_doors, take_back, taps_on
from app.journeys.spots import last_visit
from app.ports import Ports
from app.records import Attempt, Outcome, QuietDoor, Round, Spot, SpotKind
from app.views.contacts.contact_words import OUTCOME_ICONS
from app.views.forms import use_doing
from app.views.gone import no_place
from app.views.kit import (
    body,
    card,
    icon_button,
    keep_button,
    problem,
    quiet,
    quiet_button,
    row,
    screen,
    section,
    sheet,
    stack,
)
from app.views.kit.tally import side_by_side, tally_button
from app.views.kit.theme import WARM
from app.views.places.place_words import TALLIES, last_here, progress, under_place
from app.views.session import go, use_live, use_ports, use_session


@ft.component
def DoorRound() -> ft.View:
    ports, session = use_ports(), use_session()
    t, row_id = session.words, ft.use_route_params().get("id", "")
    path = f"/places/{row_id}"
    doing = use_doing()
    spot = use_live(lambda: ports.store.get(Spot, row_id), Spot, Attempt, Round, QuietDoor)
    if spot is None:
        return no_place(t, path)
    today = tally(taps_on(ports, spot, ports.today()))
    last = my_last_tap(ports, spot)
    parts: list[ft.Control] = [
        problem(doing.trouble),
        _head(t, ports, spot, progress(t, spot, today)),
        side_by_side([_button(t, ports, spot, one, today.of.get(one, 0), doing.do) for one in outcomes_at(spot)]),
    ]
    if last and last.outcome in TALLIES:
        words = t("Take back: %(what)s", what=t(TALLIES[last.outcome]))
        take = lambda: doing.do(lambda: take_back(ports, spot=spot))
        parts.append(quiet_button(words, take, key="take-back", icon=ft.Icons.UNDO))
    else:
        parts.append(quiet(t("One tap counts. Hold to take it back.")))
    if spot.kind == SpotKind.STAIRWELL:
        parts.append(_quiet_doors(t, ports, spot, path))
    # Words: a button when one has been to all doors for today
    words = t("End the round")
    return screen(
        t.isolated(spot.name),
        parts,
        t=t,
        path=path,
        under=under_place(t, spot, ports),
        back="/places",
        actions=[
            icon_button(
                ft.Icons.RECORD_VOICE_OVER_OUTLINED, t("Who we are"), lambda: go("/outreach/we"), key="who-we-are"
            ),
            icon_button(ft.Icons.EDIT_OUTLINED, t("Change"), lambda: go(f"{path}/change"), key="change"),
        ],
        foot=[keep_button(words, lambda: go(f"{path}/end"), key="end")],
        spacing=16,
    )


def _head(t: Words, ports: Ports, spot: Spot, done: str) -> ft.Control:
    """How far it is, who was here before today, who is here now, and the doors to pass by, as far as they open."""
    lines: list[ft.Control] = [body(done, size=20, strong=True)] if done else []
    if waits_for_key(ports, spot.space):
        lines.append(problem(t(NOT_ALL)))
    before = last_visit(ports, spot, before=ports.today())
    if before or not last_visit(ports, spot):
        lines.append(quiet(last_here(t, ports, before), size=15))
    if others := also_here(ports, spot):
        # Words: colleagues who count in the same place today
        lines.append(quiet(t("Here today too: %(names)s", names=t.listed(others)), size=15))
    if quiet_ones := quiet_doors(ports, spot):
        doors = ", ".join(one.door for one in quiet_ones)
        sign = ft.Icon(ft.Icons.DO_NOT_DISTURB_ON_OUTLINED, color=WARM, size=20)
        # Words: doors to pass by; `doors` as in "2. tv, 3. th"
        said = body(t("Do not knock: %(doors)s", doors=doors), strong=True)
        said.expand = True
        lines.append(ft.Row([sign, said], spacing=8))
    return card(stack(lines, spacing=4))


def _button(t: Words, ports: Ports, spot: Spot, outcome: str, count: int, do: Callable[..., bool]) -> ft.Control:
    plus = None
    if outcome == Outcome.INTERESTED:
        # Words: a small + beside the count of those who were interested: write down who it was
        plus = icon_button(
            ft.Icons.PERSON_ADD_ALT, t("Write down who"), lambda: go(f"/places/{spot.id}/contact"), key="who"
        )
    return tally_button(
        t(TALLIES[outcome]),
        str(count),
        lambda: do(lambda: count_tap(ports, spot=spot, outcome=outcome)),
        on_hold=lambda: do(lambda: take_back(ports, spot=spot, outcome=outcome)),
        key=f"tap-{outcome}",
        icon=OUTCOME_ICONS[outcome],
        beside=plus,
    )


def _quiet_doors(t: Words, ports: Ports, spot: Spot, path: str) -> ft.Control:
    """Those that asked not to be knocked at, each with its last day, and one more."""

    def line(one: QuietDoor) -> ft.Control:
        return row(
            t.isolated(one.door),
            under=t("until %(day)s", day=t.by_date(one.until, ports.today())) if one.until else "",
            leading=ft.Icon(ft.Icons.DO_NOT_DISTURB_ON_OUTLINED, color=ft.Colors.PRIMARY),
            on_tap=lambda: go(f"{path}/door/{one.id}"),
            key=f"door-{one.id}",
            arrow=True,
        )

    lines = [line(one) for one in quiet_doors(ports, spot)]
    # Words: somebody asked that nobody knocks at the door; a button and a heading
    add = quiet_button(t("A door to leave alone"), lambda: go(f"{path}/door"), key="leave-alone", icon=ft.Icons.ADD)
    return section(t("Please do not knock"), [sheet(lines), add] if lines else [add])
