"""Each kind of lock on the screen: chosen, changed, opened with."""

from __future__ import annotations

import asyncio

import pytest

from app.domain.locks import PICTURES
from app.domain.roles import MENTEE
from app.journeys.invite import invite, places_for
from app.journeys.lock import kind_of_lock, set_pin, try_pin
from app.journeys.open_file import open_file
from app.keys.enrolment import Card
from app.keys.errors import WrongPin
from tests.screen import Screen
from tests.views.conftest import walked
from tests.views.pin import type_pin
from tests.world import PIN, Organisation, World, run

SIX = "boat sun sun tree cup bird"


async def tap_quickly(screen: Screen, names: str = SIX) -> None:
    """Before anything is drawn again."""
    tiles = [screen._one(f"tap-{name}") for name in names.split()]
    await asyncio.gather(*(screen.session.dispatch_event(tile._i, "click", None) for tile in tiles))
    await screen.settle()


async def tap_pictures(screen: Screen, names: str = SIX) -> None:
    for name in names.split():
        await screen.tap(f"tap-{name}")


def test_a_mentee_begins_with_pictures_and_needs_no_digit_ever(world: World) -> None:
    karen = world.found()
    file = run(open_file(karen.ports, row=karen.ports.new_row(), name="Amina", language="ar"))
    ticket = run(invite(karen.ports, member=Card("Amina", MENTEE), grants=places_for(karen.ports, MENTEE, file)))
    amina = world.phone("Amina")

    async def walk(screen: Screen) -> None:
        await screen.tap("language-ar")
        await screen.tap("letters-usual")
        await screen.tap("door-invited")
        await screen.write("code", ticket.link)
        await screen.tap("go-on")
        await screen.until(lambda: screen.sees("Amina"))
        await screen.tap("go-on")
        await screen.tap("picture-sun")
        await screen.tap("much-little")
        await screen.tap("to-pictures")
        await tap_pictures(screen)
        await tap_pictures(screen, "boat sun tree sun cup bird")
        assert screen.has("problem")
        await tap_pictures(screen)
        await tap_pictures(screen)
        await screen.until(lambda: screen.has("same"))
        await screen.tap("same")

    walked(amina, walk)
    assert kind_of_lock(amina.ports) == PICTURES
    amina.kill()
    amina.unlock(SIX)


def test_pictures_are_chosen_under_more_and_open_from_then_on(world: World) -> None:
    karen = world.found()
    karen.ports.platform.remember("language", "en")

    async def walk(screen: Screen) -> None:
        await screen.go("/more/lock")
        await type_pin(screen)
        await screen.until(lambda: screen.has("to-pictures"))
        await screen.tap("to-pictures")
        await tap_pictures(screen)
        await tap_pictures(screen, "boat sun")
        assert screen.sees("2 pictures")
        await screen.tap("key-erase")
        assert screen.sees("1 picture")
        await screen.tap("tap-sun")
        await tap_pictures(screen, "sun tree cup bird")
        await screen.until(lambda: screen.has("lock-changed"))

    walked(karen, walk)
    karen.lock()

    async def back_in(screen: Screen) -> None:
        assert screen.has("tap-boat")
        assert not screen.has("key-1")
        await tap_pictures(screen, "cup cup cup cup cup cup")
        await screen.until(lambda: screen.sees("does not open this phone"))
        await tap_quickly(screen)
        await screen.until(lambda: screen.has("bar"))

    walked(karen, back_in)
    assert karen.ports.open


def test_two_who_read_together_close_with_pictures(world: World) -> None:
    karen = world.found()
    run(set_pin(karen.ports, run(try_pin(karen.ports, pin=PIN)), new=SIX, kind=PICTURES))

    async def walk(screen: Screen) -> None:
        screen.app.read_together(())
        await screen.until(lambda: screen.has("close"))
        await screen.tap("close")
        await tap_pictures(screen)
        await screen.until(lambda: screen.has("bar"))

    walked(karen, walk)


def test_who_turns_back_before_the_second_time_keeps_the_old_lock(world: World) -> None:
    karen = world.found()

    async def walk(screen: Screen) -> None:
        await screen.go("/more/lock")
        await type_pin(screen)
        await screen.until(lambda: screen.has("to-pictures"))
        await screen.tap("to-pictures")
        await tap_pictures(screen)
        await screen.go("/more")

    walked(karen, walk)
    karen.lock()
    with pytest.raises(WrongPin):
        karen.unlock(SIX)
    karen.unlock()


def test_five_words_are_shown_typed_back_and_open_from_then_on(world: World) -> None:
    karen = world.found()
    karen.ports.platform.remember("language", "en")
    paper: list[str] = []

    async def walk(screen: Screen) -> None:
        await screen.go("/more/lock")
        await type_pin(screen)
        await screen.until(lambda: screen.sees("lends the app no key"))
        await screen.tap("to-words")
        await screen.until(lambda: screen.has("words"))
        paper.append(" ".join(said[3:] for said in screen.texts() if said[1:3] == ". "))
        assert len(paper[0].split()) == 5
        await screen.tap("written")
        await screen.write("words-typed", "hest bord lampe vind sne")
        await screen.tap("words-done")
        await screen.until(lambda: screen.sees("other words"))
        await screen.tap("show-again")
        assert screen.has("words")
        await screen.tap("written")
        await screen.write("words-typed", f"  {paper[0].upper()} ")
        await screen.tap("words-done")
        await screen.until(lambda: screen.has("lock-changed"))

    walked(karen, walk)
    karen.lock()

    async def back_in(screen: Screen) -> None:
        await screen.write("words-typed", paper[0])
        await screen.tap("words-done")
        await screen.until(lambda: screen.has("bar"))

    walked(karen, back_in)


def test_a_mentee_is_not_offered_what_she_would_have_to_write(org: Organisation) -> None:
    amina = org.mentee

    async def walk(screen: Screen) -> None:
        await screen.go("/more/lock")
        await type_pin(screen)
        await screen.until(lambda: screen.has("to-pictures"))
        assert not screen.has("to-words")

    walked(amina, walk)
