"""Going on from a screen does not draw it again; coming back does, with what changed meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from flet.components.component import Component

from app.i18n import Words
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation


def test_a_covered_screen_is_drawn_when_it_lies_on_top_again(
    org: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: Counter[str] = Counter()
    before_update: Callable[[Component], None] = Component.before_update

    def counted(self: Component) -> None:
        drawn[self.fn.__name__] += 1
        before_update(self)

    monkeypatch.setattr(Component, "before_update", counted)

    async def walk(screen: Screen) -> None:
        await screen.go("/people")
        first = drawn["People"]
        await screen.go("/people/new")
        assert (drawn["People"], drawn["LogContact"]) == (first, 1)
        await screen.write("name", "Ærø أمينة")
        await screen.tap("outcome-interested")
        await screen.tap("keep")
        await screen.go("/people")
        assert drawn["People"] > first
        assert screen.sees("Ærø أمينة")

    show(org.worker, walk)


def test_another_language_draws_what_is_covered_too(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/people")
        await screen.go("/people/new")
        await screen.app.speak(screen.page, "en")
        await screen.settle()
        stack: Any = screen.page.views
        while not isinstance(stack, list):
            stack = stack._b
        said = {str(getattr(each, "value", "")) for each in screen.walk(stack[0])}
        assert said & {Words("en")("Today"), Words("en")("People")}

    show(org.worker, walk)
