"""Where a list of hers is empty, what to do next is read, and heard."""

from __future__ import annotations

from tests.screen import Screen
from tests.views.conftest import show
from tests.views.voices import PHONE, Device
from tests.world import Organisation

EMPTY = ("/about", "/passed", "/letters", "/steps", "/practise/book")


def test_an_empty_screen_of_hers_is_heard(org: Organisation) -> None:
    device = org.mentee.ports.platform.voice = Device(PHONE)

    async def walk(screen: Screen) -> None:
        for path in EMPTY:
            await screen.go(path)
            await screen.begin_to_tap("listen-empty")
            ((said, tag),) = device.said
            assert tag == "da-DK"
            assert any(said.startswith(text) and text != said for text in screen.texts()), path

    show(org.mentee, walk, language="da")
