"""What the first screens ask was found out before anybody came."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import flet as ft
import pytest
from sqlalchemy import event

from app.main import begin
from app.storage import memory
from app.views.rehearsal import rehearse
from tests.screen import Screen
from tests.world import Organisation

BESIDE_A_MEETING = ("SELECT conversation.", "SELECT errand.")
"""Asked for each that is ahead; in a rehearsal none is."""


@contextmanager
def made_anew() -> Iterator[list[str]]:
    """Every question whose SQL had to be made first."""
    made: list[str] = []

    def listen(_on: Any, _cursor: Any, statement: str, _given: Any, context: Any, _many: Any) -> None:
        if context.compiled is not None and context.cache_hit.name != "CACHE_HIT":
            made.append(statement)

    event.listen(memory._engine(), "before_cursor_execute", listen)
    try:
        yield made
    finally:
        event.remove(memory._engine(), "before_cursor_execute", listen)


@pytest.mark.parametrize("who", ["coordinator", "worker", "mentor", "mentee"])
def test_the_first_screen_of_everybody_finds_its_questions_ready(org: Organisation, who: str) -> None:
    memory._engine.cache_clear()  # what other tests asked
    rehearse("da")
    ports = getattr(org, who).ports
    org.world.run(ports.store.open())
    drawn: list[str] = []

    def first(page: ft.Page) -> object:
        with made_anew() as made:
            session = begin(page, ports)
            drawn.extend(made)
        return session

    async def look() -> None:
        async with Screen(first) as screen:
            assert screen.texts()

    asyncio.run(look())
    assert [each for each in drawn if not each.startswith(BESIDE_A_MEETING)] == []
