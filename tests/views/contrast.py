"""How well words and signs stand out from what they lie on: the contrast of WCAG 2.2, 1.4.3 and 1.4.11, level AA.

Computed from the theme and from the screens as they are drawn; what Flutter colours itself is named here as its
Material 3 defaults do it. What cannot be tapped now is excepted there, and here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any, NamedTuple

import flet as ft
from flet.components.component import Component

from app.views.kit.theme import theme

WORDS, LARGE_WORDS, SIGNS = 4.5, 3.0, 3.0
LARGE, LARGE_BOLD = 24, 18.66
"""Heights from which words are large, in pixels: 18 pt, or 14 pt when they are bold."""
BOLD = {ft.FontWeight.W_700, ft.FontWeight.W_800, ft.FontWeight.W_900, ft.FontWeight.BOLD}
ON = {
    ft.FilledButton: ("primary", "on_primary"),
    ft.FilledTonalButton: ("secondary_container", "on_secondary_container"),
    ft.OutlinedButton: (None, "primary"),
    ft.TextButton: (None, "primary"),
    ft.IconButton: (None, "on_surface_variant"),
    ft.FloatingActionButton: ("primary_container", "on_primary_container"),
    ft.Chip: ("surface_container_low", "on_surface_variant"),
    ft.SnackBar: ("inverse_surface", "on_inverse_surface"),
    ft.AlertDialog: ("surface_container_high", "on_surface"),
    ft.BottomSheet: ("surface_container_low", "on_surface"),
    ft.NavigationBar: ("surface_container", "on_surface_variant"),
    ft.Card: ("surface_container_low", "on_surface"),
}
"""What lies under, and what stands on it, unless the control says otherwise."""


class Pale(NamedTuple):
    """Something that stands out too little."""

    what: str
    front: str
    ground: str
    ratio: float


class Around(NamedTuple):
    """What a control inherits: what it lies on and what it is written in, as colours of six digits."""

    ground: str
    front: str


def ratio(one: str, other: str) -> float:
    """Between 1 and 21, of two colours of six digits."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def scheme_of(*, dark: bool) -> ft.ColorScheme:
    """Our colours by day or by night."""
    scheme = theme(dark=dark).color_scheme
    assert scheme
    return scheme


def pale(tree: Any, scheme: ft.ColorScheme) -> Iterator[Pale]:
    """All that is too pale in that scheme, from the control down."""
    yield from _below(tree, scheme, Around(str(scheme.surface), str(scheme.on_surface)), set())


def _below(node: Any, scheme: ft.ColorScheme, around: Around, seen: set[int]) -> Iterator[Pale]:
    if id(node) in seen or (isinstance(node, ft.Control) and not node.visible) or getattr(node, "disabled", False):
        return
    seen.add(id(node))
    if isinstance(node, Component):
        for each in node._b if isinstance(node._b, list) else [node._b]:
            if each is not None:
                yield from _below(each, scheme, around, seen)
        return
    around = _around(node, scheme, around)
    yield from _itself(node, scheme, around)
    for field in dataclasses.fields(node):
        if field.name == "_parent" or field.metadata.get("skip"):
            continue
        value = getattr(node, field.name, None)
        for one in value if isinstance(value, (list, tuple)) else [value]:
            if isinstance(one, (ft.Control, Component)):
                yield from _below(one, scheme, around, seen)


def _around(node: Any, scheme: ft.ColorScheme, around: Around) -> Around:
    under, front = next((said for kind, said in ON.items() if isinstance(node, kind)), (None, None))
    style = getattr(node, "style", None) if isinstance(getattr(node, "style", None), ft.ButtonStyle) else None
    grounds = [under, getattr(style, "bgcolor", None), getattr(node, "bgcolor", None)]
    fronts = [front, getattr(style, "color", None), getattr(node, "foreground_color", None)]
    if isinstance(node, ft.Chip) and node.selected:
        grounds.append(node.selected_color)
        fronts.append("on_secondary_container")
    ground = _last(grounds, scheme, around.ground) or around.ground
    return Around(ground, _last(fronts, scheme, ground) or around.front)


def _itself(node: Any, scheme: ft.ColorScheme, around: Around) -> Iterator[Pale]:
    if isinstance(node, ft.Text) and node.value:
        style = node.style if isinstance(node.style, ft.TextStyle) else None
        size = node.size or getattr(style, "size", None) or 16
        large = size >= (LARGE_BOLD if node.weight in BOLD else LARGE)
        front = _last([getattr(style, "color", None), node.color], scheme, around.ground) or around.front
        yield from _told(str(node.value), front, around.ground, LARGE_WORDS if large else WORDS)
    elif isinstance(node, ft.Icon):
        front = _last([node.color], scheme, around.ground) or around.front
        yield from _told(str(node.icon), front, around.ground, SIGNS)
    elif isinstance(node, tuple(ON)) and isinstance(words := getattr(node, "content", None), str):
        yield from _told(words, around.front, around.ground, WORDS)


def _told(what: str, front: str, ground: str, least: float) -> Iterator[Pale]:
    found = ratio(front, ground)
    if found < least:
        yield Pale(what, front, ground, round(found, 2))


def _last(said: list[Any], scheme: ft.ColorScheme, ground: str) -> str | None:
    """The last colour that is said, laid on the ground where it is not opaque."""
    names = [one.get(ft.ControlState.DEFAULT) if isinstance(one, dict) else one for one in said]
    name = next((str(getattr(one, "value", one)) for one in reversed(names) if one), None)
    if name is None:
        return None
    if name == "transparent":
        return ground
    name, _comma, strength = name.partition(",")
    found = name if name.startswith("#") else _of(scheme)[name.replace("_", "").lower()]
    opaque = float(strength or 1)
    if name.startswith("#") and len(name) == 9:  # opacity comes first
        opaque, found = int(name[1:3], 16) / 255, f"#{name[3:]}"
    mixed = (round(opaque * f + (1 - opaque) * g) for f, g in zip(_channels(found), _channels(ground), strict=True))
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def _of(scheme: ft.ColorScheme) -> dict[str, str]:
    """What the theme says: Flet writes the names of its colours without what parts the words."""
    said = {field.name: getattr(scheme, field.name) for field in dataclasses.fields(scheme)}
    return {name.replace("_", ""): color for name, color in said.items() if isinstance(color, str)}


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _luminance(color: str) -> float:
    shares = [part / 255 for part in _channels(color)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
