"""Both providers are one: each gives the known answers, here under CPython, in test_in_chromium.py in the browser."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from app.keys import hpke
from app.keys.derive import hkdf
from app.keys.errors import BadKey, BadSeal
from app.keys.invitation import Once
from app.keys.native import NativeProvider
from app.keys.sheets import Sheet
from app.keys.sheets import read as read_sheet
from sync.entry import author_of, space_of
from sync.hub.doors import hello as hub_hello
from sync.hub.verify import verify as hub_verify
from tests.keys import make_known_answers
from tests.keys.answering import ANSWERS, ask_everything, differences
from tests.world import run

NATIVE = NativeProvider()
SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def test_the_native_provider_gives_every_known_answer() -> None:
    assert differences(run(ask_everything(NATIVE))) == []


def test_the_known_answers_are_those_that_the_script_makes() -> None:
    assert json.loads(json.dumps(make_known_answers.answers())) == ANSWERS


def test_the_crafted_signatures_tell_the_strict_rule_from_the_lax_one() -> None:
    """Else they would prove nothing: many are right with the cofactor and wrong without."""
    crafted = [one for one in ANSWERS["verify"] if "torsion" in one["why"] or "order" in one["why"]]
    assert sum(not one["holds"] for one in crafted) >= 40
    assert sum(one["holds"] for one in crafted) >= 10


@pytest.mark.parametrize("one", ANSWERS["verify"], ids=lambda one: one["why"])
def test_the_hub_judges_signatures_as_phones_do(one: dict[str, Any]) -> None:
    three = (bytes.fromhex(one[name]) for name in ("public", "message", "signature"))
    assert hub_verify(*three) == one["holds"]


@pytest.mark.parametrize("one", ANSWERS["hkdf"])
def test_hkdf_is_that_of_rfc_5869(one: dict[str, Any]) -> None:
    secret, salt, info = (bytes.fromhex(one[name]) for name in ("secret", "salt", "info"))
    assert hkdf(secret, info, one["length"], salt).hex() == one["made"]


@pytest.mark.parametrize("one", ANSWERS["derive"])
def test_names_and_one_time_keys_are_derived_as_the_protocol_says(one: dict[str, Any]) -> None:
    secret, circle, grant, device = (bytes.fromhex(one[name]) for name in ("secret", "circle", "grant", "device"))
    once = Once(secret)
    assert (space_of(circle, one["rung"]).hex(), author_of(grant, device).hex()) == (one["space"], one["author"])
    assert [once.id.hex(), once.key.hex(), once.seed.hex()] == one["invited"]


@pytest.mark.parametrize("one", ANSWERS["recover"])
def test_the_hubs_number_is_made_of_the_key_that_asks_and_the_time(one: dict[str, Any]) -> None:
    secret, salt, nonce = (bytes.fromhex(one[name]) for name in ("hub", "salt", "nonce"))
    device = bytes.fromhex(one["made"]["device"])
    assert hub_hello(secret, device, one["now_s"] * 1000 + 999, salt) == nonce


@pytest.mark.parametrize("one", ANSWERS["recover"])
def test_a_sheet_of_the_known_answers_is_read_as_it_was_made(one: dict[str, Any]) -> None:
    share, told = bytes.fromhex(one["share"]), bytes.fromhex(one["made"]["commitment"])
    for text in (one["made"]["typed"], one["made"]["drawn"]):
        assert read_sheet(text) == Sheet(one["number"], one["needed"], told, share)


@pytest.mark.parametrize("one", ANSWERS["hpke"])
def test_hpke_wraps_and_unwraps_the_published_bytes(one: dict[str, str]) -> None:
    named = {name: bytes.fromhex(value) for name, value in one.items()}
    wrapped = hpke.wrap(NATIVE, named["ephemeral"], named["public"], named["info"], named["plain"], named["aad"])
    assert wrapped == named["wrapped"]
    assert hpke.unwrap(NATIVE, named["private"], wrapped, named["info"], named["aad"]) == named["plain"]


def test_hpke_speaks_with_that_of_the_cryptography_library_both_ways() -> None:
    for number in range(50):
        private, plain, info = NATIVE.random(32), NATIVE.random(number), NATIVE.random(number)
        public = NATIVE.x_public(private)
        theirs = SUITE.encrypt(plain, X25519PublicKey.from_public_bytes(public), info)
        assert hpke.unwrap(NATIVE, private, theirs, info) == plain
        ours = hpke.wrap(NATIVE, NATIVE.random(32), public, info, plain)
        assert SUITE.decrypt(ours, X25519PrivateKey.from_private_bytes(private), info) == plain


def test_a_wrapped_secret_that_was_changed_does_not_open() -> None:
    private = NATIVE.random(32)
    wrapped = hpke.wrap(NATIVE, NATIVE.random(32), NATIVE.x_public(private), b"here", b"secret")
    for at in range(len(wrapped)):
        changed = wrapped[:at] + bytes([wrapped[at] ^ 1]) + wrapped[at + 1 :]
        with pytest.raises(BadSeal):
            hpke.unwrap(NATIVE, private, changed, b"here")
    with pytest.raises(BadSeal):
        hpke.unwrap(NATIVE, private, wrapped, b"there")
    for short in (b"", wrapped[:31], wrapped[:32], bytes(80)):
        with pytest.raises(BadSeal):
            hpke.unwrap(NATIVE, private, short, b"here")
    with pytest.raises(BadKey):
        hpke.wrap(NATIVE, NATIVE.random(32), bytes(32), b"here", b"secret")
