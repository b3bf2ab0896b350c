"""What is written about her, on the screens: released, read in her letter, taken back, read together on one phone."""

from __future__ import annotations

import flet as ft

from app.journeys.release import release
from app.records import MeetingNote, Released
from app.views.session import OPEN, TOGETHER
from tests.screen import Screen
from tests.views.already_held import held
from tests.views.conftest import show
from tests.views.pin import type_pin
from tests.world import PIN, Organisation


def test_the_mentor_releases_in_her_own_words_and_she_finds_it_in_her_letter(org: Organisation) -> None:
    meeting = held(org)

    async def give(screen: Screen) -> None:
        await screen.go(f"/meetings/{meeting.id}")
        await screen.tap("release")
        field = screen._one("text")
        assert isinstance(field, ft.TextField)
        assert "55 min" in field.value
        assert "took the bus" not in field.value
        await screen.write("text", "You came alone on the bus.")
        await screen.double_tap("keep")
        assert screen.page.route == f"/meetings/{meeting.id}"
        assert screen.sees("You came alone on the bus.")

    async def read(screen: Screen) -> None:
        assert screen.sees("شيء واحد للقراءة")
        await screen.tap("to-who")
        await screen.tap("to-about")
        assert screen.sees("You came alone on the bus.")
        assert screen.sees("Maja")
        await screen.tap("back")
        assert screen.page.route == "/who"

    show(org.mentor, give)
    org.world.sync_all()
    show(org.mentee, read, language="ar")
    assert len(org.mentee.store.find(Released)) == 1


def test_it_is_taken_back_after_a_question_that_does_not_promise_too_much(org: Organisation) -> None:
    release(org.mentor.ports, row="0a" * 16, meeting=held(org), text="You came alone.")
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{held(org).id}")
        await screen.tap(f"withdraw-{'0a' * 16}")
        assert screen.sees("What she has read, she has read.")
        await screen.tap("withdraw-yes")
        assert not screen.sees("You came alone.")

    show(org.worker, walk)
    org.world.sync_all()
    assert org.mentee.store.find(Released) == []


def test_the_coordinator_sees_what_she_may_read_and_cannot_change_it(org: Organisation) -> None:
    release(org.mentor.ports, row="0a" * 16, meeting=held(org), text="You came alone.")
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{held(org).id}")
        assert screen.sees("You came alone.")
        assert not screen.has("release")
        assert not screen.has("together")
        assert not screen.has(f"withdraw-{'0a' * 16}")

    show(org.coordinator, walk)


def test_reading_together_shows_what_was_chosen_and_opens_again_with_the_pin_alone(org: Organisation) -> None:
    meeting = held(org)
    (note,) = org.mentor.store.find(MeetingNote)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{meeting.id}")
        await screen.tap("together")
        assert screen.sees("Note")
        await screen.tap("begin")
        assert screen.app.phase == TOGETHER
        assert screen.sees("55 min")
        assert not screen.sees("took the bus")

        for path in ("/people", f"/meetings/{meeting.id}", "/"):  # the address, the system's back
            await screen.go(path)
            assert not screen.has("bar")
            assert not screen.has("back")
            assert screen.sees("We read together")

        await screen.tap("close")
        await type_pin(screen, "111111")
        assert screen.app.phase == TOGETHER
        await screen.tap("read-on")
        assert screen.sees("55 min")
        org.world.later(minutes=1)
        await screen.tap("close")
        await type_pin(screen, PIN)
        await screen.until(lambda: screen.app.phase == OPEN)
        await screen.settle()
        assert screen.has("bar")

    show(org.mentor, walk)
    assert note.text == "took the bus"


def test_a_note_is_read_together_only_when_it_was_chosen(org: Organisation) -> None:
    meeting = held(org)
    (note,) = org.mentor.store.find(MeetingNote)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{meeting.id}/together")
        for row, yes in ((note.id, True), (meeting.id, False)):
            box = screen._one(f"choose-{row}")
            screen.session.apply_patch(box._i, {"value": yes})
            await screen.fire(box, "change", yes)
        await screen.tap("begin")
        assert screen.sees("took the bus")
        assert screen.sees("Note · Mon 23 Feb")
        assert not screen.sees("55 min")

    show(org.mentor, walk)


def test_a_cpr_number_is_never_given_to_her_and_what_was_typed_is_still_there(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{held(org).id}/release")
        await screen.write("text", "You came. 010180-1234")
        await screen.tap("keep")
        assert screen.sees("There is a CPR number in the text.")
        assert screen.keyed("text")[0].value == "You came. 010180-1234"  # type: ignore[attr-defined]

    show(org.mentor, walk)
    assert org.mentor.store.find(Released) == []


def test_a_question_before_taking_back_that_stands_in_danish_says_so_itself(org: Organisation) -> None:
    release(org.mentor.ports, row="0a" * 16, meeting=held(org), text="You came alone.")

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{held(org).id}")
        assert len(screen.keyed("interpreter")) == 1
        await screen.tap(f"withdraw-{'0a' * 16}")
        assert len(screen.keyed("interpreter")) == 2

    show(org.mentor, walk, language="ar")
