"""The first minutes and the lock: from a language to Today, by taps, on a real hub."""

from __future__ import annotations

import contextlib

import httpx
import pytest

from app.domain.roles import MENTOR, WORKER
from app.journeys.invite import invite, places_for
from app.keys.enrolment import Card
from app.keys.errors import WrongPin
from app.platform import Scanned
from app.platform.native import NativePlatform
from app.ports import Refusal
from app.records import Contact
from app.views import coming
from tests.bench.filling import fill
from tests.screen import Screen
from tests.views.conftest import walked
from tests.views.pin import type_pin
from tests.world import World, run


def test_a_founder_comes_from_her_code_to_today(world: World) -> None:
    phone = world.phone("Karen")
    code = world.founder_code()

    async def walk(screen: Screen) -> None:
        await screen.tap("language-da")
        await screen.tap("letters-usual")
        await screen.tap("door-found")
        for name, text in (("founder_code", code), ("organisation", "Broen"), ("name", "Karen")):
            await screen.write(name, text)
        await screen.tap("go-on")
        await screen.tap("picture-boat")
        await type_pin(screen)
        await type_pin(screen)
        await screen.until(lambda: screen.sees("I dag"))

        assert screen.page.rtl is False

    walked(phone, walk)
    assert phone.ports.me.name == "Karen"
    assert [each.picture for each in phone.ports.platform.profiles()] == ["boat"]


def test_an_invited_person_types_her_code_and_is_welcomed_in_arabic(world: World) -> None:
    karen = world.found()
    ticket = run(invite(karen.ports, member=Card("Maja", MENTOR), grants=places_for(karen.ports, MENTOR)))
    maja = world.phone("Maja")

    async def walk(screen: Screen) -> None:
        await screen.tap("language-ar")
        assert screen.page.rtl is True
        await screen.tap("letters-usual")
        await screen.tap("door-invited")
        await screen.write("code", "not a code")
        await screen.tap("go-on")
        await screen.until(lambda: screen.has("problem"))
        await screen.write("code", ticket.spoken)
        await screen.tap("go-on")
        await screen.until(lambda: screen.sees("Maja"))
        await screen.tap("go-on")
        await screen.tap("picture-sun")
        await type_pin(screen)
        await type_pin(screen, "999999")
        assert screen.sees("الرمزان غير متطابقين")
        await type_pin(screen)
        await type_pin(screen)
        await screen.until(lambda: screen.has("signs-0"))
        await screen.tap("differ")
        assert not screen.has("same")
        await screen.tap("look-again")
        await screen.tap("same")
        await screen.until(lambda: screen.has("bar"))

    walked(maja, walk)
    assert maja.ports.me.role == MENTOR


@pytest.mark.parametrize(("minutes", "read_out"), [(15, True), (24 * 60, False)])
def test_a_code_is_read_out_only_of_an_invitation_that_works_for_15_minutes(
    world: World, minutes: int, read_out: bool
) -> None:
    karen = world.found()

    async def walk(screen: Screen) -> None:
        await type_pin(screen)
        await screen.until(lambda: screen.has("bar"))
        await screen.go("/more/invite")
        await screen.write("name", "Sofie")
        await screen.tap("role-worker")
        await screen.tap(f"lives-{minutes * 60}")
        await screen.tap("make")
        await screen.until(lambda: screen.has("link"))
        assert screen.has("spoken") == read_out
        assert screen.sees("Skal en kode læses højt, så lav en invitation") == (not read_out)

    karen.lock()
    walked(karen, walk)


def test_who_joins_over_a_slow_line_sees_in_megabytes_how_much_has_come(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coming, "LOOK_S", 0)
    karen = world.found()
    fill(karen.ports, 3_000)
    karen.sync()
    places = places_for(karen.ports, WORKER)
    invitation = run(invite(karen.ports, member=Card("Sofie", WORKER, "fox"), grants=places))
    sofie = world.phone("Sofie")
    seen: list[str] = []

    async def walk(screen: Screen) -> None:
        answered = sofie.wire.handle_async_request

        async def slowly(request: httpx.Request) -> httpx.Response:
            answer = await answered(request)
            await screen.settle(5)
            seen.extend(text for text in screen.texts() if "MB have come" in text)
            return answer

        monkeypatch.setattr(sofie.wire, "handle_async_request", slowly)
        await screen.tap("language-en")
        await screen.tap("letters-usual")
        await screen.tap("door-invited")
        await screen.write("code", invitation.link)
        await screen.tap("go-on")
        await screen.tap("go-on")
        await screen.tap("picture-boat")
        await type_pin(screen)
        await type_pin(screen)
        await screen.until(lambda: sofie.ports.open and sofie.store.count(Contact) == 3_000)
        await screen.until(lambda: screen.sees("Do you both see the same four?"))
        assert not screen.sees("MB have come")

    walked(sofie, walk)
    came, whole = (float(number) for number in seen[-1].removesuffix(" MB have come.").split(" of "))
    assert 0.3 < came < whole < 2
    assert len(set(seen)) >= 1


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (Scanned(why="refused"), "may not use the camera"),
        (Scanned(why="none"), "no camera"),
        (Scanned("https://menu.test/today"), "not a whole invitation"),
        (Scanned(why="closed"), ""),
    ],
)
def test_what_no_camera_could_read_is_typed_instead(world: World, seen: Scanned, said: str) -> None:
    maja = world.phone("Maja")
    platform = maja.ports.platform
    assert isinstance(platform, NativePlatform)

    async def walk(screen: Screen) -> None:
        await screen.tap("language-en")
        await screen.tap("letters-usual")
        await screen.tap("door-invited")
        assert not screen.has("scan")  # no camera of ours outside the browser
        await screen.tap("back")
        platform.scans, platform.to_scan = True, seen
        await screen.tap("door-invited")
        await screen.tap("scan")
        await screen.until(lambda: screen.has("code") and (screen.sees(said) if said else not screen.has("problem")))

    walked(maja, walk)


