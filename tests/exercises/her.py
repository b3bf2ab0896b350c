"""Somebody who practises in the tests, day after day."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.danish_day import midnight
from app.exercises.choosing import Word
from app.exercises.memory import Memory
from app.exercises.sitting import Turn, plan
from app.records import Review

MONDAY = date(2026, 3, 2)
BOTH = {
    "understand": ("hear_picture", "picture_voice", "same_different"),
    "read": ("hear_word", "tiles"),
    "produce": ("say_it",),
}


def words(many: int, kinds: dict[str, tuple[str, ...]] | None = None, deck: str = "cleaning") -> list[Word]:
    """So many of one deck, which can be asked in those kinds."""
    return [Word(f"{deck}.{number:03}", kinds or BOTH, {"understand": 1, "read": 2}) for number in range(many)]


class Her:
    """Somebody who practises; every answer of hers goes the way it goes on her phone."""

    def __init__(self, many: int = 40) -> None:
        self.words = words(many)
        self.memory = Memory(MONDAY)
        self.number = 0

    def sits_down(self, chosen: tuple[str, ...] = (), wrong: frozenset[int] = frozenset()) -> list[Turn]:
        """The whole sitting; `wrong` = the answers that were."""
        sitting = plan(self.words, self.memory, chosen)
        asked: list[Turn] = []
        while turn := sitting.turn():
            good = len(asked) not in wrong
            asked.append(turn)
            self.answer(turn, good=good)
            sitting = sitting.after(good=good)
        return asked

    def answer(self, turn: Turn, *, good: bool) -> None:
        self.number += 1
        at_ms = int(midnight(self.memory.today).timestamp() * 1000) + 43_200_000 + self.number
        self.memory.add(
            Review(
                id=f"{self.number:032x}", word=turn.word, strand=turn.strand, kind=turn.kind,
                good=good, among=4, counts=turn.counts, at_ms=at_ms, sequence=self.number,
            )
        )  # fmt: skip

    def later(self, days: int = 1) -> None:
        self.memory.today += timedelta(days=days)

    def practises(self, days: int) -> None:
        for _ in range(days):
            self.sits_down()
            self.later()
