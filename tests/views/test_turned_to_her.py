"""The phone of who walks with her, turned to her: her letter in her language, and nothing else without the lock."""

from __future__ import annotations

import pytest

from app.i18n import Words
from app.journeys.agreements import keep_agreement
from app.journeys.consents import answers, stands
from app.journeys.greeting import greet, show_face
from app.journeys.letters import explain, send_letter
from app.journeys.open_file import open_file
from app.journeys.plan import choose_goal, unheard
from app.journeys.release import release
from app.journeys.steps import add_step
from app.journeys.strengths import strengths
from app.platform import Photo
from app.records import Goal, Letter, Meeting, Mentee, StepAnswer
from app.views.routes import TURNED
from app.views.session import OPEN, TOGETHER
from tests.journeys.voices import said, tone
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.flaws import nameless
from tests.views.pin import type_pin
from tests.views.plan_of_hers import plan
from tests.views.voices import PHONE, Device
from tests.world import PIN, Organisation, run

ARABIC = Words("ar")
OUT = ("/people", "/meetings", "/more", "/more/team", "/cases", "/practise", "/practise/now", "/more/language")
STAFF = ("bar", "badge", "globe", "to-face", "turn-to-her", "floating", "log-meeting")


def rightwards(screen: Screen) -> bool:
    """Does the page read from left to right?"""
    return not screen.page.rtl


async def turn(screen: Screen, her: str) -> None:
    await screen.go(f"/mentees/{her}")
    await screen.tap("turn-to-her")
    assert screen.app.phase == TOGETHER


def test_she_reads_and_answers_her_plan_on_her_mentors_phone_and_only_his_lock_leads_out(org: Organisation) -> None:
    first, second = plan(org, "walk", "shop")
    her = org.cover(org.mentor).id

    async def walk(screen: Screen) -> None:
        await turn(screen, her)
        assert not rightwards(screen)
        assert screen.sees(ARABIC("My plan"))
        for path in (*OUT, f"/mentees/{her}", f"/mentees/{her}/consents", "/nowhere"):  # the address, system's back
            await screen.go(path)
            assert screen.page.route == "/"
            assert screen.has("to-steps")
            assert not any(screen.has(key) for key in STAFF)
            assert not screen.sees("took the bus")
        await screen.tap("to-steps")
        await screen.tap("says-done")
        assert screen.has(f"step-{first.id}")
        await screen.tap("says-talk")
        await screen.tap("to-wants")
        await screen.tap("want-friends")

        await screen.tap("close")
        assert rightwards(screen)
        assert not screen.has("close")
        await screen.go("/people")
        await type_pin(screen, "111111")
        assert screen.app.phase == TOGETHER
        await screen.tap("read-on")
        assert screen.sees(ARABIC("My plan"))
        org.world.later(minutes=1)
        await screen.tap("close")
        await type_pin(screen, PIN)
        await screen.until(lambda: screen.app.phase == OPEN)
        await screen.settle()
        assert screen.has("turn-to-her")
        assert not screen.has("close")
        assert rightwards(screen)

    show(org.mentor, walk)
    assert org.mentor.ports.platform.recall("language") == "en"
    org.world.sync_all()
    told = {one.step: one.says for one in org.mentee.store.find(StepAnswer)}
    assert told == {first.id: "done", second.id: "talk"}
    assert [goal.kind for goal in org.mentee.store.find(Goal)] == ["friends"]
    assert {one.step for one in unheard(org.worker.ports)} == {first.id, second.id}


def test_everything_of_hers_can_be_done_there_together(org: Organisation) -> None:
    mentor, her = org.mentor.ports, org.cover(org.mentor)
    hers = mentor.store.beside(her.space, "plan")
    show_face(mentor, Photo(b"\xff\xd8 Maja \xff\xd9"))
    run(greet(mentor, row=mentor.new_row(), recording=said()))
    run(send_letter(mentor, row="0c" * 16, photo="0d" * 16, space=hers, content=b"\xff\xd8", thumb=b""))
    letter = mentor.store.get(Letter, "0c" * 16)
    assert letter
    explain(mentor, shown=letter, saw=mentor.store.seen(letter), sender="school", wants="sign")
    device = mentor.platform.voice = Device(PHONE)

    async def walk(screen: Screen) -> None:
        await turn(screen, her.id)
        (hello,) = [str(one.key) for one in screen.walk() if str(one.key).startswith("hello-")][:1]
        await screen.begin_to_tap(hello)
        assert device.played == [tone()]
        device.hush()
        await screen.begin_to_tap("listen-appointment")
        assert "10:00" in device.said[0][0]
        device.hush()

        await screen.tap("to-letters")
        await screen.tap(f"letter-{letter.id}")
        await screen.begin_to_tap("listen-letter")
        assert device.said
        device.hush()
        await screen.tap("done")
        await screen.go("/strengths/choose")
        await screen.tap("can-cook")
        await screen.go("/times")
        assert screen.has("appointment") or any(str(one.key).startswith("appointment-") for one in screen.walk())
        assert not any(str(one.key).startswith(("call-", "speak-", "my-call-")) for one in screen.walk())
        await screen.go("/who")
        assert screen.sees("Maja")  # who owns the phone reads it, too
        assert not screen.sees("Amina")
        await screen.go("/")
        await screen.tap("to-badge")
        assert screen.sees(Words("da")("I am learning Danish"))

    show(org.mentor, walk)
    kept = mentor.store.get(Letter, letter.id)
    assert kept
    assert kept.done_on
    assert [one.kind for one in strengths(mentor, hers)] == ["cook"]


