"""How an agreement is said."""

from __future__ import annotations

from app.i18n import N_, Words
from app.records import Agreement, Cadence, Way
from app.views.chosen import all_chosen, chosen

CADENCES = {
    # Words: how often two people meet
    Cadence.WEEKLY.value: N_("Every week"),
    # Words: how often two people meet
    Cadence.FORTNIGHTLY.value: N_("Every other week"),
    # Words: how often two people meet
    Cadence.MONTHLY.value: N_("Once a month"),
    # Words: how often two people meet: only when the mentee asks for it
    Cadence.ON_CALL.value: N_("Only when she asks"),
}

WAYS = {
    # Words: how two people reach each other: a text message
    Way.MESSAGE.value: N_("Text message"),
    # Words: how two people reach each other: they call
    Way.CALL.value: N_("Call"),
    # Words: how two people reach each other: in this app
    Way.APP.value: N_("In this app"),
    # Words: how two people reach each other: one rings at the door
    Way.DOOR.value: N_("At the door"),
}


def cadence(t: Words, agreement: Agreement) -> str:
    """How often, in words."""
    return chosen(t, CADENCES, agreement.cadence)


def ways(t: Words, agreement: Agreement) -> str:
    """How they reach each other, one after the other."""
    return all_chosen(t, WAYS, agreement.way)
