"""What stewards erased is emptied on this phone: the leaves stay, so roots match; words that nobody took yet go."""

from __future__ import annotations

from collections.abc import Collection

from sync.circles import Circles
from sync.journal import ROW, Journal

LOOKED = "erases"
"""Under this name the journal keeps that what an older app had chained without a word was looked at."""
_UNSENT = "SELECT row FROM unsent WHERE space=? AND offered=0"
_STAGED = "SELECT row FROM staged WHERE space=? AND (suite<>0 OR sealed<>leaf)"
_SAID = "SELECT row FROM version WHERE space=? AND (suite<>0 OR sealed<>leaf)"
_EMPTY = "SET suite=0, nonce=zeroblob(12), sealed=leaf WHERE space=? AND row=? AND (suite<>0 OR sealed<>leaf)"


class Erasing:
    """Rows that the log erases, whoever said what of them, whether it counts, lies aside, or was typed here."""

    def __init__(self, journal: Journal, circles: Circles) -> None:
        self._journal = journal
        self._circles = circles

    def erase(self, spaces: Collection[bytes], said: Collection[ROW], grown: Collection[bytes]) -> set[ROW]:
        """In `spaces`, where something came, of what we `said` and was answered, and in circles that grew.

        Returns the rows that read otherwise now.
        """
        journal, pinned = self._journal, self._journal.root
        everywhere = journal.meta(LOOKED) is None or (pinned is not None and pinned[0] in grown)
        places = (self._circles.place(space) for space in (*spaces, *(space for space, _ in said)))
        changed: set[ROW] = set()
        for circle in journal.circles() if everywhere else {place[0] for place in places if place} | {*grown}:
            told = self._circles.of(circle)
            if told is None or not told.erasures:
                continue
            erased, here = told.erased(self._circles.root), {*said}
            for space in told.spaces:
                for where in (_UNSENT, _STAGED, _SAID) if everywhere or circle in grown else (_UNSENT, _STAGED):
                    here |= {(space, row) for (row,) in journal.run(where, (space,))}
            changed |= {row for row in sorted(here & erased) if self._empty(row)}
        if everywhere:
            journal.set_meta(LOOKED, b"1")
        return changed

    def _empty(self, row: ROW) -> bool:
        """Whether it reads otherwise. What is on its way keeps its bytes until the hub has answered."""
        journal = self._journal
        _, emptied = (journal.run(f"UPDATE {table} {_EMPTY}", row).rowcount for table in ("staged", "version"))
        unsent = journal.run("DELETE FROM unsent WHERE space=? AND row=? AND offered=0", row).rowcount
        if unsent:
            journal.run("DELETE FROM refusal WHERE number NOT IN (SELECT number FROM unsent)")
        return bool(emptied or unsent)
