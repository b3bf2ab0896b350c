"""A person's page: what she reads, her phones, a new one, a lost one, leaving; each said before it is done."""

from __future__ import annotations

import pytest

from app.domain.roles import WORKER
from app.journeys.change_role import change_role
from app.journeys.closing import shut_out
from app.journeys.readmit import readmit
from app.journeys.tending import is_out
from app.views.way_back import back_from
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, Phone, run


def path_of(phone: Phone) -> str:
    return f"/more/person/{phone.ports.me.person.hex()}"


# -- a person's page


def test_a_coordinator_opens_a_person_and_sees_what_she_reads_and_her_phones(org: Organisation) -> None:
    org.world.later(days=2)
    org.mentor.lock()
    org.mentor.unlock()
    org.mentor.sync()

    async def walk(screen: Screen) -> None:
        await screen.go("/more/team")
        await screen.tap(f"person-{org.mentor.ports.me.person.hex()}")
        assert screen.page.route == path_of(org.mentor)
        assert screen.sees("Maja")
        assert screen.sees("everything in the file of her mentee, notes too")
        await screen.until(lambda: screen.sees("Last heard: today"))
        assert screen.sees("Phone 1")
        for way in ("to-again", "to-role", "to-leave", "to-compare"):
            assert screen.has(way), way

    show(org.coordinator, walk)


def test_without_a_connection_the_page_says_what_cannot_be_told(org: Organisation) -> None:
    org.coordinator.cut()

    async def walk(screen: Screen) -> None:
        await screen.go(path_of(org.mentor))
        await screen.until(lambda: screen.has("no-phones"))
        assert screen.sees("The server cannot be reached.")

    show(org.coordinator, walk)


