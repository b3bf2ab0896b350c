"""What is only on a phone when a row is erased, and what else reads versions there."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from sync.circles import Circles
from sync.damage import mend
from sync.version import NO_WORDS, Version
from tests.sync.erasing import erase, hub_rows, left, whole
from tests.sync.lying import OTHER, ROW, Scene
from tests.sync.phones import Lost


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


# -- what is only here


def test_unsent_words_of_an_erased_row_go_with_it_and_the_others_are_sent(scene: Scene) -> None:
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.world.settle()
    erase(scene.karen, scene.area, (scene.space, ROW))
    scene.karen.sync()

    scene.omar.write(scene.space, ROW, name="Fatma")
    scene.omar.write(scene.space, OTHER, name="Ali")
    scene.world.settle()

    assert set(scene.omar.read(scene.space)) == {OTHER}
    assert scene.omar.journal.waiting() == []
    assert not any(size > 32 for _, size in hub_rows(scene, ROW))
    assert set(scene.mia.read(scene.space)) == {OTHER}
    assert whole(scene.karen, scene.omar, scene.mia)


def test_words_that_wait_for_their_turn_are_dropped_when_the_entry_comes(scene: Scene) -> None:
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.world.settle()
    scene.omar.write(scene.space, ROW, name="Fatma")
    scene.omar.write(scene.space, ROW, name="Fatmah")
    erase(scene.karen, scene.area, (scene.space, ROW))
    scene.karen.sync()
    with scene.omar.journal.transaction():
        scene.omar.journal.run("INSERT INTO refusal SELECT number, 'size' FROM unsent")

    scene.omar.keys.spaces, kept = (
        {k: v for k, v in scene.omar.keys.spaces.items() if k != scene.space},
        scene.omar.keys.spaces,
    )
    outcome = scene.omar.sync()
    scene.omar.keys.spaces = kept

    assert scene.omar.journal.waiting() == []
    assert scene.omar.journal.refused() == []
    assert (scene.space, ROW) in outcome.changed


def test_what_is_on_its_way_keeps_its_bytes_until_the_answer_and_then_becomes_the_leaf(scene: Scene) -> None:
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.world.settle()
    scene.omar.write(scene.space, ROW, name="Fatma")

    def lost(path: str, body: bytes) -> bytes:
        if path == "/sync":
            raise Lost
        return scene.world.hub.post(path, body)

    with pytest.raises(Lost):
        scene.omar.sync(lost)
    (offered,) = scene.omar.journal.offered((scene.space, ROW))
    erase(scene.karen, scene.area, (scene.space, ROW))
    scene.karen.sync()

    sent: list[bytes] = []

    def way(path: str, body: bytes) -> bytes:
        sent.append(body)
        return scene.world.hub.post(path, body)

    scene.omar.sync(way)

    assert any(offered.sealed in body for body in sent)
    assert {suite for suite, _ in left(scene.omar, scene.space, ROW)} == {NO_WORDS}
    assert offered.sealed not in scene.omar.connection.serialize()
    assert {size for _, size in hub_rows(scene, ROW)} == {32}
    scene.world.settle()
    assert whole(scene.karen, scene.omar, scene.mia)


def test_what_is_written_on_an_erased_row_later_is_taken_answered_and_kept_as_a_leaf(scene: Scene) -> None:
    scene.karen.write(scene.space, ROW, name="Fatima", phone="12 34")
    scene.world.settle()
    erase(scene.karen, scene.area, (scene.space, ROW))
    scene.world.settle()

    scene.karen.write(scene.space, ROW, name="Fatima")
    outcome = scene.karen.sync()
    scene.world.settle()

    assert outcome.pushed == 1
    for phone in (scene.karen, scene.omar, scene.mia):
        assert left(phone, scene.space, ROW) == [(NO_WORDS, 32)]
        assert ROW not in phone.read(scene.space)
        assert whole(phone)
    assert hub_rows(scene, ROW) == [(NO_WORDS, 32)]


# -- readers of versions


def test_a_bit_that_fell_over_in_a_leaf_is_mended_like_any_other(scene: Scene) -> None:
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.world.settle()
    erase(scene.karen, scene.area, (scene.space, ROW))
    scene.world.settle()
    journal = scene.omar.journal
    with journal.transaction():
        journal.run("UPDATE version SET sealed=zeroblob(32) WHERE row=?", (ROW,))
    damaged = Version(*journal.run("SELECT space, row, author, n, epoch, suite, nonce, sealed FROM version").fetchone())

    mend(journal, Circles(journal), [damaged])
    scene.omar.sync()

    (leaf, sealed, n) = journal.run("SELECT leaf, sealed, n FROM version WHERE row=?", (ROW,)).fetchone()
    assert leaf == sealed
    assert n
    assert whole(scene.omar)


@pytest.mark.parametrize("erased", [False, True])
def test_a_bit_that_makes_words_look_like_a_leaf_erases_nothing(scene: Scene, *, erased: bool) -> None:
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.world.settle()
    journal = scene.omar.journal
    (words,) = journal.versions_of(scene.space, ROW)
    with journal.transaction():
        journal.run("UPDATE version SET suite=0 WHERE row=?", (ROW,))
    if erased:
        erase(scene.karen, scene.area, (scene.space, ROW))
        scene.karen.sync()
    else:
        ((flipped,),) = journal.stream()
        mend(journal, Circles(journal), [flipped])

    scene.omar.sync()

    assert left(scene.omar, scene.space, ROW) == [(NO_WORDS, 32) if erased else (words.suite, len(words.sealed))]
    assert (words.sealed in scene.omar.connection.serialize()) is not erased
    assert whole(scene.omar)


def test_words_that_were_damaged_before_they_were_erased_do_not_come_back(scene: Scene) -> None:
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.world.settle()
    journal = scene.omar.journal
    (version,) = journal.versions_of(scene.space, ROW)
    with journal.transaction():
        journal.run("UPDATE version SET sealed=zeroblob(60) WHERE row=?", (ROW,))
    mend(journal, Circles(journal), [version._replace(sealed=bytes(60))])
    erase(scene.karen, scene.area, (scene.space, ROW))
    scene.karen.sync()

    scene.omar.sync()

    assert left(scene.omar, scene.space, ROW) == [(NO_WORDS, 32)]
    assert whole(scene.omar)


def test_a_phone_may_die_at_every_statement_while_it_erases(scene: Scene) -> None:
    omar = scene.omar
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.world.settle()
    for dies_in in itertools.count(1):
        row = dies_in.to_bytes(16)
        for phone in (scene.karen, omar):
            phone.write(scene.space, row, name="Ali")
            phone.sync()
        omar.write(scene.space, row, name="Alí")
        erase(scene.karen, scene.area, (scene.space, row))
        scene.karen.sync()

        omar.journal.dies_in = dies_in
        try:
            omar.sync()
        except Lost:
            omar.restart()
            omar.sync()
        else:
            break

    assert dies_in > 40
    omar.journal.dies_in = 0
    scene.world.settle()
    assert set(omar.read(scene.space)) == {ROW} == set(scene.mia.read(scene.space))
    assert omar.journal.waiting() == []
    assert whole(scene.karen, omar, scene.mia)
