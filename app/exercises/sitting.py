"""One sitting: a dozen answers or five minutes, what was wrong once more, and an end. It knows nothing of days."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.exercises.choosing import CAP, Word, by_value, fading, half_met, new, one_each
from app.exercises.memory import Card, Memory
from app.exercises.question import Kind, Strand

LONGEST_MS = 5 * 60_000
LONGEST_ON_ONE_MS = 60_000
"""Who is away from a question for longer was called, or put the phone aside: that is no time of the sitting."""

SHORTEST = 6
"""A sitting that would be shorter is filled with words that she knows."""

SPACE = 3
"""So many others come before a word comes back."""

PLANNED = CAP - 1
"""The last answer is left for what proves nothing, or for what was wrong just before."""

FIRST_MET = (Kind.HEAR_PICTURE.value, Kind.PICTURE_VOICE.value)
"""A word is met by ear and picture before anything of it is read."""


@dataclass(frozen=True)
class Turn:
    """One question to come. `first` = she never met the word: two choices are enough, and nothing is counted.

    `again` = it was wrong a moment ago.
    """

    word: str
    strand: str
    kind: str
    counts: bool = True
    first: bool = False
    again: bool = False


@dataclass(frozen=True)
class Sitting:
    """What is still to come."""

    waiting: tuple[Turn, ...] = ()
    answered: int = 0

    def turn(self, spent_ms: int = 0) -> Turn | None:
        """The next one; None when it was enough for today."""
        if self.answered >= CAP or spent_ms >= LONGEST_MS or not self.waiting:
            return None
        return self.waiting[0]

    def after(self, *, good: bool) -> Sitting:
        """She answered. What was wrong comes back soon, does not count then, and goes before what is still planned."""
        turn, *rest = self.waiting
        answered = self.answered + 1
        if not good:
            rest.insert(SPACE, replace(turn, counts=False, again=True))
            while len(rest) > CAP - answered and (planned := [one for one in rest if not one.again]):
                rest.remove(planned[-1])
        return Sitting(tuple(rest), answered)

    def without(self) -> Sitting:
        """The next one cannot be asked after all: it is left out, and was no answer."""
        return replace(self, waiting=self.waiting[1:])


def spent_on(asked_ms: int, now_ms: int) -> int:
    """Time spent on one question; a clock that was put right meanwhile makes it no longer, and never negative."""
    return min(max(0, now_ms - asked_ms), LONGEST_ON_ONE_MS)


def plan(words: Sequence[Word], memory: Memory, chosen: Collection[str] = ()) -> Sitting:
    """The sitting of that day. `words` in the order in which she may meet them; `chosen` at a meeting come first."""
    known = {word.id: word for word in words}
    fades = fading(known, memory, chosen)
    fresh = [list(_meeting(known[card.word], card, memory)) for card in new(known, memory, chosen, fades)]
    before = [_turn(known, card, memory) for card in [*half_met(known, memory), *fades]]
    turns = _mixed(before[: max(0, PLANNED - sum(map(len, fresh)))], fresh)[:PLANNED]
    turns += _filling(known, memory, {turn.word for turn in turns}, SHORTEST - len(turns))
    return Sitting((*turns, *_loose(words, memory, turns)))


def _loose(words: Sequence[Word], memory: Memory, turns: Sequence[Turn]) -> list[Turn]:
    """At the end what proves nothing, once she knows words: one day two sounds, the next a word said aloud."""
    if not memory.traces:
        return []
    if memory.today.toordinal() % 2:
        asked = {turn.word for turn in turns}
        said = [word.id for word in words if word.id in asked and Kind.SAY_IT in word.loose]
        return [Turn(word, Strand.PRODUCE, Kind.SAY_IT, counts=False) for word in said[:1]]
    pairs = [word.id for word in words if Kind.SAME_DIFFERENT in word.loose]
    rested = sorted(pairs, key=lambda word: memory.seen[word].day if word in memory.seen else date.min)
    return [Turn(word, Strand.UNDERSTAND, Kind.SAME_DIFFERENT, counts=False) for word in rested[:1]]


def _meeting(word: Word, card: Card, memory: Memory) -> Iterator[Turn]:
    """A new word is heard with its picture among two, and asked in earnest a little later; a new strand is asked.

    One without a picture is shown on its card, and asked at once without counting.
    """
    kinds = word.counted(card.strand)
    first = next((kind for kind in FIRST_MET if kind in kinds), None)
    if first is None and word.has_card:
        first = kinds[0]
    if first is None or card.word in memory.met:
        yield Turn(card.word, card.strand, _kind(kinds, memory.kinds(card)))
        return
    yield Turn(card.word, card.strand, first, counts=False, first=True)
    yield Turn(card.word, card.strand, FIRST_MET[1] if FIRST_MET[1] in kinds else _kind(kinds, [first]))


def _turn(words: Mapping[str, Word], card: Card, memory: Memory, *, counts: bool = True) -> Turn:
    return Turn(card.word, card.strand, _kind(words[card.word].counted(card.strand), memory.kinds(card)), counts=counts)


def _kind(kinds: Sequence[str], asked: Sequence[str]) -> str:
    """Another one than last time, in turn: a card is never one remembered screen."""
    last = next((kind for kind in reversed(asked) if kind in kinds), None)
    return kinds[(kinds.index(last) + 1) % len(kinds)] if last else kinds[0]


def _mixed(known: Sequence[Turn], fresh: Sequence[Sequence[Turn]]) -> list[Turn]:
    """A known word to begin with; each new one among them, and its second time two or three turns later."""
    at = [(float(place), turn) for place, turn in enumerate(known)]
    for nth, turns in enumerate(fresh):
        at += [(2 * nth + 0.5 + 2.7 * time, turn) for time, turn in enumerate(turns)]
    return [turn for _, turn in sorted(at, key=lambda placed: placed[0])]


def _filling(words: Mapping[str, Word], memory: Memory, there: Collection[str], many: int) -> list[Turn]:
    """Words that she knows and that could wait; those asked today once more, in the same strand and uncounted."""
    today = {word: seen.strand for word, seen in memory.seen.items() if seen.day == memory.today}
    could = [
        card
        for card in memory.traces
        if card.word in words
        and card.word not in there
        and card in words[card.word].cards
        and today.get(card.word, card.strand) == card.strand
    ]
    chosen = one_each(by_value(could, memory))
    chosen.sort(key=lambda card: card.word in today)
    return [_turn(words, card, memory, counts=card.word not in today) for card in chosen[: max(0, many)]]
