"""She practises Danish: what she remembers is told from her answers, each is kept, and what she can do is summed up."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from random import Random

from sqlmodel import col

from app.domain.beside import beside
from app.domain.danish_day import ZONE, danish_day
from app.exercises.choosing import Word
from app.exercises.deck import CanDo, Deck, deck_of
from app.exercises.kinds import ask
from app.exercises.memory import Card, Memory
from app.exercises.question import Kind, Question
from app.exercises.sitting import Sitting, Turn, plan
from app.exercises.words import one_of_each, words_of
from app.exercises.written import OURS, OWN, our_id
from app.exercises.wrong import MOST
from app.journeys.chosen_words import chosen_words, wanted_decks
from app.journeys.danish_sound import spoken
from app.journeys.decks import Pack, deck_in, packs
from app.journeys.house_words import house_words
from app.journeys.spoken import want_said_words
from app.journeys.tending import found_own_place
from app.journeys.written_words import lends, written_decks, written_now
from app.ports import Ports
from app.records import CanNow, PractiseTogether, Review, RowId
from app.storage.writing import Tx

FEW = 2
"""Choices when a word is met for the first time."""

A_WHILE = 50
"""Steps after which others on this thread may go first."""


@dataclass
class Practice:
    """What a sitting needs, kept in memory while she is here: her answers are folded once."""

    shelf: list[Pack]
    decks: dict[str, Deck]
    words: list[Word]
    memory: Memory
    answers: int  # that are folded
    wanted: frozenset[str]
    chosen: tuple[str, ...] = ()
    written: tuple[str, ...] = ()  # words that somebody here wrote, and their meanings
    voices: tuple[str, ...] = ()  # of the phone; a browser names them after a while

    def begin(self) -> Sitting:
        """The sitting of today."""
        return plan(self.words, self.memory, self.chosen)

    def question(self, turn: Turn, chance: Random) -> Question | None:
        """How it is asked; None when a newer deck no longer has it."""
        deck = self.decks.get(deck_of(turn.word))
        if deck is None or turn.kind not in set(Kind):
            return None
        return ask(Kind(turn.kind), turn.word, deck, chance, self.others(deck), most=FEW if turn.first else MOST)

    def others(self, deck: Deck) -> list[Deck]:
        """Those that lend wrong answers: the decks that we made have enough of their own."""
        return [] if lends(deck) else [each for each in self.decks.values() if lends(each)]


def now_ms(ports: Ports) -> int:
    """By this phone's clock, put right by what the hub last said."""
    return ports.clock.now() + ports.store.journal.offset


def is_fresh(ports: Ports, practice: Practice) -> bool:
    """Whether what was opened still stands: the same day, no answers from another phone, the same words."""
    return (
        practice.memory.today == danish_day(now_ms(ports))
        and practice.answers == ports.store.count(Review)
        and practice.wanted == wanted_decks(ports)
        and practice.chosen == chosen_words(ports)
        and practice.written == written_now(ports)
        and practice.voices == ports.platform.voice.tags
    )


async def open_practice(ports: Ports, language: str = "") -> Practice:
    """Folds her answers and reads the decks she wants, and those of words that she met before. Needs no connection.

    `language`: hers, in which a word of her own is explained.
    """
    await found_own_place(ports)
    memory = Memory(danish_day(now_ms(ports)))
    answers = ports.store.find(Review)
    for nth, _ in enumerate(memory.read(answers)):
        if nth % A_WHILE == 0:
            await asyncio.sleep(0)
    shelf = await packs(ports.platform)
    wanted = wanted_decks(ports)
    chosen = chosen_words(ports)
    asked = {*memory.met, *chosen}
    met = {deck_of(word) for word in asked}
    want_said_words(ports, [one for one in house_words(ports) if OURS in wanted or our_id(one) in asked])
    decks: dict[str, Deck] = {}
    for pack in shelf:
        if pack.id in wanted | met and (deck := await deck_in(ports.platform, pack)):
            decks[pack.id] = deck
    voices = ports.platform.voice.tags
    practice = Practice(shelf, decks, [], memory, len(answers), wanted, chosen, written_now(ports), voices)
    await _add_written(ports, practice, wanted | met, language)
    practice.words[:] = _words(ports, practice)
    sum_up(ports, practice)  # another phone of hers may have brought answers
    return practice


