"""A bit of the disk is another one: what is no longer what was verified is fetched again."""

from __future__ import annotations

from collections.abc import Iterable

from sync.circles import Circles
from sync.journal import Journal
from sync.version import Version


def fetch_again(journal: Journal, circles: Circles, unopened: Iterable[Version]) -> None:
    """Of versions that do not open: those whose bytes changed here give way to the hub's, by the next sync.

    Their leaves stay, so roots match as before, and nothing of their author's is offered on top of them meanwhile.
    """
    for version in unopened:
        key, place = (version.space, version.row, version.author), circles.place(version.space)
        kept = journal.run("SELECT leaf FROM version WHERE space=? AND row=? AND author=?", key).fetchone()
        if place and kept and kept[0] != version.leaf:
            with journal.transaction():
                journal.run("UPDATE version SET n=0 WHERE space=? AND row=? AND author=?", key)
                journal.load_anew(place[0])
