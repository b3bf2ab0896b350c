"""Who reads little hears what she is to tap, what came of it, and what it means for her."""

from __future__ import annotations

from app.records import StepAnswer
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.plan_of_hers import plan
from tests.views.voices import PHONE, Device
from tests.world import Organisation

HEARD = {
    "/steps": ["Done it", "Not yet", "Not for me", "I want to talk about it"],
    "/wants": ["Choose what you like. You can change it any time."],
    "/letters": ["Your helpers can see your letters. Nobody else can."],
    "/letters/0a": ["Done", "I want to talk about it"],
    "/yes/contact": ["I have read it", "Somebody said it to me in my language"],
    "/strengths/choose": ["Choose up to five. You can change them any time."],
    "/": ["Those who help you see it. The company does not."],
    "/more/protected": ["The lock", "A lost phone"],
}


def test_what_she_may_tap_and_what_it_means_for_her_can_be_heard(lived: Organisation) -> None:
    lived.mentee.ports.platform.voice = Device(PHONE)

    async def walk(screen: Screen) -> None:
        lacking = {}
        for at, texts in HEARD.items():
            await screen.go("/letters/" + "0a" * 16 if at == "/letters/0a" else at)
            there = screen.texts()
            if silent := [text for text in texts if f"Listen: {text}" not in there]:
                lacking[at] = silent
        assert lacking == {}

    show(lived.mentee, walk, language="en")


def test_what_came_of_her_answer_is_heard_with_one_tap(org: Organisation) -> None:
    plan(org, "walk")
    device = Device(PHONE)
    device.ends = True
    org.mentee.ports.platform.voice = device

    async def walk(screen: Screen) -> None:
        await screen.go("/steps")
        assert not screen.has("listen-heard")
        await screen.tap("says-not_for_me")
        await screen.tap("listen-heard")
        assert device.said[0] == ("It is passed on. You find another step together.", "en-US")

    show(org.mentee, walk, language="en")
    assert org.mentee.store.count(StepAnswer) == 1
