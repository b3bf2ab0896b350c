"""Housing areas on the screen: opened, entered and left in words; nobody with one area is asked which."""

from __future__ import annotations

from app.domain.roles import WORKER
from app.journeys.area_people import open_area
from app.journeys.areas import areas
from app.journeys.join import enrol, join
from app.journeys.spots import add_spot
from app.records import Cohort, Company, Contact, Estimate, Mentor, MentorPath, Spot
from tests.leaving import person
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, run


def two_areas(org: Organisation) -> tuple[str, str]:
    """Sofie's and Karen's: the spaces of Egeparken and Vestparken."""
    run(open_area(org.worker.ports, name="Vestparken", persons={person(org.coordinator)}))
    org.world.sync_all()
    first, second = (place.space for place in areas(org.worker.ports))
    return first, second


def test_an_area_is_opened_somebody_let_in_and_taken_out(org: Organisation) -> None:
    sofie, karen = person(org.worker).hex(), org.coordinator

    async def walk(screen: Screen) -> None:
        await screen.go("/more")
        await screen.tap("to-areas")
        assert screen.sees("Egeparken")
        await screen.tap("new")
        await screen.tap("keep")
        assert screen.sees("Write what the area is called.")
        await screen.write("name", "Vestparken")
        await screen.tap("keep")
        await screen.until(lambda: screen.has("add"))
        assert screen.sees("Vestparken")
        assert screen.has(f"works-{person(karen).hex()}")
        assert not screen.has(f"works-{sofie}")

        await screen.tap("add")
        await screen.tap(f"who-{sofie}")
        assert screen.sees("The area Vestparken")
        await screen.tap("let-in")
        await screen.until(lambda: screen.has(f"works-{sofie}"))
        assert not screen.has("add")
        assert not screen.has(f"out-{person(karen).hex()}")

        await screen.tap(f"out-{sofie}")
        assert screen.sees("What she no longer reads")
        await screen.tap("take-out")
        await screen.until(lambda: screen.has("add"))
        assert not screen.has(f"works-{sofie}")

    show(karen, walk)


