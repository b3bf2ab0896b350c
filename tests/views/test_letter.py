"""Her letter on the screen: heard by a voice of the device, answered with one tap, and no key needed."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import col

from app.i18n import Words
from app.i18n.words import first_up
from app.journeys.agenda import planned_with
from app.journeys.errands import keep_errand
from app.journeys.meetings import change_meeting
from app.journeys.near import be_near
from app.journeys.plan import goals, unheard
from app.records import Meeting, Near, Step, StepAnswer
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.plan_of_hers import plan
from tests.views.voices import PHONE, Device
from tests.world import Organisation


def test_the_letter_says_the_next_meeting_in_her_language_and_then_in_danish(org: Organisation) -> None:
    device = org.mentee.ports.platform.voice = Device(PHONE)

    async def walk(screen: Screen) -> None:
        await screen.begin_to_tap("listen-appointment")

        (hers, danish) = device.said
        assert hers[1] == "ar-SA"
        assert "غدًا" in hers[0]
        assert "10:00" in hers[0]
        assert danish[1] == "da-DK"
        assert danish[0].startswith("i morgen, tirsdag 10:00, Maja, Caféen")

        await screen.begin_to_tap("listen-appointment")
        assert device.hushed == 1

    show(org.mentee, walk, language="ar")


def test_a_day_that_is_far_away_is_read_and_heard_in_whole_words(org: Organisation) -> None:
    device = org.mentee.ports.platform.voice = Device(PHONE)
    (ahead,) = planned_with(org.mentor.ports, org.cover(org.mentor).id)
    day = org.mentor.ports.today() + timedelta(days=9)
    change_meeting(org.mentor.ports, shown=ahead, starts=f"{day}T10:00")
    org.world.sync_all()
    said = Words("da").full_day(day)

    async def walk(screen: Screen) -> None:
        assert screen.sees(first_up(said))
        await screen.begin_to_tap("listen-appointment")
        assert device.said[-1][0].startswith(f"{said} 10:00")

    show(org.mentee, walk, language="da")


def test_a_device_without_her_voice_says_the_danish_and_shows_that_it_does(org: Organisation) -> None:
    device = org.mentee.ports.platform.voice = Device(("da-DK",))

    async def walk(screen: Screen) -> None:
        assert screen.sees("Dansk")
        await screen.begin_to_tap("listen-appointment")
        assert [tag for _, tag in device.said] == ["da-DK"]

    show(org.mentee, walk, language="ar")


def test_a_device_without_any_voice_shows_a_quiet_sign_until_it_finds_one(org: Organisation) -> None:
    device = org.mentee.ports.platform.voice = Device(())

    async def walk(screen: Screen) -> None:
        silent = "لا يوجد في هذا الهاتف صوت للغة"
        assert screen.sees(silent)
        assert not any("استمعي" in text for text in screen.texts())
        device.found(PHONE)
        await screen.settle()
        assert not screen.sees(silent)
        await screen.begin_to_tap("listen-appointment")
        assert device.said

    show(org.mentee, walk, language="ar")


def test_leaving_a_screen_ends_what_is_being_said(org: Organisation) -> None:
    device = org.mentee.ports.platform.voice = Device(PHONE)

    async def walk(screen: Screen) -> None:
        await screen.begin_to_tap("listen-appointment")
        before = device.hushed
        await screen.go("/steps")
        assert device.hushed > before

    show(org.mentee, walk)


def test_the_next_step_stands_first_and_says_who_does_it_and_whether_she_must(org: Organisation) -> None:
    device = org.mentee.ports.platform.voice = Device(PHONE)
    plan(org, "office", binding="must", by="together")
    plan(org, "bus_alone", binding="may", by="she")

    async def walk(screen: Screen) -> None:
        await screen.tap("to-steps")
        texts = screen.texts()
        assert texts.index("Gå på et kontor") < texts.index("Tage bussen alene")
        assert screen.sees("Du skal")
        assert screen.sees("Det gør I sammen")
        assert not screen.sees("Hvis du vil")  # of the second one: on its own card

        await screen.begin_to_tap("listen-next")
        assert device.said == [("Du skal. Gå på et kontor. Det gør I sammen", "da-DK")]

    show(org.mentee, walk, language="da")


def test_what_a_person_wrote_is_said_by_the_voice_of_the_language_it_is_written_in(org: Organisation) -> None:
    device = org.mentee.ports.platform.voice = Device(PHONE)
    plan(org, "try_work", text="Prøve en dag i syværkstedet", by="she")

    async def walk(screen: Screen) -> None:
        await screen.go("/steps")
        await screen.begin_to_tap("listen-next")
        assert ("Prøve en dag i syværkstedet", "da-DK") in device.said
        assert device.said[0] == (Words("ar")("You do it"), "ar-SA")

    show(org.mentee, walk, language="ar")


def test_one_tap_answers_and_reaches_todays_lines_of_mentor_and_worker(org: Organisation) -> None:
    plan(org, "office")

    async def hers(screen: Screen) -> None:
        await screen.go("/steps")
        await screen.tap("says-talk")
        assert screen.sees("It is passed on. You talk about it when you meet.")

    show(org.mentee, hers)
    org.world.sync_all()

    async def theirs(screen: Screen) -> None:
        assert screen.sees("Wants to talk about: Go to an office")
        (answer,) = unheard(org.mentor.ports)
        await screen.tap(f"said-{org.cover(org.mentor).id}")
        await screen.tap(f"hear-{answer.id}")
        assert not screen.sees("Wants to talk about")
        await screen.go("/")
        assert not screen.sees("Wants to talk about")

    show(org.worker, lambda screen: _reads(screen, "Wants to talk about: Go to an office"))
    show(org.mentor, theirs)


async def _reads(screen: Screen, words: str) -> None:
    assert screen.sees(words)


def test_the_coordinator_has_no_such_line(org: Organisation) -> None:
    (step,) = plan(org, "office")

    async def hers(screen: Screen) -> None:
        await screen.go(f"/steps/{step.id}")
        await screen.tap("says-not_for_me")

    show(org.mentee, hers)
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        assert not screen.sees("Not for her")

    show(org.coordinator, walk)


def test_done_goes_behind_her_and_the_next_one_comes_first(org: Organisation) -> None:
    plan(org, "walk", "shop")

    async def walk(screen: Screen) -> None:
        await screen.go("/steps")
        await screen.tap("says-done")
        assert screen.sees("Behind me")
        assert screen.texts().index("Buy something alone") < screen.texts().index("Go for a walk")

    show(org.mentee, walk)


def test_to_have_no_dream_yet_is_fine_and_a_tap_on_a_picture_is_enough(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/steps")
        assert screen.sees("No dream yet. That is fine.")
        await screen.tap("to-wants")
        await screen.tap("want-sew")
        await screen.tap("want-friends")
        await screen.tap("want-sew")
        await screen.tap("back")
        assert screen.sees("More friends")

    show(org.mentee, walk)
    assert [goal.kind for goal in goals(org.mentee.ports)] == ["friends"]


def test_her_mentor_is_there_with_one_tap_to_call_and_what_to_bring_to_the_meeting(org: Organisation) -> None:
    mentor = org.mentor.ports
    be_near(mentor, mentee=org.cover(org.mentor), phone="+45 70 10 20 30")
    (ahead,) = [one for one in org.mentor.store.find(Meeting) if one.state == "planned"]
    keep_errand(mentor, meeting=ahead, bring="Det gule kort")
    org.world.sync_all()
    opened: list[str] = []

    async def walk(screen: Screen) -> None:
        screen.connection.answers["UrlLauncher", "launch_url"] = lambda url, **_: opened.append(str(url))
        await screen.tap("to-times")
        assert screen.sees("Maja")
        assert screen.sees("Bring: Det gule kort")
        (near,) = org.mentee.store.find(Near)
        await screen.tap(f"call-{near.id}")
        assert "tel:+4570102030" in opened[0]

        await screen.tap("to-help")
        await screen.tap("call-112")
        assert "tel:112" in opened[1]

    show(org.mentee, walk)


def test_a_mentor_says_on_her_file_how_she_is_reached(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go(f"/mentees/{org.cover(org.mentor).id}")
        await screen.tap("near")
        await screen.write("phone", "+45 70 10 20 30")
        await screen.tap("keep")

    show(org.mentor, walk)
    assert [one.phone for one in org.mentor.store.find(Near)] == ["+45 70 10 20 30"]


def test_what_an_older_app_wrote_without_pictures_stands_as_it_was_written(org: Organisation) -> None:
    mentor, today = org.mentor.ports, org.mentor.ports.today()
    plan_space = mentor.store.beside(org.cover(org.mentor).space, "plan")
    with mentor.store.write() as tx:
        tx.add(Step(id=mentor.new_row(), space=plan_space, text="Ringe til skolen", by="nobody"))
        tx.add(Step(id=mentor.new_row(), space=plan_space, kind="fly", done_on=today - timedelta(days=1)))
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go("/steps")
        assert screen.sees("Ringe til skolen")

    show(org.mentee, walk)


def test_two_quick_taps_are_one_answer(org: Organisation) -> None:
    plan(org, "walk", "shop")

    async def walk(screen: Screen) -> None:
        await screen.go("/steps")
        await screen.double_tap("says-talk")
        await screen.tap("says-not_yet")

    show(org.mentee, walk)
    assert [one.says for one in org.mentee.store.find(StepAnswer, order_by=col(StepAnswer.nth))] == ["talk", "not_yet"]


def test_the_danish_dial_turns_what_she_reads_and_hears_at_once_and_is_remembered(org: Organisation) -> None:
    device = org.mentee.ports.platform.voice = Device(PHONE)
    plan(org, "bus_alone")
    hers, danish = "ركوب الحافلة وحدك", "Tage bussen alene"

    async def walk(screen: Screen) -> None:
        await screen.go("/steps")
        assert hers in screen.texts()
        assert not screen.sees(danish)
        await screen.go("/more")
        await screen.tap("dial-both")
        await screen.go("/steps")
        assert f"{hers}\n\u2068{danish}\u2069" in screen.texts()
        await screen.go("/more")
        await screen.tap("dial-danish")
        await screen.go("/steps")
        assert f"\u2068{danish}\u2069" in screen.texts()
        await screen.begin_to_tap("listen-next")
        assert [tag for _, tag in device.said] == ["da-DK", "ar-SA"]

    show(org.mentee, walk, language="ar")
    assert org.mentee.ports.platform.recall("dial") == "danish"


def test_a_long_press_turns_one_text_alone_and_only_as_long_as_it_is_on_the_screen(org: Organisation) -> None:
    plan(org, "bus_alone")
    hers, danish, done = "ركوب الحافلة وحدك", "\u2068Tage bussen alene\u2069", Words("ar")("Done it")

    async def walk(screen: Screen) -> None:
        await screen.go("/steps")
        await screen.hold(hers)
        assert danish in screen.texts()
        assert hers not in screen.texts()
        assert done in screen.texts()  # all else stays
        await screen.hold(danish)
        assert f"{hers}\n{danish}" in screen.texts()
        await screen.hold(f"{hers}\n{danish}")
        assert hers in screen.texts()
        await screen.hold(hers)
        await screen.hold(done)
        assert f"\u2068{Words('da')('Done it')}\u2069" in screen.texts()
        assert not org.mentee.store.count(StepAnswer)  # held, not answered
        await screen.go("/")
        await screen.hold(Words("ar")("Call, and when we meet"))  # also the quiet line of a door
        assert screen.sees(Words("da")("Call, and when we meet"))
        assert screen.page.route == "/"
        await screen.go("/steps")
        assert hers in screen.texts()
        assert danish not in screen.texts()

    show(org.mentee, walk, language="ar")
    assert org.mentee.ports.platform.recall("dial") == ""


def test_with_danish_first_a_long_press_shows_her_own_language(org: Organisation) -> None:
    plan(org, "bus_alone")
    hers, danish = "ركوب الحافلة وحدك", "\u2068Tage bussen alene\u2069"

    async def walk(screen: Screen) -> None:
        await screen.go("/more")
        await screen.tap("dial-danish")
        await screen.go("/steps")
        await screen.hold(danish)
        assert hers in screen.texts()
        assert danish not in screen.texts()

    show(org.mentee, walk, language="ar")


def test_who_reads_danish_has_no_dial(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/more")
        assert not screen.has("dial-danish")

    show(org.mentee, walk, language="da")
