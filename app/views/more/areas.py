"""Housing areas: which there are and who reads each; another one is opened for those who are to work there."""

from __future__ import annotations

from dataclasses import dataclass, field

import flet as ft

from app.journeys.area_people import may_work_there, open_area
from app.journeys.areas import areas
from app.records import HouseRule, MemberCard
from app.storage.places import Place
from app.views.forms import use_doing, use_draft
from app.views.kit import (
    Field,
    body,
    empty_state,
    keep_button,
    problem,
    quiet,
    row,
    screen,
    section,
    several,
    sheet,
)
from app.views.more.area_words import AREA_ICON, PATH, READ_THERE, worker
from app.views.more.few import names_said
from app.views.more.known import steward, use_people
from app.views.session import go, use_live, use_ports, use_session


@ft.component
def Areas() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    here = use_live(lambda: areas(ports), MemberCard, HouseRule)
    may = steward(ports, use_people())

    def line(place: Place) -> ft.Control:
        return row(
            t.isolated(place.name) or t("Without a name"),
            under=names_said(t, ports, place),
            leading=ft.Icon(AREA_ICON, color=ft.Colors.PRIMARY),
            on_tap=lambda: go(f"{PATH}/{place.space}"),
            key=f"area-{place.space}",
            arrow=True,
        )

    parts: list[ft.Control] = [sheet([line(place) for place in here])] if here else []
    if not here:
        parts.append(empty_state(AREA_ICON, t("None yet"), ""))
    parts.append(quiet(t("What is written in one area is read by those who work there, and by nobody else.")))
    foot = [keep_button(t("Open another area"), lambda: go(f"{PATH}/new"), key="new")] if may else []
    return screen(t("Housing areas"), parts, t=t, path=PATH, back=session.trail.tab, foot=foot)


@dataclass
class Draft:
    """What is being typed, and who is to work there."""

    name: str = ""
    persons: set[bytes] = field(default_factory=set)


@ft.component
def NewArea() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    draft, change = use_draft(Draft)
    doing = use_doing()
    known = use_live(lambda: may_work_there(ports), MemberCard)

    def choose(person: str, yes: bool) -> None:  # noqa: FBT001
        change(persons=draft.persons | {bytes.fromhex(person)} if yes else draft.persons - {bytes.fromhex(person)})

    async def keep() -> None:
        async def step() -> None:
            go(f"{PATH}/{await open_area(ports, name=draft.name, persons=draft.persons)}")

        if await doing.wait_for(step):
            session.syncing.soon(ports)

    chosen = [t.isolated(one.card.name) for one in known if one.person in draft.persons]
    parts: list[ft.Control] = [
        problem(doing.trouble),
        Field("name", "", lambda text: setattr(draft, "name", text), label=t("What the area is called")),
    ]
    if known:
        options = [(one.person.hex(), worker(t, one)) for one in known]
        parts.append(
            section(t("Who works there"), [several(options, {one.hex() for one in draft.persons}, choose, key="may")])
        )
    # Words: over the names of those who will read all that is written in a housing area
    parts.append(section(t("Who reads it"), [body(t.listed([t("You"), *chosen]))]))
    parts.append(quiet(t(READ_THERE), size=15))
    return screen(
        t("Open another area"),
        parts,
        t=t,
        path=f"{PATH}/new",
        back=PATH,
        foot=[keep_button(t("Open the area"), keep, busy=doing.busy)],
    )
