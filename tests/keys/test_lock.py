"""A PIN stops a person and never destroys anything."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from hmac import digest
from secrets import token_bytes

import msgpack
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given
from hypothesis import strategies as st

from app.domain.locks import PICTURES, WORDS, canonical
from app.domain.locks import PIN as DIGITS
from app.journeys.five_words import CHOICES, LIST, five_words
from app.journeys.lock import kind_of_lock, set_pin, try_pin
from app.journeys.passkey import add_passkey, drop_passkey, has_passkey
from app.journeys.refusals import NotConfirmed, ShortPin
from app.keys import lock as lock_numbers
from app.keys.errors import BadSeal, WrongPin
from app.keys.lock import LOCK, LONGEST_WAIT_MS, Header, new_lock
from app.ports import Refusal
from app.records import Contact
from sync.errors import Malformed
from sync.packing import pack, unpack
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
    assert waits(karen, PIN) == 1
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
    with pytest.raises(WrongPin):
        run(try_pin(karen.ports, pin="999999"))
    opened = run(try_pin(karen.ports, pin=PIN))
    for short in ("12345", "abcdefgh"):
        with pytest.raises(ShortPin):
            run(set_pin(karen.ports, opened, new=short))
    run(set_pin(karen.ports, opened, new="112233"))
    karen.kill()
    waits(karen, PIN)
    karen.unlock("112233")


SIX, OTHER_SIX = "boat sun sun tree cup bird", "boat sun tree sun cup bird"
FIVE = "blå sky fløjte æble vandkande"


def anew(phone: Phone, pin: str, kind: str, *, old: str = PIN) -> None:
    run(set_pin(phone.ports, run(try_pin(phone.ports, pin=old)), new=pin, kind=kind))


def test_six_pictures_open_in_their_order_and_in_no_other(karen: Phone) -> None:
    with pytest.raises(ShortPin):
        anew(karen, "boat sun tree", PICTURES)
    anew(karen, SIX, PICTURES)
    karen.kill()
    assert waits(karen, PIN) == 0
    assert waits(karen, OTHER_SIX) == 1_000
    karen.world.later(seconds=1)
    karen.kill()
    karen.unlock(SIX)
    assert kind_of_lock(karen.ports) == PICTURES


@pytest.mark.parametrize(
    "typed",
    ["  BLÅ sky\tFløjte æble  Vandkande ", "blaa sky floejte aeble vandkande", "bla\u030a sky fløjte æble vandkande"],
)
def test_five_words_open_however_they_are_spelt(karen: Phone, typed: str) -> None:
    with pytest.raises(ShortPin):
        anew(karen, "blå sky", WORDS)
    anew(karen, FIVE, WORDS)
    karen.kill()
    assert waits(karen, FIVE.replace("sky", "ski")) == 0
    karen.unlock(typed)


@given(st.text(max_size=40))
def test_one_spelling_of_a_spelling_is_itself(typed: str) -> None:
    assert canonical(canonical(typed)) == canonical(typed)


def test_the_screen_knows_the_kind_before_anything_opens(karen: Phone) -> None:
    anew(karen, SIX, PICTURES)
    karen.kill()
    assert karen.ports.platform.profiles()[0].lock == PICTURES


def test_a_kill_before_the_new_lock_is_on_the_disk_leaves_the_old_one(
    karen: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = run(try_pin(karen.ports, pin=PIN))

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(karen.store.journal, "set_meta", killed)
    with pytest.raises(KeyboardInterrupt):
        run(set_pin(karen.ports, opened, new=SIX, kind=PICTURES))
    karen.kill()
    assert karen.ports.platform.profiles()[0].lock == DIGITS
    karen.unlock()


def test_a_kill_before_the_screen_knew_is_made_good_by_the_next_try(
    karen: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def killed(*_: object) -> None:
        raise KeyboardInterrupt

    opened = run(try_pin(karen.ports, pin=PIN))
    monkeypatch.setattr(karen.ports.platform, "show_lock", killed)
    with pytest.raises(KeyboardInterrupt):
        run(set_pin(karen.ports, opened, new=SIX, kind=PICTURES))
    karen.kill()
    assert karen.ports.platform.profiles()[0].lock == DIGITS
    waits(karen, PIN)
    assert karen.ports.platform.profiles()[0].lock == PICTURES
    karen.unlock(SIX)


def test_a_lock_that_is_shown_as_another_kind_does_not_open(karen: Phone) -> None:
    journal = karen.store.journal
    header = Header.load(journal.meta(LOCK))
    journal.set_meta(LOCK, replace(header, kind=WORDS).dump())
    karen.kill()
    waits(karen, PIN)


@pytest.mark.parametrize("proof", [b"", b"p" * 32])
def test_the_ring_key_lies_under_argon2id_the_device_and_the_passkey(karen: Phone, proof: bytes) -> None:
    """Computed here by other means than ours: RFC 9106, RFC 5869, AES-GCM."""
    provider, passkey, of_device = karen.ports.provider, b"name" if proof else b"", token_bytes(32)

    async def device(_salt: bytes, _passkey: bytes) -> bytes:
        return of_device + proof

    journal = karen.store.journal
    opened = new_lock(provider, journal, device, now=karen.clock.now)
    opened.keep(karen.ports.keyring)
    run(opened.set_pin("Blå  SKY", WORDS, passkey))
    header, keyring = Header.load(journal.meta(LOCK)), journal.meta("keyring") or b""

    argon = Argon2id(salt=header.salt, length=32, iterations=header.passes, lanes=1, memory_cost=header.memory_kib)
    stretched = argon.derive(b"blaa sky")
    key = HKDF(SHA256(), 32, None, b"bb/lock/1").derive(stretched + of_device + proof)
    sizes = header.memory_kib.to_bytes(4, "big") + header.passes.to_bytes(4, "big")
    aad = b"bb/lock/1" + header.salt + sizes + msgpack.packb(["words", passkey])
    ring_key = AESGCM(key).decrypt(header.wrapped[:12], header.wrapped[12:], aad)
    assert AESGCM(ring_key).decrypt(keyring[:12], keyring[12:], b"bb/lock/1") == karen.ports.keyring.dump()


def test_a_lock_of_an_earlier_app_is_one_of_digits(karen: Phone) -> None:
    journal = karen.store.journal
    kept = unpack(journal.meta(LOCK) or b"", 4096)
    journal.set_meta(LOCK, pack(kept[:7]))
    karen.kill()
    karen.unlock()
    assert kind_of_lock(karen.ports) == DIGITS


class Safe:
    """A phone's authenticator: what it makes for a name is made nowhere else. The real one: tests/e2e/test_locks.py."""

    def __init__(self, phone: Phone, *, willing: bool = True) -> None:
        self.key, self.willing = token_bytes(32), willing
        vars(phone.ports.platform).update(new_passkey=self.new, passkey_secret=self.secret)

    async def new(self) -> bytes:
        return token_bytes(20) if self.willing else b""

    async def secret(self, passkey: bytes) -> bytes:
        return digest(self.key, passkey, "sha256") if self.willing else b""


