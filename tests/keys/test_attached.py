"""A file as chunks: nothing but the file itself comes back, and its length is told to 12 %."""

from __future__ import annotations

import pytest

from app.keys.attached import LEAST, open_chunks, seal_chunks
from app.keys.errors import BadSeal
from app.keys.native import NativeProvider
from sync.chunk import CHUNK
from tests.keys.answering import content_of
from tests.world import run

NATIVE = NativeProvider()
KEY, ROW = bytes(range(32)), bytes(16)


def test_chunks_that_were_changed_moved_left_out_or_repeated_do_not_open() -> None:
    content = content_of(CHUNK * 3 - 7)
    whole = list(seal_chunks(NATIVE, KEY, ROW, content))
    assert run(open_chunks(NATIVE, KEY, ROW, len(content), whole)) == content
    changed = whole[1][:-1] + bytes([whole[1][-1] ^ 1])
    for spoilt in (
        [whole[0], changed, whole[2]],
        [whole[1], whole[0], whole[2]],
        whole[:2],
        [*whole, whole[2]],
        [],
    ):
        with pytest.raises(BadSeal):
            run(open_chunks(NATIVE, KEY, ROW, len(content), spoilt))
    for key, row, size in ((bytes(32), ROW, len(content)), (KEY, b"r" * 16, len(content)), (KEY, ROW, 5)):
        with pytest.raises(BadSeal):
            run(open_chunks(NATIVE, key, row, size, whole))


def test_the_lengths_of_chunks_say_little() -> None:
    lengths = {
        size: tuple(len(one) for one in seal_chunks(NATIVE, KEY, ROW, bytes(size)))
        for size in range(1, CHUNK + CHUNK // 2, 911)
    }

    assert all(sum(sealed) - 16 * len(sealed) <= max(LEAST, size * 1.12) for size, sealed in lengths.items())
    assert len(set(lengths.values())) < len(lengths) / 3
    assert len({lengths[size] for size in lengths if size <= LEAST}) == 1


def test_a_file_that_is_sealed_again_is_the_same_bytes() -> None:
    content = content_of(CHUNK + 1)
    assert list(seal_chunks(NATIVE, KEY, ROW, content)) == list(seal_chunks(NATIVE, KEY, ROW, content))
