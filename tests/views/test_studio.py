"""The studio on the screen: a steward trusts, somebody records, a second one confirms, and her letter speaks."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from app.domain.carrying import FREE
from app.domain.studio import Said
from app.journeys.studio import prompts_in, recorded_in
from app.platform import Played
from app.records import OwnWord, Record, Recorded, StudioRight
from app.views.aloud import say_all
from tests.journeys.lane import on_wifi, step
from tests.journeys.speakers import key_in_arabic, records, trusts_the_mentor
from tests.journeys.voices import said, tone
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.voices import PHONE, Device, microphone
from tests.world import Organisation, Phone, run

DOORS = ("to-steps", "to-practise", "to-times", "to-letters", "to-strengths", "to-who")
TWO = ("My plan", "My people and times")


def test_a_coordinator_trusts_somebody_with_a_language_and_ends_it(org: Organisation) -> None:
    maja = org.mentor.ports.me.person.hex()

    async def trusts(screen: Screen) -> None:
        await screen.go("/more/studio")
        assert screen.sees("Nobody yet.")
        await screen.tap("studio-who")
        await screen.tap("keep")
        assert screen.sees("Choose a person and a language.")
        await screen.tap(f"person-{maja}")
        await screen.tap("language-ar")
        await screen.tap("keep")
        assert screen.page.route == "/more/studio"
        assert screen.sees("Maja")
        (right,) = org.coordinator.store.find(StudioRight)
        await screen.tap(f"end-{right.id}")
        assert screen.sees("Nobody yet.")

    show(org.coordinator, trusts)


def test_a_text_is_recorded_heard_and_confirmed_by_a_second_person(org: Organisation) -> None:
    trusts_the_mentor(org)
    microphone(org.mentor, said())
    on_wifi(org.mentor, org.worker)
    prompt = prompts_in("ar")[0]
    path = f"/more/studio/ar/{prompt.key}"

    async def recording(screen: Screen) -> None:
        await screen.go("/more/studio/ar")
        assert screen.sees(prompt.text)
        await screen.tap(f"text-{prompt.key}")
        assert screen.page.route == path
        assert not screen.has("speak")  # before she has said that everybody may hear her
        await screen.tap("agree")
        await screen.begin_to_tap("speak")
        await screen.tap("speak-done")
        await screen.until(lambda: screen.sees("Waits for a second person"))
        assert not screen.sees("Listen first")  # not by who spoke
        assert not screen.has("speak")  # once is enough
        await screen.go(f"/more/studio/ar/{prompts_in('ar')[1].key}")
        assert not screen.has("agree")  # asked once
        assert screen.has("speak")
        await screen.go("/more/studio")
        assert screen.sees("1 to confirm")

    show(org.mentor, recording)
    step(org.mentor)
    step(org.worker)
    (shown,) = org.worker.store.find(Recorded)
    device = org.worker.ports.platform.voice = Device(())

    async def confirming(screen: Screen) -> None:
        await screen.go(path)
        assert screen.sees("Listen first")
        assert screen.has("studio-who")  # a worker may give the right
        await screen.begin_to_tap(f"hear-{shown.id}")
        assert device.played == [tone()]
        device.hush()
        await screen.until(lambda: screen.has(f"confirm-{shown.id}"))
        await screen.tap(f"confirm-{shown.id}")
        assert screen.sees("Confirmed: it is used")

    show(org.worker, confirming)
    assert recorded_in(org.worker.ports, "ar")[0].confirmed_by == org.worker.ports.me.person.hex()


def test_who_may_hear_a_voice_is_asked_through_an_interpreter_where_it_stands_in_danish(org: Organisation) -> None:
    trusts_the_mentor(org)
    path = f"/more/studio/ar/{prompts_in('ar')[0].key}"

    async def walk(screen: Screen) -> None:
        await screen.go(path)
        assert screen.has("agree")
        assert screen.has("interpreter") == screen.app.words.rtl

    show(org.mentor, walk, language="ar")
    show(org.mentor, walk, language="da")


def heard_from_people(org: Organisation, source: str, waiting: tuple[str, ...] = ()) -> None:
    """On her phone in Arabic; `waiting` = recorded as well, and nobody else has listened to them yet."""
    trusts_the_mentor(org)
    on_wifi(org.mentor, org.worker)
    org.mentee.ports.platform.on_network = FREE  # type: ignore[attr-defined]
    org.mentee.ports.platform.remember("language", "ar")
    for each in (source, *waiting):
        records(org.mentor, key_in_arabic(each))
    step(org.mentor)
    step(org.worker)
    for one in recorded_in(org.worker.ports, "ar"):
        if one.key == key_in_arabic(source):
            _confirmed(org.worker, one)
    for phone in (org.worker, org.mentee):
        step(phone)


def test_what_could_not_be_played_was_not_heard(org: Organisation) -> None:
    heard_from_people(org, "My letters")
    ports, one = org.mentee.ports, Said(key=key_in_arabic("My letters"))
    ports.platform.voice = device = Device(())
    for how, whole in ((Played.CANNOT, False), (Played.WHOLE, True)):
        device.how = how
        assert run(_to_its_end(device, say_all(ports, [one]))) is whole
    assert not run(say_all(ports, [Said(key=key_in_arabic("My plan"))]))  # its sound is not here


async def _to_its_end(device: Device, sounds: Coroutine[Any, Any, bool]) -> bool:
    sounding = asyncio.ensure_future(sounds)
    while not sounding.done():
        await asyncio.sleep(0)
        device.hush()
    return await sounding


def test_her_letter_plays_peoples_voices_sentence_by_sentence_and_then_the_device(org: Organisation) -> None:
    heard_from_people(org, "My people and times", waiting=("My letters",))
    device: Any = Device(("da-DK",))
    org.mentee.ports.platform.voice = device

    async def hears(screen: Screen) -> None:
        speakers = screen.keyed("listen")
        assert len(speakers) >= len(DOORS)
        await listen_to(screen, "to-times")
        assert device.played == [tone()]
        device.hush()
        await screen.settle()
        device.played.clear()
        await listen_to(screen, "to-letters")
        assert device.played == []  # nobody else has listened to it yet
        assert device.said[0][1] == "da-DK"

    show(org.mentee, hears, language="ar")


def _confirmed(phone: Phone, one: Recorded) -> None:
    from app.journeys.studio import confirm

    confirm(phone.ports, one)


async def listen_to(screen: Screen, door: str) -> None:
    """The speaker on that paper."""
    import asyncio

    at = screen.keyed("listen")[-len(DOORS) + DOORS.index(door)]
    tap = asyncio.ensure_future(screen.fire(at, "click"))
    await screen.settle()
    assert not tap.done() or tap.exception() is None


@pytest.mark.parametrize("whole", [False, True])
def test_a_language_is_offered_with_voice_only_when_every_text_is_there(
    org: Organisation, whole: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusts_the_mentor(org)
    two = tuple(one for one in prompts_in("ar") if one.key in {key_in_arabic(text) for text in TWO})
    monkeypatch.setattr("app.journeys.studio.prompts_in", lambda _: two)
    monkeypatch.setattr("app.journeys.studio.lacking_in", lambda _: 0)
    for source in TWO:
        records(org.mentor, key_in_arabic(source))
    step(org.mentor, asked=True)
    org.worker.sync()
    for one in recorded_in(org.worker.ports, "ar")[: 2 if whole else 1]:
        _confirmed(org.worker, one)
    org.worker.sync()
    org.mentee.sync()

    async def looks(screen: Screen) -> None:
        await screen.go("/more/language")
        t = screen.app.words
        assert screen.sees(t("With voice")) is whole
        assert screen.sees(t("Not everything is read aloud. Ask your mentor.")) is not whole
        await screen.tap("fetch-voices")
        await screen.until(lambda: not screen.has("fetch-voices"))

    show(org.mentee, looks, language="ar")


def test_the_speakers_of_a_screen_ask_once_together_and_again_when_something_was_said(org: Organisation) -> None:
    ports = org.mentee.ports
    ports.platform.voice = Device(PHONE)
    asked: list[str] = []
    store, values = ports.store, ports.store.values

    def counted(noun: type[Record], field: str, *where: Any) -> dict[str, Any]:
        asked.append(noun.__name__)
        return values(noun, field, *where)

    store.values = counted  # type: ignore[method-assign]

    async def looks(screen: Screen) -> None:
        assert len(screen.keyed("listen")) > 4
        assert sorted(asked) == ["HouseWord", "OwnWord", "Recorded", "WorkPicture"]
        await screen.go("/steps")
        assert len(asked) == 4
        with store.write() as tx:
            tx.add(OwnWord(id=ports.new_row(), space=store.space("plan"), text="en frokoststue"))
        await screen.go("/")
        assert len(asked) == 8

    show(org.mentee, looks, language="ar")


def test_who_may_give_the_right_to_record_is_led_there_instead_of_being_told_to_ask(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        (prompt, *_) = prompts_in("ar")
        for path in ("/more/studio/ar", f"/more/studio/ar/{prompt.key}", "/more/studio/words/cleaning"):
            await screen.go(path)
            await screen.until(lambda: screen.has("studio-who"))
            assert not screen.sees("Ask a coordinator")
        await screen.tap("studio-who")
        assert screen.page.route == "/more/studio/who"

    show(org.coordinator, walk)
