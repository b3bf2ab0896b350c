"""Another role, out, handed in late, given back: as it is on the screens of each."""

from __future__ import annotations

import pytest

from app.domain.roles import COORDINATOR, MENTEE, MENTOR, WORKER
from app.journeys.change_role import change_role
from app.journeys.closing import shut_out
from app.journeys.contacts import log_contact
from app.journeys.meetings import log_meeting
from app.journeys.open_file import open_file
from app.journeys.readmit import readmit
from app.records import Contact, Meeting, MeetingNote, Mentee
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, Phone, run

NOTE = "tog bussen alene"


def path_of(phone: Phone) -> str:
    return f"/more/person/{phone.ports.me.person.hex()}"


def say(phone: Phone, org: Organisation, text: str = NOTE) -> None:
    ports = phone.ports
    log_meeting(ports, row=ports.new_row(), mentee=org.cover(phone), held_on=ports.today(), note=text)


def test_another_role_is_told_in_words_before_it_is_given(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go(path_of(org.worker))
        await screen.tap("to-role")
        assert not screen.has("role-worker")
        await screen.tap("role-mentor")
        assert screen.sees("Reads the staff list, and everything in the file of her mentee")
        assert screen.sees("What she no longer reads")
        assert screen.sees("The area Egeparken")
        assert screen.sees("Sofie loses access on 1 phone.")
        await screen.until(lambda: screen.sees("What she wrote today may be only on her phone."))
        assert screen.sees("It can still be handed in.")
        assert screen.sees("Photos and voices that were not sent yet are lost.")
        await screen.double_tap("change-role")
        await screen.until(lambda: screen.has("role-changed"))
        await screen.tap("done")
        assert screen.sees("Mentor")

    show(org.coordinator, walk)
    org.world.sync_all(3)
    assert org.worker.ports.me.role == MENTOR


def test_a_role_in_which_she_loses_nothing_threatens_no_phone(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go(path_of(org.mentor))
        await screen.tap("to-role")
        await screen.tap("role-worker")
        assert screen.sees("What she will read")
        assert not screen.sees("loses access")
        assert not screen.sees("may be only on her phone")

    show(org.coordinator, walk)


@pytest.mark.parametrize("closes", [False, True])
def test_files_a_coordinator_reads_are_named_before_she_becomes_a_mentor(org: Organisation, *, closes: bool) -> None:
    bente = org.world.bring_in(org.coordinator, "Bente", COORDINATOR)
    org.world.sync_all()
    run(open_file(org.worker.ports, row=org.worker.ports.new_row(), name="Hodan"))
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go(f"{path_of(bente)}/role")
        await screen.tap("role-worker")
        await screen.tap("role-mentor")
        assert screen.sees("Files she reads as a coordinator")
        assert screen.sees("1 file")
        assert screen.sees("Hodan")
        assert not screen.sees("Amina")
        if not closes:
            (toggle,) = screen.keyed("close-files")
            screen.session.apply_patch(toggle._i, {"value": False})
            await screen.fire(toggle, "change", False)
        await screen.tap("change-role")
        await screen.until(lambda: screen.has("role-changed"))

    show(org.coordinator, walk)
    org.world.sync_all(3)
    assert {one.name for one in bente.store.find(Mentee)} == (set() if closes else {"Hodan"})


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
        await screen.until(lambda: not screen.sees("My plan"), anew=True)
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
