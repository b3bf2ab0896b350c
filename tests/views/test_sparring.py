"""Asking colleagues without names, and how long an answer takes."""

from __future__ import annotations

import flet as ft

from app.journeys.sparring import ask, reply, usual_wait
from app.records import Reply, Sparring
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation

QUESTION = "She wants to end it. How do we say goodbye well?"


async def ticks(screen: Screen, key: str) -> None:
    (box,) = screen.keyed(key)
    screen.session.apply_patch(box._i, {"value": True})
    await screen.fire(box, "change", True)


def test_a_question_without_names_is_refused_with_one_and_shows_nobody_who_asks(org: Organisation) -> None:
    staff = org.mentor.store.space("staff")

    async def mentor(screen: Screen) -> None:
        await screen.go("/more/sparring/new")
        await screen.tap(f"to-{staff}")
        await ticks(screen, "how-unnamed")
        await screen.write("text", f"Amina. {QUESTION}")
        await screen.tap("keep")
        assert screen.sees("A name stands in the text.")
        await screen.write("text", QUESTION)
        await screen.tap("keep")
        assert screen.sees("You")

    show(org.mentor, mentor)
    org.world.sync_all()
    (asked,) = org.worker.store.find(Sparring)
    assert (asked.text, asked.unnamed) == (QUESTION, True)
    ports = org.mentor.ports
    reply(ports, row=ports.new_row(), to=asked, text="I forgot to say: after a year")
    org.world.sync_all()

    async def worker(screen: Screen) -> None:
        await screen.go("/more/sparring")
        assert screen.sees("A colleague")
        assert not screen.sees("Maja")
        await screen.tap(f"question-{asked.id}")
        assert screen.sees("A colleague")
        assert screen.sees("after a year")
        assert screen.sees("The one who asks")
        assert not screen.sees("Maja")

    show(org.worker, worker)


def test_how_long_an_answer_takes_is_said_once_three_came_and_ones_own_words_are_none(org: Organisation) -> None:
    maja, sofie = org.mentor, org.worker
    for hours in (2, 30, 5):
        ports = maja.ports
        asked = ask(ports, row=ports.new_row(), space=maja.store.space("staff"), text=f"{hours}?")
        reply(ports, row=ports.new_row(), to=asked, text="to add:")
        org.world.sync_all()
        assert usual_wait(maja.ports) is None
        org.world.later(hours=hours)
        there = sofie.store.get(Sparring, asked.id)
        assert there
        reply(sofie.ports, row=sofie.ports.new_row(), to=there, text="so:")
        org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go("/more/sparring/new")
        assert screen.sees("An answer usually comes within 5 hours.")
        await screen.go(f"/more/sparring/{asked.id}")
        assert screen.sees("First answer after 5 hours")

    show(maja, walk)


def test_an_answer_that_was_given_does_not_stand_in_the_field_for_the_next_one(org: Organisation) -> None:
    ports = org.mentor.ports
    asked = ask(ports, row=ports.new_row(), space=org.mentor.store.space("staff"), text=QUESTION)
    org.world.sync_all()

    def field(screen: Screen) -> ft.TextField:
        (found,) = [each for each in screen.walk() if isinstance(each, ft.TextField) and each.label == "Your answer"]
        return found

    async def walk(screen: Screen) -> None:
        await screen.go(f"/more/sparring/{asked.id}")
        await screen.write(str(field(screen).key), "With a letter.")
        await screen.tap("say-I will call you.")
        assert field(screen).value == "With a letter."
        await screen.tap("answer")
        assert field(screen).value == ""
        assert screen.sees("With a letter.")

    show(org.worker, walk)
    assert [one.text for one in org.worker.store.find(Reply)] == ["With a letter."]


def test_a_question_stands_on_a_colleagues_first_screen_and_its_answer_on_the_first_screen_of_who_asked(
    org: Organisation,
) -> None:
    maja = org.mentor.ports
    one = ask(maja, row=maja.new_row(), space=org.mentor.store.space("staff"), text=QUESTION)
    org.world.sync_all()

    async def answers(screen: Screen) -> None:
        await screen.tap("asked-advice")
        assert screen.page.route == f"/more/sparring/{one.id}"
        await screen.write(next(str(each.key) for each in screen.walk() if str(each.key).startswith("a-")), "With cake")
        await screen.tap("answer")
        await screen.go("/")
        assert not screen.has("asked-advice")

    async def reads(screen: Screen) -> None:
        assert not screen.has("asked-advice")
        await screen.tap("answered-advice")
        assert screen.sees("With cake")
        await screen.tap("settle")
        await screen.go("/")
        assert not screen.has("answered-advice")

    show(org.worker, answers)
    org.world.sync_all()
    show(org.mentor, reads)


def test_a_question_that_nobody_answers_leaves_the_first_screen_after_two_weeks(org: Organisation) -> None:
    maja = org.mentor.ports
    ask(maja, row=maja.new_row(), space=org.mentor.store.space("staff"), text=QUESTION)
    org.world.sync_all()
    org.world.later(days=15)

    async def walk(screen: Screen) -> None:
        assert not screen.has("asked-advice")
        await screen.go("/more/sparring")
        assert screen.sees(QUESTION)

    show(org.worker, walk)
