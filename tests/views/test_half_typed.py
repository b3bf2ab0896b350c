"""What stands half written on a screen is not lost by going back, with our arrow or the phone's own."""

from __future__ import annotations

import flet as ft

from app.platform.native import NativePlatform
from app.records import Contact, MeetingNote
from app.views.half_typed import HalfTyped
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, Phone


def phones_back(phone: Phone) -> None:
    """The phone's own *back*, while something holds it."""
    platform = phone.ports.platform
    assert isinstance(platform, NativePlatform)
    assert platform.held_back, "it would have gone"
    platform.held_back()


def asked(screen: Screen) -> bool:
    """Lies the question over the screen?"""
    return any(isinstance(each, ft.AlertDialog) and each.open for each in screen.walk())


def is_held(phone: Phone) -> bool:
    platform = phone.ports.platform
    assert isinstance(platform, NativePlatform)
    return platform.held_back is not None


def test_who_goes_back_from_a_contact_half_written_is_asked_and_writes_on(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.write("name", "Fatima med den grønne dør")
        await screen.tap("back")
        assert screen.page.route == "/people/new"
        assert screen.sees("Throw this away?")
        await screen.tap("away-no")
        assert not asked(screen)
        await screen.tap("outcome-interested")
        await screen.tap("keep")
        assert screen.page.route == "/"

    show(org.worker, walk)
    assert [one.outcome for one in org.worker.store.find(Contact) if one.name.startswith("Fatima")] == ["interested"]


def test_the_phones_own_back_asks_as_our_arrow_does(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.write("name", "Fatima")
        phones_back(org.worker)
        await screen.settle()
        assert screen.page.route == "/people/new"
        assert asked(screen)
        await screen.tap("away-yes")
        assert screen.page.route == "/"
        assert not is_held(org.worker)

    show(org.worker, walk)


def test_a_screen_on_which_nothing_is_typed_is_left_at_once(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.tap("back")
        assert screen.page.route == "/"
        await screen.tap("log-contact")
        await screen.write("name", "Fat")
        assert is_held(org.worker)
        await screen.write("name", "")
        assert not is_held(org.worker)
        await screen.tap("back")
        assert screen.page.route == "/"

    show(org.worker, walk)


def test_what_was_kept_is_asked_about_no_more(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.tap("outcome-interested")
        await screen.write("name", "Fatima")
        await screen.tap("keep")
        assert screen.page.route == "/"
        assert not is_held(org.worker)
        await screen.tap("log-contact")
        await screen.tap("back")
        assert not asked(screen)

    show(org.worker, walk)


def test_a_sealed_note_half_written_waits_for_her_word(org: Organisation) -> None:
    (note,) = org.mentor.store.find(MeetingNote)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{note.meeting}/note")
        await screen.write("note", "took the bus, and was proud")
        await screen.tap("back")
        assert screen.sees("What you wrote here is not kept yet.")
        await screen.tap("away-no")
        await screen.tap("keep")
        assert screen.page.route == f"/meetings/{note.meeting}"

    show(org.mentor, walk)
    assert [one.text for one in org.mentor.store.find(MeetingNote)] == ["took the bus, and was proud"]


def test_a_field_that_stays_where_it_is_once_kept_holds_nobody(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/outreach/card")
        await screen.write("where", "Beboerhuset, torsdag kl. 14")
        await screen.tap("keep")
        await screen.tap("back")
        assert screen.page.route == "/outreach"

    show(org.coordinator, walk)


def test_a_late_word_of_the_question_before_does_not_answer_the_next() -> None:
    half = HalfTyped()
    half.written("/people/new", 1, otherwise=True)

    def leave() -> None:
        return

    half.first("/people/new", leave)
    before = half.leaving
    half.answered(away=False)
    half.first("/people/new", leave)
    half.shut(before)
    assert half.leaving
