"""Amina's Danish in the demo: a month of short sittings, the words of her last meeting, and one of her own."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

from app.journeys.chosen_words import add_own_word, choose_words, want_deck
from app.journeys.her_plan import plan_space
from app.journeys.practice import keep_answer, open_practice
from app.journeys.tending import found_own_place
from app.ports import Clock, Ports
from app.records import Mentee

DECKS = ("everyday", "cleaning")
CHOSEN = ("everyday.bus", "everyday.billet", "cleaning.mop", "cleaning.bucket")
OWN = ("en frokoststue", "غرفة الطعام")
AGO = range(30, 0, -2)
RIGHT, HARD = 0.88, 3
"""How often she is right; the third word she meets never stays."""


class Then:
    """The clock so many days ago."""

    def __init__(self, clock: Clock, days: int) -> None:
        self._clock, self._ago = clock, timedelta(days=days)

    def now(self) -> int:
        return self._clock.now() - int(self._ago.total_seconds() * 1000)

    def today(self) -> date:
        return self._clock.today() - self._ago

    def local_now(self) -> datetime:
        return self._clock.local_now() - self._ago


def words_chosen(mentor: Ports) -> None:
    """After the last meeting."""
    (mentee,) = mentor.store.find(Mentee)
    choose_words(mentor, mentee=mentee, meeting=None, words=CHOSEN)
    add_own_word(mentor, row=mentor.new_row(), space=plan_space(mentor, mentee), text=OWN[0], means=OWN[1])


async def practises(mentee: Ports) -> None:
    """Every second day, by the real sittings."""
    await found_own_place(mentee)
    for deck in DECKS:
        want_deck(mentee, deck=deck, wanted=True)
    chance, clock = random.Random(13), mentee.clock
    for days in AGO:
        mentee.clock = Then(clock, days)
        practice = await open_practice(mentee)
        sitting = practice.begin()
        while turn := sitting.turn():
            if question := practice.question(turn, chance):
                met = list(practice.memory.met)
                hard = len(met) >= HARD and turn.word == met[HARD - 1]
                good = not hard and chance.random() < RIGHT
                keep_answer(mentee, row=mentee.new_row(), practice=practice, turn=turn, question=question, good=good)
                sitting = sitting.after(good=good)
            else:
                sitting = sitting.without()
    mentee.clock = clock
