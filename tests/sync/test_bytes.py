"""Bytes from strangers: what is well-formed comes back as it was, everything else is `Malformed` and nothing else."""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256

import msgpack
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sync.codes import answer_parts, request_parts
from sync.entry import Entry, Kind, make_entry
from sync.errors import Malformed, SyncError, TooLarge
from sync.head import Head, root_of
from sync.known import KNOWN
from sync.packing import expand, pack, squeeze, unpack
from sync.padding import padme
from sync.stamp import STAMP_END
from sync.version import PLAIN_SUITE, SAID_MAX, SEALED_MAX, TAG, Said, Version, Word, pack_said, unpack_said
from sync.wire import Push, SyncAnswer, SyncRequest

ID = st.binary(min_size=16, max_size=16)
HASH = st.binary(min_size=32, max_size=32)
STAMP = st.integers(0, STAMP_END - 1)
N = st.integers(0, (1 << 63) - 1)
NAME = st.text(st.characters(codec="utf-8"), min_size=1, max_size=16)
SIMPLE = (
    st.none() | st.booleans() | st.integers(-(1 << 63), (1 << 64) - 1) | st.text(max_size=40) | st.binary(max_size=40)
)
VALUE = st.recursive(
    SIMPLE | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
SAW = st.none() | st.dictionaries(ID, STAMP, max_size=3)
SAID = st.builds(Said, NAME, st.dictionaries(NAME, st.builds(Word, VALUE, STAMP, SAW), max_size=6))
VERSION = st.builds(
    Version,
    ID,
    ID,
    ID,
    N,
    st.integers(0, (1 << 32) - 1),
    st.integers(0, 255),
    st.binary(min_size=12, max_size=12),
    st.binary(min_size=TAG, max_size=90),
)
HEAD = st.builds(
    Head,
    ID,
    ID,
    HASH,
    N,
    st.integers(0, (1 << 32) - 1),
    HASH,
    st.binary(max_size=60),
    st.binary(min_size=64, max_size=64),
)
EMPTY = "0e89e7ed74c9a5944c886585d634e3c68f4dccd0a31968fe52d6df0873ccdec6"  # the root over nothing
CURSOR = st.just(b"") | ID


@st.composite
def pushes(draw: st.DrawFn) -> Push:
    head = draw(HEAD)
    versions = draw(st.lists(VERSION, max_size=3))
    mine = tuple(Version(head.space, v.row, head.author, v.n, v.epoch, v.suite, v.nonce, v.sealed) for v in versions)
    return Push(head.space, head.author, draw(N), mine, head)


REQUEST = st.builds(
    SyncRequest,
    ID,
    N,
    CURSOR,
    CURSOR,
    st.lists(st.tuples(ID, ID, N), max_size=2).map(tuple),
    st.lists(st.binary(min_size=1, max_size=50), max_size=2).map(tuple),
    st.lists(pushes(), max_size=2).map(tuple),
    st.lists(st.tuples(ID, CURSOR), max_size=2, unique_by=lambda load: load[0]).map(tuple),
)
PIECES = st.lists(st.binary(min_size=1, max_size=50) | VERSION | HEAD, max_size=3).map(tuple)
ANSWER = st.builds(
    SyncAnswer,
    CURSOR,
    CURSOR,
    st.booleans(),
    PIECES,
    st.lists(st.none(), max_size=2).map(tuple),
    st.lists(st.none(), max_size=2).map(tuple),
    st.lists(st.tuples(ID, CURSOR, st.booleans()), max_size=2).map(tuple),
)


@given(SAID)
def test_what_was_said_comes_back_and_its_length_is_a_padme_length(said: Said) -> None:
    body = pack_said(said)

    assert unpack_said(body) == said
    assert padme(len(body)) == len(body)
    assert pack_said(said) == body


def test_a_version_without_a_dictionary_is_still_read() -> None:
    body = squeeze(pack(["contact", {"name": ["Ægir", 5], "note": ["text", 4, {}]}]))

    assert unpack_said(body, PLAIN_SUITE) == Said("contact", {"name": Word("Ægir", 5), "note": Word("text", 4, {})})


def test_the_dictionary_of_suite_2_never_changes() -> None:
    assert sha256(KNOWN).hexdigest() == "1ddef99ce3ebd2b81140cedd37322ce96d1a6d8a4e867038ed4e2a8de8425911"


def test_a_suite_of_a_newer_app_is_not_guessed_at() -> None:
    with pytest.raises(Malformed):
        unpack_said(pack_said(Said("contact", {"name": Word("Ægir", 5)})), 9)


@given(REQUEST)
def test_a_request_comes_back(request: SyncRequest) -> None:
    assert SyncRequest.unpack(request.pack()) == request


@given(ANSWER)
def test_an_answer_comes_back(answer: SyncAnswer) -> None:
    assert SyncAnswer.unpack(answer.pack()) == answer


ENTRY = make_entry(b"c" * 16, 0, b"", Kind.FOUND, b"k" * 32, [1, 0, b"p" * 16, b"b" * 32], b"", lambda _: bytes(64)).raw
GRANT = make_entry(
    b"c" * 16,
    1,
    b"h" * 32,
    Kind.GRANT,
    b"k" * 32,
    [b"p" * 16, 0, 0, 0, b"", [[b"d" * 32, b"b" * 32, b"w"]]],
    b"sealed",
    lambda _: bytes(64),
).raw
PLACES = b"\0\2\0\1" + (4).to_bytes(8) + (5).to_bytes(8) + b"a" * 16
SEEDS: list[tuple[Callable[[bytes], object], bytes]] = [
    (unpack_said, pack_said(Said("Contact", {"name": Word("Ægir", 5, {b"a" * 16: 4})}))),
    (lambda raw: unpack_said(squeeze(raw), PLAIN_SUITE), pack(["Contact", {"name": ["Ægir", 5, {b"a" * 16: 4}]}])),
    (lambda raw: unpack_said(squeeze(raw, PLACES, KNOWN)), pack(["Contact", {"name": ["Ægir", 1, [0, 0]]}])),
    (Entry.read, ENTRY),
    (Entry.read, GRANT),
    (SyncRequest.unpack, SyncRequest(b"t" * 16, 5, b"c" * 16, b"n" * 16, ((b"s" * 16, b"a" * 16, 3),)).pack()),
    (
        SyncAnswer.unpack,
        SyncAnswer(
            b"c" * 16,
            b"",
            True,
            (ENTRY, Version(b"s" * 16, b"r" * 16, b"a" * 16, 1, 0, 1, bytes(12), bytes(20))),
            loads=((b"c" * 16, b"", False),),
        ).pack(),
    ),
    (lambda raw: answer_parts(raw, 0, 64), pack([1, 5, [[b"c" * 16, 1, b"h" * 32]]])),
    (lambda raw: request_parts(raw, 0, 64), pack([1, b"x"])),
]


@settings(max_examples=1500, deadline=None)
@given(st.sampled_from(SEEDS), st.data())
def test_bent_bytes_are_malformed_and_nothing_else(
    seed: tuple[Callable[[bytes], object], bytes], data: st.DataObject
) -> None:
    read, good = seed
    bent = bytearray(good)
    for _ in range(data.draw(st.integers(1, 4))):
        match data.draw(st.integers(0, 3)):
            case 0 if bent:
                bent[data.draw(st.integers(0, len(bent) - 1))] = data.draw(st.integers(0, 255))
            case 1:
                at = data.draw(st.integers(0, len(bent)))
                bent[at:at] = data.draw(st.binary(max_size=6))
            case 2:
                del bent[data.draw(st.integers(0, len(bent))) :]
            case _:
                bent += data.draw(st.binary(max_size=6))
    with suppress(SyncError):
        read(bytes(bent))


ROUNDS: list[Callable[[bytes], object]] = [
    lambda raw: unpack_said(squeeze(raw), PLAIN_SUITE),
    lambda raw: unpack_said(squeeze(raw, PLACES, KNOWN)),
    SyncAnswer.unpack,
    SyncRequest.unpack,
]


@pytest.mark.parametrize(
    "trap",
    [
        b"\x91" * 5000 + b"\xc0",  # nested lists
        b"\x81\xa1a" * 3000 + b"\xc0",  # nested maps
        b"\xdd\xff\xff\xff\xff",  # a list of four thousand million
        b"\xdf\xff\xff\xff\xff",  # a map as large
        b"\xdb\xff\xff\xff\xffabc",  # a text as long
        b"\xc6\xff\xff\xff\xff",  # bytes as many
        b"\xc9\xff\xff\xff\xff\x01",  # an extension as long
        b"\xd6\xff\x00\x00\x00\x01",  # a timestamp
        b"\xd4\x05a",  # an extension
        b"\xc1",  # never used
        b"",
        b"\xc0\xc0",  # two values
        pack(["Contact", {"name": [1, 2]}]) + b"\x00",
        b"\x92\xa1t\x82\xa1a\x92\x01\x02\xa1a\x92\x01\x03",  # one field twice
        pack(["t", {"a": [math.nan, 5]}]),
        pack(["t", {"a": [math.inf, 5]}]),
        pack(["t", {"a": [1, -5]}]),
        pack(["t", {"a": [1, True]}]),
        pack(["t", {"a": [1, 1 << 63]}]),
        pack(["t", {"a": [1, 1.5]}]),
        pack(["t", {"a": [1, 5, {b"short": 1}]}]),
        pack(["t", {"a": [1, 5, {"a" * 16: 1}]}]),
        pack(["t", {"a": [1, 5, [1]]}]),
        pack(["t", {"a": [1]}]),
        pack(["t", {"a": 1}]),
        pack(["t", {b"a": [1, 5]}]),
        pack(["t", {"": [1, 5]}]),
        pack(["t", [1]]),
        pack([b"t", {}]),
        pack(["", {}]),
        pack(["t"]),
        pack({"t": 1}),
        b"\x92\xa1t\x81\xa1a\x92\x81\x01\x02\x05",  # a map by number
        pack(["t", {"a": [[[[[[[[[1]]]]]]]], 5]}]),
        pack(["t", {f"f{n}": [1, 5] for n in range(300)}]),
        b"\x92\xa1t\x81\xa1a\x92\xa2\xff\xfe\x05",  # no UTF-8
    ],
)
def test_every_trap_of_messagepack_is_malformed(trap: bytes) -> None:
    for read in ROUNDS:
        with pytest.raises(Malformed):
            read(trap)


def test_many_huge_lists_in_one_another_cost_no_memory() -> None:
    trap = b"\xdc\x40\x00" * 900  # each says it holds 16,384

    with pytest.raises(Malformed):
        unpack(trap, 1 << 20)


def test_a_bomb_is_not_inflated() -> None:
    bomb = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = bomb.compress(bytes(64 << 20)) + bomb.flush()

    with pytest.raises(Malformed):
        unpack_said(body, PLAIN_SUITE)
    with pytest.raises(Malformed):
        unpack_said(PLACES + body)


@pytest.mark.parametrize("size", [0, 1, 99, 100])
def test_inflating_stops_exactly_at_the_limit(size: int) -> None:
    assert expand(squeeze(bytes(size)), 100) == bytes(size)
    with pytest.raises(Malformed):
        expand(squeeze(bytes(101)), 100)


def test_only_zeros_may_stand_behind_the_end() -> None:
    body = squeeze(b"said")

    assert expand(body + bytes(40), 100) == b"said"
    with pytest.raises(Malformed):
        expand(body + b"\0x", 100)
    with pytest.raises(Malformed):
        expand(body.rstrip(b"\0")[:-1], 100)


@pytest.mark.parametrize("value", [math.nan, math.inf, {1: 2}, object(), {1, 2}, 1 << 70, "\ud800", [[[[[[[[1]]]]]]]]])
def test_a_value_no_field_can_hold_is_refused_before_it_is_kept(value: object) -> None:
    with pytest.raises(Malformed):
        pack_said(Said("t", {"a": Word(value, 5)}))


def test_what_is_too_long_for_a_version_is_refused_before_it_is_kept() -> None:
    noise = bytes(hash((n, 7)) % 251 for n in range(SEALED_MAX * 2))

    with pytest.raises(TooLarge):
        pack_said(Said("t", {"a": Word(noise, 5)}))
    with pytest.raises(TooLarge):
        pack_said(Said("t", {"a": Word("x" * (SAID_MAX + 1), 5)}))


@given(st.integers(0, 1 << 40), st.integers(0, 1 << 40))
@example(1, 2)
def test_padme_never_shrinks_never_reorders_and_adds_an_eighth_at_most(length: int, other: int) -> None:
    assert length <= padme(length) <= max(length, math.ceil(length * 1.12) + 1)
    assert padme(padme(length)) == padme(length)
    assert (padme(length) <= padme(other)) or length > other


def test_padme_leaves_few_lengths() -> None:
    assert [padme(n) for n in (0, 1, 2, 9, 10, 100, 1000, 65_000)] == [0, 1, 2, 10, 10, 104, 1024, 65_536]
    assert len({padme(n) for n in range(1 << 16)}) < 200


@given(st.dictionaries(ID, HASH, max_size=30), st.randoms(use_true_random=False))
def test_a_root_is_the_same_in_any_order_and_another_for_any_change(leaves: dict[bytes, bytes], chance: object) -> None:
    turned = list(reversed(list(leaves.items())))

    assert root_of(leaves.items()) == root_of(turned)
    for row, leaf in leaves.items():
        changed = {**leaves, row: bytes([leaf[0] ^ 1]) + leaf[1:]}
        assert root_of(changed.items()) != root_of(leaves.items())
        assert root_of((r, x) for r, x in leaves.items() if r != row) != root_of(leaves.items())


def test_known_bytes() -> None:
    version = Version(b"s" * 16, b"r" * 16, b"a" * 16, 1, 2, 1, b"n" * 12, b"x" * 20)
    head = Head(b"s" * 16, b"a" * 16, b"l" * 32, 3, 4, b"o" * 32, b"seen")

    assert version.aad == b"bb/row/1\x01" + b"s" * 16 + b"r" * 16 + b"a" * 16 + bytes(7) + b"\x01" + bytes(3) + b"\x02"
    assert head.signed == (
        b"bb/head/1" + b"s" * 16 + b"a" * 16 + b"l" * 32 + bytes(7) + b"\x03" + bytes(3) + b"\x04" + b"o" * 32 + b"seen"
    )
    assert root_of([]).hex() == EMPTY
    assert SyncAnswer().pack() == msgpack.packb([1, 0])
    assert SyncRequest(bytes(16), 7).pack() == msgpack.packb([1, bytes(16), 7])