def test_a_mentor_may_let_her_mentee_in_again_and_nothing_more(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/more/team")
        await screen.tap(f"person-{org.mentee.ports.me.person.hex()}")
        assert screen.has("to-again")
        for way in ("to-role", "to-leave", "phone-1", "no-phones"):
            assert not screen.has(way), way
        await screen.go(path_of(org.worker))
        assert not screen.has("to-again")

    show(org.mentor, walk)


def test_her_own_page_offers_nothing_that_shuts_her_out(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go(path_of(org.coordinator))
        await screen.until(lambda: screen.sees("This phone"))
        for way in ("to-again", "to-role", "to-leave", "to-compare", "lost-1"):
            assert not screen.has(way), way

    show(org.coordinator, walk)


def test_a_page_of_nobody_and_every_way_back(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        for path in ("/more/person/00", "/more/person/00/leave", "/more/person/00/again", "/more/person/00/role"):
            await screen.go(path)
            assert screen.sees("This person is no longer here."), path

    show(org.coordinator, walk)
    assert back_from("/more/person/ab", "/more") == "/more/team"
    assert back_from("/more/person/ab/lost/cd", "/more") == "/more/person/ab"


# -- let in again


def test_a_forgotten_pin_becomes_a_code_that_lets_her_in_again(org: Organisation) -> None:
    said: list[str] = []

    async def walk(screen: Screen) -> None:
        await screen.go(path_of(org.mentee))
        await screen.tap("to-again")
        assert screen.sees("Only face to face. You must see that it is Amina.")
        await screen.double_tap("let-in")
        await screen.until(lambda: screen.has("link"))
        assert screen.sees("It works for 15 minutes.")
        assert screen.sees("Is the old phone lost? Tell your coordinator.")
        said.append(next(text for text in screen.texts() if "#join=" in text))

    show(org.mentor, walk)
    new = org.world.phone("Aminas nye")
    from app.journeys.join import enrol, join

    async def joining() -> None:
        await enrol(new.ports, await join(new.ports, secret=said[0].strip("\u2068\u2069")), pin=new.pin)

    run(joining())
    assert new.ports.me.name == "Amina"


def test_letting_in_again_without_a_connection_says_so(org: Organisation) -> None:
    org.mentor.cut()

    async def walk(screen: Screen) -> None:
        await screen.go(f"{path_of(org.mentee)}/again")
        await screen.tap("let-in")
        await screen.until(lambda: screen.sees("The server cannot be reached."))
        assert screen.has("let-in")

    show(org.mentor, walk)


# -- a lost phone, and leaving


def test_a_lost_phone_is_shut_out_and_the_other_is_not(org: Organisation) -> None:
    second = org.world.phone("Majas nye")
    second.join(run(readmit(org.coordinator.ports, person=org.mentor.ports.me.person)))
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go(path_of(org.mentor))
        await screen.until(lambda: screen.has("lost-1"))
        await screen.tap("lost-1")
        assert screen.sees("That phone of Maja loses access.")
        assert screen.sees("Other phones of hers stay.")
        await screen.tap("end")
        await screen.until(lambda: screen.has("shut"))
        await screen.tap("done")
        await screen.until(lambda: screen.sees("Shut out, has not said yet that it erased"))
        assert not screen.has("lost-1")
        assert screen.has("lost-2")

    show(org.coordinator, walk)
    org.world.sync_all()
    assert is_out(org.mentor.ports)
    assert not is_out(second.ports)


def test_before_she_leaves_it_is_said_what_ends_and_afterwards_who_has_not_erased(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go(path_of(org.mentor))
        await screen.tap("to-leave")
        await screen.until(lambda: screen.sees("What she wrote today may be only on her phone."))
        assert screen.sees("Maja loses access on 1 phone.")
        for ends in ("The staff list", "What is for everybody here", "1 file"):
            assert screen.sees(ends), ends
        assert screen.sees("It can still be handed in.")
        assert screen.sees("Photos and voices that were not sent yet are lost.")
        await screen.double_tap("end")
        await screen.until(lambda: screen.has("shut"))
        assert screen.sees("3 doors are shut now.")
        await screen.tap("done")
        assert screen.sees("Mentor · She has left")
        assert not screen.has("to-leave")
        await screen.go("/more/team")
        await screen.until(lambda: screen.sees("1 phone has not erased yet"))
        assert screen.sees("No longer here")

    show(org.coordinator, walk)
    org.world.sync_all(3)

    async def later(screen: Screen) -> None:
        await screen.go(path_of(org.mentor))
        await screen.until(lambda: screen.sees("Shut out, and has erased"))

    show(org.coordinator, later)


def test_while_doors_are_shut_it_is_told_how_many(org: Organisation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.journeys.closing.PIECE", 1)
    told: list[str] = []

    async def walk(screen: Screen) -> None:
        def listen(_path: str, answer: bytes) -> bytes:
            told.extend(text for text in screen.texts() if " of " in text)
            return answer

        await screen.go(f"{path_of(org.mentor)}/leave")
        org.coordinator.wire.spoil = listen
        await screen.tap("end")
        await screen.until(lambda: screen.has("shut"))
        org.coordinator.wire.spoil = None

    show(org.coordinator, walk)
    assert "1 of 2" in told


def test_what_another_stewards_phone_must_shut_is_said(org: Organisation) -> None:
    """Maja, a worker since today, lets nobody in or out of the file she came into as a mentor."""
    run(change_role(org.coordinator.ports, person=org.mentor.ports.me.person, role=WORKER))
    org.world.sync_all(2)

    async def walk(screen: Screen) -> None:
        await screen.go(f"{path_of(org.mentee)}/leave")
        assert screen.sees("Her plan and appointments")
        await screen.tap("end")
        await screen.until(lambda: screen.has("shut"))
        assert screen.sees("1 more is shut by another coordinator's phone when it syncs.")

    show(org.mentor, walk)
    org.world.sync_all(3)
    assert is_out(org.mentee.ports)


def test_the_last_coordinator_cannot_be_shut_out(org: Organisation) -> None:
    run(shut_out(org.coordinator.ports, org.worker.ports.me.person))

    async def walk(screen: Screen) -> None:
        await screen.go(f"{path_of(org.coordinator)}/leave")
        await screen.tap("end")
        await screen.until(lambda: screen.sees("Invite another coordinator first."))
        assert not screen.busy("end")

    show(org.coordinator, walk)


# -- another role
