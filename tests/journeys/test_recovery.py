"""Recovery sheets: made by a steward, opened to by every steward's phone, used when none is left, seen by all."""

from __future__ import annotations

from contextlib import suppress
from itertools import combinations

import httpx
import pytest

from app.domain.roles import COORDINATOR, WORKER
from app.journeys import entries, recovery
from app.journeys.change_role import change_role
from app.journeys.closing import shut_out
from app.journeys.contacts import log_contact
from app.journeys.join import enrol
from app.journeys.open_file import open_file
from app.journeys.recover import HeldBack, OldSheets, UnknownSheets, let_in, open_sheets
from app.journeys.recovery import make_sheets
from app.journeys.refusals import LastSteward, NotSteward
from app.journeys.sheets_told import good_sheets, sheets_told
from app.keys.keyring import Keyring, Self
from app.keys.provider import Provider
from app.keys.sheets import Sheet, TooFewSheets, make, recovery_keys, seed_of
from app.records import Contact
from sync.entry import Entry
from sync.errors import Unreachable
from tests.leaving import CANARY, notes, person, say, told
from tests.world import Organisation, Phone, World, run


@pytest.fixture
def sheets(org: Organisation) -> list[Sheet]:
    """Two of three, made by the coordinator; every phone has done its part."""
    made = run(make_sheets(org.coordinator.ports))
    org.world.sync_all()
    return made


@pytest.fixture
def half(org: Organisation, monkeypatch: pytest.MonkeyPatch) -> list[Sheet]:
    """The app died between the grant and the signature, and somebody knows the seed all the same."""
    seeds: list[bytes] = []

    def remembered(provider: Provider, seed: bytes, me: Self) -> Keyring:
        seeds.append(seed)
        return recovery_keys(provider, seed, me)

    def dies(*_: object) -> Entry:
        raise NotSteward

    with monkeypatch.context() as broken:
        broken.setattr("app.keys.sheets.recovery_keys", remembered)
        broken.setattr(recovery, "sign_in", dies)
        with pytest.raises(NotSteward):
            run(make_sheets(org.worker.ports))
    return make(org.worker.ports.provider, seeds[0], needed=2, sheets=3)


def recovered(world: World, sheets: list[Sheet], name: str = "Bodil", who: bytes | None = None) -> Phone:
    """A new phone, on which these sheets were used."""
    phone = world.phone(f"{name}s nye")

    async def steps() -> None:
        opened = await open_sheets(phone.ports, sheets)
        joined = await let_in(phone.ports, opened, name=name, person=who)
        await enrol(phone.ports, joined, pin=phone.pin)

    run(steps())
    return phone


def lose(*phones: Phone) -> None:
    for phone in phones:
        phone.ports.store.journal.connection.close()
        phone.world.phones.pop(phone.name)


def contacts(phone: Phone) -> set[str]:
    return {one.name for one in phone.store.find(Contact)}


def meet(phone: Phone, name: str) -> None:
    log_contact(phone.ports, row=phone.ports.new_row(), name=name)


def test_when_all_stewards_lost_their_phones_any_two_sheets_let_somebody_in(
    org: Organisation, sheets: list[Sheet]
) -> None:
    meet(org.worker, "Grøn dør")
    say(org.mentor, CANARY)
    org.world.sync_all()
    lose(org.coordinator, org.worker)

    for some in combinations(sheets, 2):
        assert run(open_sheets(org.world.phone("prøve").ports, some)).organisation == "Broen"
    bodil = recovered(org.world, sheets[1:])
    org.world.sync_all()

    assert bodil.ports.me.role == COORDINATOR
    assert contacts(bodil) == {"Grøn dør"}
    assert notes(bodil) == {CANARY}
    say(org.mentor, "nyt")
    org.world.sync_all()
    assert notes(bodil) == {CANARY, "nyt"}
    ida = org.world.bring_in(bodil, "Ida", WORKER)
    meet(ida, "Blå dør")
    org.world.sync_all()
    assert contacts(bodil) == {"Grøn dør", "Blå dør"}
    assert told(org.mentor, org.file).epoch == told(bodil, org.file).epoch


