"""Words of the organisation, chosen for one who practises: offered beside the others, seen and asked on her phone."""

from __future__ import annotations

from app.exercises.written import our_id
from app.journeys.chosen_words import choose_words, chosen_words
from app.journeys.house_words import house_words, offer_word, take_out
from app.journeys.practice import open_practice
from app.records import HouseWord
from tests.journeys.lane import on_wifi, step
from tests.journeys.voices import said, tone
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.voices import PHONE, Device, Microphone
from tests.world import Organisation, run

TEXTS = ("en gulvspand", "en kittel", "en nøglebrik", "en frokoststue", "en vogn", "en sluse")


def offered(org: Organisation) -> dict[str, HouseWord]:
    """A word more than is shown at once; one of them with a picture."""
    ports = org.coordinator.ports
    for text in TEXTS:
        offer_word(ports, row=ports.new_row(), text=text, picture="cleaning.bucket" if "spand" in text else "")
    org.world.sync_all()
    return {one.text: one for one in house_words(org.mentor.ports)}


async def ticks(screen: Screen, word: str) -> None:
    (box,) = screen.keyed(f"word-{word}")
    screen.session.apply_patch(box._i, {"value": True})
    await screen.fire(box, "change", True)


def test_a_mentor_chooses_words_of_this_place_and_only_these_are_asked_of_one_who_did_not_want_all(
    org: Organisation,
) -> None:
    ours = offered(org)
    bucket, trolley = our_id(ours["en gulvspand"]), our_id(ours["en vogn"])
    cover = org.cover(org.mentor)
    org.mentee.ports.platform.voice = Device(PHONE)

    async def chooses(screen: Screen) -> None:
        await screen.go(f"/mentees/{cover.id}/words")
        assert not screen.has(f"word-{trolley}")
        await screen.tap("all-words")
        await ticks(screen, bucket)
        await ticks(screen, trolley)
        await screen.tap("keep")
        await screen.until(lambda: screen.sees("en vogn"))  # on her page

    show(org.mentor, chooses)
    org.world.sync_all()
    assert set(chosen_words(org.mentee.ports)) == {bucket, trolley}
    practice = run(open_practice(org.mentee.ports))
    assert {word.id for word in practice.words if word.id.startswith("ours.")} == {bucket, trolley}
    assert {turn.word for turn in practice.begin().waiting[:2]} == {bucket, trolley}

    async def sees(screen: Screen) -> None:
        await screen.go("/practise")
        await screen.until(lambda: screen.sees("en gulvspand"))
        assert screen.sees("en vogn")
        assert screen.has("listen-en vogn")

    show(org.mentee, sees)


def test_a_coordinator_says_a_word_and_what_it_means_and_both_are_there_until_next_time(org: Organisation) -> None:
    word = offered(org)["en vogn"]
    org.coordinator.ports.platform.recorder = Microphone(said())
    org.coordinator.ports.platform.voice = Device(())
    on_wifi(org.coordinator, org.mentee)

    async def explains(screen: Screen) -> None:
        await screen.go("/more/words")
        await screen.tap(f"house-{word.id}")
        await screen.begin_to_tap("say-word")
        await screen.tap("say-word-done")
        await screen.until(lambda: screen.has("hear-said"))
        await screen.write("means-ar", "عربة")
        await screen.tap("keep")
        await screen.until(lambda: screen.has(f"house-{word.id}"))
        await screen.tap(f"house-{word.id}")
        assert screen.has("listen-word")
        assert screen.has("unsay")
        assert not screen.has("say-word")

    show(org.coordinator, explains)
    choose_words(org.mentor.ports, mentee=org.cover(org.mentor), meeting=None, words=[our_id(word)])
    for phone in (org.mentor, org.coordinator, org.mentee):
        step(phone)
    device = org.mentee.ports.platform.voice = Device(())

    async def reads(screen: Screen) -> None:
        await screen.go("/practise")
        await screen.until(lambda: screen.sees("en vogn"))
        assert screen.sees("عربة")
        await screen.begin_to_tap("listen-en vogn")
        await screen.until(lambda: device.played == [tone()])

    show(org.mentee, reads, language="ar")


def test_a_word_is_taken_away_on_its_page_and_nobody_else_opens_it(org: Organisation) -> None:
    word = offered(org)["en vogn"]

    async def takes_away(screen: Screen) -> None:
        await screen.go(f"/more/words/{word.id}")
        await screen.tap("away")
        assert not screen.has(f"house-{word.id}")

    async def looks(screen: Screen) -> None:
        await screen.go(f"/more/words/{word.id}")
        assert screen.sees("There is nothing here.")

    show(org.mentor, looks)
    show(org.coordinator, takes_away)
    assert len(house_words(org.coordinator.ports)) == len(TEXTS) - 1


def test_a_chosen_word_that_was_taken_out_makes_room(org: Organisation) -> None:
    ours = offered(org)
    bucket, trolley = our_id(ours["en gulvspand"]), our_id(ours["en vogn"])
    cover = org.cover(org.mentor)

    async def chooses(screen: Screen) -> None:
        await screen.go(f"/mentees/{cover.id}/words")
        await screen.tap("all-words")
        await ticks(screen, bucket)
        await screen.tap("keep")
        await screen.until(lambda: not screen.has("own"))

    async def chooses_again(screen: Screen) -> None:
        await screen.go(f"/mentees/{cover.id}/words")
        assert not screen.has(f"word-{bucket}")
        assert not screen.has("all-words")
        await ticks(screen, trolley)
        await screen.tap("keep")
        await screen.until(lambda: not screen.has("own"))

    show(org.mentor, chooses)
    take_out(org.coordinator.ports, ours["en gulvspand"])
    org.world.sync_all()
    show(org.mentor, chooses_again)
    org.world.sync_all()
    assert chosen_words(org.mentee.ports) == (trolley,)
