"""What a circle's log says so far: who shares, on which rung, who was closed and how far their word counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sync.entry import Final, Grant, space_of


@dataclass(frozen=True, slots=True)
class Member:
    """An author: `device` (and its `box` key) of `person` under `grant`, on `rung` and below; by entry `number`."""

    author: bytes
    grant: bytes
    person: bytes
    rung: int
    steward: bool
    device: bytes
    box: bytes
    number: int


@dataclass(frozen=True, slots=True)
class Root:
    """What the root log says to all other logs: whose device may be a steward's, and which device is whose."""

    stewards: frozenset[bytes] = frozenset()
    homes: frozenset[tuple[bytes, bytes]] = frozenset()
    """(person, device)"""


@dataclass(frozen=True, slots=True)
class Membership:
    """What a log says so far. `hashes` = {hash: number} of every entry; `once` = {grant: key} not used yet.

    `closed` = {author: number of the entry that closed it}, `ended` = grants that were closed as a whole, `finals` =
    {(space, author): how far a closed author counts}; one without counts for nothing there. `stale`: somebody was
    closed and the secret is still the one they know. `keyed` = authors who were given the running epoch's secret.
    """

    circle: bytes
    tip: bytes
    number: int
    epoch: int
    rungs: int
    authors: Mapping[bytes, Member] = field(default_factory=dict)
    grants: Mapping[bytes, Grant] = field(default_factory=dict)
    once: Mapping[bytes, bytes] = field(default_factory=dict)
    hashes: Mapping[bytes, int] = field(default_factory=dict)
    closed: Mapping[bytes, int] = field(default_factory=dict)
    ended: frozenset[bytes] = frozenset()
    finals: Mapping[tuple[bytes, bytes], Final] = field(default_factory=dict)
    stale: bool = False
    keyed: frozenset[bytes] = frozenset()
    own_of: bytes = b""
    """The person whose own circle this is."""
    erasures: tuple[tuple[bytes, frozenset[tuple[bytes, bytes]]], ...] = ()
    """(who signed it, a steward of this circle then; the (space, row) of this circle that it erases)."""

    @property
    def spaces(self) -> tuple[bytes, ...]:
        """The circle's spaces, by rung."""
        return tuple(space_of(self.circle, rung) for rung in range(self.rungs))

    @property
    def open(self) -> list[Member]:
        """The authors who were not closed, as they came."""
        return [member for author, member in self.authors.items() if author not in self.closed]

    @property
    def stewards(self) -> frozenset[bytes]:
        """Device keys of this circle's stewards."""
        return frozenset(member.device for member in self.open if member.steward)

    def erased(self, root: Root) -> frozenset[tuple[bytes, bytes]]:
        """The (space, row) of which nothing is kept. `root` = the root log with all who ever were in it.

        Found when it is asked for: the root log may come after this one, and what the signer had no right to does
        nothing, though it stands in the chain.
        """
        lawful = (rows for signer, rows in self.erasures if signer in root.stewards)
        return frozenset[tuple[bytes, bytes]]().union(*lawful)

    def root(self, *, ever: bool) -> Root:
        """This log as the root of all others: as it stands, or with everybody who `ever` was in it.

        A phone judges entries long after they were made: their signer was a steward then, and may be closed by now.
        """
        told = list(self.authors.values()) if ever else self.open
        return Root(
            frozenset(member.device for member in told if member.steward),
            frozenset((member.person, member.device) for member in told),
        )

    @property
    def unkeyed(self) -> list[Member]:
        """The open authors who joined while the epoch changed: somebody innermost wraps it for them."""
        return [member for member in self.open if member.author not in self.keyed]

    def of_device(self, device: bytes) -> list[Member]:
        """The open authors that this device is here, the newest grant last."""
        return sorted((one for one in self.open if one.device == device), key=lambda member: member.number)

    def came_since(self, before: Membership) -> dict[bytes, bytes]:
        """{device: person} of the authors that are new."""
        return {one.device: one.person for author, one in self.authors.items() if author not in before.authors}

    def knows_otherwise(self, before: Membership, after: Membership) -> bool:
        """Whether a device that came in between those two is known here as another person's, open or closed."""
        came = after.came_since(before)
        return bool(came) and any(came.get(one.device, one.person) != one.person for one in self.authors.values())

    @property
    def shut(self) -> frozenset[bytes]:
        """The devices that were closed, and are open under no grant."""
        return frozenset(self.authors[author].device for author in self.closed) - {one.device for one in self.open}

    def is_own(self, device: bytes) -> bool:
        """Is this the own circle of whoever that device belongs to?"""
        return bool(self.own_of) and any(one.person == self.own_of for one in self.of_device(device))

    def once_of_device(self, device: bytes) -> list[Member]:
        """The authors that this device was here before they were closed, the latest closed last."""
        mine = [one for one in self.authors.values() if one.device == device and one.author in self.closed]
        return sorted(mine, key=lambda member: (self.closed[member.author], member.number))

    def author_for(self, device: bytes, rung: int) -> Member | None:
        """Under whose name that device writes on that rung: its newest open grant that reaches it."""
        reaching = [member for member in self.of_device(device) if member.rung <= rung < self.rungs]
        return reaching[-1] if reaching else None

    def late_author_for(self, device: bytes, rung: int) -> Member | None:
        """Under whose name it hands in what it had written there before it was closed."""
        reaching = [member for member in self.once_of_device(device) if member.rung <= rung < self.rungs]
        return reaching[-1] if reaching else None

    def counts(self, space: bytes, author: bytes, n: int) -> bool:
        """Whether what that author said there as its `n`-th counts: a closed one has an end."""
        if author not in self.closed:
            return True
        final = self.finals.get((space, author))
        return final is not None and n <= final.n
