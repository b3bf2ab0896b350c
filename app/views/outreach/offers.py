"""What there is nearby: a list for everybody, kept right by those who work outdoors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import flet as ft

from app.journeys.offers import add_offer, change_offer, may_keep_offers, offers, remove_offer
from app.records import Offer
from app.views.chosen import offered
from app.views.forms import use_doing, use_draft, use_once
from app.views.kit import (
    Field,
    card,
    choice,
    empty_state,
    fact,
    floating_button,
    keep_button,
    problem,
    quiet_button,
    row,
    screen,
    sheet,
    stack,
)
from app.views.pages import use_pages
from app.views.session import go, use_live, use_ports, use_session
from app.views.talk_words import TOPICS

FROM_OUTREACH, FROM_MORE = "/outreach/offers", "/more/offers"


def _use_way() -> str:
    """Through which of the two doors somebody came."""
    return use_once(lambda: FROM_MORE if ft.context.page.route.startswith(FROM_MORE) else FROM_OUTREACH)


@dataclass
class Draft:
    """What is being typed."""

    name: str = ""
    topic: str = ""
    place: str = ""
    times: str = ""
    phone: str = ""
    languages: str = ""

    @staticmethod
    def of(offer: Offer) -> Draft:
        return Draft(**{name: getattr(offer, name) for name in Draft.__dataclass_fields__})


@ft.component
def Offers() -> ft.View:
    ports, session = use_ports(), use_session()
    t, here = session.words, _use_way()
    topic, set_topic = ft.use_state("")
    pages = use_pages()
    found = use_live(lambda: offers(ports, topic=topic, limit=pages.limit), Offer)
    may = may_keep_offers(ports)

    def line(one: Offer) -> ft.Control:
        under = " · ".join(t.isolated(part) for part in (one.times, one.place) if part)
        sign = ft.Icon(ft.Icons.STOREFRONT_OUTLINED, color=ft.Colors.PRIMARY)
        tap = lambda: go(f"{here}/{one.id}")
        return row(t.isolated(one.name), under=under, leading=sign, on_tap=tap, key=f"offer-{one.id}", arrow=True)

    parts: list[ft.Control] = []
    if found or topic:
        topics = offered(t, TOPICS)
        parts.append(choice(t("About"), topics, topic, set_topic, key="about"))
    if found:
        parts.append(sheet([line(one) for one in pages.of(found)]))
    parts += pages.way_on(found)
    new = lambda: go(f"{here}/new")
    if not found:
        hint = t("Add a course, a club or a place that helps.") if may else ""
        parts.append(empty_state(ft.Icons.STOREFRONT_OUTLINED, t("Nothing here yet."), hint))
    floating = floating_button(ft.Icons.ADD, t("Add something"), new, key="add-offer") if may else None
    back = "/outreach" if here == FROM_OUTREACH else session.trail.tab
    return screen(t("What there is nearby"), parts, t=t, path=here, back=back, floating=floating)


@ft.component
def ChangeOffer() -> ft.View:
    ports, session = use_ports(), use_session()
    t, row_id, back = session.words, ft.use_route_params().get("id", ""), _use_way()
    new = use_once(ports.new_row)
    shown = use_once(lambda: ports.store.get(Offer, row_id) if row_id else None)
    saw = use_once(lambda: ports.store.seen(shown) if shown else None)
    draft, change = use_draft(lambda: Draft.of(shown) if shown else Draft())
    doing = use_doing()
    if shown and not may_keep_offers(ports):
        return screen(t.isolated(shown.name), [_facts(t, shown)], t=t, path=f"{back}/{row_id}", back=back)

    def keep() -> None:
        def step() -> None:
            if shown and saw:
                change_offer(ports, shown=shown, saw=saw, **vars(draft))
            else:
                add_offer(ports, row=new, **vars(draft))

        if doing.do(step):
            go(back)

    def remove() -> None:
        if shown and saw and doing.do(lambda: remove_offer(ports, shown=shown, saw=saw)):
            go(back)

    def box(name: str, label: str, **how: Any) -> ft.Control:
        typed = lambda text: setattr(draft, name, text)
        made: ft.Control = Field(name, getattr(draft, name), typed, label=label, **how)
        return made

    topics = offered(t, TOPICS)
    parts: list[ft.Control] = [
        problem(doing.trouble),
        stack(
            [
                box("name", t("What it is called")),
                box("times", t("When"), hint=t("Tuesdays at ten")),
                box("place", t("Place")),
                box("phone", t("Phone"), keyboard=ft.KeyboardType.PHONE, ltr=True),
                box("languages", t("Languages spoken there")),
            ]
        ),
        choice(t("About"), topics, draft.topic, lambda value: change(topic=value), key="about"),
    ]
    if shown:
        if shown.checked_on:
            # Words: the day on which somebody last made sure that a course or club is as written
            label = t("Last looked after")
            parts.append(fact(ft.Icons.EVENT_AVAILABLE, label, t.day(shown.checked_on, ports.today())))
        parts.append(quiet_button(t("It is over: take it away"), remove, key="remove", icon=ft.Icons.DELETE_OUTLINE))
    return screen(
        t("Change") if shown else t("Add something"),
        parts,
        t=t,
        path=f"{back}/{row_id or 'new'}",
        back=back,
        actions=[keep_button(t("Keep"), keep, key="keep-top", wide=False)],
        foot=[keep_button(t("Keep"), keep)],
    )


def _facts(t: Any, offer: Offer) -> ft.Control:
    told = (
        (ft.Icons.SCHEDULE, t("When"), offer.times),
        (ft.Icons.PLACE_OUTLINED, t("Place"), offer.place),
        (ft.Icons.PHONE_OUTLINED, t("Phone"), offer.phone),
        (ft.Icons.TRANSLATE, t("Languages spoken there"), offer.languages),
    )
    return card(stack([fact(icon, label, t.isolated(said)) for icon, label, said in told if said], spacing=16))
