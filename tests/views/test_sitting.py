"""She practises on her screen: chooses by pictures, answers, is at the end after a dozen; and what others see of it."""

from __future__ import annotations

from sqlmodel import col

from app.exercises.choosing import CAP
from app.exercises.question import Question
from app.journeys.chosen_words import (
    add_own_word,
    choose_words,
    chosen_rows,
    chosen_words,
    wanted_decks,
)
from app.journeys.her_plan import plan_space
from app.journeys.meetings import log_meeting
from app.records import (
    CanNow,
    ChosenWord,
    HouseWord,
    Meeting,
    OwnWord,
    PractiseTogether,
    Review,
    WorkPicture,
)
from tests.journeys.lane import LETTER, on_wifi, step
from tests.journeys.voices import said, tone
from tests.screen import Screen
from tests.views.camera import takes
from tests.views.conftest import show
from tests.views.sitting_down import answer, asked
from tests.views.voices import PHONE, Device, Microphone
from tests.world import Organisation

LATE = ("overdue", "late", "waits", "backlog", "due", "forsinke", "mangler")


def test_a_first_sitting_from_her_letter_to_its_kind_end_every_answer_kept(org: Organisation) -> None:
    org.mentee.ports.platform.voice = Device(PHONE)
    questions: list[Question] = []

    async def walk(screen: Screen) -> None:
        await screen.tap("to-practise")
        await screen.tap("begin")
        await screen.until(lambda: asked(screen) is not None)
        while question := asked(screen):
            questions.append(question)
            assert org.mentee.store.count(Review) == len(questions) - 1
            await answer(screen, question)
            assert org.mentee.store.count(Review) == len(questions)
        assert screen.sees("That was today.")
        assert screen.has("mission")
        await screen.tap("home")
        assert screen.has("to-practise")

    show(org.mentee, walk)
    assert [len(question.choices) for question in questions if not question.scheduled] == [2, 2, 2]
    assert 6 <= len(questions) <= CAP
    assert org.mentee.store.count(Review, col(Review.counts).is_(True)) == 3


def test_always_wrong_it_ends_after_a_dozen_all_the_same_and_says_nothing_of_it(org: Organisation) -> None:
    org.mentee.ports.platform.voice = Device(PHONE)

    async def walk(screen: Screen) -> None:
        await screen.go("/practise/now")
        await screen.until(lambda: asked(screen) is not None)
        while question := asked(screen):
            await answer(screen, question, right=False)
        assert screen.sees("That was today.")

    show(org.mentee, walk)
    assert org.mentee.store.count(Review) == CAP


def test_five_minutes_of_answering_end_it(org: Organisation) -> None:
    org.mentee.ports.platform.voice = Device(PHONE)

    async def walk(screen: Screen) -> None:
        await screen.go("/practise/now")
        await screen.until(lambda: asked(screen) is not None)
        for _ in range(5):
            question = asked(screen)
            assert question
            org.world.later(minutes=1)
            await answer(screen, question)
        assert screen.sees("That was today.")

    show(org.mentee, walk)
    assert org.mentee.store.count(Review) == 5


def test_time_away_from_a_question_and_a_clock_put_right_end_no_sitting(org: Organisation) -> None:
    org.mentee.ports.platform.voice = Device(PHONE)
    three_days = 3 * 86_400_000

    async def walk(screen: Screen) -> None:
        await screen.go("/practise/now")
        await screen.until(lambda: asked(screen) is not None)
        for bent in (0, three_days, -three_days):
            question = asked(screen)
            assert question
            org.world.later(minutes=6)
            org.mentee.clock.bent_ms += bent
            org.mentee.store.journal.set_meta("offset", b"%d" % -bent)
            await answer(screen, question)
        assert asked(screen)

    show(org.mentee, walk)
    assert org.mentee.store.count(Review) == 3


def test_after_months_away_no_screen_of_hers_speaks_of_what_is_late(org: Organisation) -> None:
    org.mentee.ports.platform.voice = Device(PHONE)

    async def walk(screen: Screen) -> None:
        for path in ("/", "/practise", "/practise/can", "/practise/now"):
            await screen.go(path)
            await screen.until(lambda: not screen.has("waiting"))
            said = " ".join(screen.texts()).lower().split()
            assert not set(LATE) & set(said), path

    async def first(screen: Screen) -> None:
        await screen.go("/practise/now")
        await screen.until(lambda: asked(screen) is not None)
        while question := asked(screen):
            await answer(screen, question)

    show(org.mentee, first)
    org.world.later(days=200)
    show(org.mentee, walk)


