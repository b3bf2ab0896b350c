"""One person of the organisation: what she reads, her phones, and what this person may do for her or about her."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.i18n import Words
from app.journeys.people import Person
from app.journeys.phones import Phone
from app.journeys.readmit import may_readmit
from app.ports import Ports
from app.views.gone import nobody_there
from app.views.kit import (
    body,
    card,
    picture,
    problem,
    quiet,
    quiet_button,
    row,
    screen,
    section,
    sheet,
)
from app.views.more.known import called, phone_said, steward, use_people, use_person, use_phones
from app.views.more.role_words import READS, role_of
from app.views.session import go, use_ports, use_session


@ft.component
def PersonPage() -> ft.View:
    ports, session = use_ports(), use_session()
    t = session.words
    person, stewards = use_person(), steward(ports, use_people())
    phones, why = use_phones(asked=stewards)
    if person is None:
        return lost(t)
    path, me = _path(person), person.person == ports.me.person
    reads = t("She can no longer read anything new.") if person.left else t(READS.get(person.card.role, ""))
    face = [picture(person.card.picture, size=56), ft.Container(body(reads), expand=True)]
    parts: list[ft.Control] = [card(ft.Row(face, spacing=16), key="reads")]
    if stewards:
        parts.append(section(t("Phones"), [_phones(t, ports, person, (phones or {}).get(person.person), why)]))
    ways = [] if me else _ways(t, ports, person, stewards=stewards)
    if ways:
        # Words: heading over what one may do about a person: a new phone, another role, she leaves
        parts.append(section(t("What can be done"), [sheet(ways)]))
    return screen(
        called(t, person),
        parts,
        t=t,
        path=path,
        under=_role(t, person),
        back="/more/team",
    )


def lost(t: Words) -> ft.View:
    """The logs tell of nobody like that, or no longer."""
    return nobody_there(t, t("People who work here"), path="/more/person", back="/more/team")


def again_words(t: Words, person: Person) -> str:
    """What it is to her: she left, she never came in, or she had a phone."""
    if person.left:
        return t("Let her in again")
    # Words: for somebody who was invited and did not come in yet
    return t("New phone or forgotten PIN") if person.devices else t("A new code for her")


def _path(person: Person) -> str:
    return f"/more/person/{person.person.hex()}"


def _role(t: Words, person: Person) -> str:
    role = role_of(t, person.card.role)
    return " · ".join(part for part in (role, t("She has left") if person.left else "") if part)


def _phones(t: Words, ports: Ports, person: Person, phones: Sequence[Phone] | None, why: str) -> ft.Control:
    """One line each; a phone that is lost is reported here."""
    if why:
        return problem(why, key="no-phones")
    if not phones:
        return quiet(t("No phone signed in yet.") if phones is not None or not person.devices else t("One moment"))

    def line(number: int, phone: Phone) -> ft.Control:
        this = phone.device == ports.keyring.device
        path = f"{_path(person)}/lost/{phone.device.hex()}"
        report = quiet_button(t("Report lost"), lambda: go(path), key=f"lost-{number}")
        return row(
            t("Phone %(num)d", num=number),
            under=phone_said(t, phone, ports.today(), this=this),
            leading=ft.Icon(ft.Icons.PHONELINK_ERASE if phone.shut else ft.Icons.SMARTPHONE, color=ft.Colors.PRIMARY),
            trailing=None if this or phone.shut else report,
            key=f"phone-{number}",
        )

    return sheet([line(number, phone) for number, phone in enumerate(phones, 1)])


def _ways(t: Words, ports: Ports, person: Person, *, stewards: bool) -> list[ft.Control]:
    path = _path(person)

    def way(icon: ft.IconData, words: str, to: str) -> ft.Control:
        sign = ft.Icon(icon, color=ft.Colors.PRIMARY)
        return row(words, leading=sign, on_tap=lambda: go(f"{path}/{to}"), key=f"to-{to}", arrow=True)

    ways: list[ft.Control] = []
    if person.devices:
        ways.append(way(ft.Icons.GRID_VIEW_OUTLINED, t("Compare pictures"), "compare"))
    if may_readmit(ports, person.person):
        ways.append(way(ft.Icons.PHONELINK_SETUP, again_words(t, person), "again"))
    if stewards and not person.left:
        if person.devices:
            ways.append(way(ft.Icons.SWAP_HORIZ, t("Change the role"), "role"))
        # Words: the person leaves the organisation
        ways.append(way(ft.Icons.PERSON_REMOVE_OUTLINED, t("She leaves"), "leave"))
    return ways
