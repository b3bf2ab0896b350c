"""A phone gets everything once, in order, in answers of bounded size, and learns when the hub forgot."""

from __future__ import annotations

import os
from typing import Any

import pytest

from sync.errors import Malformed, Untold
from sync.head import Head
from sync.version import Version
from sync.wire import LOADS_MAX, PIECE_MAX, SyncRequest
from tests.hub.conftest import Organisation
from tests.hub.phones import Phone, row


def test_an_idle_sync_is_three_bytes_and_what_it_asks_is_under_sixty(organisation: Organisation) -> None:
    karen = organisation.karen
    karen.sync_all()

    assert karen.ask_sync().content == b"\x92\x01\x00"
    asked = SyncRequest(token=karen.token, now=organisation.hub.clock(), cursor=karen.cursor).pack()
    assert len(asked) + 3 <= 64


def test_a_large_pull_comes_in_pieces_and_each_version_before_its_head(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    reader = organisation.member((area, 0, 0))
    for turn in range(12):
        karen.push(area, 0, *[(row((turn, one)), os.urandom(16_000)) for one in range(12)])

    sizes = []
    while True:
        answer = reader.sync()
        sizes.append(len(reader.hub.post("/sync", b"").content) + sum(size(piece) for piece in answer.pieces))
        if not answer.more:
            break

    assert len(sizes) > 4
    assert max(sizes) < PIECE_MAX + 70_000
    versions = [piece for piece in reader.got if isinstance(piece, Version)]
    assert len({version.row for version in versions}) == len(versions) == 144
    heads = [place for place, piece in enumerate(reader.got) if isinstance(piece, Head)]
    assert heads == [len(reader.got) - 1]  # only the latest is there
    assert reader.sync().pieces == ()


def size(piece: object) -> int:
    return len(piece.sealed) if isinstance(piece, Version) else 300


def test_a_pull_that_is_cut_anywhere_goes_on_from_there(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    reader = organisation.member((area, 0, 0))
    karen.push(area, 0, *[(row(one), os.urandom(30_000)) for one in range(30)])
    first = reader.sync()
    assert first.more
    karen.push(area, 0, (row(0), b"changed meanwhile"), (row("new"), b"came meanwhile"))

    reader.sync_all()

    said = {piece.row: piece for piece in reader.got if isinstance(piece, Version)}
    assert len(said) == 31
    assert said[row(0)].sealed.rstrip(b".") == b"changed meanwhile"


def test_own_versions_are_left_out_only_up_to_the_number_named(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    start = karen.cursor
    for name in "abcd":
        karen.push(area, 0, (row(name), name.encode()))
    push = list(karen.said)[-1]

    def rows(upto: int) -> set[bytes]:
        karen.got.clear()
        karen.sync(cursor=start, own=((*push, upto),) if upto else ())
        return karen.bodies()

    assert rows(0) == {b"a", b"b", b"c", b"d"}
    assert rows(2) == {b"c", b"d"}
    assert rows(4) == set()


def test_what_a_request_pushes_does_not_come_back_and_others_words_do(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    other = organisation.member((area, 0, 0))
    other.sync_all()
    karen.sync_all()
    other.push(area, 0, (row("a"), b"hers"))
    karen.got.clear()

    karen.push(area, 0, (row("a"), b"mine"))

    assert karen.bodies() == {b"hers"}


@pytest.mark.parametrize("cut", ["tag", "seq", "newest", "load"])
def test_a_cursor_the_hub_never_said_is_told_so_and_nothing_is_taken(organisation: Organisation, cut: str) -> None:
    karen, area = organisation.karen, organisation.area
    push = karen.push_of(area, 0, (row("a"), b"one"))
    ahead = (int.from_bytes(karen.cursor[:8]) + 5).to_bytes(8) + karen.cursor[8:]
    wrong: dict[str, dict[str, Any]] = {
        "tag": {"cursor": karen.cursor[:8] + bytes(8)},
        "seq": {"cursor": ahead},
        "newest": {"newest": ahead},
        "load": {"loads": ((area, ahead),)},
    }

    with pytest.raises(Untold):
        karen.sync(pushes=(push,), **wrong[cut])

    assert karen.sync(pushes=(push,)).push_answers == (None,)


def test_a_hub_restored_from_a_copy_says_that_it_does_not_know(organisation: Organisation) -> None:
    hub, karen, area = organisation.hub, organisation.karen, organisation.area
    karen.sync_all()
    copy = hub.copy()
    karen.push(area, 0, (row("a"), b"after the copy"))
    reader = organisation.member((area, 0, 0))
    hub.restore(copy)
    karen.login()

    with pytest.raises(Untold):
        karen.sync()
    other = Phone(hub)
    other.found_organisation()
    assert reader.cursor == b""


def test_everybodys_numbers_are_one_sequence_without_gaps(organisation: Organisation) -> None:
    karen = organisation.karen
    karen.push(organisation.area, 0, (row("a"), b"one"), (row("b"), b"two"))
    karen.push(organisation.area, 0, (row("a"), b"three"))
    organisation.member((organisation.area, 0, 0))
    with organisation.hub.store.read() as sql:
        numbers = [seq for table in ("entry", "version", "head") for (seq,) in sql(f"SELECT seq FROM {table}")]
        ((last,),) = sql("SELECT max(seq) FROM organisation")

    assert len(set(numbers)) == len(numbers)
    assert max(numbers) == last


def test_more_loads_than_a_phone_asks_for_are_not_even_begun(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    many = [(os.urandom(16), b"") for _ in range(LOADS_MAX + 1)]

    for loads in (many, [(area, b"")] * 2, [(area, b""), (organisation.file, b""), (area, karen.cursor)]):
        with pytest.raises(Malformed):
            karen.sync(loads=tuple(loads))
    assert len(karen.sync(loads=tuple(many[:LOADS_MAX])).loads) == LOADS_MAX


def test_many_circles_are_loaded_at_once_and_each_comes_further_every_time(organisation: Organisation) -> None:
    karen = organisation.karen
    files = [karen.found_circle(3) for _ in range(20)]
    for file in files:
        for part in range(3):
            karen.push(file, 1, *[(row((part, one)), os.urandom(20_000)) for one in range(3)])
    worker = organisation.member()
    worker.sync_all()
    for file in files:
        karen.grant(file, worker, 1)
    worker.sync_all()
    worker.got.clear()
    karen.push(organisation.file, 0, (row("x"), b"not for the worker"))

    loads = dict.fromkeys(files, b"")
    turns = 0
    while loads:
        response = worker.ask_sync(loads=tuple(loads.items()))
        assert len(response.content) < 2 * 1024 * 1024
        before = dict(loads)
        for file, at, more in worker.sync(loads=tuple(loads.items())).loads:
            assert at != before[file]
            loads[file] = at
            if not more:
                del loads[file]
        turns += 1

    assert turns > 3
    assert len({(piece.space, piece.row) for piece in worker.got if isinstance(piece, Version)}) == 20 * 9
