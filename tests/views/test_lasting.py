"""A tap that comes while the screen is drawn anew does what it was meant for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

import flet as ft

from app.journeys.contacts import log_contact
from app.views.kit import answer_button, heading, row, several, sheet, stack
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation


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


def test_a_tap_finds_its_group_although_another_line_is_the_first_in_it_now() -> None:
    tapped: list[str] = []
    grows: list[Callable[[], None]] = []

    @ft.component
    def Door(name: str) -> ft.Control:  # noqa: N802 - a component
        return answer_button("star", name, partial(tapped.append, name), chosen=False, key=name)

    @ft.component
    def Growing() -> ft.View:  # noqa: N802 - a component
        one: tuple[str, ...] = ("shop",)
        lines, set_lines = ft.use_state(one)
        grows[:] = [lambda: set_lines(("bus", "shop"))]
        rows = [row(line, on_tap=partial(tapped.append, line), key=f"row-{line}") for line in lines]
        doors = [answer_button("star", line, partial(tapped.append, line), chosen=False, key=line) for line in lines]
        first = stack([answer_button("star", "one", lambda: None, chosen=False, key="one")])
        more = [first] if len(lines) > 1 else []
        return ft.View(
            route="/", controls=[stack([*more, stack([heading("Doors"), *doors]), sheet(rows), Door("out")])]
        )

    async def walk() -> None:
        async with Screen(lambda page: page.render_views(Growing)) as screen:
            stood = [screen.keyed(key)[0]._i for key in ("shop", "row-shop", "out")]
            grows[0]()
            await screen.settle()
            assert screen.has("bus")
            assert screen.has("one")
            for part in stood:
                await screen.session.dispatch_event(part, "click", None)
            assert tapped == ["shop", "shop", "out"]

    asyncio.run(walk())


def test_what_was_chosen_counts_although_the_screen_was_drawn_anew_before_it_was_heard() -> None:
    """Flet tells first what a sign now shows and then that it was tapped: what is drawn in between shows the old."""
    chosen: list[tuple[str, bool]] = []
    grows: list[Callable[[], None]] = []

    @ft.component
    def Growing() -> ft.View:  # noqa: N802 - a component
        lines, set_lines = ft.use_state(1)
        grows[:] = [lambda: set_lines(2)]
        boxes = several(
            [("bus", "Bus"), ("shop", "Shop")], (), lambda option, on: chosen.append((option, on)), key="place"
        )
        return ft.View(route="/", controls=[stack([*(ft.Text("Above") for _ in range(lines)), boxes])])

    async def walk() -> None:
        async with Screen(lambda page: page.render_views(Growing)) as screen:
            (box,) = screen.keyed("place-shop")
            screen.session.apply_patch(box._i, {"value": True})
            grows[0]()
            await screen.settle()
            await screen.session.dispatch_event(box._i, "change", True)
            assert chosen == [("shop", True)]

    asyncio.run(walk())


def test_a_door_of_the_bottom_bar_opens_although_a_sync_drew_it_anew_meanwhile(org: Organisation) -> None:
    """It was lost so in a browser: pulled down, and the next door tapped while the answer came."""
    ports = org.worker.ports

    async def walk(screen: Screen) -> None:
        await screen.go("/people")
        (bar,) = screen.keyed("bar")
        screen.session.apply_patch(bar._i, {"selected_index": 2})
        log_contact(ports, row=ports.new_row(), name="Nadia", address="Egeparken 1", outcome="talked")
        await screen.settle()
        await screen.session.dispatch_event(bar._i, "change", 2)
        await screen.settle()
        assert screen.page.route == "/meetings"

    show(org.worker, walk)
