"""A word of her own, written by her mentor: with what it means, in her language, if somebody knows it."""

from __future__ import annotations

from app.exercises.written import OWN
from app.journeys.chosen_words import add_own_word, choose_words, chosen_rows, own_words
from app.journeys.her_plan import plan_space
from app.journeys.own_word import take_out
from app.journeys.practice import open_practice
from app.records import OwnWord, PractiseTogether
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.flaws import flaws
from tests.views.sitting_down import answer, asked
from tests.views.voices import PHONE, Device
from tests.world import Organisation, run

ROOM = "غرفة الطعام"


def test_a_mentor_writes_what_the_word_means_and_she_reads_it_on_its_card_and_until_next_time(
    org: Organisation,
) -> None:
    async def writes(screen: Screen) -> None:
        await screen.go(f"/mentees/{org.cover(org.mentor).id}/words")
        assert screen.sees("العربية")
        await screen.write("own", "frokoststue")
        await screen.write("means", f" {ROOM} ")
        await screen.tap("keep")

    show(org.mentor, writes)
    org.world.sync_all()
    assert [(one.means, one.language) for one in org.mentee.store.find(OwnWord)] == [(ROOM, "ar")]
    org.mentee.ports.platform.voice = Device(PHONE)

    async def reads(screen: Screen) -> None:
        await screen.go("/practise")
        await screen.until(lambda: screen.sees("frokoststue"))
        assert screen.sees(ROOM)
        await screen.go("/practise/now")
        await screen.until(lambda: asked(screen) is not None)
        question = asked(screen)
        assert question
        assert question.says[0] == "frokoststue"
        await answer(screen, question, onward=False)
        assert not screen.sees(ROOM)
        await screen.tap("word")
        assert screen.sees(ROOM)

    show(org.mentee, reads, language="ar")


def test_a_word_without_a_meaning_is_kept_all_the_same_and_one_in_another_language_is_not_shown_as_hers(
    org: Organisation,
) -> None:
    mentor, cover = org.mentor.ports, org.cover(org.mentor)
    space = plan_space(mentor, cover)
    rows = [mentor.new_row() for _ in range(3)]
    add_own_word(mentor, row=rows[0], space=space, text="en nål", language="ar")
    add_own_word(mentor, row=rows[1], space=space, text="frokoststue", means=ROOM, language="ar")
    add_own_word(mentor, row=rows[2], space=space, text="en kittel", means="رداء")
    choose_words(mentor, mentee=cover, meeting=None, words=rows)
    org.world.sync_all()

    async def reads(screen: Screen) -> None:
        await screen.go("/practise")
        await screen.until(lambda: screen.sees("frokoststue"))
        assert not screen.sees(ROOM)
        assert screen.sees("رداء")

    show(org.mentee, reads, language="so")
    items = {item.da: dict(item.gloss) for item in run(open_practice(org.mentee.ports, "so")).decks[OWN].items}
    assert {text: set(gloss) for text, gloss in items.items()} == {
        "en nål": set(),
        "frokoststue": {"ar"},
        "en kittel": {"so"},
    }


def test_a_word_that_was_kept_by_mistake_is_written_anew_or_taken_away_where_it_stands(org: Organisation) -> None:
    mentor, cover = org.mentor.ports, org.cover(org.mentor)
    space = plan_space(mentor, cover)
    wrong, odd, gone = (mentor.new_row() for _ in range(3))
    add_own_word(mentor, row=wrong, space=space, text="frokoststu", means=ROOM, language="ar")
    add_own_word(mentor, row=odd, space=space, text="en nål")
    meanwhile = add_own_word(mentor, row=gone, space=space, text="en knap")
    choose_words(mentor, mentee=cover, meeting=None, words=[wrong, odd, gone])

    async def mends(screen: Screen) -> None:
        words = f"/mentees/{cover.id}/words"
        await screen.go(words)
        await screen.tap(f"own-word-{wrong}")
        assert list(flaws(screen)) == []
        assert screen.keyed("own")[0].value == "frokoststu"  # type: ignore[attr-defined]
        assert screen.keyed("means")[0].value == ROOM  # type: ignore[attr-defined]
        await screen.write("own", "en frokoststue")
        await screen.tap("keep")
        await screen.until(lambda: screen.sees("en frokoststue"))
        await screen.tap(f"own-word-{odd}")
        await screen.tap("away")
        await screen.until(lambda: not screen.sees("en nål"))
        take_out(mentor, meanwhile)
        await screen.tap("keep")

    show(org.mentor, mends)
    assert [(one.text, one.means, one.language) for one in own_words(mentor)] == [("en frokoststue", ROOM, "ar")]
    assert [one.word for one in chosen_rows(mentor, space)] == [wrong]

    async def reads(screen: Screen) -> None:
        await screen.go(f"/mentees/{cover.id}/words/{odd}")
        assert screen.sees("There is nothing here.")

    show(org.mentor, reads)


def test_a_word_that_is_taken_away_leaves_no_heading_over_nothing(org: Organisation) -> None:
    mentor, cover = org.mentor.ports, org.cover(org.mentor)
    space, row = plan_space(mentor, cover), mentor.new_row()
    word = add_own_word(mentor, row=row, space=space, text="frokoststu")
    org.world.sync_all()
    with org.mentee.store.write() as tx:
        tx.add(PractiseTogether(id=org.mentee.ports.new_row(), space=space, word=f"{OWN}.{row}", wanted=True))
    org.world.sync_all()

    async def looks(screen: Screen) -> None:
        await screen.go(f"/mentees/{cover.id}")
        await screen.until(lambda: screen.sees("Easier together"))
        take_out(mentor, word)
        await screen.until(lambda: not screen.sees("Easier together"))

    show(org.mentor, looks)
