"""The circles this phone knows: their memberships, folded from verified logs, and which space is a rung of which."""

from __future__ import annotations

from weakref import WeakKeyDictionary, proxy

from sync.entry import Found, space_of
from sync.errors import Refused
from sync.journal import Journal
from sync.log import told_by
from sync.membership import Member, Membership, Root

_KEPT: WeakKeyDictionary[Journal, Circles] = WeakKeyDictionary()


def circles_of(journal: Journal) -> Circles:
    """One for all who read that journal."""
    if journal not in _KEPT:
        _KEPT[journal] = Circles(journal)
    return _KEPT[journal]


class Circles:
    """Folds each log once and follows it from there: what is remembered is good as long as the journal ends the same.

    Entries in the journal were verified when they came, so only the chain is looked at. Good while the journal is held.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal: Journal = proxy(journal)  # else what is kept beside a journal would keep it, for ever
        self._told: dict[bytes, Membership] = {}
        self._ours: dict[bytes, tuple[bytes, list[bytes], Membership | None]] = {}
        self._places: dict[bytes, tuple[bytes, int]] | None = None
        self._mark: object = None

    def of(self, circle: bytes) -> Membership | None:
        """What the verified log says; None when nothing of it was verified."""
        sql = "SELECT number, hash FROM entry WHERE circle=? ORDER BY number DESC LIMIT 1"
        end = self._journal.run(sql, (circle,)).fetchone()
        if end is None:
            self._told.pop(circle, None)
            return None
        told = self._told.get(circle)
        if told is None or told.tip != end[1]:
            follows = told is not None and told.number < end[0] and self._stands(told)
            start = told if follows else None
            entries = self._journal.entries(circle, start.number + 1 if start else 0)
            told = self._told[circle] = told_by(entries, verify=None, root=None, start=start)
        return told

    def _stands(self, told: Membership) -> bool:
        """Whether what was folded is still in the journal: a transaction may have been taken back."""
        sql = "SELECT 1 FROM entry WHERE circle=? AND number=? AND hash=?"
        return self._journal.run(sql, (told.circle, told.number, told.tip)).fetchone() is not None

    def with_ours(self, circle: bytes) -> Membership | None:
        """The same, and after it the entries that this phone signed and no hub has taken yet."""
        told = self.of(circle)
        sql = "SELECT hash FROM outgoing WHERE circle=? AND reason IS NULL ORDER BY place"
        coming = [name for (name,) in self._journal.run(sql, (circle,))]
        if not coming:
            return told
        tip = told.tip if told else b""
        known = self._ours.get(circle)
        if known is None or known[:2] != (tip, coming):
            known = self._ours[circle] = tip, coming, self._follow_ours(circle, told)
        return known[2]

    def _follow_ours(self, circle: bytes, told: Membership | None) -> Membership | None:
        for entry in self._journal.outgoing(circle):
            try:
                told = told_by([entry], verify=None, root=None, start=told)
            except Refused:
                break
        return told

    def put(self, circle: bytes, told: Membership) -> None:
        """The log grew."""
        if circle not in self._told:
            self._places = None
        self._told[circle] = told

    def look_again(self) -> None:
        """A journey, or an answer, may have brought circles, or taken back those that came to nothing."""
        sql = (
            "SELECT hash FROM entry WHERE number=0"
            " UNION ALL SELECT hash FROM outgoing WHERE number=0 AND reason IS NULL"
        )
        mark = self._journal.run(sql).fetchall()
        if mark != self._mark:
            self._mark = mark
            self._places = None

    def place(self, space: bytes) -> tuple[bytes, int] | None:
        """(circle, rung) of a space, None when its circle is not known."""
        if self._places is None or space not in self._places:
            self.look_again()
        if self._places is None:
            places = {}
            for first in self._journal.founds():
                rungs = first.claim.rungs if isinstance(first.claim, Found) else 0
                places.update({space_of(first.circle, rung): (first.circle, rung) for rung in range(rungs)})
            self._places = places
        return self._places.get(space)

    def author(self, space: bytes, device: bytes) -> Member | None:
        """Under whose name that device writes in that space; None when it may not, or the circle is unknown."""
        place = self.place(space)
        told = place and self.with_ours(place[0])
        return told.author_for(device, place[1]) if told and place else None

    def member(self, space: bytes, author: bytes) -> Member | None:
        """Who that author is, if she may write in that space; for deciding what she `may`."""
        place = self.place(space)
        told = place and self.with_ours(place[0])
        member = told.authors.get(author) if told else None
        return member if member and place and member.rung <= place[1] else None

    def late_author(self, space: bytes, device: bytes) -> Member | None:
        """Under whose name that device hands in what it wrote there before it was closed; None while it may write."""
        place = self.place(space)
        told = place and self.with_ours(place[0])
        if not told or not place or told.author_for(device, place[1]):
            return None
        return told.late_author_for(device, place[1])

    @property
    def root(self) -> Root:
        """What the pinned root log says to all others."""
        root = self._journal.root
        told = root and self.of(root[0])
        return told.root(ever=True) if told else Root()
