"""Every screen in every language: whole, named, in the right direction."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from app.domain.studio import key_of
from app.i18n import LANGUAGES, Words, danish
from app.i18n.protected import PROTECTED
from app.i18n.words import unmarked
from app.journeys.area_people import open_area
from app.journeys.closing import shut_out
from app.journeys.contacts import log_contact
from app.journeys.house_words import offer_word
from app.journeys.people import people
from app.journeys.release import release
from app.journeys.studio import prompts_in
from app.records import (
    Attachment,
    Cohort,
    Company,
    Contact,
    GroupSession,
    Handed,
    HouseWord,
    Meeting,
    Mentee,
    Mentor,
    MentorMeeting,
    Offer,
    Placement,
    QuietDoor,
    Referral,
    Spot,
)
from build.words import gathered
from tests.journeys.lane import LETTER, photograph
from tests.journeys.spoken_to import to_the_mentor
from tests.journeys.test_asking_after import who_did_not_come
from tests.journeys.test_mentor_meetings import planned, takes
from tests.journeys.test_voice_messages import to_her
from tests.refusing import refusing
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.flaws import flaws
from tests.views.goings_on import at_work, outreach
from tests.views.her_screens import FILE_STEPS, HERS
from tests.views.test_areas import of_areas
from tests.world import Organisation, Phone, run

STEPS = ["compare", "again", "role", "leave", "lost/00"]
DESK = (
    "",
    "/task",
    "/tracks",
    "/contact",
    "/handover",
    "/ending",
    "/match",
    "/paper",
    "/municipality",
    "/after",
    "/ask",
)
AT_WORK = ("", "/rung", "/weeks", "/card", "/end")
LEFT_AS_THEY_ARE = {"Brobygger", "English", "Mentor", "Mentee", "Link", "offline", "%(day)s %(time)s", "%(mb)d MB"}
LEFT_AS_THEY_ARE |= {"Dari", "Pashto", "Somali", "Tamil", "Tigrinya", "Urdu"}
"""The same word in Danish and English, or a name."""
FROM_A_CONTACT = ("change", "again", "yes", "same", "referral", "file")
OUTREACH = (
    "/outreach",
    *(f"/outreach/{page}" for page in ("we", "card", "offers", "offers/new", "reach", "reach/new")),
)


def paths(phone: Phone) -> list[str]:
    contacts, meetings, spots = phone.store.find(Contact), phone.store.find(Meeting), phone.store.find(Spot)
    return [
        "/",
        "/people",
        "/people/new",
        *(f"/people/{each.id}" for each in contacts[:1]),
        *(f"/people/{each.id}/{step}" for each in contacts[:1] for step in FROM_A_CONTACT),
        *(f"/people/{each.contact}/referral/{each.id}" for each in phone.store.find(Referral)),
        *OUTREACH,
        *(f"/outreach/offers/{each.id}" for each in phone.store.find(Offer)),
        "/people/expiring",
        "/places",
        "/places/new",
        *(f"/places/{each.id}" for each in spots),
        *(f"/places/{each.id}/{step}" for each in spots for step in ("end", "change", "door", "contact")),
        *(f"/places/{each.spot}/door/{each.id}" for each in phone.store.find(QuietDoor)),
        "/meetings",
        "/meetings/plan",
        "/meetings/log",
        *(f"/meetings/{each.id}" for each in meetings),
        *(
            f"/meetings/{each.id}/{step}"
            for each in meetings[:1]
            for step in ("note", "release", "together", "remind", "way", "conversation", "errand", "words")
        ),
        *(f"/meetings/{each.id}/log" for each in meetings if each.state == "planned"),
        *(f"/meetings/{each.row}/photo/{each.id}" for each in phone.store.find(Attachment) if each.noun == "meeting"),
        "/more",
        "/more/offers",
        "/more/sync",
        "/more/left",
        "/more/handed",
        "/more/language",
        "/more/languages",
        "/more/languages/tr",
        "/more/languages/tr/better",
        "/more/pin",
        "/more/compare",
        "/more/protected",
        "/more/credits",
        "/more/recovery",
        "/more/team",
        *(f"/more/person/{each.person.hex()}" for each in people(phone.ports)),
        *(f"/more/person/{each.person.hex()}/{step}" for each in people(phone.ports)[2:] for step in STEPS),
        "/more/late",
        *of_areas(phone),
        "/more/invite",
        "/mentees/new",
        "/cases",
        "/cases/still",
        "/mentors",
        "/mentors/new",
        "/mentors/event",
        *(f"/mentors/{each.id}" for each in phone.store.find(Mentor)),
        "/groups",
        "/groups/new",
        *(
            f"/groups/{each.id}{step}"
            for each in phone.store.find(Cohort)[:1]
            for step in ("", "/change", "/who", "/meet", "/after")
        ),
        *(f"/groups/{each.cohort}/at/{each.id}" for each in phone.store.find(GroupSession)),
        "/cases/sweep",
        "/cases/tasks",
        *(f"/cases/{each.id}{step}" for each in phone.store.find(Mentee)[:1] for step in DESK),
        *(f"/cases/{each.id}/work{step}" for each in phone.store.find(Mentee)[:1] for step in ("", "/new")),
        *(f"/cases/{each.mentee}/work/{each.id}{step}" for each in phone.store.find(Placement) for step in AT_WORK),
        *(f"/companies{step}" for step in ("", "/new", "/clocks")),
        *(f"/companies/{each.id}{step}" for each in phone.store.find(Company) for step in ("", "/change")),
        "/mentees",
        "/more/my-offer",
        "/more/face",
        "/more/mentor-meetings",
        "/more/mentor-meetings/new",
        *(f"/more/mentor-meetings/{each.id}" for each in phone.store.find(MentorMeeting)),
        "/more/words",
        "/more/words/new",
        *(f"/more/words/{each.id}" for each in phone.store.find(HouseWord)),
        "/more/studio",
        "/more/studio/who",
        "/more/studio/ar",
        "/more/studio/words",
        "/more/studio/words/cleaning",
        f"/more/studio/words/cleaning/{key_of('da', 'en moppe')}",
        *(f"/more/studio/ar/{prompts_in('ar')[at].key}" for at in (0, 1)),
        "/more/toolbox",
        "/more/toolbox/hard",
        *(f"/more/rooms{step}" for step in ("", "/new", "/group")),
        *(f"/mentees/{each.id}{step}" for each in phone.store.find(Mentee)[:1] for step in FILE_STEPS),
        *(f"/meetings/{kind}/{each.id}" for each in phone.store.find(Mentee)[:1] for kind in ("log", "plan")),
        "/import",
        "/nowhere",
    ]


@pytest.fixture
def left(org: Organisation) -> Iterator[None]:
    """Something of Sofie's does not count, and something was handed in to her."""
    area = org.coordinator.store.space("area")
    with org.coordinator.store.write() as tx:
        said = '{"name": "Ali", "met_on": "2026-03-01"}'
        tx.add(Handed(id="0a" * 16, space=area, noun="contact", row="0b" * 16, origin=area, said=said))
    outreach(org.coordinator)
    offer_word(org.coordinator.ports, row="0e" * 16, text="en vogn")
    who_did_not_come(org)
    takes(org.mentor, planned(org), 1)
    at_work(org)
    (meeting,) = [each for each in org.mentor.store.find(Meeting) if each.state == "held"]
    photograph(org.mentor, meeting, LETTER)
    for phone in (org.mentor, org.worker):
        to_her(org, phone)
    to_the_mentor(org)
    run(open_area(org.worker.ports, name="Vestparken", persons=()))
    release(org.mentor.ports, row=org.mentor.ports.new_row(), meeting=meeting, text="You came alone.")
    org.world.sync_all()
    log_contact(org.worker.ports, row=org.worker.ports.new_row(), name="Hodan", channel="door", outcome="talked")
    with refusing(org.worker, "day"):
        org.worker.sync()
        yield


