"""Who sees what, on her phone: her people by what they read, yes after hearing, taken back as easily, "not right"."""

from __future__ import annotations

import pytest

from app.journeys.consents import answers, stands
from app.journeys.greeting import show_face
from app.journeys.near import be_near
from app.journeys.not_right import unheard
from app.journeys.partners import begin_with, consent, partners, share
from app.journeys.release import release
from app.platform import Photo
from app.records import Meeting, Released
from app.views.session import OPEN
from app.views.way_back import back_from
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.near_her import FACE, faces, near
from tests.views.pin import type_pin
from tests.views.voices import PHONE, Device
from tests.world import PIN, Organisation, Phone, run

CHILD = "A child cannot ask her this. Find a grown-up or an interpreter, and ask another day."


def test_her_people_stand_with_what_each_of_them_reads(org: Organisation) -> None:
    device = org.mentee.ports.platform.voice = Device(PHONE)
    mentor = org.mentor.ports.me.person.hex()

    async def walk(screen: Screen) -> None:
        await screen.tap("to-who")
        texts = screen.texts()
        assert texts.index("Maja") < texts.index("Karen")  # who reads most comes first
        assert texts.count("Noter om dig") == 2  # her mentor and her worker
        assert texts.count("Din plan og dine breve") == 3
        assert screen.sees("Ingen andre læser det. Det er låst.")
        await screen.begin_to_tap(f"listen-reader-{mentor}")
        said = "Din mentor. Noter om dig. Hvornår I mødes, og hvorfor. Din plan og dine breve"
        assert device.said == [("Maja", "da-DK"), (said, "da-DK")]

    show(org.mentee, walk, language="da")


def test_who_reads_about_her_has_the_face_that_she_knows_from_her_letter(org: Organisation) -> None:
    near(org)
    show_face(org.mentor.ports, Photo(FACE))
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        assert faces(screen) == [FACE]
        await screen.go("/who")
        assert faces(screen) == [FACE]

    show(org.mentee, walk)


def test_she_answers_after_it_was_played_and_takes_it_back_in_the_same_place(org: Organisation) -> None:
    device = org.mentee.ports.platform.voice = Device(PHONE)
    hers = org.mentee.store.space("plan")

    async def walk(screen: Screen) -> None:
        await screen.go("/yes")
        await screen.tap("to-contact")
        assert not screen.has("yes")
        device.ends = True
        await screen.begin_to_tap("listen-contact")
        await screen.tap("yes")
        said = answers(org.mentee.ports, hers)["contact"]
        assert stands(said)
        assert (said.mode, said.language, said.version) == ("heard", "en", 1)
        await screen.tap("take-back")
        assert not stands(answers(org.mentee.ports, hers)["contact"])
        assert not screen.has("yes")  # another yes is heard anew

    show(org.mentee, walk)


def test_where_only_the_danish_can_be_heard_somebody_says_it_in_her_language_first(org: Organisation) -> None:
    device = org.mentee.ports.platform.voice = Device(PHONE)

    async def walk(screen: Screen) -> None:
        await screen.go("/yes/contact")  # nobody has read the Arabic yet
        assert screen.has("interpreter")
        device.ends = True
        await screen.begin_to_tap("listen-contact")
        assert {tag for _text, tag in device.said} == {"da-DK"}
        assert not screen.has("yes")
        keys = [str(one.key) for one in screen.walk()]
        assert keys.index("was-told") < keys.index("have-read")
        await screen.tap("was-told")
        await screen.tap("explained-interpreter")
        await screen.tap("yes")
        said = answers(org.mentee.ports, org.mentee.store.space("plan"))["contact"]
        assert (said.mode, said.explained, said.language) == ("interpreter", "interpreter", "da")

    show(org.mentee, walk, language="ar")


def test_what_was_played_in_danish_alone_was_not_heard_in_her_language(org: Organisation) -> None:
    device = org.mentee.ports.platform.voice = Device(("da-DK",))

    async def walk(screen: Screen) -> None:
        await screen.go("/yes/notes")
        device.ends = True
        await screen.begin_to_tap("listen-notes")
        assert [tag for _text, tag in device.said] == ["da-DK"]
        assert not screen.has("yes")

    show(org.mentee, walk, language="en")


def test_what_was_broken_off_was_not_heard(org: Organisation) -> None:
    org.mentee.ports.platform.voice = Device(PHONE)

    async def walk(screen: Screen) -> None:
        await screen.go("/yes/notes")
        await screen.begin_to_tap("listen-notes")
        await screen.begin_to_tap("listen-notes")  # stops it
        assert not screen.has("yes")
        await screen.tap("was-told")
        assert not screen.has("no")  # first: by whom?
        await screen.tap("explained-child")
        await screen.tap("no")
        assert screen.sees("You said no")

    show(org.mentee, walk)
    assert not stands(answers(org.mentee.ports, org.mentee.store.space("plan"))["notes"])


