"""Copies of a hub's database: whole, the owner's own, and put in place without losing what was there."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sync.entry import space_of
from sync.hub.copies import backup, check, restore
from sync.hub.store import AlreadyOpen, HubStore, NotAHub
from tests.hub.chunks import get, put
from tests.hub.closing import close
from tests.hub.conftest import Organisation
from tests.hub.phones import row
from tests.hub.restoring import Scene, lost_push, scene_of


@dataclass
class Copied(Scene):
    """And a backup of that moment."""

    file: Path


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A file: copies of PostgreSQL are made and put back with its own tools."""
    return tmp_path / "hub.db"


@pytest.fixture
def scene(organisation: Organisation, tmp_path: Path) -> Copied:
    """Of a hub on a file."""
    made = scene_of(organisation)
    backup(organisation.hub.file, tmp_path / "copy.db")
    return Copied(**vars(made), file=tmp_path / "copy.db")


def test_a_backup_is_whole_the_owners_own_and_replaces_nothing(scene: Copied, tmp_path: Path) -> None:
    assert scene.file.stat().st_mode & 0o777 == 0o600
    assert check(scene.file) == []
    with pytest.raises(FileExistsError):
        backup(scene.org.hub.file, scene.file)
    assert not list(tmp_path.glob("*.part"))


def test_a_restore_keeps_what_was_there_and_needs_the_hub_to_be_stopped(scene: Copied) -> None:
    hub = scene.org.hub
    lost_push(scene, (row("after"), b"only in the replaced one"))
    with pytest.raises(AlreadyOpen):
        restore(hub.path, scene.file)
    hub.close()

    kept = [restore(hub.path, scene.file) for _ in range(2)]

    hub.open()
    assert kept[0]
    assert kept[0] != kept[1]
    assert kept[0].stat().st_mode & 0o777 == hub.path.stat().st_mode & 0o777 == 0o600
    with HubStore(kept[0]) as old, old.read() as sql:
        assert sql("SELECT count(*) FROM version") == [(2,)]


def _broken(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2 : len(whole) // 2 + 4096] = os.urandom(4096)
    path.write_bytes(whole)


@pytest.mark.parametrize("spoil", [_broken, lambda path: path.write_bytes(b"no"), lambda path: path.unlink()])
def test_a_copy_that_is_not_whole_replaces_nothing(scene: Copied, spoil: Callable[[Path], None]) -> None:
    hub = scene.org.hub
    hub.close()
    before = hub.path.read_bytes()
    spoil(scene.file)

    with pytest.raises((NotAHub, OSError)):
        restore(hub.path, scene.file)

    assert hub.path.read_bytes() == before
    assert [path.name for path in hub.path.parent.glob("hub.db*")] == ["hub.db"]
    hub.open()


def test_rows_that_were_changed_by_hand_are_found(scene: Copied) -> None:
    with HubStore(scene.file) as store, store.write() as sql:
        sql("UPDATE version SET leaf = ?", bytes(32))
        sql("UPDATE entry SET raw = ? WHERE number = 0 AND circle = ?", *_unsigned(sql, scene.area))
    assert len(check(scene.file)) >= 2


SPOILT = [
    ("UPDATE version SET sealed = ?", lambda sealed: bytes(len(sealed)), "SELECT sealed FROM version", "rows of"),
    ("UPDATE version SET leaf = ?", lambda leaf: bytes(32), "SELECT leaf FROM version", "rows of"),
    ("UPDATE head SET signature = ?", lambda _: bytes(64), "SELECT signature FROM head", "is not signed"),
    ("UPDATE head SET log_hash = ?", lambda _: bytes(32), "SELECT log_hash FROM head", "nobody"),
    ("UPDATE head SET n = ?", lambda n: n + 1, "SELECT n FROM head", "is not signed"),
    ("UPDATE entry SET hash = ?", lambda _: bytes(32), "SELECT hash FROM entry", "in the place of another"),
    ("UPDATE late SET push = ?", lambda push: push[:-64] + bytes(64), "SELECT push FROM late", "is not signed"),
    ("UPDATE late SET push = ?", lambda push: push[:-9], "SELECT push FROM late", "cannot be read"),
    ("UPDATE late SET push = ?", lambda push: push.replace(b"late", b"bate"), "SELECT push FROM late", "late pieces"),
    ("DELETE FROM head WHERE signature = ?", lambda same: same, "SELECT signature FROM head", "have no head"),
]


@pytest.mark.parametrize(("change", "spoil", "read", "why"), SPOILT)
def test_whatever_was_spoilt_in_a_copy_is_said(
    scene: Copied, change: str, spoil: Callable[[Any], Any], read: str, why: str
) -> None:
    mia, area = scene.mia, scene.area
    assert close(scene.org.karen, area, mia) is None
    mia.login()
    late = mia.push_of(area, 0, (row("late"), b"late"))
    assert [str(no) for no in mia.sync(pushes=(late,)).push_answers] == ["late"]
    copy = scene.file.with_name("with late work.db")
    backup(scene.org.hub.file, copy)
    assert check(copy) == []
    with HubStore(copy) as store, store.write() as sql:
        sql(change, spoil(sql(read)[0][0]))

    assert any(why in said for said in check(copy)), check(copy)


def test_a_copy_carries_the_chunks_and_a_changed_one_is_found(scene: Copied) -> None:
    karen, space, hub = scene.org.karen, space_of(scene.area, 0), scene.org.hub
    name = put(karen, space, b"a sealed chunk")
    copy = scene.file.with_name("with chunks.db")
    backup(hub.file, copy)
    hub.ask("/drop", karen.token, space, [name])
    hub.close()
    restore(hub.path, copy)
    hub.open()
    karen.login()
    assert get(karen, space, name) == b"a sealed chunk"

    with HubStore(copy) as store, store.write() as sql:
        sql("UPDATE chunk SET sealed = ?", b"a sealed chunc")
    assert len(check(copy)) == 1


def _unsigned(sql: Any, circle: bytes) -> tuple[bytes, bytes]:
    ((raw,),) = sql("SELECT raw FROM entry WHERE number = 0 AND circle = ?", circle)
    return raw[:-64] + bytes(64), circle
