"""Somebody was closed, and the hub lies about it: each way is noticed, and nothing of it is believed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sync.circles import Circles
from sync.entry import Entry, Kind, make_entry
from sync.head import root_of
from sync.inbox import FORK, ROOT, UNKNOWN_LOG
from sync.wire import Piece, Push, SyncRequest
from tests.sync.lying import OTHER, ROW, Scene
from tests.sync.phones import Phone


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    """Mia has said one thing, and Omar has it."""
    scene = Scene(tmp_path)
    scene.mia.write(scene.space, ROW, name="Fatima")
    scene.world.settle()
    return scene


def close_mia(scene: Scene) -> Entry:
    """Karen's entry, naming Mia's head as the hub has it; taken by the hub."""
    karen, told = scene.karen, Circles(scene.karen.journal).of(scene.area)
    assert told is not None
    (mia,) = told.of_device(scene.mia.keys.device)
    (push,) = pushes_of(scene.mia)
    final = [scene.space, mia.author, push.head.n, push.head.hash]
    claims = [[[mia.grant, b""]], [final], []]
    entry = make_entry(
        scene.area, told.number + 1, told.tip, Kind.CLOSE, karen.keys.device, claims, b"", karen.keys.sign
    )
    karen.journal.offer_entry(entry)
    assert karen.sync().refused == []
    return entry


def pushes_of(phone: Phone) -> tuple[Push, ...]:
    """What that phone pushed last, as it went over the wire."""
    asked = [SyncRequest.unpack(body) for path, body in phone.hub.asked if path == "/sync"]
    device = phone.keys.device
    known = [Circles(phone.journal).of(circle) for circle in phone.journal.circles()]
    mine = {one.author for told in known if told for one in told.authors.values() if one.device == device}
    pushed = [one.pushes for one in asked if one.pushes and one.pushes[0].author in mine]
    return pushed[-1]


def as_pieces(push: Push) -> tuple[Piece, ...]:
    return (*push.versions, push.head)


def test_that_she_left_is_kept_from_us_and_missed(scene: Scene) -> None:
    entry = close_mia(scene)
    scene.karen.write(scene.space, OTHER, name="efter")
    scene.karen.sync()

    scene.omar.sync(scene.without(lambda piece: piece == entry.raw))

    assert set(scene.omar.read(scene.space)) == {ROW}
    assert scene.whys(scene.omar) == {UNKNOWN_LOG}


def test_what_she_says_after_her_end_is_not_believed_though_she_signed_it(scene: Scene) -> None:
    close_mia(scene)
    scene.omar.sync()
    scene.mia.write(scene.space, OTHER, name="for sent")
    scene.mia.sync()
    (late,) = pushes_of(scene.mia)
    assert late.head.n == 2

    scene.omar.sync(scene.lying(lambda answer: replace(answer, pieces=as_pieces(late))))

    assert set(scene.omar.read(scene.space)) == {ROW}
    assert ROOT in scene.whys(scene.omar)


def test_another_end_than_the_one_that_was_named_is_said(scene: Scene) -> None:
    (push,) = pushes_of(scene.mia)
    close_mia(scene)
    zoe = scene.world.joins("Zoe")
    scene.world.grant(scene.area, zoe)
    scene.karen.sync()
    other = push.versions[0]._replace(row=OTHER)
    head = replace(push.head, root=root_of([(other.row, other.leaf)]), signature=b"")
    head = replace(head, signature=scene.mia.keys.sign(head.signed))
    forged = {push.versions[0].row: other}

    def lie(piece: Piece) -> Piece:
        if piece == push.head:
            return head
        return forged.get(getattr(piece, "row", b""), piece) if piece == push.versions[0] else piece

    zoe.sync(scene.lying(lambda answer: replace(answer, pieces=tuple(lie(piece) for piece in answer.pieces))))

    assert zoe.read(scene.space) == {}
    assert FORK in scene.whys(zoe)
