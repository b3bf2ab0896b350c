"""The circles this phone knows: their memberships, folded from verified logs, and which space is a rung of which."""

from __future__ import annotations

from sync.errors import Refused
from sync.journal import Journal
from sync.log import Found, Log, Member, Membership, Root, space_of


class Circles:
    """Folds each log once. Entries in the journal were verified when they came, so only the chain is looked at."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._told: dict[bytes, Membership | None] = {}
        self._ours: dict[bytes, Membership | None] = {}
        self._places: dict[bytes, tuple[bytes, int]] | None = None
        self._mark: object = None

    def of(self, circle: bytes) -> Membership | None:
        """What the verified log says; None when nothing of it was verified."""
        if circle not in self._told:
            entries = self._journal.entries(circle)
            self._told[circle] = Log.follow(entries, verify=None, root=None) if entries else None
        return self._told[circle]

    def with_ours(self, circle: bytes) -> Membership | None:
        """The same, and after it the entries that this phone signed and no hub has taken yet."""
        if circle not in self._ours:
            told = self.of(circle)
            for entry in self._journal.outgoing(circle):
                try:
                    told = Log.follow([entry], verify=None, root=None, start=told)
                except Refused:
                    break
            self._ours[circle] = told
        return self._ours[circle]

    def put(self, circle: bytes, told: Membership) -> None:
        """The log grew."""
        if self.of(circle) is None:
            self._places = None
        self._told[circle] = told
        self._ours.pop(circle, None)

    def look_again(self) -> None:
        """A journey, or an answer, may have changed which entries of ours are on their way."""
        mark = self._journal.run("SELECT count(*), max(place), count(reason) FROM outgoing").fetchone()
        if mark != self._mark:
            self._mark = mark
            self._ours.clear()
            self._places = None

    def place(self, space: bytes) -> tuple[bytes, int] | None:
        """(circle, rung) of a space, None when its circle is not known."""
        if self._places is None:
            self._places = {}
            for first in self._journal.founds():
                rungs = first.claim.rungs if isinstance(first.claim, Found) else 0
                self._places.update({space_of(first.circle, rung): (first.circle, rung) for rung in range(rungs)})
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
