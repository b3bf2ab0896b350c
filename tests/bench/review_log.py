"""How well the model foretells real answers: 12,580 reviews of one learner, from the test data of py-fsrs (MIT).

The file lies beside the project (../shared/data) and is not part of it. What is measured, and RMSE(bins), is defined in
the README beside it and in the open srs-benchmark.
"""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import fsrs

from app.domain.danish_day import danish_day
from app.exercises.memory import MODEL, Trace, begun

LOG = Path(__file__).resolve().parents[3] / "shared" / "data" / "review-log.csv"
AGAIN = 1


class Row(NamedTuple):
    """One review as it was."""

    card: str
    good: bool
    at_ms: int


class Guess(NamedTuple):
    """What was foretold of a review on a later day than the one before, and what came; with its bin."""

    foretold: float
    good: bool
    days: int
    nth: int
    lapses: int


def rows(file: Path) -> list[Row]:
    """In the order in which they were made."""
    with file.open(newline="") as lines:
        read = [
            Row(line["card_id"], int(line["review_rating"]) != AGAIN, _ms(line["review_time"]))
            for line in csv.DictReader(lines)
        ]
    return sorted(read, key=lambda row: row.at_ms)


def by_day(reviews: Iterable[Row]) -> Iterator[Guess]:
    """Our own fold, asked before each review what it expects."""
    traces: dict[str, Trace] = {}
    nth: dict[str, int] = defaultdict(int)
    for row in reviews:
        day, trace = danish_day(row.at_ms), traces.get(row.card)
        nth[row.card] += 1
        if trace and day > trace.last:
            yield Guess(trace.recall(day), row.good, (day - trace.last).days, nth[row.card], trace.lapses)
        after = trace.after if trace else begun
        traces[row.card] = after(day, good=row.good, among=1)


def by_hour(reviews: Iterable[Row]) -> Iterator[Guess]:
    """The library alone, with moments as they were: what a plain use of it would give."""
    cards: dict[str, fsrs.Card] = {}
    for row in reviews:
        card = cards.get(row.card) or fsrs.Card(0)
        now = datetime.fromtimestamp(row.at_ms / 1000, UTC)
        if card.last_review and danish_day(row.at_ms) > danish_day(int(card.last_review.timestamp() * 1000)):
            yield Guess(MODEL.get_card_retrievability(card, now), row.good, 1, 1, 0)
        grade = fsrs.Rating.Good if row.good else fsrs.Rating.Again
        cards[row.card], _ = MODEL.review_card(card, grade, now)


def constant(guesses: Iterable[Guess]) -> list[Guess]:
    """Each foretold by the mean of all, which nobody could have known."""
    known = list(guesses)
    mean = sum(guess.good for guess in known) / len(known)
    return [guess._replace(foretold=mean) for guess in known]


def log_loss(guesses: Iterable[Guess]) -> float:
    """Mean; a certainty that was wrong costs what 10^-15 costs."""
    losses = [-math.log(max(guess.foretold if guess.good else 1 - guess.foretold, 1e-15)) for guess in guesses]
    return sum(losses) / len(losses)


def rmse_bins(guesses: Iterable[Guess]) -> float:
    """Foretold against seen in bins of days since, number of the review, and lapses."""
    bins: dict[tuple[float, float, float], list[Guess]] = defaultdict(list)
    for guess in guesses:
        lapses = _step(guess.lapses, 1.65, 1.73) if guess.lapses else 0.0
        bins[_step(guess.days, 2.48, 3.62), _step(guess.nth, 1.99, 1.89), lapses].append(guess)
    how_many = sum(map(len, bins.values()))
    square = sum(
        len(each) * (_mean(g.foretold for g in each) - _mean(g.good for g in each)) ** 2 for each in bins.values()
    )
    return math.sqrt(square / how_many)


def _step(number: float, first: float, base: float) -> float:
    return first * base ** math.floor(math.log(number) / math.log(base))


def _mean(numbers: Iterable[float]) -> float:
    known = list(numbers)
    return sum(known) / len(known)


def _ms(moment: str) -> int:
    return int(datetime.fromisoformat(moment).timestamp() * 1000)
