"""Photos of letters on the screen: taken, said how far they are, opened large, taken away."""

from __future__ import annotations

import flet as ft
import pytest

from app.domain.carrying import FREE, METERED
from app.journeys.attachments import how_far
from app.journeys.carrying import allowance
from app.platform import Photo
from app.records import Attachment, Letter, Meeting
from tests.journeys.lane import LARGE, LETTER, on_wifi, only, photograph, step
from tests.screen import Screen
from tests.views.camera import takes
from tests.views.conftest import show
from tests.views.voices import PHONE, Device
from tests.world import Organisation, Phone


@pytest.fixture
def held(org: Organisation) -> Meeting:
    """The meeting that was."""
    (held,) = [each for each in org.mentor.store.find(Meeting) if each.state == "held"]
    return held


def network(phone: Phone, kind: str) -> None:
    phone.ports.platform.on_network = kind  # type: ignore[attr-defined]


async def settle(screen: Screen, words: str) -> None:
    """Until the screen says so."""
    await screen.until(lambda: screen.sees(words))


def test_a_letter_is_photographed_waits_for_wifi_and_is_then_said_to_be_on_the_server(
    org: Organisation, held: Meeting
) -> None:
    takes(org.mentor, LETTER)
    network(org.mentor, METERED)

    async def photographs(screen: Screen) -> None:
        await screen.go(f"/meetings/{held.id}")
        await screen.tap("photograph")
        await settle(screen, "Waits for Wi-Fi.")
        assert screen.sees("Only her mentor and her worker can see them.")
        await screen.go(f"/meetings/{held.id}/photo/{only(org.mentor).id}")
        await settle(screen, "Waits for Wi-Fi.")
        network(org.mentor, FREE)
        await screen.app.syncing.now(org.mentor.ports)
        await settle(screen, "On the server, today")

    show(org.mentor, photographs)
    assert how_far(org.mentor.ports, only(org.mentor)).there == 1


def test_a_tap_carries_it_without_waiting(org: Organisation, held: Meeting) -> None:
    photograph(org.mentor, held, LARGE)
    step(org.mentor)

    async def taps(screen: Screen) -> None:
        await screen.go(f"/meetings/{held.id}/photo/{only(org.mentor).id}")
        await settle(screen, "this phone does not say whether it is on Wi-Fi")
        await screen.tap("now")
        await settle(screen, "On the server, today")

    show(org.mentor, taps)


def test_her_worker_opens_it_large_and_whoever_may_not_is_not_told_of_it(org: Organisation, held: Meeting) -> None:
    on_wifi(org.mentor, org.worker)
    photograph(org.mentor, held, LARGE)
    step(org.mentor)
    step(org.worker)
    org.coordinator.sync()
    shown = []

    async def opens(screen: Screen) -> None:
        await screen.go(f"/meetings/{held.id}")
        assert screen.sees("On the server. Tap to fetch it.")
        await screen.tap(f"photo-{only(org.worker).id}")
        await settle(screen, "On the server, today")
        await screen.until(lambda: screen.has("whole"))
        (letter,) = screen.keyed("whole")
        assert isinstance(letter, ft.Image)
        shown.append(letter.src)

    async def sees_nothing(screen: Screen) -> None:
        await screen.go(f"/meetings/{held.id}")
        assert not screen.sees("Photos of letters")

    show(org.worker, opens)
    show(org.coordinator, sees_nothing)
    assert shown == [LARGE]


def test_it_is_taken_away_after_a_second_word(org: Organisation, held: Meeting) -> None:
    photograph(org.mentor, held, LETTER)

    async def takes_away(screen: Screen) -> None:
        await screen.go(f"/meetings/{held.id}/photo/{only(org.mentor).id}")
        await screen.tap("away")
        assert screen.sees("Yes, take it away for everybody")
        assert org.mentor.store.find(Attachment)
        await screen.tap("away")
        assert screen.page.route == f"/meetings/{held.id}"

    show(org.mentor, takes_away)
    assert org.mentor.store.find(Attachment) == []


def test_neither_the_badge_nor_the_page_about_the_server_says_that_all_is_there_while_a_photo_is_not(
    org: Organisation, held: Meeting
) -> None:
    photograph(org.mentor, held, LETTER)
    step(org.mentor)

    async def sends(screen: Screen) -> None:
        await settle(screen, "Photos are on their way to the server")
        assert not screen.sees("Everything is on the server")
        await screen.go("/more/sync")
        await settle(screen, "Photos are on their way.")
        await screen.tap("carry")
        await settle(screen, "Everything is on the server, sealed.")

    show(org.mentor, sends)


def test_the_switch_and_the_budget_are_set_on_the_page_about_the_server(org: Organisation, held: Meeting) -> None:
    network(org.mentor, METERED)
    photograph(org.mentor, held, LETTER)

    async def sets(screen: Screen) -> None:
        await screen.go("/more/sync")
        assert screen.sees("1 photo is on its way.")
        (switch,) = screen.keyed("wifi-only")
        screen.session.apply_patch(switch._i, {"value": False})
        await screen.fire(switch, "change", False)
        await screen.tap("budget-10")
        await settle(screen, "MB used this month.")

    show(org.mentor, sets)
    assert (allowance(org.mentor.ports).wifi_only, allowance(org.mentor.ports).budget_mb) == (False, 10)


@pytest.mark.parametrize("language", ["da", "ar"])
def test_a_photo_that_the_phone_cannot_open_is_said_and_can_be_heard(
    org: Organisation, held: Meeting, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    device = Device(PHONE)

    async def unread() -> Photo | None:
        raise OSError("InvalidStateError")

    for phone in (org.mentee, org.mentor):
        monkeypatch.setattr(phone.ports.platform, "pick_photo", unread)

    async def hers(screen: Screen) -> None:
        await screen.go("/letters")
        await screen.tap("photograph")
        said = screen.app.words("This photo cannot be opened. Take it once more with the camera.")
        assert screen.sees(said)
        await screen.begin_to_tap("listen-problem")
        assert device.said[0][0] == said

    async def theirs(screen: Screen) -> None:
        await screen.go(f"/meetings/{held.id}")
        await screen.tap("photograph")
        assert screen.sees(screen.app.words("This photo cannot be opened. Take it once more with the camera."))

    org.mentee.ports.platform.voice = device
    show(org.mentee, hers, language=language)
    show(org.mentor, theirs, language=language)
    assert org.mentee.store.find(Letter) == []
