"""Her person at the top of her letter: a face in the first frame, her own voice with one tap, called and spoken to."""

from __future__ import annotations

from app.journeys.greeting import greet, show_face
from app.platform import Photo
from app.records import Near
from tests.journeys.lane import on_wifi, step
from tests.journeys.voices import said, tone
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.near_her import FACE, faces, near
from tests.views.voices import PHONE, Device, Microphone
from tests.world import Organisation, run


def test_her_mentors_face_and_voice_are_there_as_soon_as_her_letter_is(org: Organisation) -> None:
    row = near(org)
    on_wifi(org.mentor)
    show_face(org.mentor.ports, Photo(FACE))
    run(greet(org.mentor.ports, row=org.mentor.ports.new_row(), recording=said()))
    step(org.mentor)
    step(org.mentee)
    org.mentee.cut()
    device = org.mentee.ports.platform.voice = Device(PHONE)
    opened: list[str] = []

    async def walk(screen: Screen) -> None:
        screen.connection.answers["UrlLauncher", "launch_url"] = lambda url, **_: opened.append(str(url))
        assert faces(screen) == [FACE]
        await screen.begin_to_tap(f"hello-{row}")
        assert device.played == [tone()]
        await screen.begin_to_tap(f"hello-{row}")  # another tap is silence
        assert device.hushed
        assert device.said == []
        await screen.tap(f"my-call-{row}")
        assert opened
        assert "tel:+4570102030" in opened[0]
        await screen.go("/times")
        assert faces(screen) == [FACE]

    show(org.mentee, walk)


def test_who_recorded_nothing_is_said_by_the_phone(org: Organisation) -> None:
    row = near(org)
    device = org.mentee.ports.platform.voice = Device(PHONE)

    async def walk(screen: Screen) -> None:
        assert faces(screen) == []
        await screen.begin_to_tap(f"hello-{row}")
        assert device.said == [("Det er Maja. Din mentor", "da-DK")]

    show(org.mentee, walk, language="da")


def test_one_tap_on_her_first_screen_begins_to_speak_to_her(org: Organisation) -> None:
    row = near(org)
    org.mentee.ports.platform.recorder = Microphone(said())

    async def walk(screen: Screen) -> None:
        await screen.begin_to_tap(f"my-speak-{row}")
        assert screen.sees("I am listening")
        await screen.tap(f"speak-{row}-done")
        await screen.until(lambda: screen.sees("From you"))

    show(org.mentee, walk)


def test_nobody_stands_there_as_long_as_nobody_told_how_she_is_found(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        assert not any(str(one.key).startswith("this-is-") for one in screen.walk())

    show(org.mentee, walk)


def test_a_mentor_takes_her_photo_and_says_who_she_is_once(org: Organisation) -> None:
    org.mentor.ports.platform.recorder = Microphone(said())
    device = org.mentor.ports.platform.voice = Device(())

    async def walk(screen: Screen) -> None:
        await screen.go("/more")
        await screen.tap("to-face")
        assert screen.sees("Without a photo they see this drawing.")
        org.mentor.ports.platform.to_photograph = Photo(b"\xff\xd8" * 9000, FACE)  # type: ignore[attr-defined]
        await screen.tap("photograph")
        assert faces(screen) == [FACE]
        await screen.begin_to_tap("greet")
        await screen.tap("greet-done")
        await screen.until(lambda: screen.has("listen-greeting"))
        await screen.begin_to_tap("listen-greeting")
        assert device.played == [tone()]
        device.hush()
        await screen.settle()
        await screen.tap("ungreet")
        await screen.tap("no-photo")
        assert faces(screen) == []

    show(org.mentor, walk)
    (kept,) = org.mentor.store.find(Near)
    assert (kept.photo, kept.voice) == ("", "")


def test_who_walks_with_nobody_is_told_to_come_back(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/more/face")
        assert screen.sees("You walk with nobody yet.")
        assert not screen.has("photograph")

    show(org.coordinator, walk)
