"""Who reads little hears what she is to tap, what came of it, and what it means for her."""

from __future__ import annotations

from app.journeys.consents import answer_asked
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
    "/practise": ["It takes five minutes at most."],
    "/practise/can": ["The pictures fill up while you practise."],
    "/times": ["Your mentor’s number comes here."],
    "/help": ["You find these numbers on the lock, too."],
    "/strengths": ["You get a CV only when you ask for one."],
    "/strengths/one/cook": ["You need not write. You can tell your mentor, too."],
    "/yes": ["You have said yes to nobody outside."],
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


def test_what_lies_behind_a_door_and_how_far_a_question_is_are_heard_with_their_names(org: Organisation) -> None:
    device = org.mentee.ports.platform.voice = Device(PHONE)
    device.ends = True

    async def walk(screen: Screen) -> None:
        await screen.go("/who")
        said: list[tuple[str, str]] = []
        for speaker in screen.keyed("listen"):
            await screen.fire(speaker, "click")
            said += device.said
        hers = [("Written about me", "en-US"), ("None yet", "en-US")]
        assert said[4:8] == [*hers, ("Skrevet om mig", "da-DK"), ("Ingen endnu", "da-DK")]

    async def answered(screen: Screen) -> None:
        await screen.go("/yes")
        await screen.begin_to_tap("listen-notes")
        question = "May your mentor note what you talk about?"
        assert device.said[:2] == [(question, "en-US"), ("Not answered yet", "en-US")]
        answer_asked(
            org.mentee.ports, row="0b" * 16, space=org.mentee.store.space("plan"), what="notes", yes=True, text="?",
            version=1, language="en", mode="read",
        )  # fmt: skip
        await screen.go("/yes/notes")
        await screen.begin_to_tap("listen-said")
        assert device.said[0] == ("You said yes: today", "en-US")

    for each in (walk, answered):
        show(org.mentee, each, language="en")
