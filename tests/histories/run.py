"""Runs one history from its seed to its end."""

from __future__ import annotations

import random
from contextlib import ExitStack
from typing import Self

from tests.histories.history import History
from tests.histories.judging import judge
from tests.histories.swift import Ready

BEGINNINGS = 8  # organisations with other keys, hence other orders of authors


class Runner:
    """`with Runner() as runner:` keeps the beginnings; `runner.run(seed)` raises what went wrong."""

    def __enter__(self) -> Self:
        self._stack = ExitStack()
        self._ready: dict[int, Ready] = {}
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def run(self, seed: int, *, erases: bool = True) -> None:
        """`erases`: see `History`."""
        number = seed % BEGINNINGS
        if number not in self._ready:
            self._ready[number] = self._stack.enter_context(Ready.made(number))
        ready = self._ready[number]
        with ready.begun(seed) as world:
            history = History(ready.people(world), world, seed, erases=erases)
            for _ in range(random.Random(seed).randrange(30, 90)):
                history.step()
            history.settle()
            judge(history)
