"""What a screen lists of the meetings, by questions to the records."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.agenda import next_meetings
from app.journeys.agenda import meetings_ahead, meetings_over, meetings_untold, planned_with
from app.journeys.agreements import keep_agreement
from app.journeys.caseload import file_now
from app.journeys.meetings import log_meeting, plan_meeting
from app.records import Meeting, RowId
from tests.world import Organisation


def test_each_meeting_is_to_come_or_was_never_told_about_or_is_over(org: Organisation) -> None:
    ports, cover = org.mentor.ports, org.cover(org.mentor)
    today = ports.today()
    said = {
        number: plan_meeting(ports, row=ports.new_row(), mentee=cover, starts=f"{today + timedelta(days=number)}T10:00")
        for number in (0, 1, 2, 9)
    }
    held = log_meeting(ports, row=ports.new_row(), mentee=cover, held_on=today)
    org.world.later(days=2)
    ports = org.mentor.ports

    assert meetings_ahead(ports, 9) == [said[2], said[9]]
    assert meetings_ahead(ports, 9) == next_meetings(ports.store.find(Meeting), ports.today().isoformat())
    assert meetings_ahead(ports, 1) == [said[2]]
    assert meetings_untold(ports, 9) == [said[1], said[0]]
    assert meetings_untold(ports, 9, but=[cover.id]) == []
    assert meetings_over(ports, 9) == [held]


def listed(org: Organisation) -> tuple[list[RowId], list[RowId]]:
    """(to come, never told about), as the mentor's phone lists them now."""
    ports = org.mentor.ports
    ahead, untold = meetings_ahead(ports, 9), meetings_untold(ports, 9)
    assert planned_with(ports, org.cover(org.mentor).id) == ahead
    return [one.id for one in ahead], [one.id for one in untold]


def planned_at(org: Organisation, starts: str) -> RowId:
    ports = org.mentor.ports
    return plan_meeting(ports, row=ports.new_row(), mentee=org.cover(org.mentor), starts=starts).id


def test_a_meeting_of_today_is_to_come_until_an_hour_after_it_began_and_then_waits_to_be_told_of(
    org: Organisation,
) -> None:
    row = planned_at(org, "2026-03-02T10:00")  # it is nine

    assert listed(org) == ([row], [])
    org.world.later(hours=1, minutes=59)
    assert listed(org) == ([row], [])
    org.world.later(minutes=1)
    assert listed(org) == ([], [row])
    file = file_now(org.mentor.ports, org.cover(org.mentor).id)
    assert file
    assert file.next is None


@pytest.mark.parametrize("agreed", [True, False])
def test_two_who_usually_stay_together_for_two_hours_are_left_in_peace_so_long(org: Organisation, agreed: bool) -> None:
    ports, cover = org.mentor.ports, org.cover(org.mentor)
    if agreed:
        keep_agreement(ports, mentee=cover, mentor=ports.me.person.hex(), minutes=120)
    else:
        day = ports.today() - timedelta(days=7)
        log_meeting(ports, row=ports.new_row(), mentee=cover, held_on=day, minutes=120)
    first, later = planned_at(org, "2026-03-02T10:00"), planned_at(org, "2026-03-02T12:30")

    org.world.later(hours=2, minutes=59)
    assert listed(org) == ([first, later], [])
    assert [one.id for one in meetings_ahead(org.mentor.ports, 1)] == [first]
    org.world.later(minutes=1)
    assert listed(org) == ([later], [first])


def test_a_meeting_late_in_the_evening_goes_on_past_midnight(org: Organisation) -> None:
    row = planned_at(org, "2026-03-02T23:30")

    org.world.later(hours=15, minutes=15)  # a quarter past midnight
    assert listed(org) == ([row], [])
    org.world.later(minutes=15)
    assert listed(org) == ([], [row])


def test_at_every_hour_each_open_meeting_stands_in_one_of_the_two_lists(org: Organisation) -> None:
    rows = {planned_at(org, f"2026-03-0{day}T{hour}") for day in (2, 3, 4) for hour in ("00:00", "09:15", "23:45")}

    for _ in range(80):
        ahead, untold = listed(org)
        assert len(ahead) + len(untold) == len(rows)
        assert {*ahead, *untold} == rows
        org.world.later(hours=1)


@pytest.fixture
def in_denmark(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The phone's own clock is Denmark's, which is changed twice a year."""
    monkeypatch.setenv("TZ", "Europe/Copenhagen")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_denmark")
@pytest.mark.parametrize(
    ("starts", "begins"),
    [
        ("2026-03-29T01:30", "2026-03-29T00:30"),  # at two the clock is put to three
        ("2026-03-29T02:30", "2026-03-29T01:00"),  # no clock shows that: it is three at once
        ("2026-03-29T03:15", "2026-03-29T01:15"),
        ("2026-10-25T01:30", "2026-10-24T23:30"),  # at three the clock is put back to two
        ("2026-10-25T02:30", "2026-10-25T00:30"),  # twice: the first one is meant
        ("2026-10-25T03:15", "2026-10-25T02:15"),
    ],
)
def test_in_the_night_when_the_clocks_are_changed_a_meeting_is_over_an_hour_after_it_began(
    org: Organisation, monkeypatch: pytest.MonkeyPatch, starts: str, begins: str
) -> None:
    """`begins` in UTC. Planned the evening before; looked at every five minutes until the morning."""
    began = datetime.fromisoformat(begins).replace(tzinfo=UTC)
    moment = [began - timedelta(hours=6)]
    clock = org.mentor.ports.clock
    monkeypatch.setattr(clock, "local_now", lambda: datetime.fromtimestamp(moment[0].timestamp()))  # noqa: DTZ006 - as DeviceClock
    row = planned_at(org, starts)

    for minutes in range(-120, 240, 5):
        moment[0] = began + timedelta(minutes=minutes)
        over = minutes >= 60
        assert listed(org) == (([], [row]) if over else ([row], [])), f"{minutes} minutes after it began"
