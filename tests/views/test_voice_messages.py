"""Voice messages on the screens: two taps say one, one tap hears one, and what went wrong is said."""

from __future__ import annotations

from typing import Any

import pytest

from app.journeys.near import be_near
from app.journeys.voice_messages import said_with_her
from app.platform import Played, Recording
from app.records import VoiceMessage
from tests.journeys.lane import on_wifi, step
from tests.journeys.voices import said, tone
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.voices import Device, microphone
from tests.world import Organisation


@pytest.fixture
def near(org: Organisation) -> str:
    """The row by which she finds her mentor."""
    row = be_near(org.mentor.ports, mentee=org.cover(org.mentor), phone="+45 70 10 20 40").id
    org.world.sync_all()
    return row


def test_two_taps_say_something_and_the_mentor_hears_it_with_one(org: Organisation, near: str) -> None:
    microphone(org.mentee, said())
    on_wifi(org.mentee, org.mentor)
    ears = org.mentor.ports.platform.voice = Device(())

    async def says(screen: Screen) -> None:
        await screen.go("/times")
        await screen.begin_to_tap(f"speak-{near}")
        assert screen.sees("I am listening")
        assert screen.sees("0:03")
        await screen.tap(f"speak-{near}-done")
        await screen.until(lambda: screen.sees("From you"))
        assert screen.sees("It is gone after 90 days.")

    show(org.mentee, says)
    step(org.mentee)
    step(org.mentor)
    (message,) = said_with_her(org.mentor.ports, org.cover(org.mentor))

    async def hears(screen: Screen) -> None:
        await screen.until(lambda: screen.sees("Said something to you"))
        await screen.tap(f"voice-of-{message_of(org).id}")
        assert screen.sees("New")
        await screen.begin_to_tap(f"voice-{message.id}")
        assert ears.played == [tone()]
        ears.hush()
        await screen.until(lambda: not screen.sees("New"))
        await screen.go("/")
        assert not screen.sees("Said something to you")

    show(org.mentor, hears)


def message_of(org: Organisation) -> Any:
    return org.cover(org.mentor)


@pytest.mark.parametrize(
    ("gives", "words"),
    [
        (Recording(why="refused"), "The microphone is not allowed."),
        (Recording(why="none"), "This phone cannot record here."),
        (said(seconds=0.1), "Nothing was heard."),
        (said(db=-50.0), "It is very quiet."),
    ],
)
def test_what_went_wrong_is_said_and_nothing_is_sent(
    org: Organisation, near: str, gives: Recording, words: str
) -> None:
    microphone(org.mentee, gives)

    async def says(screen: Screen) -> None:
        await screen.go("/times")
        await screen.begin_to_tap(f"speak-{near}")
        if not gives.why:
            await screen.tap(f"speak-{near}-done")
        await screen.until(lambda: screen.sees(words))

    show(org.mentee, says)
    assert org.mentee.store.find(VoiceMessage) == []


def test_what_is_quiet_may_be_sent_all_the_same_or_thrown_away(org: Organisation, near: str) -> None:
    microphone(org.mentee, said(db=-50.0))

    async def says(screen: Screen) -> None:
        await screen.go("/times")
        for last in ("drop", "send"):
            await screen.begin_to_tap(f"speak-{near}")
            await screen.tap(f"speak-{near}-done")
            await screen.until(lambda: screen.has(f"speak-{near}-send"))
            assert org.mentee.store.find(VoiceMessage) == []
            await screen.tap(f"speak-{near}-{last}")
            await screen.settle()

    show(org.mentee, says)
    assert len(org.mentee.store.find(VoiceMessage)) == 1


def test_leaving_the_screen_closes_the_microphone_and_keeps_nothing(org: Organisation, near: str) -> None:
    microphone(org.mentee, said())

    async def says(screen: Screen) -> None:
        await screen.go("/times")
        await screen.begin_to_tap(f"speak-{near}")
        await screen.go("/")
        ended: Any = org.mentee.ports.platform.recorder
        assert ended._ended.is_set()
        assert not ended._kept

    show(org.mentee, says)
    assert org.mentee.store.find(VoiceMessage) == []


def test_what_her_mentor_says_stands_at_the_top_of_her_letter_and_is_taken_back_there(org: Organisation) -> None:
    microphone(org.mentor, said())
    on_wifi(org.mentee, org.mentor)
    device = org.mentee.ports.platform.voice = Device(())
    cover = org.cover(org.mentor)

    async def says(screen: Screen) -> None:
        await screen.go(f"/mentees/{cover.id}")
        await screen.tap("voice")
        await screen.begin_to_tap("speak")
        await screen.tap("speak-done")
        await screen.until(lambda: screen.sees("From you"))

    async def hears(screen: Screen) -> None:
        (message,) = org.mentee.store.find(VoiceMessage)
        await screen.until(lambda: screen.sees("From Maja"))
        device.how = Played.CANNOT
        await screen.tap(f"voice-{message.id}")
        assert screen.sees("This phone cannot play it.")
        device.how = Played.WHOLE
        await screen.begin_to_tap(f"voice-{message.id}")
        device.hush()
        await screen.settle()
        assert screen.sees("From Maja")  # she may want to hear it once more

    async def takes_back(screen: Screen) -> None:
        (message,) = org.mentor.store.find(VoiceMessage)
        await screen.go(f"/mentees/{cover.id}/voice")
        assert screen.sees("Was heard")
        await screen.tap(f"voice-{message.id}-away")
        assert screen.sees("Yes, take it away for everybody")
        await screen.tap(f"voice-{message.id}-away")
        assert screen.sees("Nothing was said yet.")

    show(org.mentor, says)
    step(org.mentor)
    step(org.mentee)
    show(org.mentee, hears)
    step(org.mentee)
    step(org.mentor)
    show(org.mentor, takes_back)


def test_a_device_without_a_microphone_says_so(org: Organisation, near: str) -> None:
    async def looks(screen: Screen) -> None:
        await screen.go("/times")
        assert screen.sees("This phone cannot record here.")
        assert not screen.has(f"speak-{near}")

    show(org.mentee, looks)
