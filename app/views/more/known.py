"""Somebody of the organisation as a screen needs her: who she is, what may be done about her, what her phones said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import flet as ft

from app.domain.recovery import RECOVERY
from app.i18n import Words
from app.journeys.people import Person, people
from app.journeys.phones import Phone, all_phones
from app.ports import Ports, Refusal
from app.records import MemberCard
from app.views.more.role_words import role_of
from app.views.session import use_live, use_ports, use_words

Phones = dict[bytes, list[Phone]]


def use_people() -> list[Person]:
    """All that the logs tell of."""
    ports = use_ports()
    return use_live(lambda: people(ports), MemberCard)


def use_person() -> Person | None:
    """Whose page this is; None when the logs tell of nobody like that."""
    asked = ft.use_route_params().get("id", "")
    return next((one for one in use_people() if one.person.hex() == asked), None)


def use_device() -> bytes:
    """Whose phone's page this is; empty for what is no phone, or where none is meant."""
    try:
        return bytes.fromhex(ft.use_route_params().get("device", ""))
    except ValueError:
        return b""


def steward(ports: Ports, known: list[Person]) -> bool:
    """May this person let others in and shut them out? The root log says so."""
    return any(one.steward and not one.left for one in known if one.person == ports.me.person)


def use_phones(*, asked: bool = True) -> tuple[Phones | None, str]:
    """(everybody's phones, why not); None while the hub is asked. It is asked when the screen opens."""
    ports, t = use_ports(), use_words()
    found: tuple[Phones | None, Any] = ft.use_state(None)
    why, set_why = ft.use_state("")

    async def ask() -> None:
        if not asked:
            return
        try:
            found[1](await all_phones(ports))
        except Refusal as no:
            found[1]({})
            set_why(t(no.text, **no.blanks))

    ft.use_effect(ask, [])
    return found[0], why


def heard_on(phone: Phone) -> date:
    """Her phone's last day with the hub, on this device's calendar."""
    return datetime.fromtimestamp(phone.heard_ms / 1000, UTC).astimezone().date()


def phone_said(t: Words, phone: Phone, today: date, *, this: bool = False) -> str:
    """Since when it is hers, and when it was heard or that it is `this` one; of one that was closed, if it erased."""
    # Words: of a phone, "In use since yesterday"
    since = t("In use since %(day)s", day=t.day(phone.came_on, today)) if phone.came_on else ""
    return " · ".join(part for part in (t("This phone") if this else _heard_said(t, phone, today), since) if part)


def _heard_said(t: Words, phone: Phone, today: date) -> str:
    if phone.shut:
        # Words: of a phone whose owner left or lost it
        return t("Shut out, and has erased") if phone.erased else t("Shut out, has not said yet that it erased")
    if not phone.heard_ms:
        return t("Not heard yet")
    return t("Last heard: %(day)s", day=t.day(heard_on(phone), today))


def loses_access(t: Words, name: str, phones: int) -> str:
    """On how many phones, as far as the logs tell."""
    if not phones:
        return t("%(name)s loses access. No phone was signed in.", name=name)
    return t.many(
        "%(name)s loses access on %(num)d phone.", "%(name)s loses access on %(num)d phones.", phones, name=name
    )


def may_be_unsent(t: Words, phones: Sequence[Phone], today: date) -> list[str]:
    """Since when something may be on these phones alone, and what of it is lost. How much, no other phone can know."""
    heard = [heard_on(one) for one in phones if one.heard_ms]
    if not heard:
        since = t("What she wrote lately may be only on her phone.")
    elif min(heard) >= today:
        since = t("What she wrote today may be only on her phone.")
    else:
        since = t("What she wrote since %(day)s may be only on her phone.", day=t.day(min(heard), today))
    return [since, t("It can still be handed in."), t("Photos and voices that were not sent yet are lost.")]


def called(t: Words, person: Person) -> str:
    return t.isolated(person.card.name) or (role_of(t, RECOVERY) if person.card.role == RECOVERY else t("Somebody"))
