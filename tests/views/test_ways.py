"""How she gets there, on the screens: one tap for who walks with her, a picture and a sentence for her."""

from __future__ import annotations

from app.journeys.agenda import planned_with
from app.journeys.ways import way_of
from app.views.way_words import WAYS
from build.pwa.drawings import on_the_face
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.voices import PHONE, Device
from tests.world import Organisation


def test_a_tap_on_the_bus_and_a_line_and_she_sees_and_hears_it(org: Organisation) -> None:
    device = org.mentee.ports.platform.voice = Device(PHONE)
    ahead = planned_with(org.mentor.ports, org.cover(org.mentor).id)[0]

    async def tells(screen: Screen) -> None:
        await screen.go(f"/meetings/{ahead.id}")
        await screen.tap("way")
        assert not screen.has("line")
        await screen.tap("way-bus")
        await screen.write("line", "4A")
        await screen.write("stop", "Torvet")
        await screen.tap("keep")
        assert screen.page.route == f"/meetings/{ahead.id}"
        assert screen.sees("Get off at Torvet")

    show(org.mentor, tells)
    org.world.sync_all()

    async def reads(screen: Screen) -> None:
        for page in ("/", "/times"):
            await screen.go(page)
            assert screen.sees("4A")
            assert screen.sees("Torvet")
        await screen.begin_to_tap("listen-appointment")
        spoken = [text for text, tag in device.said if tag == "da-DK"]
        assert "Tag bus 4A. Stå af ved Torvet" in spoken[-1]

    show(org.mentee, reads, language="ar")


def test_a_second_tap_takes_the_way_back(org: Organisation) -> None:
    ahead = planned_with(org.mentor.ports, org.cover(org.mentor).id)[0]

    async def tells(screen: Screen) -> None:
        for _ in range(2):
            await screen.go(f"/meetings/{ahead.id}/way")
            await screen.tap("way-walk")
            await screen.tap("keep")

    show(org.mentor, tells)
    kept = way_of(org.mentor.ports, ahead)
    assert kept
    assert kept.travel == ""


def test_every_way_has_a_picture_that_is_there_from_the_start() -> None:
    assert {"bus-stop", *(picture for picture, _ in WAYS.values())} <= on_the_face()
