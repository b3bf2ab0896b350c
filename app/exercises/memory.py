"""What she remembers: a fold of her answers by FSRS-6. The answers are the truth; in any order they give one state.

A card is a word in one strand. It knows two grades: right at the first go is *Good*, all else *Again*.
The library counts whole days between moments, so it is given midnight of the Danish day: with the hours as they were,
an answer of the next morning would look like one of the same day (log loss 1.72 and not 0.47), and so it would with a
few ms for the order within a day. That order is ours.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

import fsrs

from app.domain.danish_day import danish_day, midnight
from app.records import Review, RowId

RETENTION = 0.85
"""A word comes again when she would still know it 85 times of 100."""

SITS = 7.0
"""Days of stability from which a word sits: seldom less than two right answers on two days."""

LUCK = 0.1
"""Right answers in a row that a blind tap would give more often than this prove nothing."""

LAPSES = 4
"""Forgotten so often, a word is easier with somebody beside her (Anki calls it a leech at 8)."""

BEGINNING = date(2026, 1, 1)
"""Before that day there was no app: whoever answered then had a clock that was wrong."""

A_DAY = timedelta(days=1)

MODEL = fsrs.Scheduler(desired_retention=RETENTION, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
_NEVER = midnight(date(1970, 1, 1))


class Card(NamedTuple):
    """A word in one strand."""

    word: str
    strand: str


@dataclass(frozen=True)
class Trace:
    """What one card left in her memory. `due` is for choosing alone: no screen says that anything is late."""

    stability: float
    difficulty: float
    first: date
    last: date
    due: date
    lapses: int = 0
    luck: float = 1.0  # how often a blind tap would have given the right answers since the last wrong one
    sits: bool = False  # it sat once; a wrong answer later takes nothing away from what she sees

    def recall(self, today: date) -> float:
        """How likely she knows it on that day."""
        return MODEL.get_card_retrievability(self._card(), midnight(max(today, self.last)))

    def faded(self, today: date) -> float:
        """Greater = less likely to be known: the order of `recall`, without its powers."""
        return (today - self.last).days / self.stability

    @property
    def together(self) -> bool:
        return self.lapses >= LAPSES and self.stability < SITS

    def after(self, day: date, *, good: bool, among: int) -> Trace:
        """She answered again."""
        grade = fsrs.Rating.Good if good else fsrs.Rating.Again
        card, _ = MODEL.review_card(self._card(), grade, midnight(day))
        luck = self.luck / among if good else 1.0
        stability = card.stability or self.stability
        return replace(
            self,
            stability=stability,
            difficulty=card.difficulty or self.difficulty,
            last=day,
            due=card.due.date(),
            lapses=self.lapses + (not good and day > self.first),
            luck=luck,
            sits=self.sits or (good and stability >= SITS and luck <= LUCK),
        )

    def _card(self) -> fsrs.Card:
        return fsrs.Card(0, fsrs.State.Review, None, self.stability, self.difficulty, _NEVER, midnight(self.last))


def begun(day: date, *, good: bool, among: int) -> Trace:
    """The first answer that counts."""
    grade = fsrs.Rating.Good if good else fsrs.Rating.Again
    card, _ = MODEL.review_card(fsrs.Card(0, due=_NEVER), grade, midnight(day))
    luck = 1 / among if good else 1.0
    return Trace(card.stability or 0.0, card.difficulty or 0.0, day, day, card.due.date(), luck=luck)


class Seen(NamedTuple):
    """When a word was asked last, and in which strand."""

    day: date
    strand: str


class Said(NamedTuple):
    """One answer, in the order in which answers are folded: two phones need not agree whose came first."""

    day: date
    at_ms: int
    sequence: int
    id: RowId
    kind: str
    good: bool
    among: int
    counts: bool


class Memory:
    """All cards, as of `today`; takes answers in any order, each once.

    A phone whose clock was wrong wrote days that are still to come, or older than the app. Such an answer says that she
    saw the word, and nothing of what she remembers: until a day to come is there, it is as if she saw it yesterday.
    """

    def __init__(self, today: date, answers: Iterable[Review] = ()) -> None:
        self.today = today
        self.traces: dict[Card, Trace] = {}
        self.met: dict[str, date] = {}  # word: the day of its first answer, in any strand
        self.seen: dict[str, Seen] = {}  # word: its last
        self.kinds_met: set[str] = set()
        self._said: dict[Card, list[Said]] = {}
        self._known: set[RowId] = set()
        for _ in self.read(answers):
            pass

    def read(self, answers: Iterable[Review]) -> Iterator[int]:
        """Folds many; gives after each how many it has, so that who waits can let others go first."""
        touched = set()
        for answer in answers:
            if card := self._heard(answer):
                touched.add(card)
                yield len(self._known)
        for card in touched:
            self._fold(card)
            yield len(self._known)

    def add(self, answer: Review) -> None:
        """One more; the newest costs one step, one that belongs in between the card's whole fold."""
        if card := self._heard(answer):
            newest = self._said[card][-1]
            if newest.id == answer.id:
                self._step(card, newest)
            else:
                self._fold(card)

    def kinds(self, card: Card) -> list[str]:
        """How it was asked, the last one last."""
        return [said.kind for said in self._said.get(card, ())]

    def _heard(self, answer: Review) -> Card | None:
        """The card it is about, if it is new and says all that is needed."""
        if answer.id in self._known or not answer.word or not answer.strand or answer.good is None:
            return None
        self._known.add(answer.id)
        at_ms = answer.at_ms or 0
        day = danish_day(at_ms)
        counts = answer.counts is not False and BEGINNING <= day <= self.today
        if day > self.today:
            day = self.today - A_DAY
        card = Card(answer.word, answer.strand)
        among = max(answer.among or 1, 1)
        said = Said(day, at_ms, answer.sequence or 0, answer.id, answer.kind, answer.good, among, counts)
        insort(self._said.setdefault(card, []), said)
        self.met[card.word] = min(self.met.get(card.word, day), day)
        self.kinds_met.add(said.kind)
        seen = Seen(day, card.strand)
        self.seen[card.word] = max(self.seen.get(card.word, seen), seen)
        return card

    def _fold(self, card: Card) -> None:
        self.traces.pop(card, None)
        for said in self._said[card]:
            self._step(card, said)

    def _step(self, card: Card, said: Said) -> None:
        if said.counts:
            trace = self.traces.get(card)
            after = trace.after if trace else begun
            self.traces[card] = after(said.day, good=said.good, among=said.among)
