"""Log a contact: what came of it, and a name or a door if she has one. One tap from Today; a round gives the place."""

from __future__ import annotations

import flet as ft

from app.domain.rounds import channel_at
from app.journeys.areas import usual_area
from app.journeys.contacts import log_contact
from app.journeys.rounds import last_place_today
from app.ports import Ports
from app.records import Channel, Contact, Outcome, Spot
from app.views.areas import area_row
from app.views.contacts.form import Draft, fields
from app.views.contacts.nicknames import suggested
from app.views.forms import use_chosen, use_doing, use_draft, use_once
from app.views.kit import keep_button, problem, screen
from app.views.session import go, use_ports, use_session, use_words


@ft.component
def LogContact() -> ft.View:
    ports, t, session = use_ports(), use_words(), use_session()
    row = use_once(ports.new_row)
    place = ft.use_route_params().get("id", "")  # she comes from a round there
    draft, change = use_draft(lambda: _at_first(ports, place))
    area, set_area = use_chosen(lambda: _area_of(ports, draft.spot))
    nicknames = use_once(lambda: suggested(t, ports.store.count(Contact)))
    wide, set_wide = ft.use_state(False)
    doing = use_doing()
    back = f"/places/{place}" if place else session.trail.tab

    def keep() -> None:
        name = {"name": nicknames[0]} if draft.calls_for_a_nickname else {}
        if doing.do(lambda: log_contact(ports, row=row, space=area, **draft.said() | name)):
            go(back)

    def choose_area(space: str) -> None:
        if draft.spot and space != area:  # where she tapped today lies in the other one
            change(spot="")
        set_area(space)

    return screen(
        t("Log a contact"),
        [
            problem(doing.trouble),
            *([] if place else area_row(t, ports, area, choose_area)),
            *fields(t, draft, ports.today(), change, wide=wide, widen=lambda: set_wide(True), nicknames=nicknames),
        ],
        t=t,
        path=f"{back}/contact" if place else "/people/new",
        back=back,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )


def _at_first(ports: Ports, place: str) -> Draft:
    tapped = "" if place else last_place_today(ports)
    spot = ports.store.get(Spot, place or tapped) if place or tapped else None
    if spot is None:
        return Draft(met_on=ports.today(), channel=Channel.DOOR.value)
    return Draft(
        met_on=ports.today(),
        channel=channel_at(spot.kind),
        outcome=Outcome.INTERESTED.value if place else "",
        spot=spot.id,
        address=spot.address,
    )


def _area_of(ports: Ports, spot_id: str) -> str:
    """Where the place is that she comes from, else where she wrote last."""
    spot = ports.store.get(Spot, spot_id) if spot_id else None
    return spot.space if spot else usual_area(ports)
