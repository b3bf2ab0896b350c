"""What goes to the hub first."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.roles import space_kind, urgency
from app.ports import Ports
from sync.errors import Locked


def rank_of(ports: Ports) -> Callable[[bytes], int]:
    """What goes first: the rank of a space, small first."""

    def rank(space: bytes) -> int:
        try:
            held, rung = ports.keyring.place(space)
        except Locked:
            return 1
        return urgency(space_kind(held.kind, rung))

    return rank