def sources() -> set[str]:
    """Every English text without blanks that is long enough not to be a name."""
    said = {text for message in gathered() for text in ([message.id] if isinstance(message.id, str) else message.id)}
    return {text for text in said if text and "%(" not in text}


def lent(screen: Screen) -> list[str]:
    """What nobody has read yet in the language of this screen, and so stands there in Danish."""
    said = [unmarked(text) for text in screen.texts()]
    return [text for text in said if any(danish()(one) in text for one in PROTECTED if "%(" not in one)]


@pytest.mark.parametrize("code", [each.code for each in LANGUAGES if each.with_code and each.code != "en"])
@pytest.mark.parametrize("who", ["worker", "mentee"])
@pytest.mark.usefixtures("left")
def test_no_screen_shows_an_untranslated_word_or_what_has_no_name(org: Organisation, code: str, who: str) -> None:
    phone: Phone = getattr(org, who)
    english, t = sources() - LEFT_AS_THEY_ARE, Words(code)
    english -= {text for text in english if t(text) == text}

    async def walk(screen: Screen) -> None:
        assert screen.page.rtl is (code == "ar")
        for path in paths(phone) if who == "worker" else HERS:
            await screen.go(path)
            assert screen.texts(), path
            assert not english & set(screen.texts()), path
            assert not any(re.search(r"%\(\w+\)", text) for text in screen.texts()), path
            assert code != "da" or list(flaws(screen)) == [], path
            assert code == "da" or not lent(screen) or screen.has("interpreter"), path

    show(phone, walk, language=code)


