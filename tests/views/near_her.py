"""Her mentor lets her be found: a face and a number on her phone."""

from __future__ import annotations

import flet as ft

from app.journeys.near import be_near
from tests.screen import Screen
from tests.world import Organisation

FACE = b"\xff\xd8 Maja, small \xff\xd9"


def near(org: Organisation) -> str:
    """The row by which she finds her mentor."""
    row = be_near(org.mentor.ports, mentee=org.cover(org.mentor), phone="+45 70 10 20 30").id
    org.world.sync_all()
    return row


def faces(screen: Screen) -> list[bytes]:
    return [one.src for one in screen.walk() if isinstance(one, ft.Image) and isinstance(one.src, bytes)]
