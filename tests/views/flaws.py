"""What is wrong with a screen for who cannot see it, or not well."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft
from flet.controls.base_control import BaseControl

from tests.screen import Screen
from tests.views.contrast import pale, scheme_of


def flaws(screen: Screen) -> Iterator[object]:
    """What a screen reader could not name, and what the eye could not tell from its ground, by day and by night."""
    yield from nameless(screen)
    yield from distorted(screen)
    for dark in (False, True):
        for each in screen.shown():
            yield from pale(each, scheme_of(dark=dark))


def nameless(screen: Screen) -> Iterator[str]:
    """Controls that a screen reader would call "button" and nothing more."""
    for control in screen.walk():
        if isinstance(control, ft.TextField):
            if not control.label:
                yield f"field {control.key}"
        elif isinstance(control, (ft.IconButton, ft.FloatingActionButton)):
            if not (control.tooltip or getattr(control, "content", None)) or not merged(screen, control):
                yield f"icon {control.key}"
        elif getattr(control, "on_click", None) and not any(words(screen, control)):
            yield f"{type(control).__name__} {control.key}"


def distorted(screen: Screen) -> Iterator[str]:
    """Flet draws these at their own size and pulls the drawing out to any other; their label has one line only."""
    for control in screen.walk():
        if not isinstance(control, (ft.Checkbox, ft.Switch, ft.Radio)):
            continue
        if control.height or control.width or control.label:
            yield f"{type(control).__name__} {control.key}"


def words(screen: Screen, control: BaseControl) -> Iterator[str]:
    """Every text inside, or the label around."""
    for inner in screen.walk(control):
        for name in ("value", "label", "content", "tooltip"):
            text = getattr(inner, name, None)
            if isinstance(text, str) and text:
                yield text
    around = [each for each in screen.walk() if isinstance(each, ft.Semantics) and each.content is control]
    yield from (each.label for each in around if each.label)


def merged(screen: Screen, control: BaseControl) -> bool:
    """A floating button with words on it, or inside a node that takes the tooltip for its name."""
    if isinstance(control, ft.FloatingActionButton):
        return isinstance(control.content, str)
    return any(isinstance(each, ft.MergeSemantics) and each.content is control for each in screen.walk())
