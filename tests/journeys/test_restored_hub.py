"""The hub is put back from an older copy: its members bring back what they have, and nobody gains or loses by it."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from app.domain.roles import MENTOR, WORKER
from app.journeys.closing import shut_out
from app.journeys.contacts import change_contact, log_contact
from app.journeys.invite import invite, places_for
from app.journeys.late import late_work, let_count
from app.journeys.readmit import readmit
from app.journeys.tending import is_out
from app.keys.enrolment import Card
from app.ports import Refusal
from app.records import Contact
from sync.copied import is_copied
from sync.errors import SyncError
from tests.notes import long_note
from tests.world import Organisation, Phone, World


@pytest.fixture
def world() -> Iterator[World]:
    with World() as world:
        yield world


@pytest.fixture
def org(world: World) -> Organisation:
    return world.organisation()


def names(phone: Phone) -> set[str]:
    return {one.name for one in phone.store.find(Contact)}


def log(phone: Phone, name: str) -> Contact:
    return log_contact(phone.ports, row=phone.ports.new_row(), name=name)


def rename(phone: Phone, old: str, new: str) -> None:
    (shown,) = phone.store.find(Contact, Contact.name == old)
    change_contact(phone.ports, shown=shown, saw=phone.store.seen(shown), name=new)


def at_rest(world: World, *, but: tuple[Phone, ...] = ()) -> None:
    """Everybody is in step, holds what she should, and nobody is said to be a copy or kept from anything."""
    for phone in world.phones.values():
        if phone not in but:
            report = phone.sync()
            assert not report.holding_back, (phone.name, phone.store.journal.withheld())
            assert not report.put_back, phone.name
            assert not is_copied(phone.store.journal), phone.name
            assert phone.store.waiting().things == 0, phone.name


@pytest.mark.parametrize("silently", [False, True])
def test_what_was_acknowledged_after_the_copy_is_there_again(world: World, org: Organisation, silently: bool) -> None:
    log(org.worker, "before")
    world.sync_all()
    copy = world.copy_hub()
    log(org.worker, "after")
    rename(org.worker, "before", "renamed")
    log(org.coordinator, "hers")
    world.sync_all()

    world.restore_hub(copy, silently=silently)
    world.sync_all(rounds=3)

    assert names(org.worker) == names(org.coordinator) == {"renamed", "after", "hers"}
    ulla = world.bring_in(org.coordinator, "Ulla", WORKER)
    ulla.sync()
    assert names(ulla) == {"renamed", "after", "hers"}
    at_rest(world)


def test_the_words_of_a_phone_that_never_comes_back_are_brought_by_another(world: World, org: Organisation) -> None:
    copy = world.copy_hub()
    log(org.worker, "hers")
    world.sync_all()

    world.restore_hub(copy)
    org.worker.cut()
    world.sync_all()
    world.waive()
    ulla = world.bring_in(org.coordinator, "Ulla", WORKER)
    ulla.sync()

    assert names(ulla) == {"hers"}


def test_what_is_new_waits_until_everybody_was_heard_and_goes_then(world: World, org: Organisation) -> None:
    copy = world.copy_hub()
    log(org.worker, "only the worker and the lost hub have it")
    org.worker.sync()
    world.restore_hub(copy)
    org.worker.cut()

    log(org.coordinator, "new")
    waiting = org.coordinator.sync()
    with pytest.raises((Refusal, SyncError)):
        world.bring_in(org.coordinator, "Ulla", WORKER)
    kept = org.coordinator.store.waiting().things
    org.worker.mend()
    world.sync_all(rounds=3)

    assert waiting.put_back
    assert kept == 1
    assert names(org.worker) == names(org.coordinator) == {"only the worker and the lost hub have it", "new"}
    at_rest(world)


def test_logs_come_first_so_who_was_shut_out_gets_nothing_more(world: World, org: Organisation) -> None:
    """The copy knows nothing of his end; any member brings it."""
    copy = world.copy_hub()
    world.run(shut_out(org.coordinator.ports, org.worker.ports.me.person))
    world.sync_all(rounds=3)
    log(org.coordinator, "not for him")
    world.sync_all()
    org.worker.kill()
    org.worker.unlock()
    before = len(org.worker.wire.received)

    world.restore_hub(copy)
    for phone in (org.mentee, org.coordinator, org.mentor):
        phone.sync()
    world.sync_all(rounds=3)

    assert is_out(org.worker.ports)
    assert names(org.worker) == set()
    assert len(org.worker.wire.received) > before
    at_rest(world, but=(org.worker,))


def test_who_was_shut_out_and_comes_first_reads_what_the_copy_had_and_no_more(world: World, org: Organisation) -> None:
    log(org.coordinator, "in the copy")
    world.sync_all()
    copy = world.copy_hub()
    org.worker.cut()
    world.run(shut_out(org.coordinator.ports, org.worker.ports.me.person))
    for phone in (org.coordinator, org.mentor, org.mentee, org.coordinator):
        phone.sync()
    log(org.coordinator, "after his end")
    org.coordinator.sync()

    world.restore_hub(copy)
    org.worker.mend()
    org.worker.sync()
    log(org.worker, "typed before he knew")
    org.worker.sync()
    read = names(org.worker)
    world.sync_all(rounds=3)

    assert read == {"in the copy", "typed before he knew"}
    assert is_out(org.worker.ports)
    assert names(org.coordinator) == {"in the copy", "after his end"}
    (work,) = world.run(late_work(org.coordinator.ports))
    world.run(let_count(org.coordinator.ports, work))
    assert names(org.coordinator) == {"in the copy", "after his end", "typed before he knew"}


def test_who_joined_after_the_copy_is_in_again_though_nobody_else_knows(world: World, org: Organisation) -> None:
    """The hub forgot her phone: it brings the entries that let it in before it logs in."""
    places = places_for(org.coordinator.ports, WORKER)
    invitation = world.run(invite(org.coordinator.ports, member=Card("Ulla", WORKER, ""), grants=places))
    copy = world.copy_hub()
    ulla = world.phone("Ulla")
    ulla.join(invitation)
    ulla.sync()
    log(ulla, "hers")
    ulla.sync()

    world.restore_hub(copy)
    world.sync_all(rounds=3)

    assert names(org.coordinator) == names(org.worker) == {"hers"}
    at_rest(world)


@pytest.mark.parametrize("depth", [0, 1])
def test_members_phones_and_files_of_after_the_copy_are_back(world: World, org: Organisation, depth: int) -> None:
    """Also when the restored copy is restored once more, from an older one still."""
    copies = [world.copy_hub()]
    ulla = world.bring_in(org.coordinator, "Ulla", WORKER)
    second = world.run(readmit(org.worker.ports, person=org.worker.ports.me.person))
    other = world.phone("Sofie 2")
    other.join(second)
    world.sync_all(rounds=2)
    copies.append(world.copy_hub())
    log(ulla, "from Ulla")
    log(other, "from the second phone")
    world.run(shut_out(org.coordinator.ports, org.worker.ports.me.person, org.worker.ports.keyring.device))
    world.sync_all(rounds=3)

    world.restore_hub(copies[1])
    if depth:
        other.sync()
        world.restore_hub(copies[0])
    world.sync_all(rounds=4)

    assert names(ulla) == names(other) == names(org.coordinator) == {"from Ulla", "from the second phone"}
    assert is_out(org.worker.ports)
    at_rest(world, but=(org.worker,))


def test_cut_off_at_every_message_the_healing_goes_on_from_there(world: World, org: Organisation) -> None:
    copy = world.copy_hub()
    ulla = world.bring_in(org.coordinator, "Ulla", WORKER)
    for number in range(40):
        log(ulla, f"contact {number}")
    world.sync_all()
    log(org.coordinator, "hers")
    world.sync_all()
    whole = names(ulla)
    world.restore_hub(copy)

    for phone in world.phones.values():
        for cut in range(40):
            left = cut

            def spoil(path: str, answer: bytes) -> bytes:
                nonlocal left
                left -= 1
                if left < 0:
                    raise httpx.ReadError(path)
                return answer

            phone.kill()
            phone.unlock()
            phone.wire.spoil = spoil
            try:
                phone.sync()
            except SyncError:
                continue
            finally:
                phone.wire.spoil = None
            break
        else:
            raise AssertionError("it never got through")
    world.sync_all(rounds=2)

    assert names(ulla) == names(org.coordinator) == names(org.worker) == whole
    at_rest(world)


def test_more_than_one_request_holds_is_brought_back_in_pieces(world: World, org: Organisation) -> None:
    copy = world.copy_hub()
    for number in range(120):
        row = log(org.worker, f"contact {number}")
        change_contact(
            org.worker.ports,
            shown=row,
            saw=org.worker.store.seen(row),
            note=long_note(org.worker.ports.provider.random(9_900)),
        )
    world.sync_all()
    org.worker.cut()

    world.restore_hub(copy)
    org.coordinator.sync()
    world.waive()
    ulla = world.bring_in(org.coordinator, "Ulla", WORKER)
    ulla.sync()

    assert len(names(ulla)) == 120
    again = [len(body) for path, body in org.coordinator.wire.sent if path == "/again"]
    assert sum(again) > 1024 * 1024 > max(again)


def test_a_copy_of_before_anybody_joined_is_healed(world: World) -> None:
    karen = world.found()
    copy = world.copy_hub()
    sofie = world.bring_in(karen, "Sofie", WORKER)
    maja = world.bring_in(karen, "Maja", MENTOR)
    log(sofie, "one")
    world.sync_all(rounds=2)

    world.restore_hub(copy)
    for phone in (maja, sofie, karen):
        phone.sync()
    world.sync_all(rounds=3)

    assert names(karen) == names(sofie) == {"one"}
    at_rest(world)
