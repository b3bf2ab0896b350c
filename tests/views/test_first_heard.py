"""Who reads little hears the whole first start: every question of it, and why one is asked again."""

from __future__ import annotations

from app.domain.roles import MENTEE
from app.journeys.invite import invite, places_for
from app.keys.enrolment import Card
from tests.screen import Screen
from tests.views.conftest import walked
from tests.views.pin import type_pin
from tests.views.voices import PHONE, Device
from tests.world import World, run


def test_every_question_of_her_first_start_can_be_heard_and_why_one_is_asked_again(world: World) -> None:
    karen = world.found()
    ticket = run(invite(karen.ports, member=Card("Maja", MENTEE), grants=places_for(karen.ports, MENTEE)))
    maja = world.phone("Maja")
    device = Device(PHONE)
    device.ends = True
    maja.ports.platform.voice = device

    async def hears(screen: Screen, words: str, key: str = "listen-question") -> None:
        device.said = []
        await screen.tap(key)
        assert words in device.said[0][0]
        assert device.said[0][1] == "en-US"

    async def walk(screen: Screen) -> None:
        await screen.tap("language-en")
        await hears(screen, "How large shall the letters be?")
        await screen.tap("letters-usual")
        await screen.tap("door-invited")
        await screen.write("code", ticket.spoken)
        await screen.tap("go-on")
        await screen.until(lambda: screen.sees("Maja"))
        await hears(screen, "Welcome, Maja", "listen-welcome")
        await screen.tap("go-on")
        await hears(screen, "Choose a picture")
        await screen.tap("picture-sun")
        await hears(screen, "How much shall be on the screen?")
        await screen.tap("much-all")
        if screen.has("go-on"):
            await hears(screen, "What shall it be called on your phone?")
            await screen.tap("go-on")
        await hears(screen, "Choose a PIN")
        await type_pin(screen)
        await hears(screen, "The same PIN once more")
        await type_pin(screen, "999999")
        await hears(screen, "The two were not the same.")
        await type_pin(screen)
        await type_pin(screen)
        await screen.until(lambda: screen.has("signs-0"))
        await hears(screen, "Do you both see the same four?")

    walked(maja, walk)
