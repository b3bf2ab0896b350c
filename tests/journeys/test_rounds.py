"""A round of doors, counted without names and without signal; what two count in one stairwell adds up."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.rounds import Tally, minutes_since, tally
from app.journeys.rounds import (
    also_here,
    count_tap,
    end_round,
    knock_again,
    leave_alone,
    my_first_tap,
    quiet_doors,
    rounds_at,
    take_back,
    taps_on,
)
from app.journeys.spots import add_spot, change_spot, last_visit, remove_spot, spots
from app.ports import Refusal
from app.records import Attempt, QuietDoor, Spot
from tests.world import Organisation, Phone

TWENTY = ["nobody_home"] * 9 + ["talked"] * 5 + ["not_now"] * 3 + ["interested"] * 3


def stairwell(phone: Phone, name: str = "Stair A", doors: int = 12) -> Spot:
    return add_spot(
        phone.ports, row=phone.ports.new_row(), kind="stairwell", name=name, address="Egeparken 12", doors=doors
    )


def counted(phone: Phone, spot: Spot) -> Tally:
    return tally(taps_on(phone.ports, spot, phone.ports.today()))


@pytest.fixture
def spot(org: Organisation) -> Spot:
    """Known to the worker and the coordinator, who goes on rounds too."""
    spot = stairwell(org.worker)
    org.world.sync_all()
    return spot


def test_a_round_of_twenty_doors_costs_twenty_taps_without_signal_and_arrives_whole(
    org: Organisation, spot: Spot
) -> None:
    org.world.hub_down = True
    for outcome in TWENTY:
        count_tap(org.worker.ports, spot=spot, outcome=outcome)
    assert len(org.worker.store.find(Attempt)) == len(TWENTY)
    org.worker.kill()
    org.worker.unlock()
    org.world.hub_down = False
    org.world.sync_all()

    for phone in (org.worker, org.coordinator):
        assert counted(phone, spot).taps == 20
        assert counted(phone, spot).of == {"nobody_home": 9, "talked": 5, "not_now": 3, "interested": 3}
    assert org.mentor.store.find(Attempt) == org.mentee.store.find(Attempt) == []


def test_two_workers_in_one_stairwell_add_up(org: Organisation, spot: Spot) -> None:
    org.worker.cut()
    org.coordinator.cut()
    for phone, outcomes in ((org.worker, TWENTY[:11]), (org.coordinator, TWENTY[11:])):
        for outcome in outcomes:
            count_tap(phone.ports, spot=spot, outcome=outcome)
    end_round(org.worker.ports, row=org.worker.ports.new_row(), spot=spot, minutes=40)
    end_round(org.coordinator.ports, row=org.coordinator.ports.new_row(), spot=spot, minutes=25)
    org.worker.mend()
    org.coordinator.mend()
    org.world.sync_all()

    for phone in (org.worker, org.coordinator):
        assert counted(phone, spot).taps == 20
        assert sum(told.minutes or 0 for told in rounds_at(phone.ports, spot)) == 65
    assert also_here(org.worker.ports, spot) == ["Karen"]
    assert also_here(org.coordinator.ports, spot) == ["Sofie"]


def test_taking_back_takes_my_own_last_tap_and_never_a_colleagues(org: Organisation, spot: Spot) -> None:
    count_tap(org.worker.ports, spot=spot, outcome="talked")
    org.world.later(minutes=1)
    count_tap(org.worker.ports, spot=spot, outcome="interested")
    org.world.later(minutes=1)
    count_tap(org.coordinator.ports, spot=spot, outcome="talked")
    org.world.sync_all()

    taken = take_back(org.worker.ports, spot=spot, outcome="talked")
    assert taken
    assert taken.outcome == "talked"
    assert take_back(org.worker.ports, spot=spot, outcome="talked") is None
    org.world.sync_all()
    for phone in (org.worker, org.coordinator):
        assert counted(phone, spot).of == {"interested": 1, "talked": 1}
    last = take_back(org.worker.ports, spot=spot)
    assert last
    assert last.outcome == "interested"
    assert take_back(org.worker.ports, spot=spot) is None


def test_a_new_day_is_a_new_round_and_the_place_tells_who_was_there_last(org: Organisation, spot: Spot) -> None:
    assert last_visit(org.coordinator.ports, spot) is None
    count_tap(org.worker.ports, spot=spot, outcome="nobody_home")
    org.world.sync_all()
    day = org.coordinator.ports.today()
    org.world.later(days=3)

    assert counted(org.coordinator, spot).taps == 0
    visit = last_visit(org.coordinator.ports, spot)
    assert visit
    assert (visit.day, visit.who, visit.mine) == (day, "Sofie", False)
    count_tap(org.coordinator.ports, spot=spot, outcome="talked")
    before = last_visit(org.coordinator.ports, spot, before=org.coordinator.ports.today())
    assert before
    assert before.who == "Sofie"


def test_an_event_counts_heads_without_names_and_two_counts_add_up(org: Organisation) -> None:
    event = add_spot(org.worker.ports, row=org.worker.ports.new_row(), kind="event", name="Sommerfest")
    org.world.sync_all()
    for phone, heads in ((org.worker, 31), (org.coordinator, 12)):
        end_round(phone.ports, row=phone.ports.new_row(), spot=event, minutes=120, heads=heads)
    org.world.sync_all()

    for phone in (org.worker, org.coordinator):
        assert sum(told.heads or 0 for told in rounds_at(phone.ports, event)) == 43


def test_a_door_is_left_alone_until_its_day_has_passed(org: Organisation, spot: Spot) -> None:
    until = org.worker.ports.today() + timedelta(days=90)
    leave_alone(org.worker.ports, row=org.worker.ports.new_row(), spot=spot, door=" 2.  tv ", until=until)
    org.world.sync_all()
    assert [one.door for one in quiet_doors(org.coordinator.ports, spot)] == ["2. tv"]
    assert set(QuietDoor.model_fields) == {"id", "space", "spot", "door", "until"}

    org.world.later(days=90)
    assert quiet_doors(org.coordinator.ports, spot)
    org.world.later(days=1)
    assert not quiet_doors(org.coordinator.ports, spot)


def test_a_door_may_be_knocked_at_again(org: Organisation, spot: Spot) -> None:
    ports = org.worker.ports
    quiet = leave_alone(ports, row=ports.new_row(), spot=spot, door="1. th", until=ports.today())
    knock_again(ports, shown=quiet, saw=ports.store.seen(quiet))
    assert quiet_doors(ports, spot) == []


def test_what_makes_no_sense_is_refused_in_words(org: Organisation, spot: Spot) -> None:
    ports = org.worker.ports
    for wrong in ({"name": ""}, {"doors": 0}, {"doors": 501}, {"kind": "palace"}):
        with pytest.raises(Refusal):
            add_spot(ports, row=ports.new_row(), **({"kind": "stairwell", "name": "B"} | wrong))
    with pytest.raises(Refusal):
        leave_alone(ports, row=ports.new_row(), spot=spot, door=" ", until=ports.today())
    with pytest.raises(Refusal):
        leave_alone(ports, row=ports.new_row(), spot=spot, door="st.", until=ports.today() - timedelta(days=1))
    for minutes, heads in ((-1, None), (721, None), (5, -1), (5, 2001)):
        with pytest.raises(Refusal):
            end_round(ports, row=ports.new_row(), spot=spot, minutes=minutes, heads=heads)


def test_a_place_is_renamed_and_taken_away_and_what_was_counted_stays(org: Organisation, spot: Spot) -> None:
    ports = org.worker.ports
    count_tap(ports, spot=spot, outcome="talked")
    changed = change_spot(ports, shown=spot, saw=ports.store.seen(spot), name="Stair B", doors=10)
    assert [(one.name, one.doors) for one in spots(ports, limit=9)] == [("Stair B", 10)]
    remove_spot(ports, shown=changed, saw=ports.store.seen(changed))
    assert spots(ports, limit=9) == []
    assert len(ports.store.find(Attempt)) == 1


def test_the_minutes_of_a_round_are_proposed_from_its_first_tap(org: Organisation, spot: Spot) -> None:
    ports = org.worker.ports
    assert my_first_tap(ports, spot) == ""
    count_tap(ports, spot=spot, outcome="talked")
    org.world.later(minutes=47)
    count_tap(ports, spot=spot, outcome="talked")
    assert minutes_since(my_first_tap(ports, spot), ports.clock.local_now()) == 45
    assert minutes_since("", ports.clock.local_now()) == 30


def test_the_second_round_of_a_day_at_one_place_begins_with_the_first_tap_after_the_first_was_told(
    org: Organisation, spot: Spot
) -> None:
    ports = org.worker.ports
    count_tap(ports, spot=spot, outcome="talked")
    org.world.later(minutes=60)
    end_round(org.coordinator.ports, row=org.coordinator.ports.new_row(), spot=spot, minutes=20)
    org.world.sync_all()
    assert minutes_since(my_first_tap(ports, spot), ports.clock.local_now()) == 60

    end_round(ports, row=ports.new_row(), spot=spot, minutes=60)
    assert my_first_tap(ports, spot) == ""
    org.world.later(hours=4)
    count_tap(ports, spot=spot, outcome="talked")
    began = my_first_tap(ports, spot)
    org.world.later(minutes=20)
    count_tap(ports, spot=spot, outcome="talked")
    assert my_first_tap(ports, spot) == began
    assert minutes_since(began, ports.clock.local_now()) == 20
