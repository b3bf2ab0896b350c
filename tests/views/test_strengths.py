"""Her strengths on the screen: a card that is never empty, pictures to tap, an example in her words, no CV."""

from __future__ import annotations

from sqlmodel import col

from app.journeys.strengths import strengths
from app.records import Attachment, Kind, Strength
from tests.journeys.lane import on_wifi, step
from tests.journeys.voices import said, tone
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.voices import PHONE, Device, Microphone
from tests.world import Organisation


def test_before_she_chose_anything_her_card_says_what_holds_already(org: Organisation) -> None:
    device = org.mentee.ports.platform.voice = Device(PHONE)

    async def walk(screen: Screen) -> None:
        await screen.tap("to-strengths")
        await screen.begin_to_tap("listen-always")
        assert device.said == [("Jeg taler dansk", "da-DK"), ("Jeg lærer dansk", "da-DK")]
        assert screen.sees("Du får kun et CV, hvis du beder om det.")

    show(org.mentee, walk, language="da")


def test_she_tells_an_example_and_who_walks_with_her_hears_it_until_she_throws_it_away(org: Organisation) -> None:
    org.mentee.ports.platform.recorder = Microphone(said())
    device = org.mentee.ports.platform.voice = Device(())
    on_wifi(org.mentee, org.mentor)

    async def tells(screen: Screen) -> None:
        await screen.go("/strengths/choose")
        await screen.tap("can-cook")
        await screen.go("/strengths/one/cook")
        assert not screen.has("hear-cook")
        await screen.begin_to_tap("tell")
        await screen.tap("tell-done")
        await screen.until(lambda: screen.has("hear-cook"))
        await screen.begin_to_tap("hear-cook")
        assert device.played == [tone()]
        await screen.go("/strengths")
        assert screen.sees("My voice")
        assert not screen.sees("An example, in your words")

    show(org.mentee, tells)
    step(org.mentee)
    step(org.mentor)
    theirs = org.mentor.ports.platform.voice = Device(())

    async def hears(screen: Screen) -> None:
        await screen.go(f"/mentees/{org.cover(org.mentor).id}/strengths")
        await screen.begin_to_tap("hear-cook")
        await screen.until(lambda: theirs.played == [tone()])

    show(org.mentor, hears)

    async def away(screen: Screen) -> None:
        await screen.go("/strengths/one/cook")
        await screen.tap("untell")
        await screen.until(lambda: not screen.has("hear-cook"))

    show(org.mentee, away)
    org.world.sync_all()
    assert [one.voice for one in org.mentor.store.find(Strength)] == [""]
    assert org.mentor.store.count(Attachment, col(Attachment.kind) == Kind.VOICE) == 0


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
