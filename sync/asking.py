"""One question of a conversation: what to ask, where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ask:
    """What to POST where."""

    path: str
    body: bytes
    expects: int = 0  # bytes of the answer, about, where they are many
    meanwhile: Callable[[], object] | None = None  # what there is to do once it went, or before; nothing waits for it
