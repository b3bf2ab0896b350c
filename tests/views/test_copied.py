"""A phone that was copied says so, quietly, where her phones are listed; both stand there."""

from __future__ import annotations

from app.journeys.contacts import log_contact
from tests.histories.swift import SwiftWorld
from tests.screen import Screen
from tests.views.conftest import show

SAYS = "This phone is a copy of another. It goes on as a phone of its own."


def test_the_copy_says_so_and_the_list_has_both() -> None:
    with SwiftWorld(seed=8) as world:
        world.organisation()
        sofie = world.phone("Sofie")
        copy = sofie.copied("copy")
        for phone, name in ((sofie, "Fatima"), (copy, "Omar")):
            log_contact(phone.ports, row=phone.ports.new_row(), name=name)
            phone.sync()

        async def the_copy(screen: Screen) -> None:
            await screen.go("/more/phones")
            await screen.until(lambda: screen.sees("Phone 2"))
            assert screen.sees(SAYS)
            assert not screen.sees("Phone 3")

        async def the_other(screen: Screen) -> None:
            await screen.go("/more/phones")
            await screen.until(lambda: screen.sees("Phone 2"))
            assert not screen.sees(SAYS)

        show(copy, the_copy)
        sofie.sync()
        show(sofie, the_other)
