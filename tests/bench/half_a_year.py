"""180 days with 600 words: our sittings, plain Leitner and SM-2, with one learner who forgets; a function of its seed.

She forgets as FSRS-6 says, but each word at a pace of its own that no planner knows, so ours has no view into her.
Seconds are those of Anki's average user as the simulator of fsrs-rs has them; learners who read little need more.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.exercises.choosing import CAP, NEW_A_DAY, Word
from app.exercises.memory import Memory, Trace, begun
from app.exercises.sitting import plan
from app.records import Review

DAYS, WORDS = 180, 600
FIRST_RIGHT = 0.76  # of words that were met a moment ago
PACE = 0.4  # spread of the logarithm
SECONDS = {(True, True): 13.68, (True, False): 33.79, (False, True): 7.33, (False, False): 23.0}
MET_S, BACK_S = 13.68, 12.32
BEGIN = date(2026, 1, 5)
BOXES = (1, 2, 4, 8, 16)

Due = dict[int, date]


@dataclass
class Learner:
    """What she truly knows. `minutes` and `answers` of each day."""

    chance: random.Random
    truth: dict[int, Trace] = field(default_factory=dict)
    pace: dict[int, float] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)

    def wake(self) -> None:
        self.seconds.append(0)
        self.answers.append(0)

    def spend(self, seconds: float) -> None:
        self.seconds[-1] += seconds
        self.answers[-1] += 1

    def recall(self, word: int, today: date) -> float:
        trace = self.truth[word]
        passed = (today - trace.last).days * self.pace[word]
        return trace.recall(trace.last + timedelta(days=round(passed)))

    def answer(self, word: int, today: date) -> bool:
        """Asked in earnest."""
        new = word not in self.truth
        if new:
            self.pace[word] = math.exp(self.chance.gauss(0, PACE))
        good = self.chance.random() < (FIRST_RIGHT if new else self.recall(word, today))
        after = begun if new else self.truth[word].after
        self.truth[word] = after(today, good=good, among=1)
        self.spend(SECONDS[new, good])
        return good


Way = Callable[[Learner, date, int], None]
"""One day of practice; the last is the number of words in the deck."""


def ours() -> Way:
    """Real sittings, one a day, by the real plan."""
    memory = Memory(BEGIN)
    number = 0

    def day(learner: Learner, today: date, many: int) -> None:
        nonlocal number
        memory.today = today
        words = [Word(f"{word:03}", {"understand": ("hear_picture", "picture_voice")}) for word in range(many)]
        sitting = plan(words, memory)
        while turn := sitting.turn(int(learner.seconds[-1] * 1000)):
            if turn.counts:
                good = learner.answer(int(turn.word), today)
            else:
                good = True
                learner.spend(MET_S if turn.first else BACK_S)
            number += 1
            noon = int((today - date(1970, 1, 1)).days) * 86_400_000 + 43_200_000
            memory.add(
                Review(
                    id=f"{number:032x}", word=turn.word, strand=turn.strand, kind=turn.kind,
                    good=good, among=4, counts=turn.counts, at_ms=noon, sequence=number,
                )
            )  # fmt: skip
            sitting = sitting.after(good=good)

    return day


def leitner(cap: int | None = None) -> Way:
    """Five boxes, doubled; wrong goes back to the first. Three new words every day."""
    box: dict[int, int] = {}

    def after(word: int, good: bool) -> int:
        box[word] = min(box.get(word, -1) + 1, len(BOXES) - 1) if good else 0
        return BOXES[box[word]]

    return _by_rule(after, cap)


def sm2(cap: int | None = None) -> Way:
    """SuperMemo 2 of 1987: right is a 4, wrong a 1. Three new words every day."""
    kept: dict[int, tuple[int, float, float]] = {}

    def after(word: int, good: bool) -> float:
        times, days, ease = kept.get(word, (0, 0.0, 2.5))
        quality = 4 if good else 1
        ease = max(1.3, ease + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02))
        times = times + 1 if good else 0
        days = 1 if times <= 1 else 6 if times == 2 else days * ease
        kept[word] = times, days, ease
        return days

    return _by_rule(after, cap)


def _by_rule(after: Callable[[int, bool], float], cap: int | None) -> Way:
    """The longest due first, then what is new; with a cap, as far as it goes."""
    due: Due = {}

    def day(learner: Learner, today: date, many: int) -> None:
        waiting = sorted((day, word) for word, day in due.items() if day <= today)
        fresh = range(len(due), min(len(due) + NEW_A_DAY, many))
        for word in _within(cap, [*(word for _, word in waiting), *fresh]):
            good = learner.answer(word, today)
            due[word] = today + timedelta(days=max(1, round(after(word, good))))

    return day


def _within(cap: int | None, words: list[int]) -> Iterator[int]:
    yield from words if cap is None else words[:cap]


def simulate(way: Way, seed: int, days: int = DAYS, words: int = WORDS) -> dict[str, float]:
    """What came of it: words known on the last day (the sum of what she recalls), met, minutes, the most in a day."""
    learner = Learner(random.Random(seed))
    for nth in range(days):
        learner.wake()
        way(learner, BEGIN + timedelta(days=nth), words)
    last = BEGIN + timedelta(days=days)
    return {
        "known": sum(learner.recall(word, last) for word in learner.truth),
        "met": len(learner.truth),
        "minutes": sum(learner.seconds) / 60,
        "most_answers": max(learner.answers),
        "days_above_cap": sum(many > CAP for many in learner.answers),
    }
