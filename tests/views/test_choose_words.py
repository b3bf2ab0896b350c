"""A mentor chooses what is practised until the next meeting."""

from __future__ import annotations

from app.journeys.chosen_words import choose_words, chosen_rows
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation


def test_a_chosen_word_that_a_newer_deck_no_longer_has_makes_room_for_another(org: Organisation) -> None:
    mentor, cover = org.mentor.ports, org.cover(org.mentor)
    four = ["everyday.hej", "everyday.farvel", "everyday.penge", "everyday.sove"]
    choose_words(mentor, mentee=cover, meeting=None, words=["everyday.no-longer-there", *four])

    async def walk(screen: Screen) -> None:
        await screen.go(f"/mentees/{cover.id}/words")
        await screen.until(lambda: screen.has("word-everyday.hej"))
        assert not screen.has("word-everyday.no-longer-there")
        [more] = screen.keyed("word-everyday.tak")
        await screen.fire(more, "change", True)
        await screen.tap("keep-top")

    show(org.mentor, walk)
    chosen = {one.word for one in chosen_rows(mentor)}
    assert chosen == {*four, "everyday.tak"}
