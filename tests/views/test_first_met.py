"""A word that she meets: by its picture, and where it has none on its card."""

from __future__ import annotations

from app.journeys.chosen_words import choose_words
from app.records import Review
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.sitting_down import answer, asked
from tests.views.voices import PHONE, Device
from tests.world import Organisation


def test_a_word_that_no_picture_shows_is_met_on_its_card_before_it_is_asked(org: Organisation) -> None:
    org.mentee.ports.platform.voice = Device(PHONE)
    choose_words(org.mentor.ports, mentee=org.cover(org.mentor), meeting=None, words=["everyday.navn"])
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go("/practise/now")
        await screen.until(lambda: asked(screen) is not None)
        question = asked(screen)
        assert question
        assert question.word == "everyday.navn"
        assert screen.has("word-card")
        assert not any(screen.has(f"choice-{choice.id}") for choice in question.choices)
        await screen.tap("to-question")
        assert not screen.has("word-card")
        await answer(screen, question, onward=False)
        assert screen.has("onward")

    show(org.mentee, walk)
    (review,) = org.mentee.store.find(Review)
    assert (review.word, review.counts) == ("everyday.navn", False)