def test_with_a_passkey_a_copy_of_the_whole_phone_does_not_open_with_the_pin(karen: Phone) -> None:
    Safe(karen)
    run(add_passkey(karen.ports, run(try_pin(karen.ports, pin=PIN)), pin=PIN))
    karen.lock()
    thief = karen.world.phone("thief")
    shutil.copytree(karen.folder, thief.folder, dirs_exist_ok=True)
    with pytest.raises(NotConfirmed):
        thief.unlock(PIN)
    Safe(thief)
    assert waits(thief, PIN) == 0
    karen.unlock()


def test_a_phone_that_does_not_know_her_costs_no_try_and_no_lock(karen: Phone) -> None:
    safe = Safe(karen, willing=False)
    with pytest.raises(Refusal):
        run(add_passkey(karen.ports, run(try_pin(karen.ports, pin=PIN)), pin=PIN))
    safe.willing = True
    run(add_passkey(karen.ports, run(try_pin(karen.ports, pin=PIN)), pin=PIN))
    karen.lock()
    safe.willing = False
    for _ in range(5):
        with pytest.raises(NotConfirmed):
            karen.unlock()
    safe.willing = True
    karen.unlock()


def test_another_kind_of_lock_keeps_the_passkey_until_she_drops_it(karen: Phone) -> None:
    safe = Safe(karen)
    run(add_passkey(karen.ports, run(try_pin(karen.ports, pin=PIN)), pin=PIN))
    anew(karen, SIX, PICTURES)
    karen.lock()
    safe.willing = False
    with pytest.raises(NotConfirmed):
        karen.unlock(SIX)
    safe.willing = True
    karen.unlock(SIX)
    assert has_passkey(karen.ports)
    run(drop_passkey(karen.ports, run(try_pin(karen.ports, pin=SIX)), pin=SIX))
    safe.willing = False
    karen.lock()
    karen.unlock(SIX)
    assert not has_passkey(karen.ports)


def test_five_words_come_by_chance_from_a_list_of_2048_that_no_spelling_confuses(karen: Phone) -> None:
    listed = run(karen.ports.platform.asset(LIST)).decode().split()
    assert len({canonical(word) for word in listed}) == len(listed) == CHOICES
    drawn = [run(five_words(karen.ports)).split() for _ in range(60)]
    assert {len(words) for words in drawn} == {5}
    seen = {word for words in drawn for word in words}
    assert seen <= set(listed)
    assert len(seen) > 250  # of 300 draws: 280 are expected


def test_a_copied_journal_does_not_open_elsewhere_with_the_pin(karen: Phone) -> None:
    karen.lock()
    (home,) = (karen.folder / "profiles").iterdir()
    thief = karen.world.phone("thief")
    profile = thief.ports.platform.new_profile("")
    shutil.copy(home / "journal.db", thief.folder / "profiles" / profile.id / "journal.db")
    assert waits(thief, PIN) == 0
    shutil.copy(home / "device.key", thief.folder / "profiles" / profile.id / "device.key")
    thief.unlock(PIN)  # a PIN stops a person, not somebody who copies the whole device: docs/security.md says so


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
