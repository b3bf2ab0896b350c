"""How a company is said."""

from __future__ import annotations

import flet as ft

from app.i18n import N_
from app.records import ReachBy, Trade

COMPANY_ICON = ft.Icons.STORE_OUTLINED

TRADES = {
    # Words: what a company does; the next ones too
    Trade.CLEANING.value: N_("Cleaning"),
    Trade.KITCHEN.value: N_("Kitchen and café"),
    Trade.SHOP.value: N_("Shop"),
    # Words: what a company does: care for the old and the sick
    Trade.CARE.value: N_("Care"),
    # Words: what a company does: nurseries and kindergartens
    Trade.CHILDREN.value: N_("Children and day care"),
    # Words: what a company does: a warehouse, a post office
    Trade.STORE.value: N_("Storage and packing"),
    Trade.PRODUCTION.value: N_("Production"),
    # Words: what a company does
    Trade.TEXTILE.value: N_("Sewing and cloth"),
    Trade.GARDEN.value: N_("Garden and plants"),
    Trade.OFFICE.value: N_("Office"),
    # Words: what a company does: something else
    Trade.OTHER.value: N_("Other work"),
}

REACH_BY = {
    # Words: how a contact person at a company wants to be reached; the next ones too
    ReachBy.CALL.value: N_("Call"),
    ReachBy.MESSAGE.value: N_("Send a message"),
    ReachBy.MAIL.value: N_("Write a mail"),
    ReachBy.COME.value: N_("Come by"),
}
