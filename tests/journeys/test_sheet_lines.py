"""Lines of a filled sheet: typed in by two colleagues, or twice, each is one meeting."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.journeys.agreements import hours_with
from app.journeys.meetings import change_meeting, log_meeting, plan_meeting
from app.journeys.sheet_lines import keep_line
from app.records import Meeting
from tests.leaving import person
from tests.world import Organisation, Phone


def ago(org: Organisation, days: int) -> date:
    return org.worker.ports.today() - timedelta(days=days)


def line(org: Organisation, phone: Phone, day: date, minutes: int | None, *, nth: int = 0, starts: str = "") -> Meeting:
    """A line of Maja's sheet."""
    maja, cover = person(org.mentor).hex(), org.cover(phone)
    return keep_line(phone.ports, mentee=cover, day=day, minutes=minutes, mentor=maja, nth=nth, next_starts=starts)


def that_day(org: Organisation, day: date) -> list[int]:
    """The minutes of every meeting of Maja and Amina that was held then."""
    org.world.sync_all(3)
    return sorted(one.minutes or 0 for one in org.coordinator.store.find(Meeting, Meeting.held_on == day))


@pytest.mark.parametrize("minutes", [60, None])
def test_a_line_typed_in_by_two_colleagues_without_a_network_is_one_meeting(
    org: Organisation, minutes: int | None
) -> None:
    day = ago(org, 3)
    before = hours_with(org.worker.ports, org.cover(org.worker), person(org.mentor).hex()).minutes
    for phone in (org.worker, org.coordinator):
        phone.cut()
        line(org, phone, day, minutes)
        phone.mend()

    assert that_day(org, day) == [minutes or 0]
    after = hours_with(org.worker.ports, org.cover(org.worker), person(org.mentor).hex()).minutes
    assert after - before == (minutes or 0)


def test_two_lines_of_one_day_are_two_meetings_whoever_types_them_in_again(org: Organisation) -> None:
    day = ago(org, 3)
    for phone in (org.worker, org.coordinator):
        phone.cut()
        for nth, minutes in enumerate((60, 25)):
            line(org, phone, day, minutes, nth=nth)
        phone.mend()

    assert that_day(org, day) == [25, 60]


def test_what_a_colleague_told_of_a_plan_is_not_told_again_beside_it(org: Organisation) -> None:
    ports, day = org.worker.ports, ago(org, 1)
    plan_meeting(ports, row=ports.new_row(), mentee=org.cover(org.worker), starts=f"{day}T10:00", place="Café")
    org.world.sync_all()
    for phone in (org.worker, org.coordinator):
        line(org, phone, day, 45)
        org.world.sync_all()
    assert that_day(org, day) == [45]

    line(org, org.coordinator, day, 30, nth=1)
    assert that_day(org, day) == [30, 45]


def test_a_next_time_that_is_planned_already_is_not_planned_beside_it(org: Organisation) -> None:
    starts = f"{(org.worker.ports.today() + timedelta(days=7)).isoformat()}T16:00"
    plan_meeting(org.mentor.ports, row=org.mentor.ports.new_row(), mentee=org.cover(org.mentor), starts=starts)
    org.world.sync_all()

    line(org, org.worker, ago(org, 3), 60, starts=starts)
    line(org, org.worker, ago(org, 2), None, starts=starts)

    assert len(org.worker.store.find(Meeting, Meeting.starts == starts)) == 1


def test_what_was_written_on_a_line_since_stays_when_it_is_typed_in_again(org: Organisation) -> None:
    day = ago(org, 2)
    kept = line(org, org.worker, day, 60)
    change_meeting(org.worker.ports, shown=kept, place="Café", spoken="both", transport=10)
    org.world.sync_all()

    line(org, org.coordinator, day, 65)

    org.world.sync_all()
    told = org.worker.store.get(Meeting, kept.id)
    assert told
    assert (told.minutes, told.place, told.spoken, told.transport) == (65, "Café", "both", 10)


def test_they_met_though_it_had_been_called_off_and_what_was_told_without_a_sheet_stays(org: Organisation) -> None:
    ports, cover, day = org.worker.ports, org.cover(org.worker), ago(org, 1)
    plan = plan_meeting(ports, row=ports.new_row(), mentee=cover, starts=f"{day}T10:00")
    change_meeting(ports, shown=plan, state="cancelled")
    log_meeting(ports, row=ports.new_row(), mentee=cover, held_on=day, minutes=20, mentor=person(org.mentor).hex())

    line(org, org.worker, day, 60)
    line(org, org.worker, day, None)

    assert that_day(org, day) == [20, 60]
    off = [one for one in org.worker.store.find(Meeting) if one.state == "cancelled"]
    assert [one.id for one in off] == [plan.id]


def test_the_next_time_of_a_line_typed_in_again_leaves_alone_what_was_told_since(org: Organisation) -> None:
    day, again = ago(org, 3), ago(org, -1)
    line(org, org.worker, day, 60, starts=f"{again}T10:00")
    org.world.later(days=2)
    (coming,) = org.worker.store.find(Meeting, Meeting.starts == f"{again}T10:00")
    ports = org.worker.ports
    log_meeting(ports, row=ports.new_row(), mentee=org.cover(org.worker), held_on=again, minutes=50, planned=coming)

    line(org, org.worker, day, 60, starts=f"{again + timedelta(days=7)}T10:00")

    assert that_day(org, again) == [50]
    (planned,) = org.worker.store.find(Meeting, Meeting.starts == f"{again + timedelta(days=7)}T10:00")
    assert planned.state == "planned"
