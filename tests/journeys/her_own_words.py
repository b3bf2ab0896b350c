"""A word of her own, said by her mentor after a meeting."""

from __future__ import annotations

from app.journeys.chosen_words import choose_words, say_own_word
from app.records import Meeting, OwnWord
from tests.journeys.lane import held, step
from tests.journeys.practising import cover_plan
from tests.journeys.voices import said
from tests.world import Organisation, run


def her_own_word(org: Organisation) -> tuple[OwnWord, Meeting]:
    """Said by her mentor after a meeting, and explained in her language."""
    mentor, cover = org.mentor.ports, org.cover(org.mentor)
    meeting, row = held(org.mentor, cover), mentor.new_row()
    adding = say_own_word(
        mentor, row=row, space=cover_plan(org), text="frokoststue", means="غرفة الطعام", recording=said()
    )
    word = run(adding)
    choose_words(mentor, mentee=cover, meeting=meeting, words=[row])
    step(org.mentor)
    org.world.sync_all()
    return word, meeting
