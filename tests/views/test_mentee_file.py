"""The mentee's file on the screen: what is agreed, the hours, the steps, and who reads what."""

from __future__ import annotations

from datetime import timedelta

from app.journeys.agreements import keep_agreement, walking_with
from app.records import Agreement, Meeting, Mentee, Step
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.voices import PHONE, Device
from tests.world import Organisation


def test_an_agreement_is_made_without_a_written_word_and_the_hours_stand_against_it(org: Organisation) -> None:
    cover = org.cover(org.mentor)

    async def walk(screen: Screen) -> None:
        await screen.go("/people")
        await screen.tap(f"mentee-{cover.id}")
        assert screen.sees("Nothing is agreed yet.")
        await screen.tap("agreement")
        assert screen.has("who-reads")
        assert screen.sees("You and Sofie")  # the notes
        for key in ("purpose-work", "cadence-fortnightly", "place-kind-cafe", "way-call", "until-1", "keep"):
            await screen.tap(key)

        assert screen.page.route == f"/mentees/{cover.id}"
        assert screen.sees("Every other week · 60 min")
        assert screen.sees("0 h 55 min of 40 hours")
        assert screen.sees("You and Sofie")  # the notes
        assert screen.sees("Karen")

    show(org.mentor, walk)
    (one,) = org.mentor.store.find(Agreement)
    assert (one.cadence, one.place_kind, one.way, one.unannounced) == ("fortnightly", "cafe", "call", False)
    assert one.words == ""


def test_a_step_is_added_with_who_does_it_and_ticked_with_a_tap(org: Organisation) -> None:
    path = f"/mentees/{org.cover(org.mentor).id}"

    async def walk(screen: Screen) -> None:
        await screen.go(path)
        await screen.tap("add-step")
        await screen.tap("keep")
        assert screen.sees("Choose a picture, or write the step in a few words.")
        await screen.write("text", "Call the school")
        await screen.tap("by-together")
        await screen.double_tap("keep")
        assert screen.sees("Together")
        (step,) = org.mentor.store.find(Step)
        await screen.tap(f"step-{step.id}")
        assert screen.sees("Done: today")

    show(org.mentor, walk)
    (step,) = org.mentor.store.find(Step)
    assert (step.text, step.by, step.done_on) == ("Call the school", "together", org.mentor.ports.today())


def test_a_silent_pair_stands_on_the_workers_today_and_rests_when_she_says_so(org: Organisation) -> None:
    cover = org.cover(org.mentor)
    (mentor,) = walking_with(org.mentor.ports, cover)
    keep_agreement(org.mentor.ports, mentee=cover, mentor=mentor.person.hex(), cadence="weekly")
    org.world.sync_all()
    org.world.later(days=20)

    async def worker(screen: Screen) -> None:
        assert screen.sees("Ask how it goes")
        assert screen.sees("agreed: Every week")
        assert screen.sees("How did it go?")  # the plan that nobody told of
        await screen.go(f"/mentees/{cover.id}")
        await screen.tap("rest")
        await screen.tap("until-1")
        await screen.tap("keep")
        await screen.go("/")
        assert not screen.sees("Ask how it goes")
        assert not screen.sees("How did it go?")

    async def mentor_sees(screen: Screen) -> None:
        assert not screen.sees("Ask how it goes")

    show(org.mentor, mentor_sees)
    show(org.worker, worker)
    (kept,) = org.worker.store.find(Mentee)
    assert kept.quiet_until == org.worker.ports.today() + timedelta(weeks=2)


def test_a_mentor_without_a_file_is_told_what_comes_next(org: Organisation) -> None:
    new = org.world.bring_in(org.coordinator, "Lise", "mentor")

    async def walk(screen: Screen) -> None:
        await screen.go("/people")
        assert screen.sees("Your coordinator opens the file of your mentee.")
        await screen.go("/mentees")
        assert screen.sees("Nobody here yet.")
        await screen.go("/")
        assert screen.sees("Nothing waits for you today.")

    show(new, walk)


def test_she_reads_what_the_two_agreed_on_in_words_meant_for_her(org: Organisation) -> None:
    async def nothing(screen: Screen) -> None:
        await screen.go("/more")
        assert not screen.has("to-agreement")

    show(org.mentee, nothing)
    mentor = org.mentor.ports
    keep_agreement(
        mentor, mentee=org.cover(org.mentor), mentor=mentor.me.person.hex(), cadence="on_call", words="I want to work"
    )
    org.world.sync_all()

    device = org.mentee.ports.platform.voice = Device(PHONE)

    async def read(screen: Screen) -> None:
        await screen.go("/more")
        await screen.tap("to-agreement")
        assert screen.sees("Only when you ask")
        assert screen.sees("Nobody comes without a word before")
        assert any("I want to work" in text for text in screen.texts())
        texts = screen.texts()
        notes, plan = texts.index("What is noted about you"), texts.index("Your plan and your letters")
        assert "Karen" not in texts[notes + 1]
        assert [name in texts[plan + 1] for name in ("Maja", "Sofie", "Karen")] == [True] * 3
        await screen.begin_to_tap("listen-read-by")
        assert "Your plan and your letters" in device.said[0][0]

    show(org.mentee, read)


def test_a_meeting_that_nobody_told_of_stands_on_her_file_until_somebody_does_or_prompts_rest(
    org: Organisation,
) -> None:
    (planned,) = [each for each in org.mentor.store.find(Meeting) if each.state == "planned"]
    cover = org.cover(org.mentor)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/mentees/{cover.id}")
        assert not screen.sees("How did it go?")
        org.world.later(days=1, hours=2)  # it was tomorrow at ten
        await screen.go("/")
        await screen.go(f"/mentees/{cover.id}")
        assert screen.sees("How did it go?")
        await screen.tap(f"meeting-{planned.id}")
        assert screen.has("tell")
        assert not screen.has("remind")

        await screen.go(f"/mentees/{cover.id}/rest")
        await screen.tap("until-1")
        await screen.tap("keep")
        await screen.go(f"/mentees/{cover.id}")
        assert not screen.sees("How did it go?")

    show(org.mentor, walk)