def test_the_words_until_the_next_meeting_stand_on_her_screen_with_her_language(org: Organisation) -> None:
    mentor, cover = org.mentor.ports, org.cover(org.mentor)
    row = mentor.new_row()
    choose_words(mentor, mentee=cover, meeting=None, words=["everyday.bus", row])
    add_own_word(mentor, row=row, space=plan_space(mentor, cover), text="frokoststue", means="غرفة الطعام")

    async def walk(screen: Screen) -> None:
        await screen.go("/practise")
        await screen.until(lambda: screen.sees("en bus"))
        assert screen.sees("frokoststue")
        assert screen.sees("غرفة الطعام")

    async def without(screen: Screen) -> None:
        await screen.go("/practise")
        await screen.until(lambda: screen.has("deck-kitchen"))
        assert not screen.sees("Until we meet next")

    show(org.mentee, without)
    org.world.sync_all()
    show(org.mentee, walk, language="ar")


def test_pictures_of_what_she_can_do_are_there_before_she_can_and_after(org: Organisation) -> None:
    space = org.mentee.store.space("plan")
    with org.mentee.store.write() as tx:
        tx.add(CanNow(id=org.mentee.ports.new_row(), space=space, deck="everyday", can="me", words=10, among=10))

    async def walk(screen: Screen) -> None:
        await screen.go("/practise/can")
        await screen.until(lambda: screen.has("can-everyday-me"))
        assert screen.sees("I can greet")
        assert screen.sees("You can all of it.")
        assert screen.sees("4 of 4")
        assert screen.sees("0 of 4")

    show(org.mentee, walk)


def test_after_a_meeting_its_topics_offer_words_and_one_can_be_written(org: Organisation) -> None:
    mentor = org.mentor.ports
    row = mentor.new_row()
    log_meeting(
        mentor, row=row, mentee=org.cover(org.mentor), held_on=mentor.today(), minutes=30, topics="ways", note="-"
    )

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{row}")
        await screen.tap("words")
        await screen.until(lambda: any(str(each.key).startswith("word-everyday") for each in screen.walk()))
        offered = [str(each.key) for each in screen.walk() if str(each.key).startswith("word-everyday")]
        assert 3 <= len(offered) <= 5
        for key in offered[:3]:
            (box,) = screen.keyed(key)
            screen.session.apply_patch(box._i, {"value": True})
            await screen.fire(box, "change", True)
        await screen.write("own", "frokoststue")
        await screen.tap("keep")

    show(org.mentor, walk)
    org.world.sync_all()
    assert len(chosen_words(org.mentee.ports)) == 4
    assert [one.text for one in org.mentee.store.find(OwnWord)] == ["frokoststue"]
    assert {one.meeting for one in org.mentee.store.find(ChosenWord)} == {row}
    assert org.mentor.store.get(Meeting, row)


def test_a_word_is_said_when_it_is_written_and_she_hears_that_voice_in_her_exercises(org: Organisation) -> None:
    mentor, cover = org.mentor.ports, org.cover(org.mentor)
    mentor.platform.recorder = Microphone(said())
    mentor.platform.voice = Device(())
    on_wifi(org.mentee, org.mentor)

    async def writes(screen: Screen) -> None:
        await screen.go(f"/mentees/{cover.id}/words")
        await screen.begin_to_tap("say-word")
        await screen.tap("say-word-done")
        await screen.until(lambda: screen.has("hear-said"))
        await screen.tap("keep")
        assert screen.sees("Write the Danish word.")
        assert chosen_rows(mentor) == []  # nothing half-kept
        await screen.write("own", "frokoststue")
        await screen.begin_to_tap("hear-said")
        await screen.tap("keep")
        await screen.until(lambda: not screen.has("own"))

    show(org.mentor, writes)
    assert mentor.platform.voice.played == [tone()]
    step(org.mentor)
    step(org.mentee)
    device = org.mentee.ports.platform.voice = Device(())  # no Danish voice: only that recording can be heard

    async def hears(screen: Screen) -> None:
        await screen.go("/practise")
        await screen.until(lambda: screen.sees("frokoststue"))
        await screen.begin_to_tap("listen-frokoststue")
        await screen.until(lambda: device.played == [tone()])
        await screen.go("/practise/now")
        await screen.until(lambda: asked(screen) is not None)
        question = asked(screen)
        assert question
        assert question.says[0] == "frokoststue"
        await screen.until(lambda: device.played == [tone()] * 2)  # at once, when the question comes

    show(org.mentee, hears)


