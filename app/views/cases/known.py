"""The file a screen is about, and who is around it by name."""

from __future__ import annotations

import flet as ft

from app.i18n import Words
from app.journeys.tasks import around
from app.ports import Ports
from app.records import MemberCard, Mentee
from app.views.gone import no_longer_here
from app.views.session import use_live, use_ports


def use_mentee() -> Mentee | None:
    """By the address of the screen."""
    ports, row = use_ports(), ft.use_route_params().get("id", "")
    return use_live(lambda: ports.store.get(Mentee, row), Mentee, MemberCard)


def names_around(t: Words, ports: Ports, space: str) -> dict[str, str]:
    """{pseudonym: how that one is called}, oneself first."""
    me = ports.me.person.hex()
    # Words: oneself, in a list of names
    mine = t("Me")
    return {
        one.person: mine if one.person == me else t.isolated(one.name) or t("Somebody") for one in around(ports, space)
    }


def all_by_name(t: Words, ports: Ports, space: str) -> dict[str, str]:
    """The same, oneself by name as well: on paper, and inside a sentence, where "Me" stands wrong in most languages."""
    return {**names_around(t, ports, space), ports.me.person.hex(): t.isolated(ports.me.name)}


def no_file(t: Words) -> ft.View:
    """It was closed to us, or never was."""
    text = t("This file is no longer here.")
    return no_longer_here(t, t("Files"), ft.Icons.FOLDER_OFF_OUTLINED, text, path="/cases", back="/cases")
