"""One housing area: who works there; somebody is let in or taken out, said in words before anything is done."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft
from sqlmodel import col

from app.i18n import Words
from app.journeys.area_people import let_into_area, may_work_there, take_out_of_area, works_there
from app.journeys.areas import areas
from app.journeys.people import Person
from app.journeys.rename_area import may_rename, rename_area
from app.ports import Ports
from app.records import Contact, HouseRule, MemberCard
from app.storage.places import Place
from app.views.forms import use_doing, use_draft
from app.views.kit import (
    Field,
    body,
    choice,
    empty_state,
    icon_button,
    keep_button,
    picture,
    problem,
    quiet,
    row,
    screen,
    section,
    sheet,
    stack,
    tonal_button,
)
from app.views.more.area_words import AREA_ICON, PATH, READ_THERE, worker
from app.views.more.circle_words import circles_said, paper
from app.views.more.few import names_said
from app.views.more.known import called, steward, use_people
from app.views.more.role_words import role_of
from app.views.session import go, use_live, use_ports, use_session


@ft.component
def AreaPage() -> ft.View:
    ports, session = use_ports(), use_session()
    t, place = session.words, _asked(ports)
    draft, _change = use_draft(lambda: {"name": place.name if place else ""})
    doing = use_doing()
    here = use_live(lambda: works_there(ports, place) if place else [], MemberCard, HouseRule)
    others = use_live(lambda: may_work_there(ports, place) if place else [], MemberCard)
    may = steward(ports, use_people())
    if place is None:
        return _lost(t)
    path = f"{PATH}/{place.space}"

    def line(one: Person) -> ft.Control:
        me = one.person == ports.me.person
        # Words: a button beside a name: this person works in that housing area no more
        words = t("Take %(name)s out", name=called(t, one))
        to = f"{path}/out/{one.person.hex()}"
        out = icon_button(ft.Icons.PERSON_REMOVE_OUTLINED, words, lambda: go(to), key=f"out-{one.person.hex()}")
        return row(
            t("You") if me else called(t, one),
            under=role_of(t, one.card.role),
            leading=picture(one.card.picture, size=40),
            trailing=out if may and not me else None,
            key=f"works-{one.person.hex()}",
        )

    parts: list[ft.Control] = [
        section(t("Who works there"), [sheet([line(one) for one in here])]),
        section(t("Who reads it"), [stack([body(names_said(t, ports, place)), quiet(t(READ_THERE), size=15)])]),
    ]
    if may_rename(ports, place):

        def rename() -> None:
            if doing.do(lambda: rename_area(ports, place=place, name=draft["name"])):
                session.half_typed.kept()

        typed = lambda text: draft.update(name=text)
        name: list[ft.Control] = [
            problem(doing.trouble),
            Field("name", draft["name"], typed, label=t("What the area is called")),
            # Words: a button under the name of a housing area: it is called so from now on
            tonal_button(t("Call it so"), rename, key="rename"),
        ]
        parts.append(section(t("Name"), [stack(name)]))
    # Words: a button: somebody more works in this housing area
    foot = [keep_button(t("Let somebody in"), lambda: go(f"{path}/add"), key="add")] if may and others else []
    return screen(t.isolated(place.name), parts, t=t, path=path, back=PATH, foot=foot)


@ft.component
def LetIn() -> ft.View:
    ports, session = use_ports(), use_session()
    t, place = session.words, _asked(ports)
    asked, set_asked = ft.use_state("")
    doing = use_doing()
    known = use_live(lambda: may_work_there(ports, place) if place else [], MemberCard)
    if place is None:
        return _lost(t)
    path = f"{PATH}/{place.space}"
    chosen = next((one for one in known if one.person.hex() == asked), None)

    async def let_in() -> None:
        if chosen and await doing.wait_for(lambda: let_into_area(ports, place=place, person=chosen.person)):
            go(path)

    options = [(one.person.hex(), worker(t, one)) for one in known]
    parts: list[ft.Control] = [
        problem(doing.trouble),
        choice(t("Who is to work there"), options, asked, set_asked, key="who", may_be_none=False),
    ]
    foot: list[ft.Control] = []
    if chosen:
        parts.append(section(t("What she will read"), [_all_of_it(t, ports, place), quiet(t(READ_THERE), size=15)]))
        words = t("One moment") if doing.busy else t("Let %(name)s in", name=called(t, chosen))
        foot.append(keep_button(words, let_in, key="let-in", busy=doing.busy))
    title = t("Let somebody in")
    return screen(title, parts, t=t, path=f"{path}/add", under=t.isolated(place.name), back=path, foot=foot)


@ft.component
def TakeOut() -> ft.View:
    ports, session = use_ports(), use_session()
    t, place = session.words, _asked(ports)
    asked = ft.use_route_params().get("person", "")
    doing = use_doing()
    here: Sequence[Person] = use_live(lambda: works_there(ports, place) if place else [], MemberCard)
    person = next((one for one in here if one.person.hex() == asked), None)
    if place is None or person is None:
        return _lost(t)
    path = f"{PATH}/{place.space}"

    async def take_out() -> None:
        if await doing.wait_for(lambda: take_out_of_area(ports, place=place, person=person.person)):
            go(path)

    said = [
        t("What she wrote lately may be only on her phone."),
        t("It can still be handed in."),
        t("What she has read, nobody can take back."),
    ]
    parts: list[ft.Control] = [
        problem(doing.trouble),
        section(t("What she no longer reads"), [_all_of_it(t, ports, place)]),
        stack([quiet(each, size=15) for each in said], spacing=4),
    ]
    name = called(t, person)
    words = t("One moment") if doing.busy else t("Take %(name)s out", name=name)
    return screen(
        t.isolated(place.name),
        parts,
        t=t,
        path=f"{path}/out/{asked}",
        under=name,
        back=path,
        foot=[keep_button(words, take_out, key="take-out", busy=doing.busy)],
    )


def _all_of_it(t: Words, ports: Ports, place: Place) -> ft.Control:
    """The area, and how many people are written down there now."""
    lines = circles_said(t, [("area", place.name)])
    met = ports.store.count(Contact, col(Contact.space) == place.space)
    lines.append((ft.Icons.PEOPLE_OUTLINED, t.many("%(num)d person", "%(num)d people", met)))
    return paper(lines, key="reads")


def _asked(ports: Ports) -> Place | None:
    asked = ft.use_route_params().get("id", "")
    return next((one for one in areas(ports) if one.space == asked), None)


def _lost(t: Words) -> ft.View:
    nothing = empty_state(AREA_ICON, t("There is nothing here."))
    return screen(t("Housing areas"), [nothing], t=t, path=PATH, back=PATH)
