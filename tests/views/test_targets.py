"""What can be tapped is large enough for a thumb: 64 on her face, 48 elsewhere; counted where sizes are known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import flet as ft
import pytest
from flet.components.component import Component

from tests.screen import Screen
from tests.views.conftest import show
from tests.views.her_screens import HERS
from tests.views.paths import paths
from tests.views.plan_of_hers import plan
from tests.world import Organisation

LINE = 1.4  # of its letters' size: so high is a line (app/views/kit/theme.py)
FLUTTER = 48  # what Flutter gives a chip, a box to tick or a field at least
WORDED = (ft.FilledButton, ft.FilledTonalButton, ft.TextButton)


def least(control: Any) -> float:
    """At least so high is it drawn."""
    while isinstance(control, Component):
        control = control._b
    if getattr(control, "height", None):
        return float(control.height)
    if isinstance(control, ft.Text):
        return float(control.size or 16) * LINE
    if isinstance(control, ft.Icon):
        return float(control.size or 24)
    if isinstance(control, WORDED):
        style = control.style or ft.ButtonStyle()
        words = style.text_style.size if isinstance(style.text_style, ft.TextStyle) else None
        return _around(style.padding) + float(words or 16) * LINE
    if isinstance(control, ft.Chip):
        return max(FLUTTER, least(control.label) + _around(control.padding))
    if isinstance(control, (ft.Row, ft.Stack)):
        return max((least(one) for one in control.controls), default=0)
    if isinstance(control, ft.Column):
        gaps = float(control.spacing or 0) * max(len(control.controls) - 1, 0)
        return sum(least(one) for one in control.controls) + gaps
    inner = getattr(control, "content", None)
    return _around(getattr(control, "padding", None)) + (least(inner) if isinstance(inner, ft.Control) else 0)


def _around(padding: Any) -> float:
    if isinstance(padding, ft.Padding):
        return float(padding.top + padding.bottom)
    return 2 * float(padding or 0)


def too_small(screen: Screen, size: float) -> Iterator[str]:
    for control in screen.walk():
        taps = getattr(control, "on_click", None) or (isinstance(control, ft.Chip) and control.on_select)
        if taps and not isinstance(control, ft.FloatingActionButton):
            wide, high = getattr(control, "width", None), least(control)
            if high < size or (wide is not None and wide < size):
                yield f"{type(control).__name__} {getattr(control.key, 'value', control.key)}: {wide} x {high:g}"


@pytest.mark.parametrize("simple", ["", "yes"])
def test_on_her_face_everything_to_tap_is_64(org: Organisation, simple: str) -> None:
    plan(org, "walk", "shop")
    org.mentee.ports.platform.remember("simple", simple)

    async def walk(screen: Screen) -> None:
        for path in HERS:
            await screen.go(path)
            assert list(too_small(screen, 64)) == [], path

    show(org.mentee, walk)


def test_elsewhere_it_is_48_and_64_while_the_phone_is_turned_to_her(org: Organisation) -> None:
    plan(org, "walk", "shop")

    async def walk(screen: Screen) -> None:
        for path in paths(org.mentor):
            await screen.go(path)
            assert list(too_small(screen, 48)) == [], path
        await screen.go(f"/mentees/{org.cover(org.mentor).id}")
        await screen.tap("turn-to-her")
        assert list(too_small(screen, 64)) == []

    show(org.mentor, walk)


def test_no_button_with_words_has_a_height_that_would_cut_their_second_line(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        for path in paths(org.mentor):
            await screen.go(path)
            cut = [each.key for each in screen.walk() if isinstance(each, WORDED) and each.height]
            assert cut == [], path

    show(org.mentor, walk)
