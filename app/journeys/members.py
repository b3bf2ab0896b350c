"""Membership from the logs in the journal and the names and roles sealed in their entries."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from app.domain.roles import space_kind
from app.journeys import rights
from app.keys.held import HeldCircle
from app.keys.keyring import Keyring
from app.keys.words import open_words, spoken_for, text_of
from app.storage.places import Place, Right
from sync.circles import circles_of
from sync.entry import Entry
from sync.errors import Locked
from sync.journal import Journal
from sync.membership import Member

WORTH_KEEPING = 20
"""Authors whose logs had to be read."""


class LogMembers:
    """Reads each log once, until it has grown. What the phone itself just signed counts at once."""

    def __init__(self, journal: Journal, keyring: Keyring) -> None:
        self._journal = journal
        self._keyring = keyring
        self._opened: dict[bytes, tuple[str, str]] = {}
        self._placed: dict[bytes, tuple[HeldCircle, list[Place]]] = {}
        self._kept = rights.recall(journal, keyring)
        self._fresh = 0
        self._judged: dict[tuple[bytes, bytes], Right | None] = {}
        self._held = dict(keyring.circles)
        self.reload()

    def reload(self) -> None:
        """Looks at the logs again."""
        self._circles = circles_of(self._journal)
        self._rights: dict[tuple[bytes, bytes], Right | None] = {}
        self._mine: dict[bytes, bytes | None] = {}
        self._words: dict[bytes, dict[bytes, tuple[str, str]]] = {}
        self._kept = rights.still_good(self._journal, self._kept)

    def read_differently(self, circles: Collection[bytes]) -> set[bytes]:
        """The spaces of these circles whose rows are to be judged anew; of somebody who only joined there are none."""
        spaces: set[bytes] = set()
        for (space, author), before in list(self._judged.items()):
            place = self._circles.place(space)
            if place and place[0] in circles and self.right(space, author) != before:
                self._judged[space, author] = self.right(space, author)
                spaces.add(space)
        for circle in circles:
            held = self._keyring.circles.get(circle)
            ours = {space for _, space in held.spaces()} if held else set()
            if held is not self._held.get(circle):
                spaces |= ours
            for space in ours:
                mine = self.mine(space)
                if mine and (space, mine) not in self._judged:  # new: what waited here went out under it
                    self.right(space, mine)
                    spaces.add(space)
        self._held = dict(self._keyring.circles)
        return spaces

    def places(self) -> list[Place]:
        """Every space that this device holds keys of, in the order the circles came; none that rests."""
        resting = {space.hex() for space in self._keyring.resting}
        return [place for place in self._held_places() if place.space not in resting]

    def resting(self) -> list[Place]:
        """The spaces whose keys are held and not used for now."""
        resting = {space.hex() for space in self._keyring.resting}
        return [place for place in self._held_places() if place.space in resting] if resting else []

    def _held_places(self) -> Iterator[Place]:
        for held in self._keyring.circles.values():
            yield from self._places_in(held)

    def _places_in(self, held: HeldCircle) -> list[Place]:
        """Made once: 800 files have 2,400."""
        known = self._placed.get(held.circle)
        if known is None or known[0] is not held:
            places = [
                Place(space.hex(), held.circle.hex(), space_kind(held.kind, rung), rung, held.name)
                for rung, space in held.spaces()
            ]
            known = self._placed[held.circle] = held, places
        return known[1]

    def mine(self, space: bytes) -> bytes | None:
        """The author this device writes as in that space; None when no grant lets it."""
        if space not in self._mine:
            member = self._me(space)
            self._mine[space] = member.author if member else None
        return self._mine[space]

    def _me(self, space: bytes) -> Member | None:
        """By the keyring where it can tell: the circles would look at the beginning of every log first."""
        try:
            held, rung = self._keyring.place(space)
        except Locked:
            return self._circles.author(space, self._keyring.device)
        told = self._circles.with_ours(held.circle)
        return told.author_for(self._keyring.device, rung) if told else None

    def right(self, space: bytes, author: bytes) -> Right | None:
        """What the log makes of that author there; None for an author no entry names (yet)."""
        key = space, author
        if key not in self._rights:
            self._rights[key] = self._remembered(space, author) or self._look(space, author)
            self._judged.setdefault(key, self._rights[key])
        return self._rights[key]

    def remember(self) -> None:
        """Keeps what many logs were read for, so that the next unlock need not."""
        if self._fresh >= WORTH_KEEPING:
            rights.keep(self._journal, self._keyring, rights.still_good(self._journal, self._kept))
            self._fresh = 0

    def _remembered(self, space: bytes, author: bytes) -> Right | None:
        try:
            held, rung = self._keyring.place(space)
        except Locked:
            return None
        known = self._kept[held.circle][1].get(author) if held.circle in self._kept else None
        return Right(known[0].hex(), *known[1:]) if known and known[3] <= rung else None

    def _look(self, space: bytes, author: bytes) -> Right | None:
        member, place = self._circles.member(space, author), self._circles.place(space)
        if member is None or place is None:
            return None
        name, role = self._said_of(place[0]).get(member.grant, ("", ""))
        self._keep(place[0], member, name, role)
        return Right(member.person.hex(), name, role, member.rung)

    def _keep(self, circle: bytes, member: Member, name: str, role: str) -> None:
        """But for what is only signed here, and what no key opens yet."""
        told = self._circles.of(circle)
        if told is None or told.authors.get(member.author) != member or not (name or role):
            return
        end, known = self._kept.get(circle, (b"", {}))
        if end != told.tip:
            known = {}
        known[member.author] = member.person, name, role, member.rung
        self._kept[circle] = told.tip, known
        self._fresh += 1

    def _said_of(self, circle: bytes) -> dict[bytes, tuple[str, str]]:
        """{grant: (name, role)}, as the stewards sealed it for the circle."""
        if circle not in self._words:
            entries = [*self._journal.entries(circle), *self._journal.outgoing(circle)]
            self._words[circle] = {name: self._name_and_role(entry) for name, entry in spoken_for(entries).items()}
        return self._words[circle]

    def _name_and_role(self, entry: Entry) -> tuple[str, str]:
        known = self._opened.get(entry.hash)
        if known is None:
            held = self._keyring.circles.get(entry.circle)
            words = open_words(self._keyring.provider, held, entry) if held else {}
            known = text_of(words, "member", "name"), text_of(words, "member", "role")
            if words:
                self._opened[entry.hash] = known
        return known