def test_a_coordinator_picks_a_word_and_a_picture_and_it_is_one_more_thing_to_practise(org: Organisation) -> None:
    mentor, cover = org.mentor.ports, org.cover(org.mentor)
    add_own_word(mentor, row=mentor.new_row(), space=plan_space(mentor, cover), text="frokoststue")
    org.world.sync_all()

    async def offers(screen: Screen) -> None:
        await screen.go("/more")
        await screen.tap("to-house-words")
        assert screen.sees("Fewer than 5 people have learned words here.")
        await screen.tap("more")
        await screen.tap("pick-frokoststue")
        await screen.until(lambda: screen.has("from-cleaning"))
        await screen.tap("from-cleaning")
        await screen.until(lambda: screen.has("picture-cleaning.bucket"))
        await screen.tap("picture-cleaning.bucket")
        await screen.tap("keep")
        assert screen.sees("frokoststue")

    show(org.coordinator, offers)
    (kept,) = org.coordinator.store.find(HouseWord)
    assert (kept.text, kept.picture) == ("frokoststue", "cleaning.bucket")
    org.world.sync_all()

    async def wants(screen: Screen) -> None:
        await screen.go("/practise")
        await screen.until(lambda: screen.has("deck-ours"))
        await screen.tap("deck-ours")

    show(org.mentee, wants)
    assert "ours" in wanted_decks(org.mentee.ports)


def test_her_mentor_sees_words_in_danish_what_she_can_do_and_what_is_easier_together(org: Organisation) -> None:
    mentor, cover = org.mentor.ports, org.cover(org.mentor)
    choose_words(mentor, mentee=cover, meeting=None, words=["everyday.hej", "cleaning.mop"])
    add_own_word(mentor, row=mentor.new_row(), space=plan_space(mentor, cover), text="frokoststue")
    org.world.sync_all()
    space = org.mentee.store.space("plan")
    with org.mentee.store.write() as tx:
        tx.add(CanNow(id=org.mentee.ports.new_row(), space=space, deck="everyday", can="me", words=5, among=10))
        for word in ("everyday.farvel", "everyday.number.n92"):
            tx.add(PractiseTogether(id=org.mentee.ports.new_row(), space=space, word=word, wanted=True))
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go(f"/mentees/{cover.id}")
        await screen.until(lambda: screen.sees("hej"))
        assert screen.sees("farvel")
        assert screen.sees("tooghalvfems")
        assert screen.sees("I can greet")
        assert screen.sees("2 of 4")
        assert not screen.sees("everyday.")

    show(org.mentor, walk)


def test_a_tool_is_photographed_looked_at_for_faces_and_stands_in_her_picture_book(org: Organisation) -> None:
    mentor, cover = org.mentor.ports, org.cover(org.mentor)
    mentor.platform.recorder = Microphone(said())
    on_wifi(org.mentee, org.mentor)

    async def photographs(screen: Screen) -> None:
        await screen.go(f"/mentees/{cover.id}")
        await screen.tap("book")
        await screen.tap("more")
        assert not screen.has("no-face")
        takes(org.mentor, LETTER)
        await screen.tap("photograph")
        assert screen.sees("is there no face in it?")
        await screen.tap("face")
        assert not screen.has("no-face")
        takes(org.mentor, LETTER)
        await screen.tap("photograph")
        await screen.write("text", "en vogn")
        await screen.begin_to_tap("say-word")
        await screen.tap("say-word-done")
        await screen.until(lambda: screen.has("hear-said"))
        assert mentor.store.find(WorkPicture) == []
        await screen.tap("no-face")
        await screen.until(lambda: screen.sees("en vogn"))

    show(org.mentor, photographs)
    (picture,) = mentor.store.find(WorkPicture)
    step(org.mentor)
    step(org.mentee)
    device = org.mentee.ports.platform.voice = Device(())

    async def looks(screen: Screen) -> None:
        await screen.go("/practise")
        await screen.until(lambda: screen.has("to-book"))
        await screen.tap("to-book")
        await screen.begin_to_tap(f"listen-{picture.id}")
        await screen.until(lambda: device.played == [tone()])
        await screen.tap(f"picture-{picture.id}")
        await screen.until(lambda: screen.has("whole"))

    show(org.mentee, looks)
