"""Whose page this is."""

from __future__ import annotations

import flet as ft

from app.journeys.her_plan import plan_space
from app.ports import Ports
from app.records import Mentee


def whose(ports: Ports) -> tuple[Mentee | None, str]:
    """(the mentee whose page this is, the space of her plan); None and "" for what is not here."""
    mentee = ports.store.get(Mentee, ft.use_route_params().get("id", ""))
    return mentee, plan_space(ports, mentee)


def name_of(mentee: Mentee | None) -> str:
    """Her name, or ""."""
    return mentee.name if mentee else ""
