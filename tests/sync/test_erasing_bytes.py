"""The bytes of an erasure: the entry, and what is left of a version; known answers, and what is read otherwise."""

from __future__ import annotations

import random
from hashlib import sha256

import msgpack
import pytest

from sync.entry import Entry, Erase, Kind, make_entry, space_of
from sync.errors import Malformed
from sync.hub.verify import verify
from sync.log import told_by
from sync.membership import Membership, Root
from sync.version import NO_WORDS, Version, unpack_said
from tests.sync.phones import Keys

CHANCE = random.Random(7)
CIRCLE, ROW = b"c" * 16, b"r" * 16
KAREN, OMAR = Keys(CHANCE), Keys(CHANCE)
HERE = space_of(CIRCLE, 0), ROW
FOUND = make_entry(CIRCLE, 0, b"", Kind.FOUND, KAREN.device, [1, 0, b"k" * 16, KAREN.box], b"", KAREN.sign)


def erasing(before: Entry, claims: list[object], by: Keys = KAREN) -> Entry:
    return make_entry(CIRCLE, before.number + 1, before.hash, Kind.ERASE, by.device, claims, b"", by.sign)


def told(*entries: Entry, judged: bool = False) -> Membership:
    """`judged`: as a phone reads its own journal, long after it verified each of them."""
    if judged:
        return told_by(entries, verify=None, root=None)
    return told_by(entries, verify=verify, root=Root(frozenset({KAREN.device})))


def test_what_is_left_of_a_version_is_its_place_and_its_leaf() -> None:
    version = Version(b"s" * 16, b"r" * 16, b"a" * 16, 1, 2, 2, b"n" * 12, b"x" * 20)
    aad = b"bb/row/1\x02" + b"s" * 16 + b"r" * 16 + b"a" * 16 + bytes(7) + b"\x01" + bytes(3) + b"\x02"

    left = version.without_words

    assert left.parts() == [b"r" * 16, 1, 2, 0, bytes(12), sha256(aad + b"n" * 12 + b"x" * 20).digest()]
    assert left.sealed.hex() == "832f2d543971412c61f70352eade0bcc6dceeb178ceea34674f382bfe1122ead"
    assert left.leaf == version.leaf == left.without_words.leaf
    assert Version.read(left.space, left.author, left.parts()) == left


def test_nothing_is_said_by_it() -> None:
    with pytest.raises(Malformed):
        unpack_said(bytes(32), NO_WORDS)


def test_the_entry_names_space_and_row_of_each() -> None:
    entry = erasing(FOUND, [[[*HERE]]])

    assert entry.kind == 7
    assert entry.claim == Erase(frozenset({HERE}))
    assert msgpack.unpackb(entry.raw[:-64])[4:7] == [7, KAREN.device, [[[*HERE]]]]


@pytest.mark.parametrize(
    "claims", [[], [[]], [[[HERE[0]]]], [[[HERE[0], b"short"]]], [[[*HERE]], 1], [[[HERE[0], ROW]] * 513], ["?"]]
)
def test_claims_that_nobody_understands_are_chained_like_those_of_an_unknown_kind(claims: list[object]) -> None:
    entry = erasing(FOUND, claims)

    after = told(FOUND, entry)

    assert entry.claim is None
    assert (after.tip, after.erasures) == (entry.hash, ())


def test_a_row_is_erased_where_the_root_log_knows_the_signer_as_a_steward() -> None:
    log = FOUND, erasing(FOUND, [[[*HERE]]])

    for after in (told(*log), told(*log, judged=True)):
        assert after.erased(Root(frozenset({KAREN.device}))) == {HERE}
        assert after.erased(Root(frozenset({OMAR.device}))) == frozenset()


def test_rows_of_other_circles_are_left_alone() -> None:
    foreign = space_of(b"o" * 16, 0), ROW
    log = FOUND, erasing(FOUND, [[[*foreign], [*HERE]]])

    assert told(*log).erased(Root(frozenset({KAREN.device}))) == {HERE}


def test_whoever_leads_nobody_there_erases_nothing_and_the_log_goes_on() -> None:
    by_omar = erasing(FOUND, [[[*HERE]]], OMAR)
    log = FOUND, by_omar, erasing(by_omar, [[[HERE[0], b"q" * 16]]])

    for after in (told(*log), told(*log, judged=True)):
        assert after.erased(Root(frozenset({KAREN.device, OMAR.device}))) == {(HERE[0], b"q" * 16)}
        assert after.number == 2
