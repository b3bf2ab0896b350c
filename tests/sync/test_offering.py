"""From typed to acknowledged: when stamps settle, what stays as it is, what a refusal frees."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sync import offering
from sync.circles import Circles
from sync.errors import Busy, JournalFull, LoginNeeded, Refused, SyncError
from sync.journal import Journal
from sync.log import make_entry, space_of
from sync.stamp import day_of, ms_of, settle, stamp_of
from sync.version import SEALED_MAX
from sync.wire import PIECE_MAX, PIECE_MIN, Push, Reason, SyncAnswer, SyncRequest, pack_error
from tests.sync.phones import Lost, Phone, World

ROW, OTHER = b"r" * 16, b"o" * 16
DAY = 24 * 3600 * 1000
MINUTE = 60_000


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.fixture
def space(world: World) -> bytes:
    area = world.circle(world.founder)
    world.founder.sync()
    world.hub.asked.clear()
    return space_of(area, 0)


@pytest.fixture
def karen(world: World) -> Phone:
    return world.founder


def pushes(world: World) -> list[Push]:
    return [push for path, body in world.hub.asked if path == "/sync" for push in SyncRequest.unpack(body).pushes]


def answering(world: World, no: SyncError) -> Callable[[str, bytes], bytes]:
    """A hub that refuses every push, each by itself, and takes none."""

    def post(path: str, body: bytes) -> bytes:
        if path != "/sync":
            return world.hub.post(path, body)
        asked = SyncRequest.unpack(body)
        answer = SyncAnswer.unpack(world.hub.post(path, replace(asked, pushes=()).pack()))
        return replace(answer, push_answers=tuple(no for _ in asked.pushes)).pack()

    return post


def losing(world: World, *, heard: bool) -> Callable[[str, bytes], bytes]:
    """The answer is lost, or the request before it."""

    def post(path: str, body: bytes) -> bytes:
        if path != "/sync":
            return world.hub.post(path, body)
        if heard:
            world.hub.post(path, body)
        raise Lost

    return post


def test_a_stamp_is_late_enough_and_never_later_than_the_hub() -> None:
    assert settle(1_000, 0, 5_000, 0, 0) == stamp_of(1_000)
    assert settle(1_000, 500, 5_000, 0, 0) == stamp_of(1_500)
    assert settle(9_000, 0, 5_000, 0, 0) == stamp_of(5_000)
    assert settle(1_000, 0, 5_000, stamp_of(3_000), 0) == stamp_of(3_000) + 1
    assert settle(1_000, 0, 5_000, 7, stamp_of(3_000)) == stamp_of(3_000) + 1


def test_a_sync_is_one_turn(world: World, karen: Phone, space: bytes) -> None:
    karen.write(space, ROW, name="Fatima")

    karen.sync()

    assert [path for path, _ in world.hub.asked] == ["/sync"]


def test_an_idle_sync_is_one_turn_of_few_bytes(world: World, karen: Phone, space: bytes) -> None:
    karen.write(space, ROW, name="Fatima")
    karen.sync()
    karen.sync()
    world.hub.asked.clear()
    karen.heard.clear()

    karen.sync()

    ((path, body),) = world.hub.asked
    assert path == "/sync"
    assert len(body) <= 64
    assert len(karen.heard) <= 64


def test_own_rows_do_not_come_back(karen: Phone, space: bytes) -> None:
    karen.write(space, ROW, name="Fatima")
    heard: list[SyncAnswer] = []

    def post(path: str, body: bytes) -> bytes:
        answer = karen.hub.post(path, body)
        heard.append(SyncAnswer.unpack(answer))
        return answer

    karen.sync(post)
    karen.sync(post)

    assert [piece for answer in heard for piece in answer.pieces] == []


@pytest.mark.parametrize("bend", [400 * DAY, -400 * DAY, 3 * MINUTE])
def test_a_wrong_clock_costs_one_turn_and_then_none(world: World, karen: Phone, space: bytes, bend: int) -> None:
    karen.bend = bend
    karen.write(space, ROW, name="Fatima")

    karen.sync()
    turns = len(world.hub.asked)
    karen.write(space, ROW, name="Fatma")
    karen.sync()

    assert turns == 2
    assert len(world.hub.asked) == 3
    assert karen.journal.offset == -bend
    stamps = [word.stamp for said in karen.told(space, ROW).values() for word in said.fields.values()]
    assert [ms_of(stamp) for stamp in stamps] == [world.clock()]


def test_two_minutes_off_are_let_pass(world: World, karen: Phone, space: bytes) -> None:
    karen.bend = -2 * MINUTE
    karen.write(space, ROW, name="Fatima")

    karen.sync()

    assert len(world.hub.asked) == 1


def test_stamps_follow_the_order_of_writing_even_when_the_clock_jumped_back(karen: Phone, space: bytes) -> None:
    karen.write(space, ROW, name="first")
    karen.bend = -10 * MINUTE
    karen.write(space, OTHER, name="second")
    karen.sync()

    (first,), (second,) = karen.told(space, ROW).values(), karen.told(space, OTHER).values()
    assert first.fields["name"].stamp < second.fields["name"].stamp


def test_bytes_once_offered_stay_until_the_hub_answers(world: World, karen: Phone, space: bytes) -> None:
    karen.write(space, ROW, name="Fatima")
    with pytest.raises(Lost):
        karen.sync(losing(world, heard=True))
    karen.write(space, ROW, name="Fatma")
    karen.restart()
    world.clock.ms += DAY

    karen.sync()

    first, again, then = pushes(world)
    assert first == again
    assert then.before == first.head.n
    assert karen.read(space)[ROW].fields["name"].word.value == "Fatma"
    assert not karen.journal.waiting()


def test_a_clock_turn_does_not_touch_what_the_hub_may_have(world: World, karen: Phone, space: bytes) -> None:
    karen.write(space, ROW, name="Fatima")
    with pytest.raises(Lost):
        karen.sync(losing(world, heard=True))
    karen.bend = -30 * DAY

    outcome = karen.sync()

    assert outcome.refused == []
    assert len({push.head for push in pushes(world)}) == 1
    assert not karen.journal.waiting()


def test_a_clock_turn_settles_anew_what_the_hub_cannot_have(world: World, karen: Phone, space: bytes) -> None:
    karen.bend = 400 * DAY
    karen.write(space, ROW, name="Fatima")

    karen.sync()

    bent, settled = pushes(world)
    assert bent.head.day > settled.head.day == day_of(stamp_of(world.clock()))


def test_much_goes_in_pieces_each_with_its_head_and_no_larger_than_asked(
    world: World, karen: Phone, space: bytes
) -> None:
    karen.journal.set_meta("piece", b"%d" % PIECE_MIN)
    for _ in range(400):
        karen.type(space, karen.chance.randbytes(16), {"name": karen.chance.randbytes(300)})

    karen.sync()

    sizes = [sum(len(version.sealed) for version in push.versions) for push in pushes(world)]
    assert len(sizes) > 2
    assert sizes[0] <= PIECE_MIN
    assert max(sizes) <= PIECE_MAX
    assert sizes[1] > sizes[0]  # what went well makes the next one larger


def test_a_refusal_frees_the_words_and_is_kept_with_its_reason(world: World, karen: Phone, space: bytes) -> None:
    karen.write(space, ROW, name="Fatima")

    outcome = karen.sync(answering(world, Refused(Reason.STRANGER)))

    assert outcome.refused == [(space, ROW, "stranger")]
    ((_, _, row, offered, reason),) = karen.journal.waiting()
    assert (row, offered, reason) == (ROW, False, "stranger")

    assert karen.sync().pushed == 1
    assert karen.journal.waiting() == []
    assert karen.journal.run("SELECT count(*) FROM refusal").fetchone() == (0,)


def test_a_refusal_that_a_pull_may_heal_is_tried_once_more(world: World, karen: Phone, space: bytes) -> None:
    karen.write(space, ROW, name="Fatima")
    turns: list[str] = []
    refusing = answering(world, Refused(Reason.GAP))

    def post(path: str, body: bytes) -> bytes:
        turns.append(path)
        return refusing(path, body)

    outcome = karen.sync(post)

    assert turns == ["/sync", "/sync"]
    assert outcome.refused == [(space, ROW, "gap")]


def test_being_told_to_wait_frees_nothing(world: World, karen: Phone, space: bytes) -> None:
    karen.write(space, ROW, name="Fatima")
    karen.sync(answering(world, Busy(5)))
    offered = karen.journal.offered()

    karen.sync()

    assert len(offered) == 1
    assert [list(push.versions) for push in pushes(world)] == [offered]


def test_a_forgotten_token_is_asked_for_again(world: World, karen: Phone, space: bytes) -> None:
    karen.write(space, ROW, name="Fatima")
    first = True

    def post(path: str, body: bytes) -> bytes:
        nonlocal first
        if path == "/sync" and first:
            first = False
            return pack_error(LoginNeeded())
        return world.hub.post(path, body)

    assert karen.sync(post).pushed == 1


def test_what_is_too_large_stays_here_with_the_reason_and_the_rest_goes(karen: Phone, space: bytes) -> None:
    half = karen.chance.randbytes(SEALED_MAX * 2 // 3)
    karen.write(space, ROW, name="Fatima", picture=half)
    karen.write(space, ROW, plan=half)
    karen.write(space, OTHER, name="Ali")

    outcome = karen.sync()

    assert (outcome.pushed, outcome.refused) == (1, [(space, ROW, "size")])
    assert {one.reason for one in karen.journal.waiting()} == {"size"}


def test_a_word_that_no_longer_opens_is_kept_and_said_and_the_rest_goes(karen: Phone, space: bytes) -> None:
    karen.type(space, ROW, {"name": "Fatima"})
    karen.journal.run("UPDATE unsent SET sealed=zeroblob(60)")
    karen.type(space, OTHER, {"name": "Ali"})

    outcome = karen.sync()

    assert (outcome.pushed, outcome.refused) == (1, [(space, ROW, "damaged")])
    assert len(karen.journal.waiting()) == 1


def test_a_newly_granted_circle_is_loaded_though_the_cursor_has_passed_it(
    world: World, karen: Phone, space: bytes
) -> None:
    omar = world.joins("Omar")
    karen.write(space, ROW, name="Fatima")
    karen.sync()
    omar.sync()
    (area,) = [circle for circle in karen.journal.circles() if circle != world.root]

    world.grant(area, omar)
    karen.sync()
    outcome = omar.sync()

    assert set(omar.read(space)) == {ROW}
    assert outcome.holding_back == []
    assert omar.journal.run("SELECT count(*) FROM load").fetchone() == (0,)


def test_whoever_may_read_more_than_before_gets_what_was_written_before(world: World, karen: Phone) -> None:
    file = world.circle(karen, rungs=2)
    omar = world.joins("Omar")
    world.grant(file, omar, rung=1)
    notes, case = space_of(file, 0), space_of(file, 1)
    karen.write(notes, ROW, note="she is ill")
    karen.write(case, OTHER, minutes=45)
    world.settle()
    before = {place for place, _ in omar.sync().changed} | {one.space for one in omar.journal.versions()}

    world.grant(file, omar, rung=0)
    world.settle()

    assert before == {case}
    assert set(omar.read(notes)) == {ROW}
    assert omar.journal.withheld() == []


def test_words_typed_under_the_old_grant_go_under_the_new_one(world: World, karen: Phone) -> None:
    file = world.circle(karen, rungs=2)
    omar = world.joins("Omar")
    world.grant(file, omar, rung=1)
    case = space_of(file, 1)
    world.settle()
    omar.write(case, ROW, minutes=45)
    omar.sync()
    omar.write(case, ROW, minutes=50)
    world.grant(file, omar, rung=0)
    karen.sync()
    omar.sync(answering(world, Refused(Reason.STRANGER)))  # the log came, the words did not go

    world.settle()

    assert karen.read(case)[ROW].fields["minutes"].word.value == 50
    assert len(karen.told(case, ROW)) == 2
    assert karen.shown(case) == omar.shown(case)


def test_an_entry_that_came_too_late_is_kept_with_the_reason(world: World, karen: Phone, space: bytes) -> None:
    omar, mia = world.joins("Omar", steward=True), world.joins("Mia")
    (area,) = [circle for circle in karen.journal.circles() if circle != world.root]
    world.grant(area, omar, steward=True)
    world.settle()
    world.grant(area, mia, by=omar)
    zoe = world.joins("Zoe")
    world.grant(area, zoe)
    karen.sync()

    outcome = omar.sync()

    ((entry, reason),) = omar.journal.refused_entries()
    assert outcome.refused == [(area, b"", reason)]
    assert reason == "moved"
    omar.journal.drop_entry(entry)
    world.grant(area, mia, by=omar)
    assert omar.sync().refused == []


def test_a_profile_put_back_from_an_older_copy_takes_its_own_words_from_the_hub(
    world: World, karen: Phone, space: bytes
) -> None:
    karen.write(space, ROW, name="Fatima")
    karen.sync()
    copy = sqlite3.connect(":memory:")
    karen.connection.backup(copy)
    karen.write(space, ROW, phone="12345678")
    karen.write(space, OTHER, name="Ali")
    karen.sync()

    karen.connection = copy
    karen.restart()
    karen.write(space, ROW, name="Fatma")
    outcome = karen.sync()

    assert outcome.refused == []
    assert not karen.journal.waiting()
    shown = karen.read(space)
    assert {name: one.word.value for name, one in shown[ROW].fields.items()} == {"name": "Fatma", "phone": "12345678"}
    assert set(shown) == {ROW, OTHER}


def test_many_entries_of_ours_go_in_requests_that_are_small_enough(world: World, karen: Phone) -> None:
    circles = [world.circle(karen) for _ in range(5)]
    for circle in circles:
        told = Circles(karen.journal).with_ours(circle)
        assert told is not None
        karen.journal.offer_entry(
            make_entry(circle, 1, told.tip, 99, karen.keys.device, [], bytes(60_000), karen.keys.sign)
        )
        karen.write(space_of(circle, 0), ROW, name="Fatima")

    karen.sync()

    assert max(len(body) for _, body in world.hub.asked) < 400_000
    assert karen.journal.outgoing() == []
    assert not karen.journal.waiting()


def test_a_version_of_a_newer_suite_is_kept_untouched(
    world: World, karen: Phone, space: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    omar = world.joins("Omar")
    (area,) = [circle for circle in karen.journal.circles() if circle != world.root]
    world.grant(area, omar)
    monkeypatch.setattr(offering, "SUITE", 9)
    karen.write(space, ROW, name="Fatima")
    karen.sync()

    outcome = omar.sync()

    assert outcome.holding_back == []
    assert [one.suite for one in omar.journal.versions()] == [9]


def test_a_full_disk_says_so_and_loses_nothing(world: World, karen: Phone, space: bytes, tmp_path: Path) -> None:
    journal = Journal(sqlite3.connect(tmp_path / "journal.db"))
    journal.keep_unsent(space, ROW, b"a" * 16, bytes(12), 0, bytes(100))
    pages = journal.run("PRAGMA page_count").fetchone()[0]
    journal.run(f"PRAGMA max_page_count={pages + 2}")

    def write_much() -> None:
        with journal.transaction():
            for _ in range(100):
                journal.keep_unsent(space, OTHER, b"a" * 16, bytes(12), 0, bytes(4000))

    with pytest.raises(JournalFull):
        write_much()

    assert [one.row for one in journal.unsent()] == [ROW]
    assert journal.next_unsent() == 2


def test_what_one_wrote_is_on_disk_when_the_write_returns(space: bytes, tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    Journal(sqlite3.connect(path)).keep_unsent(space, ROW, b"a" * 16, bytes(12), 0, b"sealed")

    (kept,) = Journal(sqlite3.connect(path)).unsent()

    assert kept.sealed == b"sealed"
    assert kept.aad == b"bb/unsent/1" + space + ROW + (1).to_bytes(8)


def test_a_number_in_the_journal_is_never_given_twice(space: bytes) -> None:
    journal = Journal(sqlite3.connect(":memory:"))
    first = journal.keep_unsent(space, ROW, b"a" * 16, bytes(12), 0, b"sealed")
    journal.run("DELETE FROM unsent")

    assert journal.next_unsent() == first + 1
