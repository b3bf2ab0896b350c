"""Who wants to hear of commits to which nouns, and what was worked out from them until the next one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from app.records import Record

T = TypeVar("T")
Stop = Callable[[], None]


class Watching:
    """Of one store. Nouns go by their names on the wire."""

    def __init__(self) -> None:
        self._watchers: dict[object, tuple[frozenset[str], Callable[[], Any]]] = {}
        self._once: dict[str, tuple[frozenset[str], Any]] = {}

    def watch(self, nouns: Iterable[type[Record]], callback: Callable[[], Any]) -> Stop:
        """`callback()` after every commit, here or by sync, that touched one of these nouns; once a commit."""
        token = object()
        self._watchers[token] = (_names(nouns), callback)

        def stop() -> None:
            self._watchers.pop(token, None)

        return stop

    def once(self, name: str, nouns: Iterable[type[Record]], make: Callable[[], T]) -> T:
        """What `make` gives, kept under that name until a commit touches one of these nouns."""
        if name not in self._once:
            self._once[name] = (_names(nouns), make())
        kept: T = self._once[name][1]
        return kept

    def tell(self, touched: set[str]) -> None:
        """A commit touched these nouns."""
        self._once = {name: kept for name, kept in self._once.items() if not kept[0] & touched}
        for watched, callback in list(self._watchers.values()):
            if watched & touched:
                callback()

    def clear(self) -> None:
        """Nobody looks any longer, and nothing is known."""
        self._watchers.clear()
        self._once.clear()


def _names(nouns: Iterable[type[Record]]) -> frozenset[str]:
    return frozenset(noun.__name__.lower() for noun in nouns)