def test_on_the_mentors_phone_the_same_question_is_answered_together(org: Organisation) -> None:
    her = org.cover(org.mentor).id

    async def walk(screen: Screen) -> None:
        await screen.go(f"/mentees/{her}")
        await screen.tap("consents")
        await screen.tap("asked-numbers")
        await screen.tap("ask-her")
        await screen.tap("have-read")
        await screen.tap("yes")
        await screen.tap("close")
        await type_pin(screen, PIN)
        await screen.until(lambda: screen.app.phase == OPEN)
        await screen.go(f"/mentees/{her}/consents")
        assert screen.sees("She read it")
        assert screen.sees("Written down by You")

    show(org.mentor, walk)


def test_a_child_never_says_it_for_her_yes_on_either_phone(org: Organisation) -> None:
    her, hers = org.cover(org.mentor).id, org.mentee.store.space("plan")

    async def asked(screen: Screen, who: Phone) -> None:
        await screen.tap("was-told")
        await screen.tap("explained-child")
        await screen.tap("yes")
        assert screen.sees(screen.app.words(CHILD))
        assert answers(who.ports, hers) == {}

    async def theirs(screen: Screen) -> None:
        await screen.go(f"/mentees/{her}/consents/contact")
        await screen.tap("ask-her")
        await asked(screen, org.mentor)

    async def on_hers(screen: Screen) -> None:
        await screen.go("/yes/contact")
        await asked(screen, org.mentee)
        await screen.tap("explained-family")
        await screen.tap("yes")
        assert answers(org.mentee.ports, hers)["contact"].explained == "family"

    async def told(screen: Screen) -> None:
        await screen.go(f"/mentees/{her}/consents")
        assert screen.sees("Somebody said it in her language · A grown-up of the family")

    show(org.mentor, theirs)
    show(org.mentee, on_hers)
    org.world.sync_all()
    show(org.mentor, told)


def test_that_is_not_right_reaches_today_and_she_reads_that_it_was_heard(org: Organisation) -> None:
    (held,) = [one for one in org.mentor.store.find(Meeting) if one.state == "held"]
    release(org.mentor.ports, row=org.mentor.ports.new_row(), meeting=held, text="You came late.")
    org.world.sync_all()
    (shown,) = org.mentee.store.find(Released)

    async def hers(screen: Screen) -> None:
        await screen.go("/about")
        await screen.double_tap(f"not-right-{shown.id}")
        assert screen.sees("It is passed on.")

    async def theirs(screen: Screen) -> None:
        assert screen.sees("Not right: “You came late.”")
        await screen.tap(f"not-right-{org.cover(org.mentor).id}")
        (said,) = unheard(org.mentor.ports)
        await screen.tap(f"hear-not-right-{said.id}")
        assert not screen.sees("Not right: “You came late.”")

    async def again(screen: Screen) -> None:
        await screen.go("/about")
        assert screen.sees("It was heard.")

    show(org.mentee, hers)
    org.world.sync_all()
    show(org.mentor, theirs)
    org.world.sync_all()
    show(org.mentee, again)


def test_what_was_passed_on_stands_there_with_whom_and_in_the_very_words(org: Organisation) -> None:
    ports = org.coordinator.ports
    run(begin_with(ports, name="Egeby"))
    mentee, (egeby,) = org.cover(org.coordinator), partners(ports)
    consent(ports, row=ports.new_row(), mentee=mentee, partner=egeby, explained="shared")
    share(ports, row=ports.new_row(), mentee=mentee, partner=egeby, about="Amina", text="She comes on time.")
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go("/who")
        assert screen.texts().count("Egeby") == 1
        await screen.tap("to-passed")
        assert screen.sees("She comes on time.")
        await screen.go("/yes")
        (key,) = [str(one.key) for one in screen.walk() if str(one.key).startswith("take-back-")]
        await screen.tap(key)
        await screen.go("/who")
        assert "Egeby" not in screen.texts()

    show(org.mentee, walk)


def test_back_leads_up_one_step() -> None:
    assert back_from("/yes/notes", "/") == "/yes"
    assert back_from("/passed", "/") == "/who"
    assert back_from("/who", "/") == "/"


@pytest.mark.parametrize("screen_of_hers", ["/letters", "/times"])
def test_where_it_stands_in_danish_who_reads_her_letters_and_hears_her_an_interpreter_is_asked_for(
    org: Organisation, screen_of_hers: str
) -> None:
    be_near(org.mentor.ports, mentee=org.cover(org.mentor), phone="")
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go(screen_of_hers)
        assert screen.has("interpreter") == screen.app.words.rtl

    show(org.mentee, walk, language="ar")
    show(org.mentee, walk, language="da")
