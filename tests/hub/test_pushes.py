"""A push is taken whole or refused whole, with the first reason in the order of the design."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from sync.errors import Busy, ClockBent, Malformed, Refused, SyncError
from sync.hub.answer import Answers
from sync.hub.store import DAY_MS
from sync.hub.verify import verify
from sync.version import Version
from sync.wire import Push, SyncAnswer, SyncRequest
from tests.hub.conftest import Organisation, found
from tests.hub.phones import PLENTY, Hub, Phone, row


def refused(organisation: Organisation, phone: Phone, push: Push) -> str:
    """The reason; nothing of the push is there afterwards, and nobody is sent any of it."""
    before = everything(organisation)
    (no,) = phone.sync(pushes=(push,)).push_answers
    assert isinstance(no, Refused)
    assert everything(organisation) == before
    return no.reason


def everything(organisation: Organisation) -> list[Any]:
    with organisation.hub.store.read() as sql:
        return [
            sql(f"SELECT * FROM {table}") for table in ("version", "head", "entry", "organisation", "turn", "space")
        ]


WRONG: list[tuple[str, dict[str, Any]]] = [
    ("epoch", {"epoch": 1}),
    ("gap", {"before": 1}),
    ("gap", {"n": 7}),
    ("gap", {"n": 1}),
    ("chain", {"log_hash": bytes(32)}),
    ("root", {"root": bytes(32)}),
    ("signature", {"signature": bytes(64)}),
]


@pytest.mark.parametrize(("reason", "wrong"), WRONG)
def test_what_does_not_fit_is_refused_whole_and_says_why(
    organisation: Organisation, reason: str, wrong: dict[str, Any]
) -> None:
    karen = organisation.karen
    push = karen.push_of(organisation.area, 0, (row("a"), b"one"), (row("b"), b"two"), **wrong)

    assert refused(organisation, karen, push) == reason


@pytest.mark.parametrize("later", range(len(WRONG)))
def test_the_first_thing_wrong_is_the_reason(organisation: Organisation, later: int) -> None:
    rest: dict[str, Any] = {}
    for _, wrong in WRONG[later:]:
        rest = wrong | rest
    push = organisation.karen.push_of(organisation.area, 0, (row("a"), b"one"), (row("b"), b"two"), **rest)

    assert refused(organisation, organisation.karen, push) == WRONG[later][0]


def test_a_row_twice_or_out_of_order_is_a_gap(organisation: Organisation) -> None:
    karen = organisation.karen
    for rows in (((row("a"), b"one"), (row("a"), b"two")), ()):
        assert refused(organisation, karen, karen.push_of(organisation.area, 0, *rows)) == "gap"
    push = karen.push_of(organisation.area, 0, (row("a"), b"one"), (row("b"), b"two"))
    swapped = Push(push.space, push.author, push.before, push.versions[::-1], push.head)
    assert refused(organisation, karen, swapped) == "gap"


def test_a_number_that_was_given_is_not_given_to_other_words(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    taken, other = (karen.push_of(area, 0, (row("a"), words)) for words in (b"one", b"two"))
    assert karen.sync(pushes=(taken,)).push_answers == (None,)

    assert refused(organisation, karen, other) == "gap"


def test_a_head_of_the_day_after_tomorrow_is_refused_unless_one_was_taken(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    today = organisation.hub.clock() // DAY_MS
    assert refused(organisation, karen, karen.push_of(area, 0, (row("a"), b"-"), day=today + 2)) == "day"

    push = karen.push_of(area, 0, (row("a"), b"-"), day=today + 1)
    assert karen.sync(pushes=(push,)).push_answers == (None,)
    karen.remember(push)
    organisation.hub.clock.ms -= 3 * DAY_MS  # the hub's own clock was wrong
    karen.login()
    assert karen.push(area, 0, (row("b"), b"-")).push_answers == (None,)
    push = karen.push_of(area, 0, (row("c"), b"-"), day=today + 1)
    assert karen.sync(pushes=(push,)).push_answers == (None,)


def test_a_repeated_push_is_answered_the_same_before_any_other_check(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    pushes = []
    for name in "abc":
        pushes.append(karen.push_of(area, 0, (row(name), name.encode())))
        assert karen.sync(pushes=(pushes[-1],)).push_answers == (None,)
        karen.remember(pushes[-1])
    before = everything(organisation)

    assert karen.sync(pushes=tuple(pushes)).push_answers == (None, None, None)
    organisation.hub.again()
    assert karen.sync(pushes=(pushes[0],)).push_answers == (None,)
    assert everything(organisation) == before


def test_a_changed_row_moves_up_and_only_its_newest_version_is_there(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    reader = organisation.member((area, 0, 0))
    for words in (b"first", b"second"):
        karen.push(area, 0, (row("a"), words), (row(words), b"aside"))

    reader.sync_all()

    assert reader.bodies() == {b"second", b"aside"}
    versions = [piece for piece in reader.got if isinstance(piece, Version) and piece.row == row("a")]
    assert [version.n for version in versions] == [3]


def test_pushes_to_several_spaces_stand_and_fall_apart(organisation: Organisation) -> None:
    karen = organisation.karen
    good = [karen.push_of(organisation.file, rung, (row("m"), b"words")) for rung in range(3)]
    bad = karen.push_of(organisation.area, 0, (row("m"), b"words"), root=bytes(32))

    answers = karen.sync(pushes=(good[0], bad, good[1], good[2])).push_answers

    assert [getattr(no, "reason", None) for no in answers] == [None, "root", None, None]


def test_pieces_of_one_space_follow_each_other_in_one_request(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    pieces: list[Push] = []
    for words in ((b"one", b"two"), (b"three", b"one"), (b"two", b"four")):
        pieces.append(karen.push_of(area, 0, *[(row(word), word + bytes([len(pieces)])) for word in words]))
        karen.remember(pieces[-1])

    assert karen.sync(pushes=tuple(pieces)).push_answers == (None, None, None)

    reader = organisation.member((area, 0, 0))
    reader.sync_all()
    assert reader.bodies() == {b"one\x01", b"two\x02", b"three\x01", b"four\x02"}


def test_a_push_may_name_an_entry_of_the_same_request(organisation: Organisation) -> None:
    karen = organisation.karen
    entry = karen.found_entry(3)
    karen.keep(entry)
    karen.grants[entry.circle] = entry.hash
    push = karen.push_of(entry.circle, 2, (row("cover"), b"her name"))

    answer = karen.sync(entries=(entry.raw,), pushes=(push,))

    assert (answer.entry_answers, answer.push_answers) == ((None,), (None,))


def test_of_two_pushes_at_the_same_moment_one_is_taken(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    answers = Answers(organisation.hub.store, organisation.hub.clock, verify, PLENTY)
    for turn in range(10):
        rivals = [karen.push_of(area, 0, (row((turn, rival)), os.urandom(40))) for rival in range(8)]
        with ThreadPoolExecutor(8) as pool:
            said = list(pool.map(lambda push: asked(answers, karen, push), rivals))

        taken = [push for push, no in zip(rivals, said, strict=True) if no is None]
        assert len(taken) == 1
        assert {no.reason for no in said if isinstance(no, Refused)} == {"gap"}
        karen.remember(taken[0])
    karen.push(area, 0, (row("after"), b"the root still fits"))


def test_of_many_authors_at_the_same_moment_none_is_lost(organisation: Organisation) -> None:
    area = organisation.area
    writers = [organisation.member((area, 0, 0)) for _ in range(6)]
    reader = organisation.member((area, 0, 0))
    for phone in (*writers, reader):
        phone.sync_all()
    answers = Answers(organisation.hub.store, organisation.hub.clock, verify, PLENTY)

    def write(phone: Phone) -> None:
        for turn in range(15):
            push = phone.push_of(area, 0, (row((phone.person, turn)), phone.person + bytes([turn])))
            assert asked(answers, phone, push) is None
            phone.remember(push)

    with ThreadPoolExecutor(len(writers)) as pool:
        running = [pool.submit(write, phone) for phone in writers]
        while not all(one.done() for one in running):
            reader.sync()
        for one in running:
            one.result()
    reader.sync_all()

    assert len(reader.bodies()) == len(writers) * 15


def asked(answers: Answers, phone: Phone, push: Push) -> SyncError | None:
    request = SyncRequest(token=phone.token, now=phone.hub.clock(), cursor=phone.cursor, pushes=(push,))
    status, answer = answers.answer("/sync", request.pack(), "")
    assert status == 200
    return SyncAnswer.unpack(answer).push_answers[0]


@pytest.mark.parametrize("minutes", [-3, 3])
def test_a_bent_clock_is_told_the_hubs_and_nothing_is_taken(organisation: Organisation, minutes: int) -> None:
    karen = organisation.karen
    push = karen.push_of(organisation.area, 0, (row("a"), b"one"))
    before = everything(organisation)

    with pytest.raises(ClockBent) as bent:
        karen.sync(now=organisation.hub.clock() + minutes * 60_000, pushes=(push,))

    assert bent.value.hub_now == organisation.hub.clock()
    assert everything(organisation) == before
    assert karen.sync(now=organisation.hub.clock() + 119_000, pushes=(push,)).push_answers == (None,)


def test_a_body_of_64_kib_is_taken_and_a_larger_one_is_malformed(organisation: Organisation) -> None:
    karen = organisation.karen
    karen.push(organisation.area, 0, (row("a"), bytes(65_536)))

    with pytest.raises(Malformed):
        karen.sync(pushes=(karen.push_of(organisation.area, 0, (row("b"), bytes(65_537))),))


def test_a_full_disk_asks_the_phone_to_wait_and_keeps_what_was_taken(hub_file: Hub) -> None:
    organisation = found(hub_file)
    karen, area = organisation.karen, organisation.area
    karen.push(area, 0, (row("a"), b"kept"))
    with organisation.hub.store.read() as sql:
        ((pages,),) = sql("PRAGMA page_count")
        sql(f"PRAGMA max_page_count={pages}")
    big = karen.push_of(area, 0, *[(row(number), os.urandom(30_000)) for number in range(12)])

    with pytest.raises(Busy):
        karen.sync(pushes=(big,))
    with organisation.hub.store.read() as sql:
        sql("PRAGMA max_page_count=1000000")

    assert karen.sync(pushes=(big,)).push_answers == (None,)


def test_the_roots_are_right_after_many_changes_and_a_restart(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    for turn in range(30):
        rows = [(os.urandom(1) + row((turn, one))[1:], os.urandom(20)) for one in range(5)]
        again = list(karen.said.values())[-1].rows if turn else {}
        karen.push(area, 0, *rows, *[(name, os.urandom(20)) for name in list(again)[:3]])
        if turn % 7 == 0:
            organisation.hub.again()
