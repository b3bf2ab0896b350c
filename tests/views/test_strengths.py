"""Her strengths on the screen: a card that is never empty, pictures to tap, an example in her words, no CV."""

from __future__ import annotations

from app.journeys.strengths import strengths
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.voices import PHONE, Device
from tests.world import Organisation


def test_before_she_chose_anything_her_card_says_what_holds_already(org: Organisation) -> None:
    device = org.mentee.ports.platform.voice = Device(PHONE)

    async def walk(screen: Screen) -> None:
        await screen.tap("to-strengths")
        await screen.begin_to_tap("listen-always")
        assert device.said == [("Jeg taler dansk", "da-DK"), ("Jeg lærer dansk", "da-DK")]
        assert screen.sees("Du får kun et CV, hvis du beder om det.")

    show(org.mentee, walk, language="da")


def test_five_taps_are_five_cards_and_a_sixth_is_refused_kindly(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/strengths/choose")
        for kind in ("cook", "listen", "plan", "strong", "sing"):
            await screen.tap(f"can-{kind}")
        await screen.tap("can-kind")
        assert screen.sees("You have five. Tap one of them away first.")
        await screen.tap("can-sing")
        await screen.go("/strengths")
        await screen.tap("strength-cook")
        await screen.write("text", "Bread for the whole house")
        await screen.tap("keep")
        assert screen.sees("“Bread for the whole house”")

    show(org.mentee, walk)
    plan = org.mentee.store.space("plan")
    assert {one.kind for one in strengths(org.mentee.ports, plan)} == {"cook", "listen", "plan", "strong"}
    org.world.sync_all()

    async def theirs(screen: Screen) -> None:
        await screen.go(f"/mentees/{org.cover(org.mentor).id}")
        await screen.tap("strengths")
        assert screen.sees("“Bread for the whole house”")

    show(org.mentor, theirs)
