"""A door to leave alone until a day; no name, no reason. And: one may knock there again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import flet as ft

from app.journeys.rounds import knock_again, leave_alone
from app.records import QuietDoor, Spot
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import DayChoice, Field, body, card, choice, empty_state, keep_button, problem, quiet, screen, stack
from app.views.session import go, use_ports, use_session

FLOORS = ("st.", *(f"{floor}." for floor in range(1, 10)))
SIDES = ("tv", "mf", "th")
"""As they stand beside a Danish door: ground floor and up; left, middle, right. Nobody translates them."""
QUARTER, HALF, YEAR = timedelta(days=91), timedelta(days=182), timedelta(days=365)


@dataclass
class Draft:
    """What is tapped and typed; what is typed goes before what is tapped."""

    until: date
    floor: str = ""
    side: str = ""
    typed: str = ""

    @property
    def door(self) -> str:
        """A side alone is no door; a floor alone may be one."""
        return self.typed.strip() or (f"{self.floor} {self.side}" if self.floor else "")


@ft.component
def LeaveAlone() -> ft.View:
    ports, session = use_ports(), use_session()
    t, row_id = session.words, ft.use_route_params().get("id", "")
    path, today = f"/places/{row_id}", ports.today()
    new, spot = use_once(ports.new_row), use_once(lambda: ports.store.get(Spot, row_id))
    draft, change = use_draft(lambda: Draft(today + HALF))
    doing = use_doing()

    def keep() -> None:
        if spot is None or doing.do(lambda: leave_alone(ports, row=new, spot=spot, door=draft.door, until=draft.until)):
            go(path)

    days = [
        (t("Three months"), today + QUARTER),
        (t("Half a year"), today + HALF),
        (t("A year"), today + YEAR),
    ]
    return screen(
        t("A door to leave alone"),
        [
            problem(doing.trouble),
            # Words: the storey of a house on which somebody lives
            choice(t("Floor"), _as_written(FLOORS), draft.floor, lambda floor: change(floor=floor), key="floor"),
            # Words: to which side of the stairs a door lies
            choice(t("Side"), _as_written(SIDES), draft.side, lambda side: change(side=side), key="side"),
            # Words: where a door that is not called "2. tv" or the like can be written
            Field("door", "", lambda text: setattr(draft, "typed", text), label=t("Or write which door")),
            DayChoice(
                "until",
                # Words: how long nobody knocks at that door
                t("For how long"),
                days,
                draft.until,
                lambda day: change(until=day or draft.until),
                today=today,
                first=today,
            ),
            quiet(t("No name and no reason is kept. After that day the door is like any other.")),
        ],
        t=t,
        path=f"{path}/door",
        under=t.isolated(spot.name) if spot else "",
        back=path,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )


def _as_written(signs: Sequence[str]) -> list[tuple[str, str]]:
    """Without its point, which would stand on the wrong side where one reads from the right."""
    return [(sign, sign.rstrip(".")) for sign in signs]


@ft.component
def ShowQuietDoor() -> ft.View:
    ports, session = use_ports(), use_session()
    t, asked = session.words, ft.use_route_params()
    path = f"/places/{asked.get('id', '')}"
    shown = use_once(lambda: ports.store.get(QuietDoor, asked.get("door", "")))
    saw = use_once(lambda: ports.store.seen(shown) if shown else None)
    doing = use_doing()
    if shown is None or saw is None:
        gone = empty_state(ft.Icons.DOOR_FRONT_DOOR_OUTLINED, t("There is nothing here."))
        return screen(t("Please do not knock"), [gone], t=t, path=path, back=path)

    def again() -> None:
        if doing.do(lambda: knock_again(ports, shown=shown, saw=saw)):
            go(path)

    until = t("until %(day)s", day=t.by_date(shown.until, ports.today())) if shown.until else ""
    return screen(
        t("Please do not knock"),
        [problem(doing.trouble), card(stack([body(t.isolated(shown.door), size=20, strong=True), quiet(until)]))],
        t=t,
        path=f"{path}/door/{shown.id}",
        back=path,
        # Words: a button: the people behind that door said that one may come again
        foot=[keep_button(t("One may knock again"), again, key="again")],
    )