def test_what_is_a_persons_own_is_never_opened(org: Organisation, sheets: list[Sheet]) -> None:
    theirs = good_sheets(org.mentor.ports)
    bodil = recovered(org.world, sheets)
    org.world.sync_all()

    assert theirs
    for phone in (org.coordinator, org.worker, org.mentor, org.mentee):
        (own,) = [held for held in phone.ports.keyring.circles.values() if held.kind == "own"]
        assert not told(phone, own.circle).of_device(theirs.device)
        assert own.circle not in bodil.ports.keyring.circles
    assert {held.kind for held in bodil.ports.keyring.circles.values()} == {"public", "staff", "area", "file", "own"}


def test_every_members_phone_shows_who_made_sheets_and_for_whom_they_were_used(
    org: Organisation, sheets: list[Sheet]
) -> None:
    made_on = org.coordinator.ports.today()
    org.world.later(days=2)
    bodil = recovered(org.world, sheets)
    recovered(org.world, sheets, "Karen", person(org.coordinator))
    org.world.sync_all()

    for phone in (org.coordinator, org.worker, org.mentor, org.mentee, bodil):
        (one,) = sheets_told(phone.ports)
        assert (one.made_by, one.made_on, one.good) == ("Karen", made_on, True)
        assert [(use.name, use.day) for use in one.used] == [
            ("Bodil", bodil.ports.today()),
            ("Karen", bodil.ports.today()),
        ]


def test_she_may_be_the_steward_she_was(org: Organisation, sheets: list[Sheet]) -> None:
    opened = run(open_sheets(org.world.phone("prøve").ports, sheets))
    assert {one.card.name for one in opened.stewards} == {"Karen", "Sofie"}
    opened.close()
    lose(org.coordinator)

    karen = recovered(org.world, sheets, "Karen", person(org.coordinator))

    assert person(karen) == person(org.coordinator)
    run(shut_out(karen.ports, person(karen), org.coordinator.ports.keyring.device))
    org.world.sync_all()
    assert not told(org.worker, karen.ports.keyring.me.root).stale


def test_neither_the_phone_that_made_them_nor_the_one_that_used_them_keeps_their_keys(
    org: Organisation, sheets: list[Sheet]
) -> None:
    bodil = recovered(org.world, sheets)
    org.world.sync_all()
    seed = seed_of(sheets)
    theirs = recovery_keys(bodil.ports.provider, seed, bodil.ports.keyring.me)
    secrets = [seed, theirs.seed, theirs.box_private, *(sheet.share for sheet in sheets)]

    for phone in (org.coordinator, bodil):
        kept = phone.ports.keyring.dump() + phone.disk() + phone.wire.bytes_sent() + phone.wire.bytes_received()
        assert not [secret for secret in secrets if secret in kept]
    assert theirs.device in bodil.disk()  # it is in the log, so the search would find it


def test_new_sheets_make_the_old_ones_worthless(org: Organisation, sheets: list[Sheet]) -> None:
    fresh = run(make_sheets(org.worker.ports, needed=3, sheets=5))
    org.world.sync_all(3)
    new = org.world.phone("ny").ports

    with pytest.raises(OldSheets):
        run(open_sheets(new, sheets))
    with pytest.raises(TooFewSheets):
        run(open_sheets(new, fresh[:2]))
    assert [one.good for one in sheets_told(org.mentee.ports)] == [False, True]
    old = sheets_told(org.worker.ports)[0].member.device
    for circle, held in org.worker.ports.keyring.circles.items():
        if held.kind != "own":
            assert not told(org.worker, circle).of_device(old)
            assert not told(org.worker, circle).stale
    say(org.mentor, CANARY)
    org.world.sync_all()
    assert notes(recovered(org.world, fresh[2:])) == {CANARY}


