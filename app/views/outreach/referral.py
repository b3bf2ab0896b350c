"""Send her on, or say who sent her; later: was she there, did one of us go along, what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import flet as ft

from app.i18n.words import first_up
from app.journeys.offers import offers
from app.journeys.referrals import follow_referral, refer
from app.records import Contact, Direction, Referral
from app.views.chosen import offered
from app.views.contacts.contact_words import called
from app.views.forms import use_doing, use_draft, use_once
from app.views.gone import nobody_there
from app.views.kit import (
    DayChoice,
    Field,
    SearchField,
    body,
    choice,
    empty_state,
    keep_button,
    problem,
    quiet,
    screen,
    several,
    stack,
)
from app.views.outreach.referral_words import CAME, NEARBY, WAYS
from app.views.session import go, use_ports, use_session

MOST_OFFERS = 8
"""So many at once; the others are searched for."""


@dataclass
class Draft:
    """What is being chosen; what is typed goes before what is tapped."""

    direction: str = Direction.OUT.value
    whom: str = ""
    offer: str = ""
    along: bool = False
    first_seen_on: date | None = None
    came: str = ""


@ft.component
def SendOn() -> ft.View:
    ports, session = use_ports(), use_session()
    t, asked = session.words, ft.use_route_params().get("id", "")
    path, new = f"/people/{asked}", use_once(ports.new_row)
    contact = use_once(lambda: ports.store.get(Contact, asked))
    draft, change = use_draft(Draft)
    sought, set_sought = ft.use_state("")
    doing = use_doing()
    if contact is None:
        return nobody_there(t, t("Send her on"), path=f"{path}/referral", back=path)

    def keep() -> None:
        whom, along = draft.whom.strip() or draft.offer, draft.along
        if doing.do(lambda: refer(ports, row=new, contact=contact, direction=draft.direction, whom=whom, along=along)):
            go(path)

    ways = offered(t, WAYS)
    kinds = [(t(words), t(words)) for words in NEARBY]
    known = offers(ports, matching=sought, limit=MOST_OFFERS + 1)
    nearby = [(one.name, t.isolated(one.name)) for one in known[:MOST_OFFERS]]
    if draft.offer and draft.offer not in {value for value, _ in [*nearby, *kinds]}:
        nearby.append((draft.offer, t.isolated(draft.offer)))
    boxes: list[ft.Control] = []
    if sought or len(known) > MOST_OFFERS:
        boxes.append(SearchField(t("Search by name"), set_sought))
    if nearby:
        label = t("What there is nearby")
        boxes.append(choice(label, nearby, draft.offer, lambda name: change(offer=name), key="offer"))
    where = t("Where to") if draft.direction == Direction.OUT else t("From where")
    boxes.append(choice(where, kinds, draft.offer, lambda name: change(offer=name), key="where"))
    boxes.append(Field("whom", "", lambda text: setattr(draft, "whom", text), label=t("What it is called")))
    return screen(
        t("Send her on"),
        [
            problem(doing.trouble),
            choice("", ways, draft.direction, lambda to: change(direction=to), key="way", may_be_none=False),
            stack(boxes),
            several(
                [("along", t("One of us goes along"))],
                {"along"} if draft.along else set(),
                lambda _one, there: change(along=there),
                key="going",
            ),
            quiet(t("Write where, never why.")),
        ],
        t=t,
        path=f"{path}/referral",
        under=called(t, contact),
        back=path,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )


@ft.component
def FollowReferral() -> ft.View:
    ports, session = use_ports(), use_session()
    t, asked, today = session.words, ft.use_route_params(), ports.today()
    path = f"/people/{asked.get('id', '')}"
    shown = use_once(lambda: ports.store.get(Referral, asked.get("referral", "")))
    saw = use_once(lambda: ports.store.seen(shown) if shown else None)
    draft, change = use_draft(
        lambda: Draft(along=shown.along, first_seen_on=shown.first_seen_on, came=shown.came) if shown else Draft()
    )
    doing = use_doing()
    if shown is None or saw is None:
        gone = empty_state(ft.Icons.ALT_ROUTE, t("There is nothing here."))
        return screen(t("Sent on"), [gone], t=t, path=f"{path}/referral", back=path)

    def keep() -> None:
        said = {"along": draft.along, "first_seen_on": draft.first_seen_on, "came": draft.came}
        if doing.do(lambda: follow_referral(ports, shown=shown, saw=saw, **said)):
            go(path)

    days = [(t("Today"), today), (t("Yesterday"), today - timedelta(days=1)), (t("Not yet"), None)]
    return screen(
        t.isolated(shown.whom),
        [
            problem(doing.trouble),
            body(t(WAYS[shown.direction])) if shown.direction in WAYS else quiet(""),
            DayChoice(
                "seen",
                # Words: the first day on which somebody who was sent to a place was seen there
                t("First seen there"),
                days,
                draft.first_seen_on,
                lambda day: change(first_seen_on=day),
                today=today,
                last=today,
            ),
            choice(
                t("What came of it"),
                offered(t, CAME),
                draft.came,
                lambda value: change(came=value),
                key="came",
            ),
            several(
                [("along", t("One of us went along"))],
                {"along"} if draft.along else set(),
                lambda _one, there: change(along=there),
                key="went",
            ),
        ],
        t=t,
        path=f"{path}/referral/{shown.id}",
        under=first_up(t.day(shown.day, today)) if shown.day else "",
        back=path,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )
