"""What a worker shows or looks up: who we are, the card, offers, referrals, how far we reach."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import flet as ft
import pytest

from app.i18n import everywhere, language_named
from app.i18n.everywhere import who_we_are
from app.journeys.contacts import log_contact
from app.journeys.house_rules import CALL_US, decide
from app.journeys.offers import add_offer
from app.journeys.reach import brought_by
from app.journeys.referrals import referrals_of
from app.journeys.studio import confirm, prompts_in, recorded_in
from app.records import Contact
from app.views.outreach.card import code, paper
from app.views.way_back import back_from
from build.words import compile_into
from tests.journeys.lane import on_wifi, step
from tests.journeys.speakers import key_in_arabic, records, trusts_the_mentor
from tests.journeys.voices import tone
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.voices import PHONE, Device
from tests.world import Organisation


def test_who_we_are_is_one_tap_from_the_round_and_says_it_is_not_the_municipality(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/more")
        await screen.tap("to-outreach")
        await screen.tap("to-outreach-we")
        assert screen.sees("Hello, my name is Sofie.")
        assert screen.sees("I am not from the municipality.")
        await screen.tap("we-so")
        assert screen.sees("Salaan, magacaygu waa Sofie.")

    show(org.worker, walk)
    assert all(lines[0].count("%(name)s") == 1 for lines in who_we_are().values())


def test_the_card_tells_of_the_organisation_and_of_nobody_else(org: Organisation) -> None:
    before = org.worker.store.unsent()

    async def walk(screen: Screen) -> None:
        await screen.go("/outreach/card")
        assert screen.sees("12 34 50 99")
        await screen.tap("card-ar")
        await screen.tap("print")

    decide(org.coordinator.ports, CALL_US, "12 34 50 99")
    org.world.sync_all()
    show(org.worker, walk)
    assert org.worker.store.unsent() == before
    assert code("+45 12 34", "", "Broen") == "tel:+451234"
    assert code("", "Thursdays", "Broen") == "Broen\nThursdays"
    page = paper(language_named("ar"), "Broen <b>", "", "Thursdays")
    assert "Broen &lt;b&gt;" in page
    assert "Sofie" not in page


def test_the_coordinator_says_what_stands_on_the_card(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/outreach/card")
        await screen.write("where", "Thursdays at two")
        await screen.tap("keep")
        assert screen.sees("Thursdays at two")

    show(org.coordinator, walk)


def test_somebody_is_sent_on_to_an_offer_and_followed(org: Organisation) -> None:
    ports = org.worker.ports
    add_offer(ports, row=ports.new_row(), name="Sewing room", topic="people")
    contact = log_contact(ports, row=ports.new_row(), name="Hodan")

    async def walk(screen: Screen) -> None:
        await screen.go(f"/people/{contact.id}")
        await screen.tap("send-on")
        await screen.tap("offer-Sewing room")
        await screen.tap("keep")
        (sent,) = referrals_of(ports, contact)
        await screen.tap(f"referral-{sent.id}")
        await screen.tap("seen-0")
        await screen.tap("came-began")
        await screen.tap("keep")
        assert screen.sees("She began there")

    show(org.worker, walk)
    (sent,) = referrals_of(ports, contact)
    assert (sent.whom, sent.first_seen_on, sent.came) == ("Sewing room", ports.today(), "began")


def test_where_there_is_much_nearby_she_is_sent_to_what_was_searched_for(org: Organisation) -> None:
    ports = org.worker.ports
    contact = log_contact(ports, row=ports.new_row(), name="Amal")
    for number in range(8):
        add_offer(ports, row=ports.new_row(), name=f"Club {number}")
    add_offer(ports, row=ports.new_row(), name="Sewing room")

    async def walk(screen: Screen) -> None:
        await screen.go(f"/people/{contact.id}/referral")
        assert not screen.has("offer-Sewing room")
        await screen.write("search", "sew")
        assert not screen.has("offer-Club 1")
        await screen.tap("offer-Sewing room")
        await screen.write("search", "club")
        assert screen.has("offer-Sewing room")
        await screen.tap("keep")

    show(org.worker, walk)
    assert [one.whom for one in referrals_of(ports, contact)] == ["Sewing room"]


def test_an_offer_is_added_found_by_its_topic_and_taken_away(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/outreach/offers")
        await screen.tap("add-offer")
        await screen.write("name", "Sewing room")
        await screen.tap("about-people")
        await screen.tap("keep")
        await screen.tap("about-work")
        assert screen.sees("Nothing here yet.")
        await screen.tap("about-people")
        (line,) = [each for each in screen.walk() if str(each.key).startswith("offer-")]
        await screen.tap(str(line.key))
        await screen.tap("remove")
        assert screen.sees("Nothing here yet.")

    show(org.worker, walk)


def test_a_mentor_finds_what_there_is_nearby_under_more_and_changes_nothing(org: Organisation) -> None:
    ports = org.worker.ports
    offer = add_offer(ports, row=ports.new_row(), name="Sewing room", topic="people", times="Tuesdays at ten")
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go("/more")
        await screen.tap("to-offers")
        assert not screen.has("add-offer")
        await screen.tap(f"offer-{offer.id}")
        assert screen.sees("Tuesdays at ten")
        assert not screen.has("keep")
        for path in ("/more/offers", "/more"):
            await screen.tap("back")
            assert screen.page.route == path

    show(org.mentor, walk)


def test_a_worker_adds_what_there_is_nearby_from_more_too(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/more")
        await screen.tap("to-offers")
        await screen.tap("add-offer")
        await screen.write("name", "Sewing room")
        await screen.tap("keep")
        assert screen.page.route == "/more/offers"
        assert screen.sees("Sewing room")
        await screen.tap("back")
        assert screen.page.route == "/more"

    show(org.worker, walk)
    assert back_from("/more/offers/new", "/more") == "/more/offers"


def test_reach_has_no_denominator_until_somebody_says_how_it_was_counted(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/outreach/reach")
        assert screen.sees("2 of an unknown number")
        assert not any("%" in text for text in screen.texts())
        await screen.tap("add-estimate")
        await screen.tap("whom_tapped-everybody")
        await screen.write("number", "210")
        await screen.write("source", "Register")
        await screen.tap("keep")
        assert screen.sees("Choose how it was counted.")
        await screen.tap("method-register")
        await screen.tap("keep")
        assert screen.sees("2 of 210")
        assert screen.sees("From a register")
        assert screen.sees("210 · Everybody whom we try to reach")

    show(org.worker, walk)
    area = org.worker.store.find(Contact)[0].space
    assert [(line.channel, line.spoken) for line in brought_by(org.worker.ports, area)] == [("other", 2)]


def test_all_who_were_reached_are_no_fraction_of_one_group(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/outreach/reach/new")
        await screen.tap("whom_tapped-Mothers of small children")
        await screen.write("number", "9")
        await screen.tap("source_tapped-Housing association")
        await screen.tap("method-guess")
        await screen.tap("keep")
        assert screen.sees("2 of an unknown number")
        assert screen.sees("9 · Mothers of small children")
        assert not screen.sees("2 of 9")

    show(org.worker, walk)


def test_who_we_are_is_said_in_her_language_by_a_voice_of_the_phone(org: Organisation) -> None:
    device = org.worker.ports.platform.voice = Device(PHONE)

    async def walk(screen: Screen) -> None:
        await screen.go("/outreach/we")
        await screen.tap("we-ar")
        await screen.begin_to_tap("listen-ar")
        assert {tag for _, tag in device.said} == {"ar-SA"}
        assert "أنا لست من البلدية." in [line for line, _ in device.said]
        assert "Sofie" in device.said[0][0]
        await screen.tap("we-so")
        silent = "This phone has no voice for Soomaali."
        assert silent in [each.label for each in screen.walk() if isinstance(each, ft.Semantics)]

    show(org.worker, walk)


def test_who_we_are_is_heard_from_people_where_they_recorded_it_and_the_name_from_the_device(org: Organisation) -> None:
    trusts_the_mentor(org)
    on_wifi(org.mentor, org.worker)
    records(org.mentor, key_in_arabic("I am not from the municipality."))
    step(org.mentor)
    step(org.worker)
    (recorded,) = recorded_in(org.worker.ports, "ar")
    confirm(org.worker.ports, recorded)
    step(org.worker)
    device = org.worker.ports.platform.voice = Device(PHONE)
    device.ends = True

    async def walk(screen: Screen) -> None:
        await screen.go("/outreach/we")
        await screen.tap("we-ar")
        await screen.begin_to_tap("listen-ar")
        assert len(device.said) == 1
        assert "Sofie" in device.said[0][0]
        assert device.played == [tone()]
        device.hush()
        await screen.settle()
        assert [line for line, _ in device.said] == list(who_we_are()[language_named("ar")][2:])

    show(org.worker, walk)


def test_what_is_said_at_a_door_can_be_recorded_in_the_studio_in_every_language_that_has_it() -> None:
    spoken = {language.code for language in who_we_are()}

    assert {"da", "en", "ar", "tr", "so", "fa", "uk", "ti", "ur"} <= spoken
    for language, lines in who_we_are().items():
        recordable = {one.text for one in prompts_in(language.code)}
        assert recordable & set(lines) == set(lines[1:])  # who she is, she says herself, or the device does


def test_every_phone_has_it_in_all_languages_also_in_those_it_has_not_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {language.code: lines for language, lines in who_we_are().items()}
    compile_into(tmp_path)
    monkeypatch.setattr(everywhere, "POT", tmp_path / "none")
    monkeypatch.setattr(resources, "files", lambda _package: tmp_path)

    shipped = everywhere.who_we_are.__wrapped__()

    assert {language.code: lines for language, lines in shipped.items()} == known


def test_back_leads_from_a_page_of_outreach_to_its_list() -> None:
    assert back_from("/outreach/we", "/more") == "/outreach"
    assert back_from("/outreach/offers/new", "/more") == "/outreach/offers"
    assert back_from("/outreach", "/more") == "/more"


def test_on_a_phone_that_reads_from_the_right_a_language_from_the_left_keeps_its_full_stop_at_its_end(
    org: Organisation,
) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/outreach/we")
        await screen.tap("we-so")
        assert "\u2068Salaan, magacaygu waa Sofie.\u2069" in screen.texts()
        await screen.tap("we-ar")
        hers = [line % {"name": "\u2068Sofie\u2069"} for line in who_we_are()[language_named("ar")]]
        assert [each for each in hers[1:] if each in screen.texts()] == hers[1:]
        await screen.go("/outreach/card")
        await screen.tap("card-so")
        said = who_we_are()[language_named("so")][2:]
        assert {f"\u2068{line}\u2069" for line in said} <= set(screen.texts())

    show(org.worker, walk, language="ar")
