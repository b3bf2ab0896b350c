"""The measure of contrast itself; every screen is looked at with it in test_every_screen."""

from __future__ import annotations

import re

import flet as ft
import pytest

from app.views.kit.theme import WARM
from build.pwa.drawings import AT_NIGHT, chosen, drawn
from tests.views.contrast import SIGNS, pale, ratio, scheme_of

LIGHT, DARK = scheme_of(dark=False), scheme_of(dark=True)
PAIRS = ("primary", "secondary", "tertiary", "error", "surface")
CONTAINERS = ("primary_container", "secondary_container", "tertiary_container", "error_container")


def test_the_ratio_is_that_of_the_guidelines() -> None:
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert ratio("#123456", "#123456") == 1


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["day", "night"])
def test_what_the_theme_writes_on_its_colours_can_be_read(scheme: ft.ColorScheme) -> None:
    for name in (*PAIRS, *CONTAINERS):
        assert ratio(getattr(scheme, f"on_{name}"), getattr(scheme, name)) >= 4.5, name
    quiet = str(scheme.on_surface_variant)
    for paper in ("surface", "surface_container_lowest", "surface_container_highest"):
        assert ratio(quiet, getattr(scheme, paper)) >= 4.5, paper


def test_what_is_too_pale_is_found_with_what_it_lies_on() -> None:
    faint = ft.Container(bgcolor=ft.Colors.SURFACE_CONTAINER_LOWEST, content=ft.Icon(ft.Icons.ADD, color="tertiary"))
    words = ft.FilledButton(content=ft.Text("a", color=ft.Colors.PRIMARY))
    large = ft.Text("a", size=26, color=ft.Colors.OUTLINE)
    small = ft.Text("a", size=14, color=ft.Colors.OUTLINE)

    assert [each.ground for each in pale(faint, LIGHT)] == ["#ffffff"]
    assert [each.ratio for each in pale(words, LIGHT)] == [1]
    assert list(pale(large, LIGHT)) == []
    assert len(list(pale(small, LIGHT))) == 1
    assert list(pale(ft.Icon(ft.Icons.ADD, color=WARM), LIGHT)) == []


def test_what_shines_through_is_mixed_with_its_ground() -> None:
    half = ft.Text("a", color=ft.Colors.with_opacity(0.5, "#000000"))

    assert [each.front for each in pale(half, LIGHT)] == ["#807e7b"]


def test_no_drawing_vanishes_by_night() -> None:
    """What stands out least is told apart by one of its colours at least."""
    paper = str(scheme_of(dark=True).surface_container_lowest)
    for name, svg in drawn(chosen()).items():
        colors = [whole(color) for color in re.findall('fill="#([0-9a-fA-F]+)"', svg)]
        assert not colors or max(ratio(color, paper) for color in colors) >= SIGNS, name


@pytest.mark.parametrize("name", ["bin-bag", "electric-plug"])
def test_a_thing_with_a_dark_body_is_seen_by_night_by_more_than_its_edge(name: str) -> None:
    """Its body is what is drawn with the most strokes."""
    paths = re.findall(r'<path fill="(#[0-9a-fA-F]+)" d="([^"]+)"', drawn([name])[name])
    body, _strokes = max(paths, key=lambda path: len(path[1]))

    assert ratio(whole(body[1:]), str(scheme_of(dark=True).surface_container_lowest)) >= SIGNS


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("bed", "#533566"),
        ("camera", "#533566"),
        ("frying-pan", "#433b6b"),
        ("notebook", "#533566"),
        ("student", "#212121"),
    ],
)
def test_a_thing_whose_body_is_as_dark_as_the_night_is_drawn_paler(name: str, body: str) -> None:
    """A gown, a bed, the cover of a book: its body in the package's colour."""
    card = str(scheme_of(dark=True).surface_container_lowest)
    svg = drawn([name])[name]

    assert body not in svg
    assert ratio(AT_NIGHT[body].lower(), card) >= SIGNS
    assert AT_NIGHT[body] in svg


def whole(color: str) -> str:
    return "#" + "".join(sign * (2 if len(color) == 3 else 1) for sign in color)
