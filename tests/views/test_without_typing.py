"""Free text is never required: each of these is kept with taps alone, and finds a name of its own."""

from __future__ import annotations

import pytest

from app.journeys.contacts import log_contact
from app.journeys.placements import placements_of
from app.journeys.referrals import referrals_of
from app.journeys.rounds import quiet_doors
from app.journeys.spots import add_spot
from app.records import Cohort, Company, Estimate, QuietDoor, Reply, Sparring, Spot
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation


def stairwell(org: Organisation, name: str) -> Spot:
    ports = org.worker.ports
    return add_spot(ports, row=ports.new_row(), kind="stairwell", name=name)


@pytest.mark.parametrize(
    ("there", "kind", "name"),
    [
        ((), "stairwell", "Stairwell 1"),
        (("Stairwell 1", "Stairwell 3"), "stairwell", "Stairwell 2"),
        (("Stairwell 1",), "library", "Library 1"),
    ],
)
def test_a_place_without_a_name_takes_its_sort_and_the_next_number(
    org: Organisation, there: tuple[str, ...], kind: str, name: str
) -> None:
    known = {stairwell(org, each).id for each in there}

    async def walk(screen: Screen) -> None:
        await screen.go("/places/new")
        await screen.tap(f"kind-{kind}")
        await screen.double_tap("keep")

    show(org.worker, walk)
    assert [spot.name for spot in org.worker.store.find(Spot) if spot.id not in known] == [name]


def test_a_changed_place_keeps_its_own_number(org: Organisation) -> None:
    spot = stairwell(org, "Stairwell 1")

    async def walk(screen: Screen) -> None:
        await screen.go(f"/places/{spot.id}/change")
        await screen.write("name", " ")
        await screen.tap("keep")

    show(org.worker, walk)
    assert [spot.name for spot in org.worker.store.find(Spot)] == ["Stairwell 1"]


def test_a_door_to_leave_alone_is_two_taps(org: Organisation) -> None:
    spot = stairwell(org, "Stair A")

    async def walk(screen: Screen) -> None:
        await screen.go(f"/places/{spot.id}/door")
        await screen.tap("side-tv")
        assert not screen.sees("2.")  # in Arabic its point would stand before the number
        await screen.tap("keep")
        assert screen.sees("Choose the floor, or write which door.")
        await screen.tap("floor-2.")
        await screen.double_tap("keep")

    show(org.worker, walk)
    assert [one.door for one in quiet_doors(org.worker.ports, spot)] == ["2. tv"]


def test_what_is_written_of_a_door_goes_before_what_was_tapped(org: Organisation) -> None:
    spot = stairwell(org, "Stair A")

    async def walk(screen: Screen) -> None:
        await screen.go(f"/places/{spot.id}/door")
        await screen.tap("floor-st.")
        await screen.write("door", "kld.")
        await screen.double_tap("keep")

    show(org.worker, walk)
    assert [one.door for one in org.worker.store.find(QuietDoor)] == ["kld."]


def test_a_company_and_a_group_are_named_by_what_they_do(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        for _company in range(2):
            await screen.go("/companies/new")
            await screen.tap("keep")
            assert screen.sees("Choose a trade, or write what it is called.")
            await screen.tap("trade-shop")
            await screen.tap("keep")
        await screen.go("/groups/new")
        await screen.tap("kind-craft")
        await screen.tap("keep")

    show(org.worker, walk)
    assert {one.name for one in org.worker.store.find(Company)} == {"Shop 1", "Shop 2"}
    assert [one.name for one in org.worker.store.find(Cohort)] == ["Craft 1"]


def test_her_first_place_of_work_needs_no_list_and_no_name(org: Organisation) -> None:
    cover = org.cover(org.worker)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}/work/new")
        await screen.tap("keep")
        assert screen.sees("Choose where, or write it.")
        await screen.tap("trade-kitchen")
        await screen.tap("from-0")
        await screen.double_tap("keep")

    show(org.worker, walk)
    (now,) = placements_of(org.worker.ports, cover.id)
    assert (now.placement.at, now.placement.company) == ("Kitchen and café", "")


def test_she_is_sent_on_where_no_offer_is_written_down(org: Organisation) -> None:
    ports = org.worker.ports
    contact = log_contact(ports, row=ports.new_row(), name="Green door")

    async def walk(screen: Screen) -> None:
        await screen.go(f"/people/{contact.id}/referral")
        await screen.tap("keep")
        assert screen.sees("Choose where she was sent, or write it.")
        await screen.tap("where-Language school")
        await screen.double_tap("keep")

    show(org.worker, walk)
    assert [one.whom for one in referrals_of(ports, contact)] == ["Language school"]


def test_advice_is_asked_and_given_by_taps(org: Organisation) -> None:
    async def ask(screen: Screen) -> None:
        await screen.go("/more/sparring/new")
        await screen.tap("about-money")
        await screen.tap(f"to-{org.mentor.ports.store.space('staff')}")
        await screen.double_tap("keep")

    async def answer(screen: Screen) -> None:
        (asked,) = org.worker.store.find(Sparring)
        await screen.go(f"/more/sparring/{asked.id}")
        await screen.tap("answer")
        assert screen.sees("Choose an answer, or write one.")
        await screen.tap("say-I will call you.")
        await screen.tap("answer")

    show(org.mentor, ask)
    org.world.sync_all()
    show(org.worker, answer)
    assert [one.text for one in org.worker.store.find(Sparring)] == ["Money"]
    assert [one.text for one in org.worker.store.find(Reply)] == ["I will call you."]


def test_how_many_there_are_is_a_number_and_taps(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/outreach/reach/new")
        await screen.write("number", "40")
        await screen.tap("whom_tapped-Women at home")
        await screen.tap("source_tapped-Housing association")
        await screen.tap("method-guess")
        await screen.double_tap("keep")

    show(org.coordinator, walk)
    (one,) = org.coordinator.store.find(Estimate)
    assert (one.whom, one.source, one.number) == ("Women at home", "Housing association", 40)