@pytest.mark.parametrize("code", [each.code for each in LANGUAGES if each.with_code and each.code != "en"])
@pytest.mark.parametrize("who", ["worker", "mentee"])
def test_who_is_out_reads_no_untranslated_word(org: Organisation, code: str, who: str) -> None:
    phone: Phone = getattr(org, who)
    t = Words(code)
    english = {text for text in sources() - LEFT_AS_THEY_ARE if t(text) != text}
    run(shut_out(org.coordinator.ports, phone.ports.me.person))
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        for path in ("/", "/people", "/people/new", "/more", "/more/sync", "/more/protected"):
            await screen.go(path)
            assert screen.texts(), path
            assert not english & set(screen.texts()), path
        assert list(flaws(screen)) == []

    show(phone, walk, language=code)


@pytest.mark.usefixtures("left")
def test_everything_a_mentor_can_tap_or_type_has_a_name(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        for path in paths(org.mentor):
            await screen.go(path)
            assert list(flaws(screen)) == [], path

    show(org.mentor, walk)


def test_another_language_turns_the_open_screen_around(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/more/language")
        await screen.tap("language-ar")

        assert screen.page.rtl is True
        locale = screen.page.locale_configuration
        assert locale
        assert locale.current_locale
        assert locale.current_locale.language_code == "ar"
        assert screen.sees("اللغة والمظهر")

    show(org.worker, walk)


def test_the_badge_says_what_is_only_here_and_the_page_behind_it_why(org: Organisation) -> None:
    org.worker.cut()

    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.write("name", "Hodan")
        await screen.tap("keep")
        await screen.tap("badge")
        assert screen.sees("1 ting er kun på denne telefon.")
        assert screen.sees("Kontakt · Hodan")

        await screen.tap("sync-now")
        await screen.until(lambda: screen.sees("Ingen forbindelse. Alt er gemt på telefonen."))
        await screen.tap("export")
        assert screen.sees("Gemt som")

        org.worker.mend()
        await screen.tap("sync-now")
        await screen.until(lambda: screen.sees("Alt er på serveren"))

    show(org.worker, walk, language="da")
