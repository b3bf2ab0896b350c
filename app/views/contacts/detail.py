"""One contact: what is known, what to do, and texts of several people side by side until one of them settles it."""

from __future__ import annotations

import flet as ft

from app.i18n import Words
from app.journeys.attempts import tries_of
from app.journeys.growing import files_of_contact
from app.journeys.one_person import also_written_as
from app.journeys.referrals import referrals_of
from app.ports import Ports
from app.records import Attempt, Contact, Mentee, Referral, SamePerson
from app.views.contacts.contact_words import OUTCOMES, called
from app.views.contacts.facts import known_facts
from app.views.contacts.stage import Stage
from app.views.gone import nobody_there
from app.views.kit import body, card, icon_button, keep_button, row, screen, section, sheet
from app.views.numbers import calls
from app.views.outreach.referral_words import REFERRAL_ICON, referral_said
from app.views.session import go, use_live, use_ports, use_session, use_words
from app.views.side_by_side import Settling, unsettled
from app.views.whereabouts import Whereabouts


@ft.component
def ContactDetail() -> ft.View:
    ports, t, session = use_ports(), use_words(), use_session()
    row = ft.use_route_params().get("id", "")
    path = f"/people/{row}"
    contact = use_live(lambda: ports.store.get(Contact, row), Contact, Attempt, SamePerson, Referral, Mentee)
    if contact is None:
        why = t("Somebody took the line away.")
        return nobody_there(t, t("People"), path=path, back=session.trail.tab, why=why)
    facts = known_facts(t, ports, contact, tries_of(ports, contact))
    parts: list[ft.Control] = []
    if unsettled(ports.store, contact):
        parts.append(Settling(contact, lambda: go(session.trail.tab)))
    parts.append(Stage(contact))
    if ways := calls(t, contact.phone, called(t, contact)):
        parts.append(sheet(ways))
    if facts:
        parts.append(card(ft.Column(facts, spacing=16)))
    if contact.note and not ports.store.standing(contact):
        parts.append(section(t("Note"), [card(body(t.isolated(contact.note)))]))
    parts.append(section(t("More"), [sheet(_more(t, ports, contact, path))]))
    parts.append(Whereabouts(contact))
    return screen(
        called(t, contact),
        parts,
        t=t,
        path=path,
        under=t(OUTCOMES[contact.outcome]) if contact.outcome in OUTCOMES else "",
        back=session.trail.tab,
        actions=[icon_button(ft.Icons.EDIT_OUTLINED, t("Change"), lambda: go(f"{path}/change"), key="change")],
        foot=[keep_button(t("Tried again"), lambda: go(f"{path}/again"), key="tried-again")],
    )


def _more(t: Words, ports: Ports, contact: Contact, path: str) -> list[ft.Control]:
    """What one does now and then with a line."""
    others = also_written_as(ports, contact)
    said = t.listed([called(t, one) for one in others])

    def sent(one: Referral) -> ft.Control:
        return row(
            t.isolated(one.whom),
            under=referral_said(t, one, ports.today()),
            leading=ft.Icon(REFERRAL_ICON, color=ft.Colors.PRIMARY),
            on_tap=lambda: go(f"{path}/referral/{one.id}"),
            key=f"referral-{one.id}",
            arrow=True,
        )

    return [
        *_her_file(t, ports, contact, path),
        *(sent(one) for one in referrals_of(ports, contact)),
        row(
            # Words: send somebody to another place that can help: a school, a doctor, a club; or say who sent her
            t("Send her on"),
            leading=ft.Icon(REFERRAL_ICON, color=ft.Colors.PRIMARY),
            on_tap=lambda: go(f"{path}/referral"),
            key="send-on",
            arrow=True,
        ),
        row(
            # Words: two lines in the list of people are about the same person
            t("The same person as another line"),
            under=said,
            leading=ft.Icon(ft.Icons.PEOPLE_OUTLINED, color=ft.Colors.PRIMARY),
            on_tap=lambda: go(f"{path}/same"),
            key="same",
            arrow=True,
        ),
    ]


def _her_file(t: Words, ports: Ports, contact: Contact, path: str) -> list[ft.Control]:
    """The file she has, for who shares it; else the way to open one, once she said yes."""

    def line(text: str, way: str, key: str, under: str = "") -> ft.Control:
        sign = ft.Icon(ft.Icons.FOLDER_SHARED_OUTLINED, color=ft.Colors.PRIMARY)
        return row(text, under=under, leading=sign, on_tap=lambda: go(way), key=key, arrow=True)

    if files := files_of_contact(ports, contact):
        # Words: a line on a contact's page: opens the file of that mentee
        return [line(t("Her file"), f"/mentees/{one.id}", f"file-{one.id}") for one in files]
    if contact.consented_on is None:
        return []
    # Words: under "Open a file", on the page of somebody who takes part already: there may be one that one cannot see
    perhaps = t("Ask first: a colleague may have one") if contact.joined_on else ""
    return [line(t("Open a file"), f"{path}/file", "open-file", perhaps)]
