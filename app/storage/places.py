"""Where things may live: the spaces this person is in, and who else may speak there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Place:
    """One space. `kind`: area, staff, own, notes, case, plan, …; ids are 32 hex digits; `name` is the circle's."""

    space: str
    circle: str
    kind: str
    rung: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Right:
    """What the log says of one author: whose device it is, what her grant makes her, how far down she reads."""

    person: str
    name: str
    role: str
    rung: int


class Members(Protocol):
    """Membership as the store asks for it; logs and keys stand behind it."""

    def places(self) -> list[Place]:
        """Every space that this device holds keys of, in the order the circles came."""

    def resting(self) -> list[Place]:
        """The spaces whose keys are held and not used for now; they are among no `places`."""

    def mine(self, space: bytes) -> bytes | None:
        """The author this device writes as in that space, by its newest grant; None when it may not write there."""

    def right(self, space: bytes, author: bytes) -> Right | None:
        """None for an author no log entry names (yet): what she said waits."""

    def reload(self) -> None:
        """Looks at the logs again."""

    def read_differently(self, circles: Collection[bytes]) -> set[bytes]:
        """The spaces of these circles whose rows are to be judged anew: an author's right, or what opens, changed."""