def test_with_one_area_nobody_is_asked_which(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        for path in ("people", "people/new", "places", "places/new", "companies", "companies/new", "mentors/new"):
            await screen.go(f"/{path}")
            assert not screen.sees("Area"), path
        for path in ("outreach/reach", "outreach/reach/new", "groups/new"):
            await screen.go(f"/{path}")
            assert not screen.sees("Area"), path
        await screen.go("/more/invite")
        await screen.tap(f"role-{WORKER}")
        assert not screen.sees("Areas she works in")

    show(org.worker, walk)


def test_a_contact_goes_where_the_last_one_went_in_three_taps(org: Organisation) -> None:
    first, second = two_areas(org)
    store = org.worker.store

    async def walk(screen: Screen) -> None:
        await screen.go("/people/new")
        await screen.tap(f"area-{second}")
        await screen.tap("outcome-talked")
        await screen.write("name", "Hodan")
        await screen.tap("keep")

        await screen.go("/people")
        taps = screen.taps
        await screen.tap("log-contact")
        await screen.tap("outcome-interested")
        await screen.write("name", "Yasmin")
        await screen.tap("keep")
        assert screen.taps - taps <= 3

        await screen.go("/people")
        assert screen.sees("Vestparken")
        await screen.tap(f"of-area-{first}")
        assert not screen.sees("Hodan")
        assert screen.sees("Fadumo")
        await screen.tap(f"of-area-{second}")
        assert screen.sees("Hodan")
        assert not screen.sees("Fadumo")
        await screen.tap(f"of-area-{second}")
        assert screen.sees("Hodan")
        assert screen.sees("Fadumo")

    show(org.worker, walk)
    assert {one.name for one in store.find(Contact) if one.space == second} == {"Hodan", "Yasmin"}


def test_a_contact_at_a_place_belongs_where_the_place_is(org: Organisation) -> None:
    first, second = two_areas(org)
    ports = org.worker.ports
    spot = add_spot(ports, row=ports.new_row(), space=second, kind="stairwell", name="Stair A", address="Vestparken 3")

    async def walk(screen: Screen) -> None:
        await screen.go("/people/new")
        await screen.tap(f"area-{first}")
        await screen.write("name", "Ayan")
        await screen.tap("keep")  # now the usual area is the first one
        await screen.go(f"/places/{spot.id}/contact")
        assert not screen.has(f"area-{first}")
        await screen.write("name", "Hodan")
        await screen.tap("keep")
        await screen.go(f"/places/{spot.id}")
        await screen.tap("tap-talked")
        await screen.go("/people/new")  # the place of the last tap is proposed, and its area with it
        await screen.tap(f"area-{first}")
        await screen.write("name", "Leyla")
        await screen.tap("keep")

    show(org.worker, walk)
    kept = {one.name: one for one in org.worker.store.find(Contact)}
    assert kept["Hodan"].space == second
    assert (kept["Leyla"].space, kept["Leyla"].spot) == (first, "")
    assert kept["Ayan"].space == first


def test_every_form_of_an_area_asks_with_the_last_one_chosen(org: Organisation) -> None:
    _first, second = two_areas(org)

    async def walk(screen: Screen) -> None:
        await screen.go("/outreach/reach")
        await screen.tap(f"area-{second}")
        await screen.go("/outreach/reach/new")
        for name, words in (("whom", "Women"), ("number", "90"), ("source", "A list")):
            await screen.write(name, words)
        await screen.tap("method-guess")
        await screen.tap("keep")
        for path in ("places", "companies", "mentors"):
            await screen.go(f"/{path}/new")
            await screen.write("name", "A")
            await screen.tap("keep")
        await screen.go("/groups/new")
        await screen.write("name", "A")
        await screen.tap("keep")

    show(org.worker, walk)
    store = org.worker.store
    for noun in (Estimate, Spot, Company, MentorPath):
        assert [one.space for one in store.find(noun)] == [second], noun
    assert [one.area for one in store.find(Cohort)] == ["Vestparken"]
    assert store.count(Mentor) == 1


def test_an_invited_worker_is_let_into_the_areas_that_were_tapped(org: Organisation) -> None:
    two_areas(org)
    karen = org.coordinator
    circles = {place.name: place.circle for place in areas(karen.ports)}

    async def walk(screen: Screen) -> None:
        await screen.go("/more/invite")
        await screen.write("name", "Ali")
        await screen.tap(f"role-{WORKER}")
        await screen.tap("make")
        assert screen.sees("Choose the areas she works in.")
        await screen.tap(f"areas-{circles['Vestparken']}")
        await screen.tap("make")
        await screen.until(lambda: screen.has("link"))
        (link,) = [text for text in screen.texts() if "#" in text and "http" in text]
        links.append(link.strip("\u2066\u2067\u2068\u2069"))

    links: list[str] = []
    show(karen, walk)
    ali = org.world.phone("Ali")

    async def come_in() -> None:
        joined = await join(ali.ports, secret=links[0])
        await enrol(ali.ports, joined, pin=ali.pin)

    run(come_in())
    org.world.sync_all()
    assert [place.name for place in areas(ali.ports)] == ["Vestparken"]


def test_a_coordinator_calls_an_area_something_else_and_a_worker_reads_it(org: Organisation) -> None:
    two_areas(org)

    async def renames(screen: Screen) -> None:
        (place,) = [one for one in areas(org.coordinator.ports) if one.name == "Vestparken"]
        await screen.go(f"/more/areas/{place.space}")
        await screen.write("name", "Egeparken")
        await screen.tap("rename")
        assert screen.sees("You have an area with that name already.")
        await screen.write("name", "Solparken")
        await screen.tap("rename")
        assert screen.sees("Solparken")
        await screen.tap("back")
        assert screen.sees("Solparken")
        assert not screen.sees("Vestparken")

    async def reads(screen: Screen) -> None:
        await screen.go("/more/areas")
        assert screen.sees("Solparken")
        for one in areas(org.worker.ports):
            await screen.go(f"/more/areas/{one.space}")
            assert not screen.has("rename")

    show(org.coordinator, renames)
    org.world.sync_all()
    show(org.worker, reads)
