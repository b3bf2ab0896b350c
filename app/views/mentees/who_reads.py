"""Who reads what of a file, by name: as its circle is now."""

from __future__ import annotations

import flet as ft

from app.i18n import Words
from app.journeys.people import Person, people
from app.ports import Ports
from app.records import Mentee
from app.views.kit import card, fact, stack
from app.views.more.role_words import role_of


def who_reads(t: Words, ports: Ports, mentee: Mentee) -> ft.Control:
    """A line for each rung: notes, facts, plan."""
    circle = next((place.circle for place in ports.store.places() if place.space == mentee.space), "")
    here = [one for one in people(ports, bytes.fromhex(circle)) if not one.left] if circle else []
    here.sort(key=lambda one: one.person != ports.me.person)  # herself first
    rungs = (
        (ft.Icons.EDIT_NOTE, t("Notes")),
        (ft.Icons.FACT_CHECK_OUTLINED, t("Facts: days, minutes, topics")),
        (ft.Icons.MAIL_OUTLINED, t("Her plan, appointments and the agreement")),
    )
    facts = [
        fact(icon, name, t.listed([_called(t, ports, one) for one in here if one.rung <= rung]))
        for rung, (icon, name) in enumerate(rungs)
    ]
    return card(stack(facts, spacing=16), key="who-reads")


def _called(t: Words, ports: Ports, one: Person) -> str:
    if one.person == ports.me.person:
        return t("You")
    return t.isolated(one.card.name) or role_of(t, one.card.role) or t("Somebody")
