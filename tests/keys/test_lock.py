"""A PIN stops a person and never destroys anything."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.journeys.lock import set_pin, wait_before_try
from app.journeys.refusals import ShortPin
from app.keys import lock as lock_numbers
from app.keys.errors import BadSeal, WrongPin
from app.keys.lock import LOCK, LONGEST_WAIT_MS, Header
from app.records import Contact
from sync.errors import Malformed
from tests.world import PIN, Phone, World, run


@pytest.fixture
def karen() -> Iterator[Phone]:
    with World() as world:
        yield world.found()


def waits(phone: Phone, pin: str) -> int:
    with pytest.raises(WrongPin) as wrong:
        phone.unlock(pin)
    return wrong.value.wait_ms


def test_the_right_pin_opens_after_a_restart_without_a_network(karen: Phone) -> None:
    karen.kill()
    karen.cut()
    karen.unlock()
    assert karen.ports.me.name == "Karen"
    assert [place.kind for place in karen.store.places()] == ["public", "staff", "area", "own"]


def test_wrong_pins_wait_longer_and_longer_and_never_destroy(karen: Phone) -> None:
    karen.lock()
    told = []
    for _ in range(30):
        told.append(waits(karen, "135790"))
        karen.world.now_ms += told[-1]
        karen.kill()
    assert told[:6] == [0, 1_000, 2_000, 4_000, 8_000, 16_000]
    assert told == sorted(told)
    assert told[-1] == LONGEST_WAIT_MS
    karen.unlock()
    karen.lock()
    assert waits(karen, "135790") == 0


def test_a_try_that_comes_too_early_is_not_made_not_even_the_right_one(karen: Phone) -> None:
    karen.lock()
    for _ in range(4):
        karen.world.now_ms += waits(karen, "135790")
    karen.world.now_ms -= 1
    assert waits(karen, PIN) == 1
    karen.kill()
    assert run(wait_before_try(karen.ports, profile_id=karen.ports.platform.profiles()[0].id)) == 1
    karen.world.now_ms += 1
    karen.unlock()


def test_a_clock_that_is_set_back_makes_no_wait_longer(karen: Phone) -> None:
    karen.lock()
    for _ in range(3):
        karen.world.now_ms += waits(karen, "135790")
    karen.world.later(days=-400)
    assert waits(karen, PIN) == 2_000


def test_a_try_that_is_cut_off_counts(karen: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    karen.lock()

    async def killed(*_: object) -> bytes:
        raise KeyboardInterrupt

    for _ in range(3):
        monkeypatch.setattr(karen.ports.provider, "stretch", killed)
        with pytest.raises(KeyboardInterrupt):
            karen.unlock("135790")
        monkeypatch.undo()
        karen.kill()
        karen.world.later(seconds=5)
    assert waits(karen, "135790") == 4_000


def test_the_digits_may_be_typed_in_any_script(karen: Phone) -> None:
    karen.kill()
    karen.unlock("٢٤٦٨١٠")
    assert karen.ports.open


def test_another_pin_replaces_the_old_one(karen: Phone) -> None:
    with pytest.raises(ShortPin):
        run(set_pin(karen.ports, old=PIN, new="12345"))
    with pytest.raises(ShortPin):
        run(set_pin(karen.ports, old=PIN, new="abcdefgh"))
    with pytest.raises(WrongPin):
        run(set_pin(karen.ports, old="999999", new="112233"))
    run(set_pin(karen.ports, old=PIN, new="112233"))
    karen.kill()
    waits(karen, PIN)
    karen.unlock("112233")


def test_a_copied_journal_does_not_open_elsewhere_with_the_pin(karen: Phone) -> None:
    karen.lock()
    (home,) = (karen.folder / "profiles").iterdir()
    thief = karen.world.phone("thief")
    profile = thief.ports.platform.new_profile("")
    shutil.copy(home / "journal.db", thief.folder / "profiles" / profile.id / "journal.db")
    assert waits(thief, PIN) == 0
    shutil.copy(home / "device.key", thief.folder / "profiles" / profile.id / "device.key")
    thief.unlock(PIN)  # a PIN stops a person, not somebody who copies the whole device: DESIGN 3 says so


def test_a_header_that_was_made_cheaper_does_not_open(karen: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = karen.store.journal
    header = Header.load(journal.meta(LOCK))
    journal.set_meta(LOCK, replace(header, passes=header.passes + 1).dump())
    karen.kill()
    waits(karen, PIN)
    monkeypatch.setattr(lock_numbers, "FLOOR_KIB", header.memory_kib + 1)
    with pytest.raises(Malformed):
        karen.unlock()


def test_no_key_lies_open_on_the_disk(karen: Phone) -> None:
    keyring = karen.ports.keyring
    secrets = [keyring.seed, keyring.box_private, PIN.encode(), keyring.dump()[:60]]
    secrets += [secret for held in keyring.circles.values() for _, secret in held.secrets.values()]
    karen.lock()
    disk = karen.disk()
    assert all(secret not in disk for secret in secrets)


def test_locking_takes_records_and_keys_away(karen: Phone) -> None:
    store = karen.store
    karen.lock()
    assert not karen.ports.open
    assert store.find(Contact) == []


def test_a_keyring_that_was_changed_on_disk_does_not_open(karen: Phone) -> None:
    journal = karen.store.journal
    kept = journal.meta("keyring")
    assert kept is not None
    journal.set_meta("keyring", kept[:-1] + bytes([kept[-1] ^ 1]))
    karen.kill()
    with pytest.raises(BadSeal):
        karen.unlock()
