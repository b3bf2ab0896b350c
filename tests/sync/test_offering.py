"""From typed to acknowledged: what goes in a turn, what stays as it is, what a refusal frees."""

from __future__ import annotations

import pytest

from sync import talk, unsent, version
from sync.codes import Reason, pack_error
from sync.conversation import converse
from sync.copied import is_copied
from sync.entry import space_of
from sync.errors import Busy, LoginNeeded, Refused
from sync.hub.verify import verify
from sync.stamp import ms_of
from sync.version import SEALED_MAX
from sync.wire import PIECE_MAX, PIECE_MIN, SyncAnswer, SyncRequest
from tests.sync.phones import Lost, Phone, World, database
from tests.sync.ways import answering, losing, pushes

ROW, OTHER, THIRD = b"r" * 16, b"o" * 16, b"t" * 16
DAY = 24 * 3600 * 1000


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


def test_a_profile_put_back_from_an_older_copy_takes_its_own_words_and_says_nothing_under_the_old_key(
    world: World, karen: Phone, space: bytes
) -> None:
    karen.write(space, ROW, name="Fatima")
    karen.sync()
    copy = database()
    karen.connection.backup(copy)
    karen.write(space, ROW, phone="12345678")
    karen.write(space, OTHER, name="Ali")
    karen.sync()

    karen.connection = copy
    karen.restart()
    karen.write(space, ROW, name="Fatma")
    outcome = karen.sync()

    assert outcome.refused == []
    assert is_copied(karen.journal)
    assert [one.row for one in karen.journal.waiting()] == [ROW]  # until it has a key of its own (app/journeys/copied)
    shown = karen.read(space)
    assert {name: one.word.value for name, one in shown[ROW].fields.items()} == {"name": "Fatma", "phone": "12345678"}
    assert set(shown) == {ROW, OTHER}


def test_a_version_of_a_newer_suite_is_kept_untouched(
    world: World, karen: Phone, space: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    omar = world.joins("Omar")
    (area,) = [circle for circle in karen.journal.circles() if circle != world.root]
    world.grant(area, omar)
    monkeypatch.setattr(version, "SUITE", 9)
    monkeypatch.setattr(unsent, "SUITE", 9)
    karen.write(space, ROW, name="Fatima")
    karen.sync()

    outcome = omar.sync()

    assert outcome.holding_back == []
    assert [one.suite for one in omar.journal.versions()] == [9]


def test_what_is_written_in_many_new_circles_waits_for_their_logs(
    world: World, karen: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More entries than one request carries, and room for everything that was written in all of them."""
    monkeypatch.setattr(talk, "ENTRIES_MAX", 1_000)
    for number in range(20):
        karen.write(space_of(world.circle(karen), 0), bytes([number]) * 16, name=f"n{number}")

    outcome = karen.sync()

    assert (outcome.refused, outcome.pushed) == ([], 20)
    assert karen.journal.waiting() == []


def test_what_nothing_came_between_goes_as_it_was_sealed_when_it_was_typed(
    world: World, karen: Phone, space: bytes
) -> None:
    karen.write(space, ROW, name="Fatima")
    karen.write(space, OTHER, name="Ali")
    typed = [one.sealed for one in karen.journal.unsent()]

    karen.sync()

    assert [version.sealed for push in pushes(world) for version in push.versions] == typed


def test_what_is_written_twice_or_again_goes_whole_and_its_neighbours_as_they_are(
    world: World, karen: Phone, space: bytes
) -> None:
    karen.write(space, ROW, name="Fatima")
    karen.sync()
    karen.write(space, ROW, phone="12345678")
    karen.write(space, OTHER, name="Ali")
    karen.write(space, THIRD, name="Sara")
    karen.write(space, OTHER, phone="87654321")
    third = karen.journal.unsent()[2]

    karen.sync()

    push = pushes(world)[-1]
    assert [(version.row, version.n) for version in push.versions] == [(ROW, 2), (OTHER, 3), (THIRD, third.n)]
    assert push.versions[-1].sealed == third.sealed
    shown = {
        row: {name: one.word.value for name, one in told.fields.items()} for row, told in karen.read(space).items()
    }
    assert shown[ROW] == {"name": "Fatima", "phone": "12345678"}
    assert shown[OTHER] == {"name": "Ali", "phone": "87654321"}


def test_what_was_typed_before_the_clock_was_told_is_stamped_and_sealed_anew(
    world: World, karen: Phone, space: bytes
) -> None:
    karen.bend = DAY
    karen.write(space, ROW, name="Fatima")
    (typed,) = karen.journal.unsent()

    karen.sync()

    (version,) = karen.journal.versions_of(space, ROW)
    assert version.sealed != typed.sealed
    assert ms_of(karen.read(space)[ROW].fields["name"].word.stamp) == world.clock()


@pytest.mark.parametrize("spoilt", ["n=n+1", "stamp=stamp+1", "raw=raw+1", "floor=1<<61", "suite=1", "epoch=9"])
def test_a_figure_beside_a_write_that_the_disk_spoilt_makes_no_wrong_word(
    karen: Phone, space: bytes, spoilt: str
) -> None:
    karen.write(space, ROW, name="Fatima")
    karen.journal.run(f"UPDATE unsent SET {spoilt}")
    karen.type(space, OTHER, {"name": "Ali"})

    outcome = karen.sync()

    if outcome.pushed == 2:
        assert karen.read(space)[ROW].fields["name"].word.value == "Fatima"
    else:
        assert [one.row for one in karen.journal.waiting()] == [ROW]
        assert outcome.refused in ([(space, ROW, "damaged")], [])


def test_what_is_typed_while_the_last_piece_is_on_its_way_goes_with_the_very_next_request(
    world: World, karen: Phone, space: bytes
) -> None:
    karen.sync()
    karen.write(space, ROW, name="Fatima")
    conversation = converse(karen.journal, karen.keys, karen.keys, verify, karen.now, karen.session)
    asked = next(conversation)
    assert asked.path == "/sync"
    assert asked.meanwhile
    asked.meanwhile()
    karen.write(space, OTHER, name="Ali")

    again = conversation.send(world.hub.post(asked.path, asked.body))

    assert [version.row for push in SyncRequest.unpack(again.body).pushes for version in push.versions] == [OTHER]
