"""Photos of letters: kept at once, carried behind the rows, read by whom they are for, erased with their row."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable

import pytest

from app.domain.carrying import METERED, SMALL, Wait
from app.journeys.attachments import how_far, take_away
from app.journeys.carrying import allow, allowance, carry
from app.journeys.closing import shut_out
from app.ports import NotKept, Refusal
from app.records import Attachment
from sync.chunk import name_of
from sync.errors import Unreachable
from sync.parcels import State
from tests.journeys.lane import (
    LARGE,
    LETTER,
    asks_for,
    files,
    held,
    mentor_with_a_meeting,
    on_wifi,
    only,
    parcels,
    photograph,
    reads,
    shown,
    step,
)
from tests.leaving import person
from tests.world import Organisation, run


def test_a_letter_reaches_her_worker_byte_for_byte_and_nobody_else(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    on_wifi(mentor, org.worker, org.coordinator, org.mentee)
    photograph(mentor, meeting, LARGE)

    step(mentor)
    for phone in (org.worker, org.coordinator, org.mentee):
        step(phone)
    assert shown(org.worker, meeting) == [None]
    asks_for(org.worker, only(org.worker))
    step(org.worker)

    assert shown(org.worker, meeting) == [LARGE] == shown(mentor, meeting)
    for phone in (org.coordinator, org.mentee):
        assert phone.store.find(Attachment) == []
        assert files(phone) == []


def test_nothing_of_a_letter_can_be_read_on_the_way_on_the_hub_or_on_the_disk(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    on_wifi(mentor)
    photograph(mentor, meeting, LETTER * 9_000, thumb=LETTER)

    step(mentor)

    for place in (mentor.wire.bytes_sent(), org.world.hub_disk(), mentor.disk()):
        assert LETTER not in place
        assert b"municipality" not in place
        assert b"image/jpeg" not in place
    assert reads(mentor, only(mentor)) == LETTER * 9_000


def test_files_go_only_when_all_rows_are_with_the_hub(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    on_wifi(mentor)
    attachment = photograph(mentor, meeting, LARGE)
    mentor.wire.sent.clear()

    run(carry(mentor.ports))
    assert mentor.wire.sent == []

    mentor.sync()
    mentor.wire.sent.clear()
    puts = 0

    def another_row_is_written() -> None:
        nonlocal puts
        puts += 1
        if puts == 2:
            held(mentor, org.cover(mentor))

    run(carry(mentor.ports, another_row_is_written))
    assert mentor.wire.paths() == ["/lack", "/put", "/put"]
    assert how_far(mentor.ports, attachment).there == 2

    step(mentor)
    assert how_far(mentor.ports, attachment).there == 4


def test_a_phone_that_dies_goes_on_with_the_next_chunk(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    on_wifi(mentor, org.worker)
    photograph(mentor, meeting, LARGE)
    mentor.sync()
    mentor.wire.sent.clear()

    mentor.wire.spoil = _after(2, "/put")
    with pytest.raises(_Dead):
        step(mentor)
    mentor.wire.spoil = None
    mentor.kill()
    mentor.unlock()
    on_wifi(mentor)
    step(mentor)

    names = [name_of(body) for body in _put(mentor.wire.sent)]
    assert mentor.wire.paths().count("/put") == 4, "the one whose answer was lost is not sent again"
    assert len(names) == len(set(names)) == 4
    step(org.worker)
    asks_for(org.worker, only(org.worker))
    org.worker.wire.spoil = _after(3, "/get")
    with pytest.raises(_Dead):
        step(org.worker)
    org.worker.wire.spoil = None
    org.worker.kill()
    org.worker.unlock()
    on_wifi(org.worker)
    step(org.worker)
    assert org.worker.wire.paths().count("/get") == 5
    assert shown(org.worker, meeting) == [LARGE]


class _Dead(Exception):
    """The phone, at this moment."""


def _after(times: int, path: str) -> Callable[[str, bytes], bytes]:
    """The phone dies on that answer."""
    left = times

    def spoil(asked: str, answer: bytes) -> bytes:
        nonlocal left
        left -= asked == path
        if left == 0:
            raise _Dead
        return answer

    return spoil


def _put(sent: list[tuple[str, bytes]]) -> list[bytes]:
    """What was sent to /put, the end of each body."""
    return [body[-1000:] for path, body in sent if path == "/put"]


def test_on_a_network_that_costs_files_wait_for_wifi_or_for_her_tap(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    for network in (METERED, ""):
        mentor.ports.platform.on_network = network  # type: ignore[attr-defined]
        attachment = photograph(mentor, meeting, LETTER)
        step(mentor)
        assert how_far(mentor.ports, attachment).wait == Wait.WIFI
        assert how_far(mentor.ports, attachment).there == 0

    step(mentor, asked=True)

    assert how_far(mentor.ports, attachment).there == 1


def test_the_budget_of_a_month_counts_what_went_both_ways_and_ends_with_the_month(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    platform = mentor.ports.platform
    platform.on_network = METERED  # type: ignore[attr-defined]
    allow(mentor.ports, wifi_only=False, budget_mb=1)
    attachment = photograph(mentor, meeting, LARGE)
    step(mentor)
    spent = allowance(mentor.ports).spent_in(mentor.ports.today())
    assert 786_432 < spent < 1_000_000
    assert how_far(mentor.ports, attachment).there == 4

    second = photograph(mentor, meeting, LARGE)
    step(mentor)
    assert allowance(mentor.ports).spent <= 1_000_000
    assert how_far(mentor.ports, second).there < 4
    assert how_far(mentor.ports, second).wait == Wait.BUDGET

    org.world.later(days=31)
    step(mentor)
    assert how_far(mentor.ports, second).there == 4


def test_small_files_come_by_themselves_where_it_costs_nothing(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    on_wifi(mentor)
    photograph(mentor, meeting, LETTER)
    photograph(mentor, meeting, bytes(SMALL + 1))
    step(mentor)

    step(org.worker)
    assert files(org.worker) == []
    on_wifi(org.worker)
    step(org.worker)

    assert sorted(shown(org.worker, meeting), key=str) == sorted([LETTER, None], key=str)


def test_a_letter_that_is_taken_away_is_erased_on_every_phone_and_on_the_hub(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    on_wifi(mentor, org.worker)
    kept, goes = (photograph(mentor, meeting, content) for content in (LETTER, LETTER * 2))
    step(mentor)
    step(org.worker)
    assert len(files(org.worker)) == 2

    theirs = next(one for one in org.worker.store.find(Attachment) if one.id == goes.id)
    take_away(org.worker.ports, theirs, org.worker.store.seen(theirs))
    step(org.worker)
    step(mentor)

    for phone in (mentor, org.worker):
        assert [name.hex() for name in files(phone)] == [kept.chunks]
        assert shown(phone, meeting) == [LETTER]
    with org.world.hub_store.read() as sql:
        assert [name.hex() for (name,) in sql("SELECT hash FROM chunk")] == [kept.chunks]
    assert parcels(mentor).in_state(State.GONE) == []


def test_who_left_gets_no_file_any_more_and_keeps_none(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    on_wifi(mentor, org.worker)
    photograph(mentor, meeting, LETTER)
    step(mentor)
    assert len(files(mentor)) == 1

    run(shut_out(org.coordinator.ports, person(mentor)))
    org.world.sync_all()

    assert files(mentor) == []
    photograph(org.worker, meeting, LARGE)
    step(org.worker)
    step(mentor)
    assert files(mentor) == []
    assert mentor.store.journal.run("SELECT count(*) FROM chunk").fetchone() == (0,)
    step(org.worker)
    assert sorted(shown(org.worker, meeting), key=str) == sorted([LETTER, LARGE], key=str)


def test_a_hub_that_was_put_back_is_brought_the_files_by_whoever_has_them(org: Organisation) -> None:
    world = org.world
    mentor, meeting = mentor_with_a_meeting(org)
    on_wifi(mentor, org.worker)
    copy = world.copy_hub()
    photograph(mentor, meeting, LETTER)
    step(mentor)
    step(org.worker)
    mentor.cut()

    world.restore_hub(copy)
    world.waive()
    step(org.worker)

    with world.hub_store.read() as sql:
        assert [name.hex() for (name,) in sql("SELECT hash FROM chunk")] == [only(org.worker).chunks]


def test_what_was_half_added_when_the_phone_died_leaves_nothing(
    org: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    on_wifi(mentor)
    with monkeypatch.context() as patched:
        patched.setattr(type(mentor.store), "write", _dies)
        with pytest.raises(_Dead):
            photograph(mentor, meeting, LARGE)
    assert len(files(mentor)) == 4
    mentor.kill()
    mentor.unlock()
    on_wifi(mentor)

    step(mentor)

    assert files(mentor) == []
    assert "/put" not in mentor.wire.paths()


def _dies(*_: object) -> object:
    raise _Dead


def test_a_full_disk_keeps_no_half_letter_and_says_so(org: Organisation, monkeypatch: pytest.MonkeyPatch) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    left = 2

    def full(_: int) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(NotKept):
            photograph(mentor, meeting, LARGE)

    assert shown(mentor, meeting) == []
    assert parcels(mentor).rows() == []


def test_what_is_too_large_or_empty_is_refused_with_a_word(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    for content in (b"", bytes(16 * 1024 * 1024 + 1)):
        with pytest.raises(Refusal):
            photograph(mentor, meeting, content)


def test_without_a_network_files_wait_and_nothing_is_lost(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    on_wifi(mentor)
    attachment = photograph(mentor, meeting, LETTER)
    mentor.sync()
    mentor.cut()
    with pytest.raises(Unreachable):
        run(carry(mentor.ports))
    mentor.mend()

    step(mentor)

    assert how_far(mentor.ports, attachment).there == 1