async def _add_written(ports: Ports, practice: Practice, wanted: Collection[str], language: str) -> None:
    """Words of her own and of the organisation; where no deck of the app is here, the first one lends answers."""
    written = await written_decks(ports, practice.shelf, wanted, language)
    if written and not practice.decks and (deck := await deck_in(ports.platform, practice.shelf[0])):
        practice.decks[deck.id] = deck
    practice.decks.update((deck.id, deck) for deck in written)


def _words(ports: Ports, practice: Practice) -> list[Word]:
    """Her own first, then one of each deck that she wants; of the others those that she met or that were chosen."""

    def heard(says: Sequence[str]) -> bool:
        return bool(spoken(ports, says))

    of = {deck.id: words_of(deck, practice.others(deck), heard) for deck in practice.decks.values()}
    asked = {*practice.memory.met, *practice.chosen}
    wanted = [words for deck, words in of.items() if deck in practice.wanted]
    rest = [words for deck, words in of.items() if deck not in practice.wanted | {OWN}]
    return [*of.get(OWN, ()), *one_of_each(wanted), *(word for words in rest for word in words if word.id in asked)]


def keep_answer(ports: Ports, *, row: RowId, practice: Practice, turn: Turn, question: Question, good: bool) -> Review:
    """One answer, kept before the next question comes; what she can do now with it, when that has changed.

    Where another phone brought answers meanwhile, the next opening folds these and sums up: less would be told here.
    """
    card = Card(turn.word, turn.strand)
    before = practice.memory.traces.get(card)
    review = Review(
        id=row,
        space=ports.store.space("own"),
        word=turn.word,
        strand=turn.strand,
        kind=turn.kind,
        good=good,
        among=round(1 / question.chance),
        counts=turn.counts and question.scheduled,
        at_ms=now_ms(ports),
        zone=ZONE,
        sequence=practice.answers + 1,
    )
    with ports.store.write() as tx:
        tx.add(review)
    practice.memory.add(review)
    practice.answers += 1
    after = practice.memory.traces.get(card)
    changed = after and (before is None or (before.sits, before.together) != (after.sits, after.together))
    if changed and practice.answers == ports.store.count(Review):
        sum_up(ports, practice)
    return review


def sum_up(ports: Ports, practice: Practice) -> None:
    """What she can do now and what is easier together, for who walks with her; written where it has changed."""
    plans = ports.store.places("plan")
    if not plans:
        return
    space, memory = plans[0].space, practice.memory
    sit = {card.word for card, trace in memory.traces.items() if trace.sits}
    hard = {card.word for card, trace in memory.traces.items() if trace.together}
    with ports.store.write() as tx:
        for deck in practice.decks.values():
            for can in deck.cans:
                _tell_can(ports, tx, space, deck, can, sit)
        told = {one.word: one for one in ports.store.find(PractiseTogether, col(PractiseTogether.space) == space)}
        for word in sorted(hard - set(told)):
            tx.add(PractiseTogether(id=beside(space, f"together {word}"), space=space, word=word, wanted=True))
        for word, one in told.items():
            if one.wanted != (word in hard) and word in memory.met:
                tx.change(one, wanted=word in hard)


def _tell_can(ports: Ports, tx: Tx, space: str, deck: Deck, can: CanDo, sit: Collection[str]) -> None:
    """A picture never grows empty: on a new phone, whose memory begins anew, what was told before stays.

    Of fewer words in a newer deck it is the share that stays: six of eleven are not five of five.
    """
    words = {f"{deck.id}.{item.id}" for item in deck.items if item.can == can.id}
    row = beside(space, f"can {deck.id}.{can.id}")
    there = ports.store.get(CanNow, row, space)
    told = (there.words or 0) * min(len(words), there.among) // there.among if there and there.among else 0
    known = min(len(words), max(len(words.intersection(sit)), told))
    if there is None and known:
        tx.add(CanNow(id=row, space=space, deck=deck.id, can=can.id, words=known, among=len(words)))
    elif there is not None and (there.words, there.among) != (known, len(words)):
        tx.change(there, words=known, among=len(words))
