"""How those who are near her are said, and called."""

from __future__ import annotations

import flet as ft

from app.domain.roles import COORDINATOR, MENTOR, WORKER
from app.i18n import N_, Words
from app.records import Near

ROLES = {
    # Words: who somebody is, said to the mentee
    MENTOR: N_("Your mentor"),
    # Words: who somebody is, said to the mentee: the outreach worker
    WORKER: N_("Your contact person"),
    # Words: who somebody is, said to the mentee: she leads the work
    COORDINATOR: N_("Helps us all"),
}


def this_is(t: Words, one: Near) -> str:
    """As it is read aloud."""
    who = t(ROLES[one.role]) if one.role in ROLES else ""
    # Words: read aloud beside a picture: "This is Karen. Your mentor"
    said = t("This is %(name)s.", name=one.name)
    return f"{said} {who}".strip()


async def call(phone: str) -> None:
    """The telephone opens with that number; she taps once more there."""
    dialled = "".join(sign for sign in phone if sign.isdigit() or sign == "+")
    await ft.UrlLauncher().launch_url(f"tel:{dialled}")
