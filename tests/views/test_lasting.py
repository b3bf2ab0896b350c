"""A tap that comes while the screen is drawn anew does what it was meant for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

import flet as ft

from app.views.kit import answer_button, stack
from tests.screen import Screen


def test_a_tap_finds_its_line_although_others_came_above_it_meanwhile() -> None:
    tapped: list[str] = []
    grows: list[Callable[[], None]] = []

    @ft.component
    def Growing() -> ft.View:  # noqa: N802 - a component
        one: tuple[str, ...] = ("shop",)
        lines, set_lines = ft.use_state(one)
        grows[:] = [lambda: set_lines(("bus", "kitchen", "shop"))]
        kept = [answer_button("star", line, partial(tapped.append, line), chosen=False, key=line) for line in lines]
        return ft.View(route="/", controls=[stack([ft.Text("Above"), *kept])])

    async def walk() -> None:
        async with Screen(lambda page: page.render_views(Growing)) as screen:
            (seen,) = screen.keyed("shop")
            grows[0]()
            await screen.settle()
            assert screen.has("kitchen")
            await screen.session.dispatch_event(seen._i, "click", None)
            await screen.settle()
            (now,) = screen.keyed("shop")
            assert (tapped, now._i) == (["shop"], seen._i)

    asyncio.run(walk())
