"""Practice: how well memory is foretold, how fast the next card is there, and half a year of it beside other ways."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from app.domain.danish_day import midnight
from app.exercises.choosing import CAP, Word
from app.exercises.memory import Memory
from app.exercises.sitting import plan
from app.records import Review
from tests.bench.half_a_year import BEGIN, leitner, ours, simulate, sm2
from tests.bench.review_log import LOG, by_day, by_hour, constant, log_loss, rmse_bins, rows

CARDS, TIMES = 5_000, 300
SEED = 5


def measure(_folder: Path) -> dict[str, float]:
    """The log is read from beside the project; without it the rest is measured and it is said."""
    numbers = {**half_a_year(), **next_card()}
    if not LOG.exists():
        print(f"{LOG} is not there: fsrs_log_loss and fsrs_rmse_bins are not measured")
        return numbers
    return numbers | foretelling()


def foretelling() -> dict[str, float]:
    """Reviews of a later day than the one before, foretold by our fold; two that know less beside it."""
    reviews = rows(LOG)
    ours_, mean = list(by_day(reviews)), constant(by_day(reviews))
    return {
        "fsrs_log_loss": log_loss(ours_),
        "fsrs_rmse_bins": rmse_bins(ours_),
        "fsrs_reviews": len(ours_),
        "fsrs_constant_log_loss": log_loss(mean),
        "fsrs_constant_rmse_bins": rmse_bins(mean),
        "fsrs_raw_times_log_loss": log_loss(list(by_hour(reviews))),
    }


def next_card() -> dict[str, float]:
    """Median ms with 5,000 cards in memory: an answer folded and the next card there; and a sitting planned anew."""
    words = [Word(f"w{number:04}", {"understand": ("hear_picture", "picture_voice")}) for number in range(CARDS)]
    at_ms = int(midnight(BEGIN).timestamp() * 1000) + 43_200_000
    memory = Memory(BEGIN, [_answer(number, word.id, at_ms) for number, word in enumerate(words)])
    memory.today = BEGIN.replace(month=BEGIN.month + 2)
    sitting, folding, planning = plan(words, memory), [], []
    for number in range(TIMES):
        if sitting.turn() is None:
            began = time.perf_counter()
            sitting = plan(words, memory)
            planning.append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        memory.add(_answer(CARDS + number, sitting.waiting[0].word, at_ms + 60 * 86_400_000))
        sitting = sitting.after(good=True)
        sitting.turn()
        folding.append((time.perf_counter() - began) * 1000)
    assert len(memory.traces) == CARDS
    return {"fsrs_next_ms": statistics.median(folding), "fsrs_plan_5000_ms": statistics.median(planning)}


def _answer(number: int, word: str, at_ms: int) -> Review:
    return Review(
        id=f"{number:032x}", word=word, strand="understand", kind="hear_picture",
        good=True, among=4, counts=True, at_ms=at_ms, sequence=number,
    )  # fmt: skip


def half_a_year() -> dict[str, float]:
    """180 days, 600 words, one seed. `_capped`: the other ways, stopped after a dozen answers as ours is."""
    ways = {
        "ours": ours(),
        "leitner": leitner(),
        "sm2": sm2(),
        "leitner_capped": leitner(CAP),
        "sm2_capped": sm2(CAP),
    }
    numbers: dict[str, float] = {}
    for name, way in ways.items():
        came = simulate(way, SEED)
        numbers |= {
            f"half_year_{name}_known_words": came["known"],
            f"half_year_{name}_min": came["minutes"],
            f"half_year_{name}_above_cap_days": came["days_above_cap"],
        }
    return numbers
