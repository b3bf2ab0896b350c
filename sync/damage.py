"""A bit of the disk is another one: what is no longer what was verified is fetched again."""

from __future__ import annotations

from collections.abc import Iterable

from sync.circles import Circles
from sync.journal import Journal
from sync.version import Version

_COLUMNS = "space, row, author, n, epoch, suite, nonce, sealed"
_KEY = "WHERE space=? AND row=? AND author=?"


def mend(journal: Journal, circles: Circles, unopened: Iterable[Version]) -> bool:
    """Of versions that do not open: those whose bytes changed here give way to the hub's, by the next sync.

    Their leaves stay, so roots match as before, and nothing of their author's is offered on top of them meanwhile.
    True when it was the index that was wrong, which is made anew: then read once more.
    """
    damaged = [version for version in unopened if not _stands(journal, version, version)]
    if not damaged:
        return False
    journal.run("REINDEX version")
    misread = False
    for version in damaged:
        now, place = _read(journal, version), circles.place(version.space)
        if now is None or _stands(journal, version, now):
            misread = True
        elif place:
            with journal.transaction():
                journal.run(f"UPDATE version SET n=0 {_KEY}", version[:3])  # noqa: S608 - the same
                journal.load_anew(place[0])
    return misread


def _read(journal: Journal, key: Version) -> Version | None:
    found = journal.run(f"SELECT {_COLUMNS} FROM version {_KEY}", key[:3]).fetchone()  # noqa: S608 - a text of ours
    return None if found is None else Version(*found)


def _stands(journal: Journal, key: Version, version: Version) -> bool:
    """Whether it is what was verified under that key."""
    found = journal.run(f"SELECT leaf FROM version {_KEY}", key[:3]).fetchone()  # noqa: S608 - a text of ours
    return found is not None and found[0] == version.leaf