def test_a_consent_is_asked_in_her_language_with_the_mentors_beside_and_taken_back_there(org: Organisation) -> None:
    mentor, her = org.mentor.ports, org.cover(org.mentor)
    hers = mentor.store.beside(her.space, "plan")
    device = mentor.platform.voice = Device(PHONE)
    question = "May we count you, without your name?"

    async def walk(screen: Screen) -> None:
        await screen.go(f"/mentees/{her.id}/consents")
        await screen.tap("asked-numbers")
        assert screen.sees(question)
        await screen.tap("ask-her")
        assert screen.app.phase == TOGETHER
        assert not rightwards(screen)
        assert screen.sees(question)  # beside hers
        assert screen.sees(ARABIC(question))
        assert not screen.has("yes")
        device.ends = True
        await screen.begin_to_tap("listen-numbers")
        assert not screen.has("yes")  # that was the Danish: nobody has read the Arabic yet
        await screen.tap("was-told")
        await screen.tap("explained-shared")
        await screen.tap("yes")
        said_yes = answers(mentor, hers)["numbers"]
        assert stands(said_yes)
        assert said_yes.mode == "interpreter"
        await screen.tap("take-back")
        assert not stands(answers(mentor, hers)["numbers"])
        await screen.tap("back")
        assert screen.has("to-notes")
        await screen.tap("close")
        await type_pin(screen, PIN)
        await screen.until(lambda: screen.app.phase == OPEN)

    show(org.mentor, walk)


@pytest.fixture
def two(org: Organisation) -> Mentee:
    """The worker walks with Hodan, too: all that could be shown of Amina is in Amina's file."""
    worker, amina = org.worker.ports, org.cover(org.worker)
    plan(org, "walk", text="KANARIE walks")
    hers = worker.store.beside(amina.space, "plan")
    choose_goal(worker, space=hers, kind="sew", wanted=True)
    run(send_letter(worker, row="0c" * 16, photo="0d" * 16, space=hers, content=b"\xff\xd8", thumb=b""))
    (held,) = [one for one in org.worker.store.find(Meeting) if one.state == "held"]
    release(worker, row=worker.new_row(), meeting=held, text="KANARIE came alone")
    keep_agreement(worker, mentee=amina, mentor=org.mentor.ports.me.person.hex(), words="KANARIE agreed")
    org.world.sync_all()
    run(open_file(worker, row="0a" * 16, name="Hodan", language="so"))
    hodan = worker.store.get(Mentee, "0a" * 16)
    assert hodan
    add_step(worker, row="0e" * 16, mentee=hodan, text="call the school")
    return hodan


def test_of_two_mentees_only_the_one_is_shown_on_every_page(org: Organisation, two: Mentee) -> None:
    async def walk(screen: Screen) -> None:
        await turn(screen, two.id)
        paths = [f"/{route.path}" for route in TURNED if route.path and ":" not in route.path]
        assert {"/steps", "/letters", "/who", "/yes", "/times", "/strengths", "/about", "/passed", "/badge"} <= set(
            paths
        )
        for path in ["/", *paths, "/yes/notes", f"/letters/{'0c' * 16}"]:
            await screen.go(path)
            assert screen.page.route == path
            assert screen.has("close"), path
            assert list(nameless(screen)) == [], path
            assert [w for w in ("KANARIE", "Amina", "Maja", "Caféen", "10:00") if screen.sees(w)] == [], path
        await screen.go("/steps")
        assert screen.sees("call the school")
        assert screen.sees(Words("so")("No dream yet. That is fine."))

    show(org.worker, walk)


def test_her_letters_are_larger_for_a_while_and_the_owners_are_not(org: Organisation) -> None:
    her = org.cover(org.mentor).id

    async def walk(screen: Screen) -> None:
        await turn(screen, her)
        await screen.tap("letters")
        assert screen.app.text_size == "large"
        await screen.tap("close")
        await type_pin(screen, PIN)
        await screen.until(lambda: screen.app.phase == OPEN)
        assert screen.app.text_size == ""

    show(org.mentor, walk)
    assert org.mentor.ports.platform.recall("text_size") == ""


def test_a_phone_that_locks_by_itself_while_it_is_hers_speaks_as_its_owner_again(org: Organisation) -> None:
    her = org.cover(org.mentor).id

    async def walk(screen: Screen) -> None:
        await turn(screen, her)
        assert not rightwards(screen)
        await screen.app.lock()
        await screen.settle()
        assert rightwards(screen)
        assert screen.sees("Somebody new")
        await type_pin(screen, PIN)
        await screen.until(lambda: screen.app.phase == OPEN)
        assert rightwards(screen)
        assert screen.app.words.code == "en"

    show(org.mentor, walk)


def test_a_page_that_dies_while_it_is_hers_leaves_the_owner_the_owners_letters(org: Organisation) -> None:
    her, lent = org.cover(org.mentor).id, org.mentor.ports.platform

    async def walk(screen: Screen) -> None:
        await turn(screen, her)
        await screen.tap("letters")
        assert screen.app.text_size == "large"
        assert lent.lent_size == "large"  # type: ignore[attr-defined]
        assert lent.recall("text_size") == ""  # this is all that the next start knows
        await screen.tap("close")
        await type_pin(screen, PIN)
        await screen.until(lambda: screen.app.phase == OPEN)
        assert lent.lent_size is None  # type: ignore[attr-defined]

    show(org.mentor, walk)
