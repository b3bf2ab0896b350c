"""Her letters on the screen: one tap to photograph, pictures and a voice to understand, one tap for done."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.journeys.letters import explain, letters, send_letter
from app.ports import NotKept
from app.views.letter import letters as hers
from tests.journeys.lane import LETTER, on_wifi, step
from tests.journeys.voices import said, tone
from tests.screen import Screen
from tests.views.camera import takes
from tests.views.conftest import show
from tests.views.voices import PHONE, Device, Microphone
from tests.world import Organisation, run


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


def test_that_her_letter_was_sent_is_said_where_she_tapped_however_many_lie_below(org: Organisation) -> None:
    device = org.mentee.ports.platform.voice = Device(PHONE)
    device.ends = True
    takes(org.mentee, LETTER)

    async def walk(screen: Screen) -> None:
        await screen.go("/letters")
        assert not screen.has("listen-heard")
        await screen.tap("photograph")
        await screen.until(lambda: screen.has("listen-heard"))
        keys = [str(getattr(one.key, "value", one.key)) for one in screen.walk()]
        assert (
            keys.index("photograph")
            < keys.index("heard")
            < next(at for at, key in enumerate(keys) if key.startswith("letter-"))
        )
        await screen.tap("listen-heard")
        assert device.said[0] == ("Your helpers see it soon", "en-US")

    show(org.mentee, walk, language="en")


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
        await screen.begin_to_tap("listen-letter")
        assert [tag for _, tag in device.said] == ["ar-SA", "da-DK", "da-DK"]
        assert device.said[0][0].startswith("من المدرسة. الذهاب إلى هناك. حتى: غدًا")
        assert device.said[1][0] == "Forældremøde"
        await screen.tap("done")
        await screen.tap("back")
        assert screen.page.route == "/letters"

    show(org.mentee, hers, language="ar")
    assert letters(org.mentee.ports)[0].done_on


def test_a_letter_is_explained_by_voice_and_she_hears_it_with_one_tap(org: Organisation) -> None:
    ears = org.mentee.ports.platform.voice = Device(PHONE)
    org.mentor.ports.platform.recorder = Microphone(said())
    on_wifi(org.mentee, org.mentor)
    takes(org.mentee, LETTER)
    show(org.mentee, photographs)
    step(org.mentee)
    step(org.mentor)
    (one,) = letters(org.mentor.ports)
    page = f"/mentees/{org.cover(org.mentor).id}/letters/{one.id}"

    async def explains(screen: Screen) -> None:
        await screen.go(page)
        await screen.begin_to_tap("say-word")
        await screen.tap("say-word-done")
        await screen.until(lambda: screen.sees("Your voice is kept with the letter."))
        assert not letters(org.mentor.ports)[0].voice  # held until it is kept
        await screen.tap("keep")
        assert screen.sees("Choose what the letter wants.")
        await screen.tap("wants-sign")
        await screen.tap("keep")
        await screen.until(lambda: screen.page.route == page.rpartition("/")[0])
        await screen.go(page)
        assert screen.sees("It is explained by voice.")

    show(org.mentor, explains)
    step(org.mentor)
    step(org.mentee)

    async def hears(screen: Screen) -> None:
        await screen.go(f"/letters/{one.id}")
        await screen.begin_to_tap("hear-helper")
        assert ears.played == [tone()]
        await screen.tap("hear-helper")
        assert ears.hushed

    show(org.mentee, hears)

    async def takes_it_back(screen: Screen) -> None:
        await screen.go(page)
        await screen.tap("unsay")
        assert screen.has("say-word")

    show(org.mentor, takes_it_back)
    step(org.mentor)
    step(org.mentee)

    async def nothing(screen: Screen) -> None:
        await screen.go(f"/letters/{one.id}")
        assert not screen.has("hear-helper")
        assert screen.sees("Sign it")

    show(org.mentee, nothing)


def test_a_letter_without_its_voice_yet_says_so(org: Organisation) -> None:
    org.mentor.ports.platform.recorder = Microphone(said())
    takes(org.mentee, LETTER)
    show(org.mentee, photographs)
    org.world.sync_all()
    (one,) = letters(org.mentor.ports)

    async def explains(screen: Screen) -> None:
        await screen.go(f"/mentees/{org.cover(org.mentor).id}/letters/{one.id}")
        await screen.begin_to_tap("say-word")
        await screen.tap("say-word-done")
        await screen.tap("wants-sign")
        await screen.tap("keep")
        await screen.until(lambda: bool(letters(org.mentor.ports)[0].voice))

    show(org.mentor, explains)
    org.world.sync_all()  # the row, not the bytes

    async def hears(screen: Screen) -> None:
        await screen.go(f"/letters/{one.id}")
        await screen.begin_to_tap("hear-helper")
        await screen.until(lambda: screen.sees("It is being fetched."))

    show(org.mentee, hears)


def full(*_said: object, **_named: object) -> None:
    raise NotKept


def test_on_a_full_phone_a_letter_is_shown_all_the_same_and_what_cannot_be_kept_is_said(
    org: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    ports, row = org.mentee.ports, "0c" * 16
    plan = org.mentee.store.space("plan")
    run(send_letter(ports, row=row, photo="0d" * 16, space=plan, content=LETTER, thumb=b"t"))
    org.world.sync_all()
    her = org.cover(org.mentor).id

    async def looks(screen: Screen) -> None:
        await screen.go(f"/mentees/{her}/letters")
        monkeypatch.setattr(org.mentor.store, "write", full)
        await screen.go(f"/mentees/{her}/letters/{row}")
        assert screen.has("text")
        assert screen.sees(screen.app.words(NotKept().text))

    async def throws_away(screen: Screen) -> None:
        await screen.go(f"/letters/{row}")
        monkeypatch.setattr(org.mentee.store, "write", full)
        await screen.tap("away")
        await screen.tap("away")
        assert screen.page.route == f"/letters/{row}"
        assert screen.sees(screen.app.words(NotKept().text))

    show(org.mentor, looks)
    show(org.mentee, throws_away)


def test_the_oldest_of_many_letters_is_found_with_a_tap_on_more(
    org: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hers, "SHOWN", 4)
    plan = org.mentee.store.space("plan")
    for num in range(1, 7):
        row, photo = f"{num:032x}", f"{num + 1000:032x}"
        run(send_letter(org.mentee.ports, row=row, photo=photo, space=plan, content=LETTER, thumb=b""))
        org.world.later(days=1)
    first = f"letter-{1:032x}"

    async def walk(screen: Screen) -> None:
        await screen.go("/letters")
        assert not screen.has(first)
        await screen.tap("more-rows")
        assert screen.has(first)
        assert not screen.has("more-rows")

    show(org.mentee, walk, language="ar")
