"""Somebody leaves or loses her phone: who reads what before and after, and what she had not sent."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from app.domain.roles import COORDINATOR, MENTOR, WORKER
from app.journeys import closing, entries, tending
from app.journeys.change_role import change_role
from app.journeys.closing import shut_out
from app.journeys.contacts import log_contact
from app.journeys.invite import invite, places_for
from app.journeys.late import late_work, let_count
from app.journeys.open_file import grant, open_file
from app.journeys.phones import all_phones, what_ends
from app.journeys.refusals import LastSteward, NotSteward
from app.journeys.tending import is_out
from app.keys.enrolment import Card
from app.ports import Refusal
from app.records import Contact, MeetingNote, Mentee
from sync.entry import space_of
from sync.errors import Refused, SyncError, Unreachable
from sync.hub.turn import Turn as HubTurn
from sync.packing import pack
from sync.wire import Push
from tests.leaving import CANARY, notes, person, say, told
from tests.world import Organisation, Phone, run


def everything(phone: Phone, spaces: tuple[bytes, ...]) -> list[str]:
    """What any key that phone ever held opens, of whatever lies on the hub in these spaces."""
    ring, opened = phone.ports.keyring, []
    rows = phone.world.hub_store
    with rows.read() as sql:
        for space in spaces:
            for row in sql(
                "SELECT space, row, author, n, epoch, suite, nonce, sealed FROM version WHERE space = ?", space
            ):
                from sync.version import Version, unpack_said

                version = Version(*row)
                try:
                    body = ring.open(space, version.epoch, version.aad, version.nonce, version.sealed)
                    opened.append(repr(unpack_said(body)))
                except Exception as no:  # noqa: BLE001 - whatever it is, it did not open
                    opened.append(type(no).__name__)
    return opened


def test_who_left_is_served_nothing_more_and_opens_nothing_newer(org: Organisation) -> None:
    say(org.mentor, "fra før")
    org.world.sync_all()
    ring = dict(org.mentor.ports.keyring.circles)  # what a copy of her phone would hold

    run(shut_out(org.coordinator.ports, person(org.mentor)))
    org.world.sync_all()
    say(org.worker, CANARY)
    org.world.sync_all()

    assert is_out(org.mentor.ports)
    assert notes(org.worker) == {"fra før", CANARY}
    assert told(org.worker, org.file).epoch == 1
    assert not told(org.worker, org.file).stale
    assert org.mentor.store.find(MeetingNote) == []
    assert org.mentor.store.find(Mentee) == []
    assert org.file not in org.mentor.ports.keyring.circles
    org.mentor.ports.keyring.circles.update(ring)
    for held in ring.values():
        org.mentor.ports.keyring.hold(held)
    opened = everything(org.mentor, tuple(space_of(org.file, rung) for rung in range(3)))
    assert any("fra" in one for one in opened)
    assert not any(CANARY in one for one in opened)


def test_the_door_shuts_for_the_lost_phone_before_any_other_log_says_so(org: Organisation) -> None:
    """The coordinator is no member of the area; one entry in the root log is enough for the hub."""
    before = len(org.mentor.wire.received)
    root = org.coordinator.ports.keyring.me.root
    from app.journeys.closing import close_in

    run(close_in(org.coordinator.ports, [root], person(org.mentor)))
    say(org.worker, CANARY)
    org.worker.wire.off = False
    org.worker.sync()
    org.mentor.sync()

    assert CANARY not in str(notes(org.mentor))
    assert len(org.mentor.wire.received) > before
    assert notes(org.worker) == {CANARY}


def test_the_key_is_made_by_whoever_stands_innermost_when_the_steward_does_not(org: Organisation) -> None:
    org.worker.cut()
    run(shut_out(org.coordinator.ports, person(org.mentee)))
    org.coordinator.sync()
    assert told(org.coordinator, org.file).stale

    org.mentor.sync()  # no steward, but on the innermost rung
    org.mentor.sync()
    org.coordinator.sync()

    assert not told(org.coordinator, org.file).stale
    org.worker.mend()
    org.worker.sync()
    say(org.worker, CANARY)
    org.world.sync_all()
    assert notes(org.mentor) == {CANARY}


def test_the_last_steward_cannot_go(org: Organisation) -> None:
    run(shut_out(org.coordinator.ports, person(org.worker)))
    with pytest.raises(LastSteward):
        run(shut_out(org.coordinator.ports, person(org.coordinator)))


def test_an_open_invitation_goes_with_the_place_it_was_for(org: Organisation) -> None:
    invitation = run(
        invite(org.coordinator.ports, member=Card("Nora", WORKER), grants=places_for(org.coordinator.ports, WORKER))
    )
    run(shut_out(org.coordinator.ports, invitation.person))

    from app.journeys.refusals import Spent

    with pytest.raises(Spent):
        org.world.phone("Nora").join(invitation)


def test_a_mentor_shuts_nobody_out(org: Organisation) -> None:
    with pytest.raises(NotSteward):
        run(shut_out(org.mentor.ports, person(org.mentee)))


def test_cut_off_in_the_middle_another_stewards_phone_does_the_rest(org: Organisation) -> None:
    second = org.world.bring_in(org.coordinator, "Bente", COORDINATOR)
    org.world.sync_all()
    from app.journeys.closing import close_in

    run(close_in(org.coordinator.ports, [org.coordinator.ports.keyring.me.root], person(org.worker)))
    org.coordinator.cut()
    for _ in range(2):
        second.sync()

    area = bytes.fromhex(next(place.circle for place in second.store.places("area")))
    closed = told(second, area)
    assert not any(one.person == person(org.worker) for one in closed.open)
    assert closed.epoch == 1


@pytest.mark.parametrize("answered", [1, 3, 4, 7])
def test_a_loss_that_lost_the_network_is_finished_by_her_next_sync(
    org: Organisation, monkeypatch: pytest.MonkeyPatch, answered: int
) -> None:
    """The root log and six files, two at a time: so many answers arrive, then none does."""
    monkeypatch.setattr(closing, "PIECE", 2)
    monkeypatch.setattr(entries, "PIECE", 2)
    worker, mentor = org.worker, org.mentor
    files = [org.file]
    for number in range(5):
        files.append(run(open_file(worker.ports, row=worker.ports.new_row(), name=f"Fil {number}")))
        worker.sync()
        run(grant(worker.ports, person=person(mentor), circle=files[-1]))
    worker.sync()

    def lost_then(_path: str, answer: bytes) -> bytes:
        nonlocal answered
        answered -= 1
        if answered < 0:
            raise httpx.ReadError("cut")
        return answer

    worker.wire.spoil = lost_then
    far: list[tuple[int, int]] = []
    with pytest.raises(Refusal):
        run(shut_out(worker.ports, person(mentor), tell=lambda *said: far.append(said)))
    left = sum(_still_in(worker, file, mentor) for file in files)
    worker.wire.spoil = None
    worker.sync()

    assert left
    assert far == [(done, 7) for done in range(0, 7, 2)][: len(far)]
    assert not any(_still_in(worker, file, mentor) for file in files)
    assert {told(worker, file).epoch for file in files} == {1}


def _still_in(phone: Phone, file: bytes, other: Phone) -> bool:
    return any(one.person == person(other) for one in told(phone, file).open)


def test_a_contact_she_logged_stays_when_she_is_gone(org: Organisation) -> None:
    ports = org.worker.ports
    log_contact(ports, row=ports.new_row(), name="Grøn dør")
    org.world.sync_all()
    run(shut_out(org.coordinator.ports, person(org.worker)))
    org.world.sync_all()

    assert [one.name for one in org.coordinator.store.find(Contact)] == ["Grøn dør"]


def test_demoted_while_she_wrote_the_contact_waits_for_a_steward(org: Organisation) -> None:
    org.worker.cut()
    ports = org.worker.ports
    log_contact(ports, row=ports.new_row(), name="Grøn dør")
    run(change_role(org.coordinator.ports, person=person(org.worker), role=MENTOR))
    org.worker.mend()
    org.world.sync_all(3)

    assert org.coordinator.store.find(Contact) == []
    (work,) = run(late_work(org.coordinator.ports))
    assert (work.where, work.rows, work.name) == ("area", 1, "Sofie")
    run(let_count(org.coordinator.ports, work))
    org.world.sync_all()
    assert [one.name for one in org.coordinator.store.find(Contact)] == ["Grøn dør"]


def test_her_phones_are_told_with_what_they_said_last(org: Organisation) -> None:
    org.world.later(days=2)
    org.mentor.lock()
    org.mentor.unlock()
    org.mentor.sync()
    (phone,) = run(all_phones(org.coordinator.ports))[person(org.mentor)]
    assert (phone.heard_ms, phone.shut, phone.erased) == (org.world.now_ms, False, False)

    ends = what_ends(org.worker.ports, person(org.mentor))
    assert [kind for kind, _ in ends.circles] == ["public", "staff", "file"]
    assert ends.phones == 1

    run(shut_out(org.coordinator.ports, person(org.mentor)))
    (phone,) = run(all_phones(org.coordinator.ports))[person(org.mentor)]
    assert (phone.shut, phone.erased) == (True, False)
    org.world.sync_all(3)
    (phone,) = run(all_phones(org.coordinator.ports))[person(org.mentor)]
    assert phone.erased


def test_a_line_that_breaks_when_she_learns_of_it_does_not_keep_what_was_others(org: Organisation) -> None:
    """What follows from a log is not done when the log came: the sync after that goes on."""
    say(org.worker, "om Amina")
    org.world.sync_all()
    run(shut_out(org.coordinator.ports, person(org.mentor)))

    async def broken(_: object) -> None:
        raise Unreachable

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tending, "_make_keys", broken)
        with pytest.raises(Unreachable):
            org.mentor.sync()
    assert is_out(org.mentor.ports)
    assert notes(org.mentor) == {"om Amina"}
    org.mentor.sync()

    assert notes(org.mentor) == set()
    assert org.file not in org.mentor.ports.keyring.circles


def test_what_the_hub_will_never_take_stays_with_her_and_nothing_else_does(org: Organisation) -> None:
    say(org.worker, "om Amina")
    org.world.sync_all()
    org.mentor.cut()
    say(org.mentor, CANARY)
    run(shut_out(org.coordinator.ports, person(org.mentor)))
    org.worker.sync()
    org.mentor.mend()
    taken = HubTurn.add_push

    def never(turn: HubTurn, device: bytes, push: Push) -> SyncError | None:
        if device == org.mentor.ports.keyring.device:
            raise Refused("size")
        return taken(turn, device, push)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(HubTurn, "add_push", never)
        for _ in range(3):
            org.mentor.sync()

    kept = org.mentor.store.unsent()
    assert any(CANARY in str(one.fields) for one in kept)
    assert "om Amina" not in notes(org.mentor)
    spaces = {version.space for version in org.mentor.store.journal.versions()}
    assert not spaces & {space_of(org.file, rung) for rung in range(3)}


@pytest.mark.parametrize("path", ["/heads", "/devices", "/late"])
def test_a_hub_that_answers_nonsense_about_others_is_refused_in_words(org: Organisation, path: str) -> None:
    if path == "/late":
        run(shut_out(org.coordinator.ports, person(org.mentor)))
    steps: dict[str, Callable[[], object]] = {
        "/heads": lambda: run(shut_out(org.coordinator.ports, person(org.mentor))),
        "/devices": lambda: run(all_phones(org.coordinator.ports)),
        "/late": lambda: run(late_work(org.coordinator.ports)),
    }
    for nonsense in (
        [[7, 7, 7]],
        [[bytes(16), bytes(16), 1, bytes(32)]],
        [[bytes(16), bytes(16), 1, bytes(32), 1, []]],
        9,
    ):
        said = pack([1, 0, nonsense])
        org.coordinator.wire.spoil = lambda asked, answer, said=said: said if asked == path else answer
        with pytest.raises(Refusal):
            steps[path]()
