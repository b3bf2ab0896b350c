"""Which words are worth asking today: what fades, what was chosen at a meeting, and as much that is new as fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, pairwise

from app.exercises.memory import Card, Memory
from app.exercises.question import Kind, Strand

CAP = 12
"""Answers in a sitting. What does not fit is not spoken of; tomorrow the most valuable dozen is chosen anew."""

NEW_A_DAY = 3
STEADY = 10
"""Words that sit at a level: the next level may come."""

WORDS_A_STRAND = 2
"""So many words are met for each that begins to be read or said."""

STRANDS = tuple(strand.value for strand in Strand)
FIRST = STRANDS[0]
HARDEST = 4
UNCOUNTED = frozenset({Kind.SAY_IT, Kind.MISSION})


@dataclass(frozen=True)
class Word:
    """What can be asked of a word: kinds by strand, and how hard it is in each (1 to 4).

    Finding the kinds takes a millisecond: `kinds` may find them when they are asked for, and a plan asks few words.
    """

    id: str
    kinds: Mapping[str, Sequence[str]]
    levels: Mapping[str, int] = field(default_factory=dict)
    loose: Sequence[str] = ()  # kinds that prove nothing: said by herself, or a guess between two

    @cached_property
    def cards(self) -> list[Card]:
        """In the order of the strands: what is understood is read, what is read is said."""
        return [Card(self.id, strand) for strand in STRANDS if self.counted(strand)]

    @property
    def has_card(self) -> bool:
        """Whether it is a word of the language, which is shown on a card: it can be said aloud."""
        return Kind.SAY_IT in self.loose

    def counted(self, strand: str) -> list[str]:
        """The kinds whose answers count."""
        return [kind for kind in self.kinds.get(strand, ()) if kind not in UNCOUNTED]


def new_today(due: int, begun: int) -> int:
    """How many may be new: three a day, fewer as what is due fills a sitting, none once it does."""
    room = (CAP - due + 1) // 2  # a new word is asked twice
    return max(0, min(NEW_A_DAY, room) - begun)


def rested(words: Mapping[str, Word], memory: Memory) -> set[str]:
    """Those not asked today in any strand: one strand of a word a day."""
    return {word for word in words if word not in memory.seen or memory.seen[word].day < memory.today}


def fading(words: Mapping[str, Word], memory: Memory, chosen: Collection[str]) -> list[Card]:
    """What is due, or chosen and known: one strand of each word, the chosen first, then the least certain.

    After months away these are many; who asks takes the first dozen, and nobody is told of the rest.
    """
    free = rested(words, memory)
    cards = [
        card
        for card, trace in memory.traces.items()
        if (trace.due <= memory.today or card.word in chosen) and card.word in free and card in words[card.word].cards
    ]
    return one_each(by_value(cards, memory, chosen))


def half_met(words: Mapping[str, Word], memory: Memory) -> list[Card]:
    """Words that she met when a sitting ended before they were asked in earnest, the longest ago first."""
    begun = {card.word for card in memory.traces}
    met = sorted((first, word) for word, first in memory.met.items() if word in words and word not in begun)
    half = [words[word] for _first, word in met]
    return [word.cards[0] for word in half if word.cards]


def new(words: Mapping[str, Word], memory: Memory, chosen: Collection[str], fades: Sequence[Card]) -> list[Card]:
    """Words never met, and strands never asked of words that do not fade: as many as may be new beside what fades.

    A chosen word is met however much fades.
    """
    begun = begun_today(memory)
    free = rested(words, memory) - {card.word for card in fades}
    most = islice(_never_asked(words, memory, chosen, free), max(0, NEW_A_DAY - begun))
    may = new_today(len(fades), begun)
    return [card for nth, card in enumerate(most) if nth < may or card.word in chosen]


def begun_today(memory: Memory) -> int:
    """Words met, and strands of others begun."""
    today = memory.today
    met = sum(first == today for first in memory.met.values())
    return met + sum(trace.first == today > memory.met[card.word] for card, trace in memory.traces.items())


def own_levels(words: Iterable[Word], memory: Memory) -> dict[str, int]:
    """How far she is in each strand: the next level comes when ten words of this one sit, or half of what there is."""
    there: Counter[tuple[str, int]] = Counter()
    sit: Counter[tuple[str, int]] = Counter()
    for word in words:
        for key in word.levels.items():
            trace = memory.traces.get(Card(word.id, key[0]))
            there[key] += 1
            sit[key] += trace is not None and trace.sits
    levels = {}
    for strand in STRANDS:
        level = 1
        while level < HARDEST and sit[strand, level] >= min(STEADY, there[strand, level] / 2):
            level += 1
        levels[strand] = level
    return levels


def by_value(cards: Iterable[Card], memory: Memory, chosen: Collection[str] = ()) -> list[Card]:
    """The chosen first, then the least certain; equals in one order on every phone."""
    return sorted(cards, key=lambda card: (card.word not in chosen, -memory.traces[card].faded(memory.today), card))


def one_each(cards: Iterable[Card]) -> list[Card]:
    """The first strand of each word."""
    first: dict[str, Card] = {}
    for card in cards:
        first.setdefault(card.word, card)
    return list(first.values())


def _never_asked(
    words: Mapping[str, Word], memory: Memory, chosen: Collection[str], free: Collection[str]
) -> Iterator[Card]:
    """Chosen words first, then those of her level; now and then a word she knows in its next strand."""
    levels = own_levels(words.values(), memory)

    def hard(word: Word) -> bool:
        return word.levels.get(FIRST, 1) > levels[FIRST]

    order = sorted(words.values(), key=lambda word: (word.id not in chosen, hard(word)))
    sit = {card.word for card, trace in memory.traces.items() if trace.sits and card.word in free}
    fresh = (word.cards[0] for word in order if word.id not in memory.met and word.cards)
    deeper = (card for word in order if word.id in sit for card in _next_strand(word, memory))
    met = len(memory.met)
    strands = len(memory.traces) - len({card.word for card in memory.traces})
    while True:
        sources = (deeper, fresh) if strands * WORDS_A_STRAND < met else (fresh, deeper)
        card = next(sources[0], None) or next(sources[1], None)
        if card is None:
            return
        strands += card.word in memory.met
        met += card.word not in memory.met
        yield card


def _next_strand(word: Word, memory: Memory) -> list[Card]:
    """The first strand that was never asked, if the one before it sits."""
    cards = word.cards
    for before, card in pairwise(cards):
        trace = memory.traces.get(before)
        if trace is None or not trace.sits:
            return []
        if card not in memory.traces:
            return [card]
    return []
