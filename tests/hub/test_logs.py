"""The hub takes only what follows a log, signed by who may."""

from __future__ import annotations

import os

import pytest

from sync.entry import Entry, Kind, make_entry, own_circle
from sync.errors import Moved, Refused, SyncError
from tests.hub.conftest import Organisation
from tests.hub.phones import Key, Phone


def brought(phone: Phone, entry: Entry | bytes) -> SyncError | None:
    (no,) = phone.sync(entries=(entry if isinstance(entry, bytes) else entry.raw,)).entry_answers
    return no


def why(phone: Phone, entry: Entry) -> str:
    no = brought(phone, entry)
    assert isinstance(no, Refused), no
    return no.reason


def test_an_entry_is_taken_once_and_again_when_repeated(organisation: Organisation) -> None:
    karen = organisation.karen
    entry = karen.grant_entry(organisation.area, os.urandom(16), once=Key().public)

    assert brought(karen, entry) is None
    assert brought(karen, entry) is None

    reader = organisation.member((organisation.area, 0, 0))
    reader.sync_all()
    raws = [piece for piece in reader.got if isinstance(piece, bytes)]
    assert raws.count(entry.raw) == 1


def test_of_two_entries_for_one_place_the_second_is_told_the_tip(organisation: Organisation) -> None:
    karen = organisation.karen
    first, second = (karen.grant_entry(organisation.area, os.urandom(16), once=Key().public) for _ in range(2))
    assert brought(karen, first) is None

    no = brought(karen, second)

    assert isinstance(no, Moved)
    assert no.tips == ((organisation.area, first.number, first.hash),)


def test_what_does_not_follow_is_refused(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    tip = karen.logs[area][-1]
    claims = [os.urandom(16), 0, 0, 0, b"", []]

    def made(number: int, previous: bytes, signer: Key, kind: int = Kind.GRANT, said: list[object] = claims) -> Entry:
        return make_entry(area, number, previous, kind, signer.public, said, b"s", signer.sign)

    forged = made(tip.number + 1, tip.hash, karen.key)
    assert why(karen, made(tip.number + 2, tip.hash, karen.key)) == "chain"
    assert why(karen, made(tip.number + 1, bytes(32), karen.key)) == "chain"
    assert why(karen, Entry.read(forged.raw[:-64] + bytes(64))) == "signature"
    assert why(karen, made(tip.number + 1, tip.hash, Key())) == "steward"
    assert why(karen, made(tip.number + 1, tip.hash, karen.key, Kind.GRANT, [bytes(16), 0, 0, 1, b"", []])) == "epoch"
    assert why(karen, made(tip.number + 1, tip.hash, karen.key, Kind.GRANT, [bytes(16), 3, 0, 0, b"", []])) == "kind"
    assert why(karen, made(tip.number + 1, tip.hash, karen.key, Kind.FOUND, [1, 0, bytes(16), bytes(32)])) == "kind"
    assert isinstance(brought(karen, b"not an entry"), SyncError)


def test_who_is_no_steward_founds_her_own_circle_alone_and_lets_a_helper_into_it(organisation: Organisation) -> None:
    mentor = organisation.member((organisation.file, 0, 0))
    helper = organisation.member((organisation.file, 0, 0))
    mentor.sync_all()
    own = own_circle(mentor.person, mentor.key.public)

    assert why(mentor, mentor.grant_entry(organisation.file, os.urandom(16), 1)) == "steward"
    assert why(mentor, mentor.found_entry()) == "steward"
    assert why(mentor, mentor.found_entry(2, own)) == "steward"
    assert why(mentor, mentor.found_entry(1, own_circle(mentor.person, helper.key.public))) == "steward"
    mentor.found_circle(1, own)
    assert why(mentor, mentor.grant_entry(own, helper.person, device=helper.key.public, steward=1)) == "steward"
    mentor.grant(own, helper)
    helper.logs[own] = list(mentor.logs[own])
    helper.sync_all(loads=((own, b""),))
    assert why(helper, helper.grant_entry(own, os.urandom(16))) == "steward"


def test_nobody_founds_in_the_name_of_another(organisation: Organisation) -> None:
    mentor = organisation.member((organisation.file, 0, 0))
    mentor.sync_all()
    mentor.person = organisation.karen.person

    assert why(mentor, mentor.found_entry()) == "steward"


def test_a_steward_grants_only_at_her_rung_and_below(organisation: Organisation) -> None:
    coordinator = Phone(organisation.hub)
    coordinator.join(*organisation.karen.invite(coordinator, (organisation.root, 0, 1), (organisation.file, 1, 1)))
    coordinator.sync_all()
    guest = organisation.member()

    assert why(coordinator, coordinator.grant_entry(organisation.file, guest.person, 0)) == "steward"
    coordinator.grant(organisation.file, guest, 2)
    assert coordinator.found_circle(3)


def test_a_stranger_brings_nothing_into_a_circle(organisation: Organisation) -> None:
    outsider = organisation.member()
    entry = organisation.karen.grant_entry(organisation.area, outsider.person, device=outsider.key.public)

    assert why(outsider, entry) == "stranger"
    unknown = make_entry(os.urandom(16), 1, bytes(32), 77, outsider.key.public, [], b"", outsider.key.sign)
    assert why(outsider, unknown) == "stranger"


def test_a_kind_of_a_newer_app_is_chained_and_handed_on(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    reader = organisation.member((area, 0, 0))
    reader.sync_all()
    tip = karen.logs[area][-1]
    newer = make_entry(area, tip.number + 1, tip.hash, 200, karen.key.public, ["anything"], b"s", karen.key.sign)

    assert brought(karen, newer) is None
    karen.keep(newer)
    reader.got.clear()
    reader.sync_all()

    assert reader.got == [newer.raw]
    assert brought(karen, karen.grant_entry(area, os.urandom(16))) is None


@pytest.mark.parametrize("restart", [False, True])
def test_a_log_is_judged_alike_after_a_restart(organisation: Organisation, restart: bool) -> None:
    karen, area = organisation.karen, organisation.area
    worker = organisation.member((area, 0, 0))
    if restart:
        organisation.hub.again()
    worker.sync_all()

    assert why(worker, worker.grant_entry(area, os.urandom(16))) == "steward"
    assert brought(karen, karen.grant_entry(area, os.urandom(16))) is None
