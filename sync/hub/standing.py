"""What an author has in a space while one request is judged."""

from __future__ import annotations

from dataclasses import dataclass, field

from sync.head import Head
from sync.version import Version
from sync.wire import Push


@dataclass(slots=True)
class Standing:
    """What an author has in a space: in the database, and what this turn adds.

    `settled` = its n in the database. `late`: what is added came after the author was closed, and stays apart until
    it is `admitted`; `handed_in` of it in this turn.
    """

    n: int
    taken: bytes
    buckets: tuple[bytes, ...]
    settled: int
    head: Head | None = None
    fresh: dict[bytes, Version] = field(default_factory=dict)
    leaves: dict[bytes, bytes] = field(default_factory=dict)
    late: bool = False
    admitted: bool = False
    handed_in: list[Push] = field(default_factory=list)
