"""One contact: what is known, what to do, and texts of several people side by side until one of them settles it."""

from __future__ import annotations

import flet as ft

from app.i18n.words import first_up
from app.records import Contact
from app.views.contacts.contact_words import CHANNELS, OUTCOMES, called
from app.views.kit import body, card, empty_state, fact, keep_button, screen, section
from app.views.session import go, use_live, use_ports, use_session, use_words
from app.views.side_by_side import Settling, unsettled
from app.views.whereabouts import Whereabouts


@ft.component
def ContactDetail() -> ft.View:
    ports, t, session = use_ports(), use_words(), use_session()
    row = ft.use_route_params().get("id", "")
    path = f"/people/{row}"
    contact = use_live(lambda: ports.store.get(Contact, row), Contact)
    if contact is None:
        gone = empty_state(
            ft.Icons.PERSON_OFF_OUTLINED, t("This person is no longer here."), t("Somebody took the line away.")
        )
        return screen(t("People"), [gone], t=t, path=path, back=session.trail.tab)
    today = ports.today()
    facts: list[ft.Control] = []
    if contact.address:
        facts.append(fact(ft.Icons.HOME_OUTLINED, t("Street and door"), t.isolated(contact.address)))
    if contact.phone:
        facts.append(fact(ft.Icons.PHONE_OUTLINED, t("Phone"), t.isolated(contact.phone)))
    if contact.language:
        facts.append(fact(ft.Icons.TRANSLATE, t("Language"), contact.language))
    if contact.met_on:
        met = first_up(t.day(contact.met_on, today))
        if contact.channel in CHANNELS:
            met = f"{met} · {t(CHANNELS[contact.channel])}"
        facts.append(fact(ft.Icons.EVENT_OUTLINED, t("Day you met"), met))
    if contact.followup_on:
        facts.append(fact(ft.Icons.REPLAY, t("Go back"), first_up(t.day(contact.followup_on, today))))
    parts: list[ft.Control] = []
    if unsettled(ports.store, contact):
        parts.append(Settling(contact, lambda: go(session.trail.tab)))
    if facts:
        parts.append(card(ft.Column(facts, spacing=16)))
    if contact.note and not ports.store.standing(contact):
        parts.append(section(t("Note"), [card(body(t.isolated(contact.note)))]))
    parts.append(Whereabouts(contact))
    return screen(
        called(t, contact),
        parts,
        t=t,
        path=path,
        under=t(OUTCOMES[contact.outcome]) if contact.outcome in OUTCOMES else "",
        back=session.trail.tab,
        foot=[keep_button(t("Change"), lambda: go(f"{path}/change"), key="change")],
    )
