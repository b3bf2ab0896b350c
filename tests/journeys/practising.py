"""She sits down and practises, on whichever phone of hers."""

from __future__ import annotations

import random

from app.exercises.choosing import CAP
from app.exercises.memory import Memory
from app.exercises.question import check
from app.journeys.her_plan import plan_space
from app.journeys.practice import Practice, keep_answer, open_practice
from app.journeys.readmit import readmit
from app.platform.nothing import NoVoice
from tests.world import Organisation, Phone, run


class Danish(NoVoice):
    """The voice of a phone that speaks Danish."""

    tags: tuple[str, ...] = ("da-DK",)


def second_phone(org: Organisation) -> Phone:
    """Another phone of the mentee's, signed in from her first."""
    again = run(readmit(org.mentee.ports, person=org.mentee.ports.me.person))
    phone = org.world.phone("Amina 2")
    phone.join(again)
    org.world.sync_all(rounds=3)
    return phone


def cover_plan(org: Organisation) -> str:
    space = plan_space(org.mentor.ports, org.cover(org.mentor))
    assert space
    return space


def sits_down(phone: Phone, seed: int = 1, right: float = 0.8) -> Practice:
    """A whole sitting, answered by chance."""
    chance = random.Random(seed)
    practice = run(open_practice(phone.ports))
    sitting = practice.begin()
    asked = 0
    while turn := sitting.turn():
        question = practice.question(turn, chance)
        if question is None:
            sitting = sitting.without()
            continue
        good = not question.right or chance.random() < right
        answer = question.right if good else tuple(c.id for c in question.choices if c.id not in question.right)[:1]
        assert check(question, answer) == good
        keep_answer(phone.ports, row=phone.ports.new_row(), practice=practice, turn=turn, question=question, good=good)
        sitting, asked = sitting.after(good=good), asked + 1
    assert 0 < asked <= CAP
    return practice


def folded(phone: Phone) -> Memory:
    return run(open_practice(phone.ports)).memory
