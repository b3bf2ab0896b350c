"""An invitation can be sent, scanned, read out and mistyped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.keys.enrolment import Card
from app.keys.errors import BadSeal
from app.keys.held import HeldCircle
from app.keys.invitation import Given, Once, Package, link, read_secret, spoken
from app.keys.native import NativeProvider

SECRETS = st.binary(min_size=16, max_size=16)


@given(secret=SECRETS)
def test_every_link_and_every_spoken_code_reads_back(secret: bytes) -> None:
    whole = link("https://broen.example/", secret)
    assert whole.startswith("https://broen.example/#join=")
    assert read_secret(whole) == ("https://broen.example", secret)
    assert read_secret(whole.split("#join=")[1]) == ("", secret)
    assert read_secret("#join=" + whole.split("#join=")[1]) == ("", secret)
    code = spoken(secret)
    assert read_secret(code) == ("", secret)
    assert read_secret(code.lower().replace("-", " ").replace("0", "o").replace("1", "l")) == ("", secret)


@given(text=st.text(max_size=60))
def test_any_other_text_is_no_invitation_and_no_error(text: str) -> None:
    read = read_secret(text)
    assert read is None or len(read[1]) == 16


@pytest.mark.parametrize("text", ["", "hello", "#join=", "https://a.b/#join=abc", "A" * 25, "U" * 26, "æ" * 22])
def test_a_piece_of_an_invitation_is_none(text: str) -> None:
    assert read_secret(text) is None


def test_a_package_opens_with_its_own_secret_only() -> None:
    provider = NativeProvider()
    once = Once(bytes(range(16)))
    held = HeldCircle(b"c" * 16, "file", "Amina", 3, {2: (1, b"s" * 32)})
    card = Card("Maja", "mentor", "hare")
    package = Package(b"o" * 16, "Broen", b"r" * 16, b"h" * 32, b"p" * 16, card, [Given(held, b"g" * 32)])
    sealed = package.seal(provider, once)
    opened = Package.open(provider, once, sealed)
    assert opened == package
    assert b"Maja" not in sealed
    with pytest.raises(BadSeal):
        Package.open(provider, Once(bytes(16)), sealed)
    for broken in (b"", sealed[:-1], sealed[:20]):
        with pytest.raises(BadSeal):
            Package.open(provider, once, broken)
    assert len({once.id, once.key[:16], once.seed[:16], once.secret}) == 4
