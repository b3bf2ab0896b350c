"""Founding, inviting, joining and logging in: each once, and no answer tells a stranger why not."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from sync.codes import pack_request
from sync.entry import Kind, make_entry
from sync.errors import Busy, Malformed, Moved, NotFound, Refused
from sync.hub.limits import Rate, Rates
from sync.hub.store import AlreadyOpen, HubStore, NotAHub, leave_code, new_code, notes_beside
from sync.packing import pack
from tests.hub.conftest import Organisation
from tests.hub.phones import Hub, Key, Phone

DAY_MS = 86_400_000
SECRET = b"a sealed package that nobody else reads"


def test_a_founder_code_opens_once_and_only_in_time(hub: Hub) -> None:
    karen, late, second = Phone(hub), Phone(hub), Phone(hub)
    code = hub.store.new_organisation(hub.clock(), days=2)
    old = hub.store.new_organisation(hub.clock() - 2 * DAY_MS, days=2)
    entry = karen.found_entry()

    (organisation,) = hub.ask("/found", code, entry.raw)

    for phone, said in ((second, code), (late, old), (late, "0000-0000-0000-0000"), (late, "x")):
        with pytest.raises(NotFound):
            hub.ask("/found", said, phone.found_entry().raw)
    assert hub.ask("/found", code, entry.raw) == [organisation]  # the first answer may have been lost


def test_a_code_is_read_as_people_write_it(hub: Hub) -> None:
    code = hub.store.new_organisation(hub.clock())
    spoken = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")

    assert len(hub.ask("/found", spoken, Phone(hub).found_entry().raw)) == 1


def test_a_code_is_kept_only_as_a_hash(hub: Hub) -> None:
    code = hub.store.new_organisation(hub.clock())
    kept = b"".join(hub.copy().values())

    assert code.encode() not in kept
    assert code.replace("-", "").encode() not in kept


def test_codes_do_not_repeat_and_hold_80_bits() -> None:
    assert len({new_code(os.urandom) for _ in range(1_000)}) == 1_000
    assert {len(new_code(os.urandom).replace("-", "")) for _ in range(100)} == {16}


def test_a_founding_that_is_none_is_refused_and_the_code_stays_good(hub: Hub) -> None:
    karen = Phone(hub)
    code = hub.store.new_organisation(hub.clock())
    good = karen.found_entry()
    forged = make_entry(
        os.urandom(16), 0, b"", Kind.FOUND, Key().public, [1, 0, bytes(16), bytes(32)], b"", karen.key.sign
    )

    with pytest.raises(Refused, match="signature"):
        hub.ask("/found", code, forged.raw)
    with pytest.raises(Malformed):
        hub.ask("/found", code, good.raw[:-1])
    karen.keep(good)
    with pytest.raises(Refused, match="kind"):
        hub.ask("/found", code, karen.grant_entry(good.circle, bytes(16)).raw)

    assert len(hub.ask("/found", code, good.raw)) == 1


def invite(organisation: Organisation, *, lives_s: int = 900) -> tuple[Phone, bytes, Key]:
    phone = Phone(organisation.hub)
    grants = ((organisation.root, 0, 0), (organisation.file, 2, 0))
    return phone, *organisation.karen.invite(phone, *grants, lives_s=lives_s)


def test_an_invitation_signs_one_device_in_everywhere_and_is_then_gone(organisation: Organisation) -> None:
    hub = organisation.hub
    phone, name, once = invite(organisation)
    package, tips = hub.ask("/join", name)
    assert package == b"package"
    assert {circle for circle, _, _ in tips} == {organisation.root, organisation.file}
    entries = [entry.raw for entry in phone.device_entries(once, tips)]

    assert hub.ask("/enrol", name, entries) == []
    assert hub.ask("/enrol", name, entries) == []  # the answer was lost

    phone.login()
    with pytest.raises(NotFound):
        hub.ask("/join", name)
    with pytest.raises(NotFound):
        hub.ask("/enrol", name, [entry.raw for entry in Phone.device_entries(phone, once, tips)])


def test_an_invitation_can_be_looked_at_again_and_ends_in_time(organisation: Organisation) -> None:
    hub = organisation.hub
    phone, name, once = invite(organisation, lives_s=900)
    assert hub.ask("/join", name) == hub.ask("/join", name)
    tips = hub.ask("/join", name)[1]

    hub.clock.ms += 900_000

    with pytest.raises(NotFound):
        hub.ask("/join", name)
    with pytest.raises(NotFound):
        hub.ask("/enrol", name, [entry.raw for entry in phone.device_entries(once, tips)])


def test_enrolling_is_all_or_nothing(organisation: Organisation) -> None:
    hub = organisation.hub
    phone, name, once = invite(organisation)
    entries = phone.device_entries(once, hub.ask("/join", name)[1])
    organisation.karen.grant(organisation.file, organisation.karen, 0)  # that log grew

    with pytest.raises(Moved) as moved:
        hub.ask("/enrol", name, [entry.raw for entry in entries])

    assert {circle for circle, _, _ in moved.value.tips} == {organisation.root, organisation.file}
    with pytest.raises(NotFound):
        phone.login()
    hub.ask("/enrol", name, [entry.raw for entry in phone.device_entries(once, moved.value.tips)])
    phone.login()


def test_five_wrong_tries_end_an_invitation(organisation: Organisation) -> None:
    hub = organisation.hub
    phone, name, once = invite(organisation)
    tips = hub.ask("/join", name)[1]
    for _ in range(5):
        with pytest.raises(Refused):
            hub.ask("/enrol", name, [entry.raw for entry in phone.device_entries(Key(), tips)])

    with pytest.raises(NotFound):
        hub.ask("/enrol", name, [entry.raw for entry in phone.device_entries(once, tips)])


def test_a_one_time_key_opens_nothing_it_was_not_granted(organisation: Organisation) -> None:
    hub = organisation.hub
    phone, name, once = invite(organisation)
    area = organisation.karen.logs[organisation.area][-1]
    phone.grants[organisation.area] = organisation.karen.grants[organisation.area]
    entries = phone.device_entries(once, [(organisation.area, area.number, area.hash)])

    with pytest.raises(Refused, match="stranger"):
        hub.ask("/enrol", name, [entry.raw for entry in entries])


def test_a_package_is_erased_when_it_was_used(organisation: Organisation) -> None:
    hub, karen = organisation.hub, organisation.karen
    phone, once, name = Phone(hub), Key(), os.urandom(16)
    karen.grant(organisation.root, phone, once=once)
    hub.ask("/invite", karen.token, name, once.public, SECRET * 40, 900)
    phone.join(name, once)

    assert SECRET not in b"".join(hub.copy().values())


def test_an_invitation_lives_a_week_at_most_and_is_taken_again_only_as_it_was(organisation: Organisation) -> None:
    hub, token = organisation.hub, organisation.karen.token
    name, once = os.urandom(16), Key().public
    for lives_s in (0, 7 * 86_400 + 1):
        with pytest.raises(Malformed):
            hub.ask("/invite", token, name, once, b"package", lives_s)

    assert hub.ask("/invite", token, name, once, b"package", 900) == []
    assert hub.ask("/invite", token, name, once, b"package", 900) == []
    with pytest.raises(Refused, match="kind"):
        hub.ask("/invite", token, name, once, b"another", 900)


def test_nobody_logs_in_without_the_key_or_twice_with_one_signature(organisation: Organisation) -> None:
    hub, karen, thief = organisation.hub, organisation.karen, Key()
    (nonce,) = hub.ask("/hello", karen.key.public)
    good = karen.key.sign(b"bb/login/1" + nonce)
    other = hub.ask("/hello", thief.public)[0]
    wrong = [
        (karen.key.public, nonce, thief.sign(b"bb/login/1" + nonce)),
        (karen.key.public, nonce, karen.key.sign(nonce)),
        (karen.key.public, other, karen.key.sign(b"bb/login/1" + other)),
        (karen.key.public, os.urandom(16), good),
        (thief.public, other, thief.sign(b"bb/login/1" + other)),
    ]
    for said in wrong:
        with pytest.raises(NotFound):
            hub.ask("/login", *said)

    hub.ask("/login", karen.key.public, nonce, good)
    with pytest.raises(NotFound):
        hub.ask("/login", karen.key.public, nonce, good)
    (late,) = hub.ask("/hello", karen.key.public)
    hub.clock.ms += 5 * 60 * 1000 + 1000
    with pytest.raises(NotFound):
        hub.ask("/login", karen.key.public, late, karen.key.sign(b"bb/login/1" + late))


def test_what_is_not_to_be_found_is_answered_alike(organisation: Organisation) -> None:
    hub = organisation.hub
    _, name, once = invite(organisation)
    used, late = invite(organisation), invite(organisation, lives_s=1)
    used[0].join(*used[1:])
    hub.clock.ms += 1_000
    tips = [(os.urandom(16), 3, os.urandom(32))]
    phone = Phone(hub)
    phone.grants[tips[0][0]] = os.urandom(32)
    entries = [entry.raw for entry in phone.device_entries(once, tips)]

    answers = {hub.post("/join", pack_request(one)).content for one in (used[1], late[1], os.urandom(16))}
    answers |= {hub.post("/enrol", pack_request(one, entries)).content for one in (used[1], late[1], os.urandom(16))}
    answers.add(hub.post("/found", pack_request("0000", phone.found_entry().raw)).content)
    answers.add(hub.post("/login", pack_request(phone.key.public, bytes(16), bytes(64))).content)

    assert answers == {pack([1, 6])}
    assert hub.ask("/join", name)


def test_who_knocks_too_often_is_asked_to_wait(database: Path | str) -> None:
    hub = Hub(database, rates=Rates(found=Rate(2, 0.1), knock=Rate(3, 1)))
    for _ in range(3):
        with pytest.raises(NotFound):
            hub.ask("/join", os.urandom(16))
    with pytest.raises(Busy) as busy:
        hub.ask("/join", os.urandom(16))
    assert busy.value.seconds == 1
    hub.clock.ms += 1_000
    with pytest.raises(NotFound):
        hub.ask("/join", os.urandom(16))
    for _ in range(2):
        with pytest.raises(NotFound):
            hub.ask("/found", "0000", Phone(hub).found_entry().raw)
    with pytest.raises(Busy) as busy:
        hub.ask("/found", "0000", Phone(hub).found_entry().raw)
    assert busy.value.seconds == 10
    hub.close()


def test_one_device_cannot_keep_the_hub_to_itself(database: Path | str) -> None:
    hub = Hub(database, rates=Rates(sync=Rate(20, 1)))
    karen, other = Phone(hub), Phone(hub)
    karen.found_organisation()
    other.found_organisation()

    for _ in range(19):
        karen.sync()
    with pytest.raises(Busy):
        karen.sync()

    other.sync()
    hub.close()


def test_a_second_process_cannot_open_the_file_and_a_strange_file_is_left_alone(hub_file: Hub, tmp_path: Path) -> None:
    with pytest.raises(AlreadyOpen):
        HubStore(hub_file.path)
    strange = tmp_path / "strange.db"
    strange.write_bytes(b"a letter to somebody" * 100)

    with pytest.raises(NotAHub):
        HubStore(strange)

    assert strange.read_bytes() == b"a letter to somebody" * 100
    assert hub_file.path.stat().st_mode & 0o077 == 0


def test_a_code_left_by_another_process_opens_too(hub_file: Hub) -> None:
    hub = hub_file
    code = leave_code(hub.path, hub.clock(), 7)
    old = leave_code(hub.path, hub.clock() - 8 * DAY_MS, 7)

    assert len(hub.ask("/found", code, Phone(hub).found_entry().raw)) == 1
    for said in (old, code):
        with pytest.raises(NotFound):
            hub.ask("/found", said, Phone(hub).found_entry().raw)


def test_a_code_that_was_left_while_the_hub_runs_outlives_wrong_ones(hub_file: Hub) -> None:
    code = leave_code(hub_file.path, hub_file.clock(), 7)
    (note,) = notes_beside(hub_file.path).iterdir()
    karen = Phone(hub_file)
    entry = karen.found_entry().raw
    for _ in range(2):
        with pytest.raises(NotFound):
            hub_file.ask("/found", "AAAA-AAAA-AAAA-AAAA", entry)

    assert len(hub_file.ask("/found", code, entry)) == 1
    assert not note.exists()
    with pytest.raises(NotFound):
        hub_file.ask("/found", code, Phone(hub_file).found_entry().raw)


def test_a_code_that_was_left_stays_until_what_was_taken_in_is_on_disk(hub_file: Hub) -> None:
    code = leave_code(hub_file.path, hub_file.clock(), 7)

    def fail() -> None:
        with hub_file.file.together():
            hub_file.file.collect_codes()
            raise sqlite3.OperationalError("the disk is full")

    with pytest.raises(sqlite3.OperationalError):
        fail()

    assert len(hub_file.ask("/found", code, Phone(hub_file).found_entry().raw)) == 1
