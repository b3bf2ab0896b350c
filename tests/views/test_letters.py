"""Her letters on the screen: one tap to photograph, pictures and a voice to understand, one tap for done."""

from __future__ import annotations

from datetime import timedelta

from app.journeys.letters import explain, letters
from tests.journeys.lane import LETTER
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.test_photos import takes
from tests.views.voices import PHONE, Device, listen
from tests.world import Organisation


async def photographs(screen: Screen) -> None:
    await screen.go("/letters")
    await screen.tap("photograph")
    await screen.until(lambda: screen.sees("Your helpers see it soon"))


def test_she_photographs_and_a_line_stands_on_the_today_of_who_walks_with_her(org: Organisation) -> None:
    takes(org.mentee, LETTER)

    async def hers(screen: Screen) -> None:
        await screen.go("/letters")
        assert screen.sees("Photograph a letter. Your helpers say what it wants.")
        await photographs(screen)

    show(org.mentee, hers)
    org.world.sync_all()
    (one,) = letters(org.mentor.ports)
    her = org.cover(org.mentor).id

    async def theirs(screen: Screen) -> None:
        assert screen.sees("1 letter to look at")
        await screen.tap(f"letters-{her}")
        await screen.tap(f"letter-{one.id}")
        await screen.tap("keep")
        assert screen.sees("Choose what the letter wants.")
        await screen.tap("sender-school")
        await screen.tap("wants-come")
        await screen.write("text", "Forældremøde på skolen")
        await screen.tap("keep")
        assert screen.sees("Go there")
        await screen.go("/")
        assert not screen.sees("letter to look at")

    show(org.mentor, theirs)

    async def nothing(screen: Screen) -> None:
        assert not screen.sees("letter to look at")

    show(org.coordinator, nothing)


def test_she_hears_what_it_wants_in_her_language_and_the_words_of_who_explained(org: Organisation) -> None:
    device = org.mentee.ports.platform.voice = Device(PHONE)
    takes(org.mentee, LETTER)
    show(org.mentee, photographs)
    org.world.sync_all()
    (one,) = letters(org.mentor.ports)
    due = org.mentor.ports.today() + timedelta(days=1)
    saw = org.mentor.store.seen(one)
    explain(org.mentor.ports, shown=one, saw=saw, sender="school", wants="come", text="Forældremøde", due_on=due)
    org.world.sync_all()

    async def hers(screen: Screen) -> None:
        await screen.tap("to-letters")
        await screen.tap(f"letter-{one.id}")
        await listen(screen, "listen-letter")
        assert [tag for _, tag in device.said] == ["ar-SA", "da-DK", "da-DK"]
        assert device.said[0][0].startswith("من المدرسة. الذهاب إلى هناك. حتى: غدًا")
        assert device.said[1][0] == "Forældremøde"
        await screen.tap("done")
        await screen.tap("back")
        assert screen.page.route == "/letters"

    show(org.mentee, hers, language="ar")
    assert letters(org.mentee.ports)[0].done_on
