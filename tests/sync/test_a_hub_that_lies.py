"""The phone believes what authors signed, not what a hub says; what is missing is said aloud."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.circles import Circles
from sync.entry import Entry, Kind, make_entry
from sync.errors import Malformed
from sync.head import Head
from sync.inbox import FELL, NO_HEAD, ROOT, SEEN, SIGNATURE, STRANGER, UNKNOWN_LOG
from sync.version import Version
from sync.wire import SyncAnswer
from tests.sync.lying import OTHER, ROW, Scene
from tests.sync.phones import Keys


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


def test_a_row_that_is_left_out_is_missed_and_nothing_of_that_push_is_believed(scene: Scene) -> None:
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.karen.write(scene.space, OTHER, name="Ali")
    scene.karen.sync()

    outcome = scene.omar.sync(scene.without(lambda piece: isinstance(piece, Version) and piece.row == OTHER))

    assert [why for _, _, why in outcome.holding_back] == [ROOT]
    assert scene.omar.read(scene.space) == {}


def test_rows_without_the_head_that_covers_them_are_not_believed(scene: Scene) -> None:
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.karen.sync()

    outcome = scene.omar.sync(scene.without(lambda piece: isinstance(piece, Head)))

    assert {why for _, _, why in outcome.holding_back} == {NO_HEAD}
    assert scene.omar.read(scene.space) == {}


def test_what_was_missing_and_comes_after_all_is_no_longer_missed(scene: Scene) -> None:
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.karen.sync()
    scene.omar.sync(scene.without(lambda piece: isinstance(piece, Head)))
    scene.karen.write(scene.space, OTHER, name="Ali")
    scene.karen.sync()

    outcome = scene.omar.sync()

    assert outcome.holding_back == []
    assert set(scene.omar.read(scene.space)) == {ROW, OTHER}


def test_a_circle_can_be_asked_for_anew_and_is_whole_again(scene: Scene) -> None:
    def spoil(answer: SyncAnswer) -> SyncAnswer:
        pieces = [p._replace(n=p.n + 1000, sealed=bytes(40)) if isinstance(p, Version) else p for p in answer.pieces]
        return replace(answer, pieces=tuple(pieces))

    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.karen.sync()
    scene.omar.sync(scene.lying(spoil))
    spoiled = scene.whys(scene.omar)

    scene.omar.journal.load_anew(scene.area)
    outcome = scene.omar.sync()

    assert spoiled == {ROOT}
    assert outcome.holding_back == []
    assert set(scene.omar.read(scene.space)) == {ROW}


def test_an_author_who_is_kept_from_us_is_missed_when_another_has_seen_him(scene: Scene) -> None:
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.karen.sync()
    scene.mia.sync()
    scene.mia.write(scene.space, OTHER, name="Ali")
    scene.mia.sync()
    karens = scene.karen.author(scene.space)

    outcome = scene.omar.sync(scene.without(lambda piece: not isinstance(piece, bytes) and piece.author == karens))

    assert outcome.holding_back == [(scene.space, karens, SEEN)]
    assert set(scene.omar.read(scene.space)) == {OTHER}


def test_an_older_head_is_not_taken_for_the_newest(scene: Scene) -> None:
    seen: list[Head] = []

    def keep(answer: SyncAnswer) -> SyncAnswer:
        seen.extend(piece for piece in answer.pieces if isinstance(piece, Head))
        return answer

    for value in ("Fatima", "Fatma"):
        scene.karen.write(scene.space, ROW, name=value)
        scene.karen.sync()
        scene.omar.sync(scene.lying(keep))

    outcome = scene.omar.sync(scene.lying(lambda answer: replace(answer, pieces=(seen[0],))))

    assert [why for _, _, why in outcome.holding_back] == [FELL]
    assert scene.omar.read(scene.space)[ROW].fields["name"].word.value == "Fatma"


def test_a_head_that_its_author_did_not_sign_moves_nothing(scene: Scene) -> None:
    def forge(answer: SyncAnswer) -> SyncAnswer:
        pieces = (replace(p, signature=bytes(64)) if isinstance(p, Head) else p for p in answer.pieces)
        return replace(answer, pieces=tuple(pieces))

    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.karen.sync()

    outcome = scene.omar.sync(scene.lying(forge))

    assert {why for _, _, why in outcome.holding_back} >= {SIGNATURE}
    assert scene.omar.read(scene.space) == {}


def test_words_of_somebody_whose_grant_is_kept_from_us_wait_for_it(scene: Scene) -> None:
    zoe = scene.world.joins("Zoe")
    grant = scene.world.grant(scene.area, zoe)
    scene.karen.sync()
    zoe.sync()
    zoe.write(scene.space, ROW, name="Fatima")
    zoe.sync()

    first = scene.omar.sync(scene.without(lambda piece: piece == grant.raw))
    before = scene.omar.read(scene.space)
    scene.omar.sync(scene.lying(lambda answer: replace(answer, pieces=(grant.raw,))))

    assert {why for _, _, why in first.holding_back} == {UNKNOWN_LOG}
    assert before == {}
    assert set(scene.omar.read(scene.space)) == {ROW}
    assert scene.whys(scene.omar) == set()


def test_words_signed_on_a_log_that_is_kept_from_us_wait_for_it(scene: Scene) -> None:
    grant = scene.world.grant(scene.area, scene.world.joins("Zoe"))
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.karen.sync()

    scene.omar.sync(scene.without(lambda piece: piece == grant.raw))

    assert scene.omar.read(scene.space) == {}
    assert scene.whys(scene.omar) == {UNKNOWN_LOG}


def test_a_hub_cannot_let_its_own_device_into_a_circle(scene: Scene) -> None:
    told = Circles(scene.omar.journal).of(scene.area)
    assert told is not None
    spy = Keys(scene.world.chance)
    claims = [b"p" * 16, 0, 1, 0, b"", [[spy.device, spy.box, b"w"]]]
    forged = make_entry(scene.area, told.number + 1, told.tip, Kind.GRANT, spy.device, claims, b"", spy.sign)

    scene.omar.sync(scene.lying(lambda answer: replace(answer, pieces=(forged.raw,))))

    after = Circles(scene.omar.journal).of(scene.area)
    assert after is not None
    assert after.tip == told.tip
    assert scene.whys(scene.omar) == {STRANGER}


def test_a_circle_that_no_steward_founded_is_not_believed(scene: Scene) -> None:
    keys = scene.mia.keys  # a member, but no steward of the root log
    circle = b"c" * 16
    found = make_entry(circle, 0, b"", Kind.FOUND, keys.device, [1, 0, scene.mia.person, keys.box], b"", keys.sign)

    scene.omar.sync(scene.lying(lambda answer: replace(answer, pieces=(found.raw,))))

    assert Circles(scene.omar.journal).of(circle) is None


def test_another_root_than_the_pinned_one_is_not_believed(scene: Scene) -> None:
    spy = Keys(scene.world.chance)
    other = make_entry(scene.world.root, 0, b"", Kind.FOUND, spy.device, [1, 0, b"p" * 16, spy.box], b"", spy.sign)
    newcomer = scene.world.joins("Zoe")
    scene.karen.sync()

    newcomer.sync(scene.lying(lambda answer: replace(answer, pieces=(other.raw,))))

    assert Circles(newcomer.journal).of(scene.world.root) is None


def test_a_log_that_is_rewritten_is_not_followed(scene: Scene) -> None:
    keys = scene.karen.keys
    first = scene.omar.journal.entries(scene.area)[0]
    claims = [b"p" * 16, 0, 0, 0, b"", [[b"d" * 32, b"b" * 32, b"w"]]]
    other = make_entry(scene.area, 1, first.hash, Kind.GRANT, keys.device, claims, b"", keys.sign)

    scene.omar.sync(scene.lying(lambda answer: replace(answer, pieces=(other.raw,))))

    told = Circles(scene.omar.journal).of(scene.area)
    assert told is not None
    assert other.hash not in told.hashes
    assert scene.whys(scene.omar) == {"fork"}


def test_an_answer_that_gets_no_further_ends(scene: Scene) -> None:
    with pytest.raises(Malformed):
        scene.omar.sync(scene.lying(lambda answer: SyncAnswer(more=True)))


def test_a_hub_that_brings_the_same_again_and_again_is_asked_no_further(scene: Scene) -> None:
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.karen.sync()
    scene.world.hub.asked.clear()

    with pytest.raises(Malformed):
        scene.omar.sync(scene.lying(lambda answer: replace(answer, more=True, cursor=b"", loads=())))

    assert len(scene.world.hub.asked) < 9
    scene.omar.sync()
    assert ROW in scene.omar.read(scene.space)


def test_entries_of_a_kind_that_is_not_known_yet_are_chained_and_kept(scene: Scene) -> None:
    keys, told = scene.karen.keys, Circles(scene.karen.journal).of(scene.area)
    assert told is not None
    scene.karen.journal.offer_entry(
        make_entry(scene.area, told.number + 1, told.tip, 77, keys.device, ["later"], b"", keys.sign)
    )
    scene.karen.sync()
    zoe = scene.world.joins("Zoe")
    scene.world.grant(scene.area, zoe)
    scene.karen.sync()
    zoe.sync()

    assert [entry.kind for entry in zoe.journal.entries(scene.area)][-2:] == [77, Kind.GRANT]
    assert isinstance(zoe.journal.entries(scene.area)[-2], Entry)


Harm = bytes | tuple[list[tuple[int, int]], int]
"""Garbage instead of an answer; or (place, byte) changes to it and where it is cut, places modulo its length."""
PLACES = st.integers(0, 1 << 20)
HARMS = st.binary(max_size=80) | st.tuples(
    st.lists(st.tuples(PLACES, st.integers(0, 255)), min_size=1, max_size=3), PLACES
)


def harmed(answer: bytes, harm: Harm) -> bytes:
    if isinstance(harm, bytes):
        return harm
    changes, end = harm
    changed = bytearray(answer)
    for place, byte in changes:
        changed[place % len(answer)] = byte
    return bytes(changed[: 1 + end % len(answer)])


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 9), st.lists(HARMS, min_size=1, max_size=4))
def test_garbage_and_half_answers_change_nothing(scene: Scene, number: int, harms: list[Harm]) -> None:
    scene.karen.write(scene.space, ROW, name=f"Fatima {number}")
    before = list(scene.karen.journal.run("SELECT * FROM version"))
    waits = len(scene.karen.journal.waiting())
    coming = itertools.cycle(harms)

    def post(path: str, body: bytes) -> bytes:
        answer = scene.world.hub.post(path, body)
        return harmed(answer, next(coming)) if path == "/sync" else answer

    try:
        scene.karen.sync(post)
    except Exception as no:  # noqa: BLE001
        assert type(no).__module__ == "sync.errors"  # noqa: PT017
        assert list(scene.karen.journal.run("SELECT * FROM version")) == before
        assert len(scene.karen.journal.waiting()) == waits
    scene.karen.sync()
    assert not scene.karen.journal.waiting()
