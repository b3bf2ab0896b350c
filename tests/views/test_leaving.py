"""Somebody leaves, loses a phone, comes back, gets another role, is out: as it is on the screens of each."""

from __future__ import annotations

import pytest

from app.domain.roles import MENTEE, MENTOR, WORKER
from app.journeys.change_role import change_role
from app.journeys.closing import shut_out
from app.journeys.contacts import log_contact
from app.journeys.meetings import log_meeting
from app.journeys.readmit import readmit
from app.journeys.tending import is_out
from app.records import Contact, Meeting, MeetingNote
from app.views.routes import back_from
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, Phone, run

NOTE = "tog bussen alene"


def path_of(phone: Phone) -> str:
    return f"/more/person/{phone.ports.me.person.hex()}"


def say(phone: Phone, org: Organisation, text: str = NOTE) -> None:
    ports = phone.ports
    log_meeting(ports, row=ports.new_row(), mentee=org.cover(phone), held_on=ports.today(), note=text)


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


def test_another_role_is_told_in_words_before_it_is_given(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go(path_of(org.worker))
        await screen.tap("to-role")
        assert not screen.has("role-worker")
        await screen.tap("role-mentor")
        assert screen.sees("Reads the staff list, and everything in the file of her mentee")
        assert screen.sees("What she no longer reads")
        assert screen.sees("The area Egeparken")
        await screen.double_tap("change-role")
        await screen.until(lambda: screen.has("role-changed"))
        await screen.tap("done")
        assert screen.sees("Mentor")

    show(org.coordinator, walk)
    org.world.sync_all(3)
    assert org.worker.ports.me.role == MENTOR


def test_her_open_screen_takes_the_face_of_the_new_role(org: Organisation) -> None:
    async def demoted(screen: Screen) -> None:
        assert screen.has("log-contact")
        await screen.go("/more")
        assert screen.has("to-invite")
        await change_role(org.coordinator.ports, person=org.worker.ports.me.person, role=MENTOR)
        await screen.app.syncing.now(org.worker.ports)
        await screen.until(lambda: not screen.has("to-invite"))
        await screen.go("/")
        assert screen.has("log-meeting")

    show(org.worker, demoted)

    async def promoted(screen: Screen) -> None:
        assert screen.has("log-meeting")
        await change_role(org.coordinator.ports, person=org.mentor.ports.me.person, role=WORKER)
        await screen.app.syncing.now(org.mentor.ports)
        await screen.until(lambda: screen.has("log-contact"))

    show(org.mentor, promoted)


def test_a_mentee_who_becomes_a_mentor_gets_the_notebook_for_the_letter(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        assert screen.has("to-steps")
        await screen.go("/steps")
        await change_role(org.coordinator.ports, person=org.mentee.ports.me.person, role=MENTOR)
        await screen.app.syncing.now(org.mentee.ports)
        await screen.until(lambda: not screen.sees("My steps"))
        await screen.go("/")
        assert screen.has("bar")

    assert org.mentee.ports.me.role == MENTEE
    show(org.mentee, walk)


# -- out


@pytest.mark.parametrize("who", ["worker", "mentor", "mentee"])
def test_who_is_out_reads_it_in_kind_words_whatever_screen_was_open(org: Organisation, who: str) -> None:
    phone: Phone = getattr(org, who)
    contact, meeting = phone.store.find(Contact)[:1], phone.store.find(Meeting)[:1]
    inside = [f"/people/{one.id}/change" for one in contact] + [f"/meetings/{one.id}/note" for one in meeting]
    paths = {"mentee": ["/steps", "/more/sync"]}.get(who, ["/people", "/meetings/log", "/more/team", *inside])

    async def walk(screen: Screen) -> None:
        await screen.go(paths[-1])
        await shut_out(org.coordinator.ports, phone.ports.me.person)
        for _ in range(3):
            await screen.app.syncing.now(phone.ports)
        await screen.go("/")
        await screen.until(lambda: screen.has("out"))
        assert screen.sees("This phone is no longer part of Broen.")
        assert screen.sees("What belonged to others is erased here.")
        assert screen.sees("All that you had not sent is handed in.")
        for path in [*paths, "/people", "/meetings", "/more", "/more/handed", "/more/invite", "/import"]:
            await screen.go(path)
            assert screen.texts(), path
        await screen.go("/")
        await screen.tap("join-again")
        await screen.until(lambda: screen.sees("Dansk"))
        assert not phone.ports.open

    show(phone, walk)


def test_who_is_out_reads_it_also_without_a_connection(org: Organisation) -> None:
    run(shut_out(org.coordinator.ports, org.mentor.ports.me.person))
    org.mentor.sync()
    org.mentor.cut()

    async def walk(screen: Screen) -> None:
        assert screen.has("out")

    show(org.mentor, walk)


# -- handed in late


def leaves_with_a_note(org: Organisation) -> None:
    """Maja wrote without a network, was shut out, and came back on line."""
    org.mentor.cut()
    say(org.mentor, org)
    run(shut_out(org.coordinator.ports, org.mentor.ports.me.person))
    org.worker.sync()
    org.mentor.mend()
    for _ in range(3):
        org.mentor.sync()
    org.world.sync_all()


def test_what_was_handed_in_late_is_read_and_counts_when_the_worker_says_so(org: Organisation) -> None:
    leaves_with_a_note(org)

    async def walk(screen: Screen) -> None:
        await screen.until(lambda: screen.sees("Handed in after leaving: 2"))
        await screen.tap("late")
        await screen.until(lambda: screen.has("late-1"))
        assert screen.sees("From the phone of Maja")
        assert screen.sees("Notes about Amina")
        assert screen.sees(NOTE)
        await screen.double_tap("count-0")
        await screen.until(lambda: not screen.has("late-1") and screen.has("late-0"))
        await screen.tap("count-0")
        await screen.until(lambda: screen.sees("Nothing waits."))
        await screen.go("/")
        assert not screen.has("late")

    show(org.worker, walk)
    org.world.sync_all()
    assert NOTE in {note.text for note in org.worker.store.find(MeetingNote)}


def test_a_coordinator_reads_that_there_is_a_note_and_not_the_note(org: Organisation) -> None:
    leaves_with_a_note(org)

    async def walk(screen: Screen) -> None:
        await screen.go("/more")
        await screen.tap("to-late")
        await screen.until(lambda: screen.has("late-1"))
        assert screen.sees("1 notat, som du ikke må læse.")
        assert not screen.sees(NOTE)

    show(org.coordinator, walk, language="da")


def test_the_late_list_says_kindly_that_it_cannot_be_asked_for(org: Organisation) -> None:
    leaves_with_a_note(org)
    org.worker.cut()

    async def walk(screen: Screen) -> None:
        await screen.go("/more/late")
        await screen.until(lambda: screen.sees("The server cannot be reached."))

    show(org.worker, walk)


# -- given back


def new_phone_of_the_worker(org: Organisation) -> Phone:
    say(org.mentor, org)
    org.world.sync_all()
    new = org.world.phone("Sofies nye")
    new.join(run(readmit(org.coordinator.ports, person=org.worker.ports.me.person)))
    run(shut_out(org.coordinator.ports, org.worker.ports.me.person, org.worker.ports.keyring.device))
    org.world.sync_all()
    return new


def test_the_mentor_gives_back_what_only_she_can_and_only_when_she_says_so(org: Organisation) -> None:
    new = new_phone_of_the_worker(org)
    whom = new.ports.me.person.hex()

    async def walk(screen: Screen) -> None:
        await screen.until(lambda: screen.has(f"back-{whom}"))
        assert screen.sees("Sofie has a new phone.")
        assert screen.sees("Only if she told you herself.")
        await screen.tap(f"not-now-{whom}")
        assert not screen.has(f"back-{whom}")

    show(org.mentor, walk)

    async def again(screen: Screen) -> None:
        await screen.until(lambda: screen.has(f"back-{whom}"))
        await screen.double_tap(f"give-{whom}")
        await screen.until(lambda: screen.has("given"))
        assert not screen.has(f"back-{whom}")

    show(org.mentor, again)
    org.world.sync_all(2)
    assert NOTE in {note.text for note in new.store.find(MeetingNote)}


def test_a_contact_written_after_the_key_changed_is_read_by_those_who_stay(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go(f"{path_of(org.mentor)}/leave")
        await screen.tap("end")
        await screen.until(lambda: screen.has("shut"))

    show(org.coordinator, walk)
    ports = org.worker.ports
    log_contact(ports, row=ports.new_row(), name="Grøn dør")
    org.world.sync_all()
    assert org.coordinator.store.find(Contact, matching="Grøn")