def test_a_file_opened_later_and_a_key_made_later_are_the_sheets_too(org: Organisation, sheets: list[Sheet]) -> None:
    file = run(open_file(org.worker.ports, row=org.worker.ports.new_row(), name="Yusuf"))
    org.world.sync_all()
    run(shut_out(org.coordinator.ports, person(org.mentee)))
    org.world.sync_all(3)
    say(org.mentor, CANARY)
    org.world.sync_all()
    lose(org.coordinator, org.worker)

    bodil = recovered(org.world, sheets)

    assert file in bodil.ports.keyring.circles
    assert notes(bodil) == {CANARY}


def test_sheets_of_another_server_or_of_none_are_told_apart(org: Organisation, sheets: list[Sheet]) -> None:
    with World(seed=9) as elsewhere:
        elsewhere.found("Ole", "Havnen")
        with pytest.raises(UnknownSheets):
            run(open_sheets(elsewhere.phone("ny").ports, sheets))
    org.world.hub_down = True
    with pytest.raises(Exception, match="cannot be reached"):
        run(open_sheets(org.world.phone("ny").ports, sheets))


def test_two_organisations_on_one_server_each_open_with_their_own_sheets(
    org: Organisation, sheets: list[Sheet]
) -> None:
    ole = org.world.found("Ole", "Havnen", "Kajen")
    others = run(make_sheets(ole.ports))

    assert run(open_sheets(org.world.phone("ny").ports, others)).organisation == "Havnen"
    assert run(open_sheets(org.world.phone("ny").ports, sheets)).organisation == "Broen"


def test_a_log_that_the_sheets_did_not_sign_is_not_believed(org: Organisation, half: list[Sheet]) -> None:
    """What a server could make up: an organisation that grants the sheets' key. Only their signature it cannot make."""
    with pytest.raises(HeldBack):
        run(open_sheets(org.world.phone("ny").ports, half))
    assert good_sheets(org.coordinator.ports) is None


def test_sheets_that_were_cut_off_half_made_end_no_others(
    org: Organisation, sheets: list[Sheet], half: list[Sheet]
) -> None:
    org.world.sync_all()

    assert [one.good for one in sheets_told(org.mentor.ports)] == [True, False]
    assert run(open_sheets(org.world.phone("ny").ports, sheets)).organisation == "Broen"


def test_only_stewards_make_sheets_and_the_sheets_are_no_steward_to_leave_behind(
    org: Organisation, sheets: list[Sheet]
) -> None:
    for phone in (org.mentor, org.mentee):
        with pytest.raises(NotSteward):
            run(make_sheets(phone.ports))
    run(shut_out(org.coordinator.ports, person(org.worker)))
    with pytest.raises(LastSteward):
        run(shut_out(org.coordinator.ports, person(org.coordinator)))
    with pytest.raises(LastSteward):
        run(change_role(org.coordinator.ports, person=person(org.coordinator), role="mentor"))


def test_whatever_answer_is_lost_every_circle_opens_to_the_sheets_in_the_end(
    org: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entries, "PIECE", 2)
    for name in ("Yusuf", "Leyla", "Omar", "Hana"):
        run(open_file(org.worker.ports, row=org.worker.ports.new_row(), name=name))
    org.world.sync_all()
    run(make_sheets(org.coordinator.ports))
    lost = 0

    def lose_every_second(path: str, answer: bytes) -> bytes:
        nonlocal lost
        lost += path == "/sync"
        if path == "/sync" and lost % 2:
            raise httpx.ReadError("cut")
        return answer

    org.worker.wire.spoil = lose_every_second
    for _ in range(12):
        with suppress(Unreachable):
            org.worker.sync()
    org.worker.wire.spoil = None
    org.world.sync_all()

    theirs = good_sheets(org.worker.ports)
    assert theirs
    for circle, held in org.worker.ports.keyring.circles.items():
        rungs = [one.rung for one in told(org.worker, circle).of_device(theirs.device)]
        assert (0 in rungs) == (held.kind != "own")
        assert rungs.count(0) < 2
    assert lost > 6
