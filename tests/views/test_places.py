"""A round on the screen: counted in taps, taken back by holding, doors left alone, a contact from where one stands."""

from __future__ import annotations

import pytest

from app.domain.rounds import tally
from app.journeys.rounds import count_tap, quiet_doors, rounds_at, taps_on
from app.journeys.spots import add_spot, spots
from app.records import Contact, Spot
from app.views.way_back import back_from
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, Phone


@pytest.fixture
def spot(org: Organisation) -> Spot:
    """Twelve doors that the worker and the coordinator know."""
    ports = org.worker.ports
    spot = add_spot(ports, row=ports.new_row(), kind="stairwell", name="Stair A", address="Egeparken 12", doors=12)
    org.world.sync_all()
    return spot


def counted(phone: Phone, spot: Spot) -> dict[str, int]:
    return dict(tally(taps_on(phone.ports, spot, phone.ports.today())).of)


def test_a_round_is_one_tap_a_door_from_the_place_on(org: Organisation, spot: Spot) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/people")
        await screen.tap("to-places")
        assert screen.sees("Nobody has been here yet.")
        await screen.tap(f"place-{spot.id}")
        assert screen.sees("0 of 12 doors")
        for outcome in ("nobody_home", "nobody_home", "talked", "interested"):
            await screen.tap(f"tap-{outcome}")
        assert screen.sees("4 of 12 doors")
        assert org.worker.store.waiting().things == 4

        await screen.tap("back")
        assert screen.sees("4 of 12 doors")

    org.worker.cut()
    show(org.worker, walk)
    assert counted(org.worker, spot) == {"nobody_home": 2, "talked": 1, "interested": 1}


def test_holding_takes_back_my_own_last_one_and_so_does_a_button_with_a_name(org: Organisation, spot: Spot) -> None:
    count_tap(org.coordinator.ports, spot=spot, outcome="talked")
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go(f"/places/{spot.id}")
        assert screen.sees("Here today too: Karen")
        assert not screen.has("take-back")
        await screen.tap("tap-talked")
        await screen.tap("tap-not_now")
        await screen.fire(screen._one("tap-talked"), "long_press")
        assert screen.sees("2 of 12 doors")
        await screen.fire(screen._one("tap-talked"), "long_press")
        assert screen.sees("2 of 12 doors")

        assert screen.sees("Take back: Not now")
        await screen.tap("take-back")
        assert screen.sees("1 of 12 doors")
        assert not screen.has("take-back")

    show(org.worker, walk)
    assert counted(org.worker, spot) == {"talked": 1}


def test_a_tap_of_a_colleague_adds_up_on_the_open_screen(org: Organisation, spot: Spot) -> None:
    count_tap(org.coordinator.ports, spot=spot, outcome="talked")
    org.coordinator.sync()

    async def walk(screen: Screen) -> None:
        await screen.go(f"/places/{spot.id}")
        await screen.tap("tap-talked")
        await screen.until(lambda: screen.sees("2 of 12 doors"))

    show(org.worker, walk)


def test_somebody_interested_becomes_a_contact_with_place_and_channel_in_two_taps(
    org: Organisation, spot: Spot
) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go(f"/places/{spot.id}")
        await screen.tap("who")
        await screen.tap("keep")
        assert screen.page.route == f"/places/{spot.id}"

    show(org.worker, walk)
    (kept,) = [each for each in org.worker.store.find(Contact) if each.spot == spot.id]
    assert (kept.channel, kept.outcome, kept.address) == ("door", "interested", "Egeparken 12")


def test_today_leads_back_to_the_round_until_its_end_is_told(org: Organisation, spot: Spot) -> None:
    async def walk(screen: Screen) -> None:
        assert not screen.has("round")
        await screen.go(f"/places/{spot.id}")
        await screen.tap("tap-talked")
        await screen.go("/")
        assert screen.sees("1 of 12 doors")
        await screen.tap("round")
        await screen.tap("end")
        await screen.tap("keep")
        await screen.go("/")
        assert not screen.has("round")
        org.world.later(minutes=90)
        await screen.go(f"/places/{spot.id}")
        await screen.tap("tap-talked")
        await screen.go("/")
        assert screen.sees("2 of 12 doors")
        await screen.tap("round")
        assert screen.page.route == f"/places/{spot.id}"

    count_tap(org.coordinator.ports, spot=spot, outcome="talked")
    org.world.sync_all()
    org.world.later(days=1)
    show(org.worker, walk)


def test_a_round_ends_in_two_taps_with_its_minutes(org: Organisation, spot: Spot) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go(f"/places/{spot.id}")
        await screen.tap("tap-talked")
        org.world.later(minutes=50)
        await screen.tap("end")
        assert screen.sees("50 min")
        await screen.double_tap("keep")
        assert screen.page.route == "/places"

    show(org.worker, walk)
    (told,) = rounds_at(org.worker.ports, spot)
    assert (told.minutes, told.heads) == (50, None)


def test_heads_are_counted_at_an_event_and_nobody_is_looked_for_at_home(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/places")
        await screen.tap("add-place")
        await screen.tap("kind-event")
        await screen.write("name", "Sommerfest")
        await screen.tap("keep")
        assert not screen.has("tap-nobody_home")
        await screen.tap("end")
        await screen.write("heads", "43")
        await screen.tap("keep")

    show(org.worker, walk)
    (event,) = spots(org.worker.ports, limit=5)
    assert [told.heads for told in rounds_at(org.worker.ports, event)] == [43]


def test_a_door_is_left_alone_and_the_round_says_so(org: Organisation, spot: Spot) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go(f"/places/{spot.id}")
        await screen.tap("leave-alone")
        await screen.tap("keep")
        assert screen.sees("Vælg etagen, eller skriv hvilken dør.")
        await screen.write("door", "2. tv")
        await screen.tap("keep")
        assert screen.sees("Bank ikke på: 2. tv")
        (door,) = quiet_doors(org.worker.ports, spot)
        await screen.tap(f"door-{door.id}")
        await screen.tap("again")
        assert not screen.sees("Bank ikke på: 2. tv")

    show(org.worker, walk, language="da")


def test_a_place_is_made_changed_and_taken_away(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/places")
        await screen.tap("add-place")
        assert screen.sees("Without a name: Stairwell 1")
        await screen.write("name", "Stair B")
        await screen.write("doors", "8")
        await screen.tap("keep")
        assert screen.sees("0 of 8 doors")
        await screen.tap("change")
        await screen.write("doors", "9")
        await screen.tap("keep")
        assert screen.sees("0 of 9 doors")
        await screen.tap("change")
        await screen.tap("remove")
        assert screen.sees("No places yet.")

    show(org.worker, walk)


def test_back_leads_from_a_place_to_the_places() -> None:
    assert back_from("/places/ab", "/people") == "/places"
    assert back_from("/places/ab/end", "/people") == "/places/ab"
    assert back_from("/places", "/people") == "/people"
