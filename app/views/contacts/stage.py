"""How far a line has grown: a nickname that goes away by itself, a person who said yes, somebody who takes part."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from app.i18n.protected import ASKED_FOR_HER_NAME
from app.i18n.words import first_up
from app.journeys.growing import said_yes, takes_part, took_it_back
from app.journeys.letting_go import goes_on
from app.records import Contact, HouseRule
from app.storage.saw import Saw
from app.views.chosen import offered
from app.views.contacts.contact_words import called
from app.views.forms import use_doing, use_draft, use_once
from app.views.gone import nobody_there
from app.views.interpreter import interpreter
from app.views.kit import (
    Field,
    body,
    card,
    choice,
    keep_button,
    problem,
    quiet,
    quiet_button,
    row,
    screen,
    sheet,
    stack,
)
from app.views.session import go, use_live, use_ports, use_session, use_words
from app.views.talk_words import SPOKEN


@ft.component
def Stage(contact: Contact) -> ft.Control:
    """What is so, and the next step of it."""
    ports, t, today = use_ports(), use_words(), use_ports().today()
    doing = use_doing()
    saw = ports.store.seen(contact)
    until = use_live(lambda: goes_on(ports, contact), HouseRule)
    parts: list[ft.Control] = [problem(doing.trouble)]
    if contact.consented_on is None:
        under = t("Goes away by itself: %(day)s", day=t.day(until, today)) if until else t("She was not asked yet.")
        asking = lambda: go(f"/people/{contact.id}/yes")
        # Words: a person in the list who never said that her name may be written down
        words = t("Without her yes")
        icon = _sign(ft.Icons.HOURGLASS_BOTTOM)
        parts.append(sheet([row(words, under=under, leading=icon, on_tap=asking, key="yes", arrow=True)]))
        return stack(parts)
    lines: list[ft.Control] = []
    asked = t(SPOKEN[contact.explained]) if contact.explained in SPOKEN else ""
    under = " · ".join(part for part in (first_up(t.day(contact.consented_on, today)), asked) if part)
    lines.append(row(t("She said yes"), under=under, leading=_sign(ft.Icons.CHECK_CIRCLE_OUTLINE), key="said-yes"))
    if contact.joined_on:
        day = first_up(t.day(contact.joined_on, today))
        lines.append(row(t("Takes part"), under=day, leading=_sign(ft.Icons.FLAG_OUTLINED), key="joined"))
    parts.append(sheet(lines))
    buttons: list[ft.Control] = []
    if contact.joined_on is None:
        join = lambda: doing.do(lambda: takes_part(ports, shown=contact, saw=saw))
        # Words: a button: from today this person takes part in what the organisation offers
        buttons.append(quiet_button(t("She takes part now"), join, key="joins"))
    back = lambda: doing.do(lambda: took_it_back(ports, shown=contact, saw=saw))
    # Words: a button: she no longer wants her name to be written down
    buttons.append(quiet_button(t("She takes her yes back"), back, key="no-more"))
    parts.append(ft.Row(buttons, wrap=True, spacing=0, run_spacing=0))
    return stack(parts, spacing=4)


def _sign(icon: ft.IconData) -> ft.Control:
    return ft.Icon(icon, color=ft.Colors.PRIMARY)


@dataclass
class Draft:
    """What is being typed."""

    name: str
    explained: str = ""


@ft.component
def SaysYes() -> ft.View:
    ports, session = use_ports(), use_session()
    t, asked = session.words, ft.use_route_params().get("id", "")
    path = f"/people/{asked}"
    shown = use_once(lambda: ports.store.get(Contact, asked))
    saw = use_once(lambda: ports.store.seen(shown) if shown else Saw())
    draft, change = use_draft(lambda: Draft(shown.name if shown else "", ""))
    doing = use_doing()
    title = t("Ask for her yes")
    if shown is None:
        return nobody_there(t, title, path=f"{path}/yes", back=path)

    def keep() -> None:
        if doing.do(lambda: said_yes(ports, shown=shown, saw=saw, name=draft.name, explained=draft.explained)):
            go(path)

    return screen(
        title,
        [
            problem(doing.trouble),
            *interpreter(t, ASKED_FOR_HER_NAME),
            card(
                stack(
                    [
                        # Words: what a worker says aloud to somebody she met, before she writes down her name
                        body(t("May I write down your name and how to reach you?"), size=20),
                        body(t("Only we who work here can read it. The municipality cannot."), size=18),
                        body(t("You can change your mind at any time. Then it goes away."), size=18),
                    ]
                )
            ),
            choice(
                t("How you asked"),
                offered(t, SPOKEN),
                draft.explained,
                lambda value: change(explained=value),
                key="explained",
            ),
            Field("name", draft.name, lambda text: setattr(draft, "name", text), label=t("Her name")),
            quiet(t("A child never asks this for you.")),
        ],
        t=t,
        path=f"{path}/yes",
        under=called(t, shown),
        back=path,
        # Words: a button: she said yes to being written down
        foot=[keep_button(t("She says yes"), keep)],
    )
