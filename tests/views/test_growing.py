"""On the screen: a nickname says when it goes, a yes is asked for without a child, two lines become one person."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.journeys.contacts import log_contact
from app.journeys.house_rules import keep_days
from app.journeys.one_person import also_written_as
from app.journeys.tending import keep_in_step
from app.records import Contact, Mentee
from app.views.told import Told
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, run


def nickname(org: Organisation, days_ago: int = 0, name: str = "Green door") -> Contact:
    ports = org.worker.ports
    met = ports.today() - timedelta(days=days_ago)
    return log_contact(ports, row=ports.new_row(), name=name, outcome="talked", met_on=met, address="Egeparken 2")


def test_a_yes_is_asked_for_aloud_and_never_through_a_child(org: Organisation) -> None:
    contact = nickname(org)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/people/{contact.id}")
        assert screen.sees("Goes away by itself: Sun 31 May")
        await screen.tap("yes")
        assert screen.sees("May I write down your name and how to reach you?")
        await screen.tap("explained-child")
        await screen.tap("keep")
        assert screen.sees("A child cannot ask her this.")
        await screen.tap("explained-by_phone")
        await screen.write("name", "Amal")
        await screen.tap("keep")
        assert screen.sees("An interpreter by phone")
        assert not screen.sees("Goes away by itself")
        await screen.tap("joins")
        assert screen.sees("Takes part")
        await screen.tap("no-more")
        assert screen.sees("Goes away by itself: Sun 31 May")

    show(org.worker, walk)


@pytest.mark.parametrize(("written", "called"), [("Yılmaz, Fatma", "Fatma"), ("Umm Khalid", "Umm Khalid")])
def test_whoever_said_yes_has_a_file_opened_from_her_line_and_it_is_the_next_screen(
    org: Organisation, written: str, called: str
) -> None:
    ports = org.worker.ports
    line = log_contact(ports, row=ports.new_row(), name=written, language="tr")

    async def walk(screen: Screen) -> None:
        await screen.go(f"/people/{line.id}")
        assert not screen.has("open-file")
        await screen.tap("yes")
        await screen.tap("explained-danish")
        await screen.tap("keep")
        await screen.tap("open-file")
        await screen.tap("keep")
        await screen.until(lambda: screen.page.route.startswith("/mentees/"), anew=True)
        assert screen.sees(called)
        assert screen.sees("Türkçe")

        await screen.go(f"/people/{line.id}")
        assert screen.sees("Takes part")
        assert not screen.has("open-file")
        (opened,) = [one for one in ports.store.find(Mentee) if one.name == called]
        await screen.tap(f"file-{opened.id}")
        assert screen.page.route == f"/mentees/{opened.id}"

    show(org.worker, walk)
    (file,) = [one for one in ports.store.find(Mentee) if one.name == called]
    assert file.language == "Türkçe"


def test_who_is_about_to_go_is_told_beforehand_and_goes_after_a_sync(org: Organisation) -> None:
    contact = nickname(org, days_ago=80)

    async def walk(screen: Screen) -> None:
        await screen.go("/people")
        assert screen.sees("1 line soon goes away by itself")
        await screen.tap("going")
        assert screen.sees("Mon 16 Mar")
        assert screen.sees("Kept after the last talk: 90 days")
        await screen.tap(f"going-{contact.id}")

    show(org.worker, walk)
    org.world.later(days=14)
    report = run(keep_in_step(org.worker.ports))
    told = Told()
    told.begin(org.worker.ports)
    run(told.after(org.worker.ports, report))
    assert org.worker.store.get(Contact, contact.id) is None


def test_the_coordinator_chooses_how_long(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/people/expiring")
        await screen.tap("keep-days-less")
        assert screen.sees("75 days")

    show(org.coordinator, walk)
    assert keep_days(org.coordinator.ports) == 75


def test_two_lines_are_joined_and_parted(org: Organisation) -> None:
    one, other = nickname(org), nickname(org, name="Red bicycle")

    async def walk(screen: Screen) -> None:
        await screen.go(f"/people/{one.id}")
        await screen.tap("same")
        await screen.tap(f"one-{other.id}")
        assert screen.sees("Red bicycle")
        await screen.go(f"/people/{other.id}/same")
        assert screen.sees("Search for the other line.") is not screen.sees("Tap the one who is the same")
        await screen.tap(f"two-{one.id}")
        assert screen.has(f"one-{one.id}")

    show(org.worker, walk)
    assert also_written_as(org.worker.ports, one) == []
