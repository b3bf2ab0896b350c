"""The strip under her screens: language and settings, and at its end room for the corner that hides all."""

from __future__ import annotations

from typing import Any

import flet as ft

from app.views.kit.strip import HEIGHT
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.her_screens import HERS
from tests.world import Organisation

CORNER = 64 + 16
"""How far it reaches from the end of the line (build/web/shell.css)."""


def scrolled(screen: Screen) -> list[Any]:
    """All that can come to lie anywhere on the glass."""
    columns = [each for each in screen.walk() if isinstance(each, ft.Column) and each.scroll]
    return [inner for column in columns for inner in screen.walk(column)]


def test_nothing_of_hers_can_come_to_lie_under_the_corner(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        for path in HERS:
            await screen.go(path)
            strips = [each for each in screen.keyed("strip") if isinstance(each, ft.Container)]
            if path == "/more/language" and not strips:
                continue  # nothing to lead to, and no corner where no page draws one
            (strip,) = strips
            assert strip.height == HEIGHT >= CORNER, path
            assert strip not in scrolled(screen), path
            row = strip.content
            assert isinstance(row, ft.Row)
            assert len(row.controls) * (64 + 8) + CORNER <= 320, path

    show(org.mentee, walk)


def test_her_language_and_her_settings_stand_once_on_her_letter(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        assert len(screen.keyed("globe")) == len(screen.keyed("to-more")) == 1

    show(org.mentee, walk)


def test_other_faces_have_no_strip(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        assert not screen.has("strip")
        assert not screen.has("globe")

    show(org.mentor, walk)
