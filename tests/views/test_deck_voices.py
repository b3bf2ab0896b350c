"""Words of a deck in the studio: how far it is, the next one said, listened to by a second person, and heard by her."""

from __future__ import annotations

from app.domain.aloud import DANISH
from app.domain.studio import key_of
from app.journeys.studio import record_text, recorded_in, trust
from app.records import Recorded
from app.views.way_back import back_from
from tests.journeys.lane import on_wifi, step
from tests.journeys.voices import said, tone
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.sitting_down import asked
from tests.views.voices import PHONE, Device, microphone
from tests.world import Organisation, Phone, run

PATH = "/more/studio/words"


def speaks_danish(org: Organisation) -> None:
    trust(org.coordinator.ports, person=org.mentor.ports.me.person, name="Maja", language=DANISH)
    org.world.sync_all()
    on_wifi(org.mentor, org.worker, org.mentee)


def says(phone: Phone, text: str) -> None:
    ports, key = phone.ports, key_of(DANISH, text)
    run(record_text(ports, row=ports.new_row(), language=DANISH, key=key, recording=said(), agrees=True))


def test_a_trusted_person_says_one_word_after_the_other_and_each_deck_tells_how_far_it_is(org: Organisation) -> None:
    speaks_danish(org)
    microphone(org.mentor, said())

    async def walk(screen: Screen) -> None:
        await screen.go("/more/studio")
        await screen.tap("to-deck-words")
        await screen.until(lambda: screen.has("deck-cleaning"))
        await screen.tap("deck-cleaning")
        await screen.until(lambda: screen.has("record-next"))
        assert screen.sees("0 with two voices · 0 with one")
        await screen.tap("record-next")
        await screen.until(lambda: screen.has("agree"))
        assert screen.sees("en moppe")
        await screen.tap("agree")
        await screen.begin_to_tap("speak")
        await screen.tap("speak-done")
        await screen.until(lambda: screen.sees("Waits for a second person"))
        await screen.tap("next")
        assert screen.sees("en kost")
        assert screen.has("speak")
        assert not screen.sees("Waits for a second person")
        await screen.go(f"{PATH}/cleaning")
        await screen.until(lambda: screen.sees("1 to confirm"))
        assert not screen.has("listen-next")  # her own
        await screen.tap("group-sentences")
        assert screen.sees("Tag moppen.")

    show(org.mentor, walk)
    assert [one.key for one in recorded_in(org.mentor.ports, DANISH)] == [key_of(DANISH, "en moppe")]


def test_a_second_person_listens_to_the_next_one_and_then_a_learner_hears_it(org: Organisation) -> None:
    speaks_danish(org)
    hers = org.mentee.ports.platform.voice = Device(PHONE)

    async def looks(screen: Screen) -> None:
        await screen.go("/practise/now")
        await screen.until(lambda: asked(screen) is not None)
        question = asked(screen)
        assert question
        words.append(question.says[0])
        await screen.settle()

    words: list[str] = []
    show(org.mentee, looks)
    assert hers.said[0][0] == words[0]  # by the phone, as long as nobody has said it
    says(org.mentor, words[0])
    step(org.mentor)
    step(org.worker)
    (shown,) = org.worker.store.find(Recorded)
    device = org.worker.ports.platform.voice = Device(())

    async def confirms(screen: Screen) -> None:
        await screen.go(f"{PATH}/everyday")
        await screen.until(lambda: screen.has("listen-next"))
        assert not screen.has("record-next")
        await screen.tap("listen-next")
        await screen.until(lambda: screen.sees("Listen first"))
        await screen.begin_to_tap(f"hear-{shown.id}")
        device.hush()
        await screen.until(lambda: screen.has(f"confirm-{shown.id}"))
        await screen.tap(f"confirm-{shown.id}")
        await screen.go(f"{PATH}/everyday")
        await screen.until(lambda: screen.sees("0 with two voices · 1 with one"))
        assert not screen.has("listen-next")

    show(org.worker, confirms)
    for phone in (org.worker, org.mentee):
        step(phone)
    hers = org.mentee.ports.platform.voice = Device(PHONE)

    async def hears(screen: Screen) -> None:
        await screen.go("/practise/now")
        await screen.until(lambda: asked(screen) is not None)
        await screen.settle()

    show(org.mentee, hears)
    assert hers.played == [tone()]


def test_the_page_of_languages_tells_how_much_people_have_recorded(org: Organisation) -> None:
    async def looks(screen: Screen) -> None:
        await screen.go("/more/languages")
        assert screen.sees("0 % said by people")
        await screen.tap("much-da")
        await screen.until(lambda: said_of(screen, "words-by-people") == "0 % said by people")
        await screen.go("/more/languages/ar")
        assert said_of(screen, "by-people") == "0 % said by people"
        assert not screen.has("words-by-people")

    show(org.mentor, looks)


def said_of(screen: Screen, key: str) -> str:
    return str(getattr(screen.keyed(key)[0], "value", ""))


def test_my_voice_is_taken_back_with_two_taps(org: Organisation) -> None:
    speaks_danish(org)
    says(org.mentor, "en moppe")

    async def takes_back(screen: Screen) -> None:
        await screen.go("/more/studio")
        await screen.tap("my-voice-away")
        assert recorded_in(org.mentor.ports, DANISH)
        await screen.tap("my-voice-away")
        await screen.until(lambda: not screen.has("my-voice-away"))

    show(org.mentor, takes_back)
    assert recorded_in(org.mentor.ports, DANISH) == []


def test_back_leads_from_a_word_to_its_deck_and_from_the_decks_to_the_studio() -> None:
    assert back_from(f"{PATH}/cleaning/ab", "/more") == f"{PATH}/cleaning"
    assert back_from(f"{PATH}/cleaning", "/more") == PATH
    assert back_from("/more/studio/ar/ab", "/more") == "/more/studio/ar"
