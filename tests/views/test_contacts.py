"""Contacts on the screen: logged by taps, found, changed, settled."""

from __future__ import annotations

from datetime import timedelta

import flet as ft

from app.journeys.contacts import change_contact
from app.records import Contact
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation


def named(org: Organisation, name: str) -> list[Contact]:
    return [each for each in org.worker.store.find(Contact) if each.name == name]


def test_a_contact_is_logged_in_three_taps_from_today(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.tap("outcome-interested")
        await screen.write("name", "Ærø أمينة")
        await screen.tap("keep")

        assert screen.page.route == "/"
        assert screen.sees("1 here")

    show(org.worker, walk)
    (kept,) = named(org, "Ærø أمينة")
    assert (kept.outcome, kept.met_on) == ("interested", org.worker.ports.today())


def test_two_quick_taps_keep_one_contact(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.write("name", "Hodan")
        await screen.double_tap("keep")

    show(org.worker, walk)
    assert len(named(org, "Hodan")) == 1


def test_a_contact_without_anything_to_find_it_by_is_refused_in_words(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.tap("outcome-talked")
        await screen.tap("keep")

        assert screen.page.route == "/people/new"
        assert screen.sees("Skriv navn, telefon eller adresse.")

    show(org.worker, walk, language="da")


def test_a_day_before_the_meeting_is_refused_in_words(org: Organisation) -> None:
    today = org.worker.ports.today()
    contact = named(org, "Fadumo")[0]
    change_contact(
        org.worker.ports, shown=contact, saw=org.worker.store.seen(contact), followup_on=today + timedelta(days=3)
    )

    async def walk(screen: Screen) -> None:
        await screen.go(f"/people/{contact.id}")
        await screen.tap("change")
        await screen.write("name", "Fadumo A.")
        await screen.tap("met-other")
        (day,) = [each for each in screen.walk() if type(each).__name__ == "Container" and each.key == "met-day"]
        await screen.fire(day, "click")
        await screen.pick_day(today + timedelta(days=9))
        await screen.tap("keep")

        assert screen.page.route == f"/people/{contact.id}/change"
        assert screen.sees("You cannot have met somebody in the future.")

    show(org.worker, walk)
    assert len(named(org, "Fadumo")) == 1


def test_a_search_shows_who_fits_and_says_when_nobody_does(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/people")
        assert screen.sees("Fadumo")

        await screen.write("search", "أمينة")
        await screen.until(lambda: not screen.sees("Fadumo"))
        assert screen.sees("أمينة السورية")

        await screen.write("search", "xyz")
        await screen.until(lambda: screen.has("empty"))

        await screen.write("search", "fadumo")
        await screen.until(lambda: screen.sees("Fadumo"))
        await screen.tap(f"contact-{named(org, 'Fadumo')[0].id}")
        assert screen.sees("+45 20 30 40 50")

    show(org.worker, walk)


def test_a_change_is_on_the_screen_behind_it(org: Organisation) -> None:
    contact = named(org, "Fadumo")[0]

    async def walk(screen: Screen) -> None:
        await screen.go(f"/people/{contact.id}")
        await screen.tap("change")
        await screen.write("name", "Fadumo Nur")
        await screen.tap("keep")

        assert screen.page.route == f"/people/{contact.id}"
        assert screen.sees("Fadumo Nur")
        await screen.tap("back")
        assert screen.page.route == "/"

    show(org.worker, walk)


def test_texts_side_by_side_are_shown_with_names_and_settled_by_a_tap(org: Organisation) -> None:
    contact = named(org, "Fadumo")[0]
    for phone, text in ((org.worker, "call her"), (org.coordinator, "write her")):
        shown = phone.store.get(Contact, contact.id)
        assert shown is not None
        change_contact(phone.ports, shown=shown, saw=phone.store.seen(shown), note=text)
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go(f"/people/{contact.id}")
        assert screen.sees("call her")
        assert screen.sees("write her")
        assert screen.sees("Karen")

        await screen.tap("settle-all")
        assert not screen.has("settle-all")

    show(org.worker, walk)
    settled = org.worker.store.get(Contact, contact.id)
    assert settled is not None
    assert {"call her", "write her"} == set(settled.note.split("\n"))


def test_what_is_typed_is_not_lost_when_something_is_tapped(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.write("name", "Hodan")
        await screen.tap("outcome-talked")
        await screen.tap("wider")
        await screen.write("phone", "20304050")
        await screen.tap("channel-street")

        field = screen._one("name")
        assert isinstance(field, ft.TextField)
        assert field.value == "Hodan"
        await screen.tap("keep")

    show(org.worker, walk)
    (kept,) = named(org, "Hodan")
    assert (kept.phone, kept.channel, kept.outcome) == ("20304050", "street", "talked")
