"""What a steward erased by row id is gone on the hub and on every phone, and everything else goes on as before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sync.circles import Circles
from sync.entry import Kind, make_entry
from sync.inbox import ROOT
from sync.version import NO_WORDS, Version
from sync.wire import SyncAnswer
from tests.sync.erasing import erase, hub_rows, left, whole
from tests.sync.lying import OTHER, ROW, Scene


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


def blank(answer: SyncAnswer) -> SyncAnswer:
    """A hub that hands out leaves in the place of words."""
    pieces = [piece.without_words if isinstance(piece, Version) else piece for piece in answer.pieces]
    return replace(answer, pieces=tuple(pieces))


def test_every_phone_and_the_hub_keep_the_leaf_and_nothing_else(scene: Scene) -> None:
    for phone, said in ((scene.karen, "Fatima"), (scene.omar, "Fatma")):
        phone.write(scene.space, ROW, name=said)
        phone.write(scene.space, OTHER, name="Ali")
    scene.world.settle()
    words = {sealed.sealed for sealed in scene.mia.journal.versions_of(scene.space, ROW)}
    assert len(words) == 2

    erase(scene.karen, scene.area, (scene.space, ROW))
    scene.world.settle()

    for phone in (scene.karen, scene.omar, scene.mia):
        assert left(phone, scene.space, ROW) == [(NO_WORDS, 32)] * 2
        assert set(phone.read(scene.space)) == {OTHER}
        assert not any(word in phone.connection.serialize() for word in words)
    assert hub_rows(scene, ROW) == [(NO_WORDS, 32)] * 2
    scene.world.hub.again()
    assert not any(word in scene.world.hub.bytes() for word in words)
    assert whole(scene.karen, scene.omar, scene.mia)


def test_the_rows_that_read_otherwise_are_told(scene: Scene) -> None:
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.world.settle()
    erase(scene.karen, scene.area, (scene.space, ROW))

    told = scene.karen.sync().changed, scene.omar.sync().changed

    assert told == ({(scene.space, ROW)}, {(scene.space, ROW)})


def test_what_is_said_afterwards_still_matches_every_root(scene: Scene) -> None:
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.world.settle()
    erase(scene.karen, scene.area, (scene.space, ROW))
    scene.world.settle()
    for phone in (scene.karen, scene.omar, scene.mia):
        phone.restart()

    scene.karen.write(scene.space, OTHER, name="Ali")
    scene.world.settle()
    new = scene.world.joins("Zahra")
    scene.world.grant(scene.area, new)
    scene.world.settle()

    for phone in (scene.omar, scene.mia, new):
        assert set(phone.read(scene.space)) == {OTHER}
        assert whole(phone)
    assert left(new, scene.space, ROW) == [(NO_WORDS, 32)]


def test_a_hub_that_blanks_what_no_entry_erases_is_not_believed(scene: Scene) -> None:
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.karen.sync()

    outcome = scene.omar.sync(scene.lying(blank))

    assert [why for _, _, why in outcome.holding_back] == [ROOT]
    assert scene.omar.journal.run("SELECT count(*) FROM version WHERE row=?", (ROW,)).fetchone() == (0,)
    scene.omar.journal.load_anew(scene.area)
    assert scene.omar.sync().holding_back == []
    assert set(scene.omar.read(scene.space)) == {ROW}


def test_a_hub_that_blanks_what_is_here_takes_nothing_from_anybody(scene: Scene) -> None:
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.world.settle()
    scene.omar.journal.load_anew(scene.area)

    outcome = scene.omar.sync(scene.lying(blank))

    assert set(scene.omar.read(scene.space)) == {ROW}
    assert outcome.holding_back == []


def test_a_leaf_that_comes_before_its_entry_waits_for_it(scene: Scene) -> None:
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.world.settle()
    new = scene.world.joins("Zahra")
    scene.world.grant(scene.area, new)
    scene.karen.sync()
    entry = erase(scene.karen, scene.area, (scene.space, ROW))
    scene.karen.sync()

    early = new.sync(scene.without(lambda piece: piece == entry.raw))
    new.journal.set_meta("cursor", None)
    late = new.sync()

    assert ROOT in {why for _, _, why in early.holding_back}
    assert late.holding_back == []
    assert left(new, scene.space, ROW) == [(NO_WORDS, 32)]


def test_a_hub_that_kept_the_words_brings_them_to_nobody(scene: Scene) -> None:
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.world.settle()
    (kept,) = scene.omar.journal.versions_of(scene.space, ROW)
    erase(scene.karen, scene.area, (scene.space, ROW))
    scene.world.settle()
    new = scene.world.joins("Zahra")
    scene.world.grant(scene.area, new)
    scene.karen.sync()

    def keep(answer: SyncAnswer) -> SyncAnswer:
        pieces = [kept if isinstance(piece, Version) and piece.row == ROW else piece for piece in answer.pieces]
        return replace(answer, pieces=tuple(pieces))

    outcome = new.sync(scene.lying(keep))

    assert bytes(kept.sealed) in new.heard
    assert kept.sealed not in new.connection.serialize()
    assert left(new, scene.space, ROW) == [(NO_WORDS, 32)]
    assert outcome.holding_back == []


# -- who may


def test_an_entry_by_somebody_else_is_refused_by_the_hub_and_does_nothing_on_phones(scene: Scene) -> None:
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.world.settle()
    entry = erase(scene.omar, scene.area, (scene.space, ROW))

    outcome = scene.omar.sync()

    assert [why for _, _, why in outcome.refused] == ["steward"]
    scene.omar.journal.drop_entry(entry)

    def tell(answer: SyncAnswer) -> SyncAnswer:
        return replace(answer, pieces=(*answer.pieces, entry.raw))

    scene.karen.write(scene.space, OTHER, name="Ali")
    scene.karen.sync()
    scene.mia.sync(scene.lying(tell))
    told = Circles(scene.mia.journal).of(scene.area)
    assert told is not None
    assert told.tip == entry.hash
    assert set(scene.mia.read(scene.space)) == {ROW, OTHER}


def test_a_steward_of_the_circle_alone_erases_nothing_also_when_the_log_is_read_once_more(scene: Scene) -> None:
    zahra = scene.world.joins("Zahra")
    scene.world.grant(scene.area, zahra, steward=True)
    scene.karen.write(scene.space, ROW, name="Fatima")
    scene.world.settle()
    entry = erase(zahra, scene.area, (scene.space, ROW))

    assert [why for _, _, why in zahra.sync().refused] == ["steward"]
    scene.mia.sync(scene.lying(lambda answer: replace(answer, pieces=(*answer.pieces, entry.raw))))
    scene.mia.restart()
    scene.mia.sync()

    assert set(scene.mia.read(scene.space)) == {ROW}


def test_an_entry_nobody_understands_is_chained_and_the_hub_refuses_it(scene: Scene) -> None:
    told = Circles(scene.karen.journal).with_ours(scene.area)
    assert told is not None
    keys = scene.karen.keys
    odd = make_entry(scene.area, told.number + 1, told.tip, Kind.ERASE, keys.device, [[[b"?"]]], b"", keys.sign)
    scene.karen.journal.offer_entry(odd)

    assert odd.claim is None
    assert [why for _, _, why in scene.karen.sync().refused] == ["kind"]
