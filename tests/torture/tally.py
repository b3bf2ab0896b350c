"""What was done to them, and what came of it."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields

BAD = ("lost", "leaked", "undetected", "crashes", "server_errors")
"""Whatever of these is not 0 is a fault of ours."""


@dataclass
class Tally:
    """`acknowledged` = writes of which a person was told that they are kept; `lost` = those that somebody entitled
    cannot read in the end, or promises otherwise broken; `crashes` = errors that have no name.
    """

    runs: int = 0
    faults: int = 0
    acknowledged: int = 0
    lost: int = 0
    leaked: int = 0
    undetected: int = 0
    crashes: int = 0
    malformed: int = 0
    server_errors: int = 0
    said: list[str] = field(default_factory=list)

    @property
    def numbers(self) -> dict[str, int]:
        """Flat, as it is written down."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.name != "said"}

    @property
    def bad(self) -> bool:
        return any(self.numbers[name] for name in BAD)

    def __add__(self, other: Tally) -> Tally:
        both = {name: number + other.numbers[name] for name, number in self.numbers.items()}
        return Tally(**both, said=[*self.said, *other.said])

    def say(self, words: str) -> None:
        """Something a person who reads the table wants to know."""
        self.said.append(" ".join(words.split())[:400])

    @contextmanager
    def watching(self, what: str) -> Iterator[None]:
        """A broken promise inside is counted as lost, any other error as a crash; `what` is said with it."""
        try:
            yield
        except AssertionError as fault:
            self.lost += 1
            self.say(f"{what}: {_where(fault)} {fault}")
        except Exception as fault:  # noqa: BLE001 - every kind of fault is a finding
            self.crashes += 1
            self.say(f"{what}: {type(fault).__name__} {_where(fault)} {fault}")


def _where(fault: BaseException) -> str:
    last = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{last.filename.rpartition('/')[2]}:{last.lineno}"