def test_a_scanned_link_is_welcomed(world: World) -> None:
    karen = world.found()
    ticket = run(invite(karen.ports, member=Card("Maja", MENTOR), grants=places_for(karen.ports, MENTOR)))
    maja = world.phone("Maja")
    platform = maja.ports.platform
    assert isinstance(platform, NativePlatform)
    platform.scans, platform.to_scan = True, Scanned(ticket.link)

    async def walk(screen: Screen) -> None:
        await screen.tap("language-en")
        await screen.tap("letters-usual")
        await screen.tap("door-invited")
        await screen.tap("scan")
        await screen.until(lambda: screen.sees("Welcome, Maja"))

    walked(maja, walk)


def test_who_sees_other_pictures_is_told_to_stop_and_locks(world: World) -> None:
    karen = world.found()
    ticket = run(invite(karen.ports, member=Card("Maja", MENTOR), grants=places_for(karen.ports, MENTOR)))
    maja = world.phone("Maja")

    async def walk(screen: Screen) -> None:
        await screen.tap("language-en")
        await screen.tap("letters-usual")
        await screen.tap("door-invited")
        await screen.write("code", ticket.link)
        await screen.tap("go-on")
        await screen.until(lambda: screen.sees("Welcome, Maja"))
        await screen.tap("go-on")
        await screen.tap("picture-sun")
        await type_pin(screen)
        await type_pin(screen)
        await screen.until(lambda: screen.has("differ"))
        await screen.tap("differ")
        assert screen.sees("Tell the coordinator before you write anything.")
        await screen.tap("lock-now")
        await screen.until(lambda: screen.has("key-1") and not maja.ports.open)
        await type_pin(screen)
        await screen.until(lambda: screen.has("bar"))

    walked(maja, walk)


def test_the_inviter_compares_on_the_persons_page_and_knows_how_to_shut_out(world: World) -> None:
    karen = world.found()
    maja = world.bring_in(karen, "Maja", MENTOR)
    world.sync_all()
    karen.ports.platform.remember("language", "en")
    page = f"/more/person/{maja.ports.me.person.hex()}"

    async def walk(screen: Screen) -> None:
        await screen.go(page)
        await screen.tap("to-compare")
        await screen.until(lambda: screen.has("signs-0"))
        await screen.tap("differ")
        assert screen.sees("Report that phone lost, then invite anew.")
        await screen.tap("to-phones")
        await screen.until(lambda: screen.has("lost-1"))

    walked(karen, walk)


def test_a_wrong_pin_is_said_and_the_right_one_opens(world: World) -> None:
    karen = world.found()
    karen.lock()

    async def walk(screen: Screen) -> None:
        await type_pin(screen, "111111")
        await screen.until(lambda: screen.sees("does not open this phone"))
        world.later(minutes=1)
        await screen.until(lambda: not screen.busy("key-1"))
        await type_pin(screen)
        await screen.until(lambda: screen.has("bar"))

    karen.ports.platform.remember("language", "en")
    walked(karen, walk)
    assert karen.ports.open


def test_somebody_new_finds_the_way_back_to_the_lock(world: World) -> None:
    karen = world.found()
    karen.lock()

    async def walk(screen: Screen) -> None:
        await screen.tap("somebody-new")
        await screen.tap("back")
        assert screen.has("key-1")

    walked(karen, walk)


def test_a_joining_that_was_cut_off_says_so_and_is_finished_by_the_next_pin(world: World) -> None:
    karen = world.found()
    ticket = run(invite(karen.ports, member=Card("Maja", MENTOR), grants=places_for(karen.ports, MENTOR)))
    maja = world.phone("Maja")
    maja.wire.spoil = lambda path, answer: b"" if path == "/enrol" else answer
    with contextlib.suppress(Refusal):
        maja.join(ticket)

    async def walk(screen: Screen) -> None:
        await type_pin(screen)
        await screen.until(lambda: screen.has("problem") and not screen.busy("key-1"))
        maja.wire.spoil = None
        await type_pin(screen)
        await screen.until(lambda: screen.has("bar"))

    walked(maja, walk)


def test_another_pin_opens_from_then_on_and_the_old_one_does_not(world: World) -> None:
    karen = world.found()
    karen.ports.platform.remember("language", "en")

    async def walk(screen: Screen) -> None:
        await screen.go("/more/lock")
        await type_pin(screen, "111111")
        await screen.until(lambda: screen.sees("does not open this phone") and not screen.busy("key-1"))
        await type_pin(screen)
        await screen.until(lambda: screen.has("to-pin"))
        await screen.tap("to-pin")
        await type_pin(screen, "224466")
        await type_pin(screen, "224467")
        assert screen.sees("not the same")
        await type_pin(screen, "224466")
        await type_pin(screen, "224466")
        await screen.until(lambda: screen.has("lock-changed"))

    walked(karen, walk)
    karen.lock()
    with pytest.raises(WrongPin):
        karen.unlock()
    karen.unlock(pin="224466")
    assert karen.ports.open


def test_lock_now_shuts_everything(world: World) -> None:
    karen = world.found()

    async def walk(screen: Screen) -> None:
        await screen.go("/more")
        await screen.tap("lock-now")
        await screen.until(lambda: screen.has("key-1"))

    walked(karen, walk)
    assert not karen.ports.open
