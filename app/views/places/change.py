"""A place, new or changed: its kind, what it is called (by its number, unless one types), how many doors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import flet as ft

from app.journeys.areas import usual_area
from app.journeys.numbered import numbered
from app.journeys.spots import add_spot, change_spot, remove_spot
from app.records import Spot, SpotKind
from app.views.areas import area_row
from app.views.chosen import chosen, offered
from app.views.forms import unnamed, use_chosen, use_doing, use_draft, use_once
from app.views.kit import DayField, Field, choice, keep_button, problem, quiet_button, screen, stack
from app.views.places.place_words import KINDS
from app.views.session import go, use_ports, use_session


@dataclass
class Draft:
    """What is being typed."""

    kind: str = SpotKind.STAIRWELL.value
    name: str = ""
    address: str = ""
    doors: str = ""
    held_on: date | None = None

    @staticmethod
    def of(spot: Spot) -> Draft:
        return Draft(spot.kind, spot.name, spot.address, str(spot.doors or ""), spot.held_on)

    def said(self) -> dict[str, Any]:
        """What of it belongs to a place of that kind."""
        return {
            "kind": self.kind,
            "name": self.name,
            "address": self.address,
            "doors": int(self.doors) if self.doors.isdigit() and self.kind == SpotKind.STAIRWELL else None,
            "held_on": self.held_on if self.kind == SpotKind.EVENT else None,
        }


@ft.component
def ChangePlace() -> ft.View:
    ports, session = use_ports(), use_session()
    t, row_id = session.words, ft.use_route_params().get("id", "")
    new = use_once(ports.new_row)
    shown = use_once(lambda: ports.store.get(Spot, row_id) if row_id else None)
    saw = use_once(lambda: ports.store.seen(shown) if shown else None)
    draft, change = use_draft(lambda: Draft.of(shown) if shown else Draft())
    area, set_area = use_chosen(lambda: shown.space if shown else usual_area(ports))
    doing = use_doing()
    usual = numbered(ports, Spot, chosen(t, KINDS, draft.kind), row=row_id, space=area)
    back = f"/places/{row_id}" if shown else "/places"

    def keep() -> None:
        def step() -> None:
            said = draft.said()
            said["name"] = said["name"].strip() or usual
            if shown and saw:
                change_spot(ports, shown=shown, saw=saw, **said)
            else:
                add_spot(ports, row=new, space=area, **said)

        if doing.do(step):
            go(back if shown else f"/places/{new}")

    def remove() -> None:
        if shown and saw and doing.do(lambda: remove_spot(ports, shown=shown, saw=saw)):
            go("/places")

    def typed(name: str) -> Any:
        return lambda text: setattr(draft, name, text)

    kinds = offered(t, KINDS)
    boxes: list[ft.Control] = [
        # Words: what a place is called: "Stair A", "the library"
        Field("name", draft.name, typed("name"), label=t("What it is called"), helper=unnamed(t, usual)),
        Field("address", draft.address, typed("address"), label=t("Street and number")),
    ]
    if draft.kind == SpotKind.STAIRWELL:
        number = ft.KeyboardType.NUMBER
        boxes.append(
            Field("doors", draft.doors, typed("doors"), label=t("How many doors"), keyboard=number, digits=True)
        )
    if draft.kind == SpotKind.EVENT:
        pick = lambda day: change(held_on=day)
        boxes.append(DayField("held-on", draft.held_on, pick, label=t("Day"), today=ports.today(), clearable=True))
    parts: list[ft.Control] = [
        problem(doing.trouble),
        *([] if shown else area_row(t, ports, area, set_area)),
        choice(t("Sort of place"), kinds, draft.kind, lambda kind: change(kind=kind), key="kind", may_be_none=False),
        stack(boxes),
    ]
    if shown:
        words = t("Take this place away")
        parts.append(quiet_button(words, remove, key="remove", icon=ft.Icons.DELETE_OUTLINE))
    return screen(
        t("Change") if shown else t("Add a place"),
        parts,
        t=t,
        path=f"{back}/change" if shown else "/places/new",
        back=back,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )
