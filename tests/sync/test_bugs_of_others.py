"""What went wrong in other products does not go wrong here; docs/torture.md says where the others of them are told."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from sync.errors import NotFound, SyncError
from sync.hub import pull
from sync.inbox import ROOT
from sync.version import Version
from sync.wire import SyncAnswer
from tests.sync.lying import Scene
from tests.sync.phones import Lost, TheHub
from tests.sync.ways import losing

ROW, OTHER = b"r" * 16, b"o" * 16
MANY = 300


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


def rows(count: int) -> list[bytes]:
    return [b"%016d" % number for number in range(count)]


def test_a_time_out_moves_no_cursor(scene: Scene) -> None:
    """Anki-Android#4366: a time-out moved the counter of the client, and what had not come never came."""
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.karen.sync()
    before = scene.omar.journal.meta("cursor")

    with pytest.raises(Lost):
        scene.omar.sync(losing(scene.world, heard=True))

    assert scene.omar.journal.meta("cursor") == before
    scene.omar.sync()
    assert set(scene.omar.read(scene.space)) == {ROW}


def test_what_came_before_the_line_was_cut_does_not_come_again(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """cht-core#7528 (PouchDB): progress was kept only when a whole batch had come."""
    for row in rows(40):
        scene.karen.type(scene.space, row, {"name": "Fatima"})
    scene.karen.sync()
    monkeypatch.setattr(pull, "PIECE_MAX", 1_000)
    came: list[Version] = []
    patience = 15

    def way(path: str, body: bytes) -> bytes:
        if len(came) > patience:
            raise Lost
        answer = scene.world.hub.post(path, body)
        came.extend(piece for piece in SyncAnswer.unpack(answer).pieces if isinstance(piece, Version))
        return answer

    with pytest.raises(Lost):
        scene.omar.sync(way)
    patience = 40
    scene.omar.sync(way)

    assert len(came) == len({version.row for version in came}) == 40


def test_a_hub_that_was_wiped_acknowledges_nothing(scene: Scene, tmp_path: Path) -> None:
    """evolu#660: a relay that had lost everything said yes, and kept nothing."""
    scene.karen.write(scene.space, ROW, name="Fatima")
    (tmp_path / "empty").mkdir()
    empty = TheHub(tmp_path / "empty", scene.world.clock)

    for _ in range(2):
        scene.karen.restart()
        with pytest.raises(NotFound):
            scene.karen.sync(empty.post)

    assert len(scene.karen.journal.waiting()) == 1
    assert scene.karen.sync().pushed == 1


def test_a_long_history_needs_no_more_tries_than_it_has_pieces(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """actual#8816: a guard of ten tries made a large history impossible to fetch."""
    for row in rows(MANY):
        scene.karen.type(scene.space, row, {"name": "Fatima"})
    scene.karen.sync()
    monkeypatch.setattr(pull, "PIECE_MAX", 100)
    scene.world.hub.asked.clear()

    outcome = scene.omar.sync()

    assert len(scene.world.hub.asked) >= MANY
    assert outcome.holding_back == []
    assert set(scene.omar.read(scene.space)) == set(rows(MANY))


def test_a_root_that_does_not_match_is_said_and_does_not_load_everything_again(scene: Scene) -> None:
    """powersync-js#954: a checksum that did not match made the client fetch all, again and again."""
    for row in rows(20):
        scene.karen.type(scene.space, row, {"name": "Fatima"})
    scene.karen.sync()
    liar = scene.without(lambda piece: isinstance(piece, Version) and piece.row == rows(20)[7])
    scene.world.hub.asked.clear()
    scene.omar.sync(liar)
    heard = len(scene.omar.heard)

    for _ in range(3):
        scene.omar.sync(liar)

    assert scene.whys(scene.omar) == {ROOT}
    assert len([path for path, _ in scene.world.hub.asked if path == "/sync"]) == 4
    assert len(scene.omar.heard) - heard < 64


def test_an_older_edit_that_arrives_later_does_not_win(scene: Scene) -> None:
    """rxdb#5843: an edit that was older, and synced last, replaced a newer one on both devices."""
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.world.settle()
    scene.omar.write(scene.space, ROW, name="older")
    scene.world.clock.ms += 60_000
    scene.karen.write(scene.space, ROW, name="newer")
    scene.karen.sync()
    scene.omar.sync()
    scene.world.settle()

    for phone in (scene.karen, scene.omar, scene.mia):
        assert phone.read(scene.space)[ROW].fields["name"].word.value == "newer"


def test_other_words_under_the_same_head_are_not_believed(scene: Scene) -> None:
    """collect#6768: two states with the same hash and other content passed for one."""
    old: list[Version] = []

    def keep(answer: SyncAnswer) -> SyncAnswer:
        old.extend(piece for piece in answer.pieces if isinstance(piece, Version))
        return answer

    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.karen.sync()
    scene.mia.sync(scene.lying(keep))
    scene.karen.write(scene.space, ROW, name="Fatma")
    scene.karen.sync()

    def swap(answer: SyncAnswer) -> SyncAnswer:
        pieces = (old[0]._replace(n=p.n) if isinstance(p, Version) else p for p in answer.pieces)
        return replace(answer, pieces=tuple(pieces))

    outcome = scene.omar.sync(scene.lying(swap))

    assert [why for _, _, why in outcome.holding_back] == [ROOT]
    assert scene.omar.read(scene.space) == {}


def test_a_hub_that_hands_words_out_as_another_row_is_not_believed(scene: Scene) -> None:
    """A cipher that is not bound to its place (security.md 1.5): the server moves one person's words to another."""
    near = ROW[:1] + OTHER[1:]  # the same bucket of the root, the same place in it
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.karen.sync()

    def move(answer: SyncAnswer) -> SyncAnswer:
        pieces = (p._replace(row=near) if isinstance(p, Version) else p for p in answer.pieces)
        return replace(answer, pieces=tuple(pieces))

    outcome = scene.omar.sync(scene.lying(move))

    assert [why for _, _, why in outcome.holding_back] == [ROOT]
    assert scene.omar.read(scene.space) == {}


def test_who_died_in_the_middle_keeps_nobody_waiting(scene: Scene) -> None:
    """joplin#7911: the lock of a client that had died stopped all others."""
    for phone in (scene.karen, scene.omar):
        phone.write(scene.space, ROW, name=phone.name)
    scene.karen.journal.dies_in = 30
    with pytest.raises(Lost):
        scene.karen.sync()

    assert scene.omar.sync().pushed == 1
    scene.mia.sync()
    assert scene.mia.read(scene.space)[ROW].fields["name"].word.value == scene.omar.name


def test_no_statement_has_more_variables_the_more_rows_there_are(scene: Scene) -> None:
    """android-fhir#2559: «too many SQL variables» as soon as a sync brought many rows."""
    few = sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER
    for phone in (scene.karen, scene.omar):
        phone.connection.setlimit(few, 40)
    scene.world.hub.store._db.setlimit(few, 999)  # a piece is written in few statements, each as long as any may be

    for row in rows(MANY):
        scene.karen.type(scene.space, row, {"name": "Fatima"})
    scene.karen.sync()
    scene.omar.sync()

    assert set(scene.omar.read(scene.space)) == set(rows(MANY))


def test_an_answer_of_another_request_changes_nothing(scene: Scene) -> None:
    """An answer that belongs to another request says of nothing that it was kept."""
    scene.karen.write(scene.space, ROW, name="Fatima")
    earlier: list[bytes] = []

    def way(path: str, body: bytes) -> bytes:
        if path != "/sync":
            return scene.world.hub.post(path, body)
        return earlier[0]

    def keep(path: str, body: bytes) -> bytes:
        earlier.append(scene.world.hub.post(path, body))
        return earlier[-1]

    scene.mia.sync(keep)
    with pytest.raises(SyncError):
        scene.karen.sync(way)

    assert len(scene.karen.journal.waiting()) == 1
    assert scene.karen.sync().pushed == 1
