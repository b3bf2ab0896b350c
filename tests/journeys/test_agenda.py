"""What a screen lists of the meetings, by questions to the records."""

from __future__ import annotations

from datetime import timedelta

from app.domain.agenda import next_meetings
from app.journeys.agenda import meetings_ahead, meetings_over, meetings_untold
from app.journeys.meetings import log_meeting, plan_meeting
from app.records import Meeting
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
    assert meetings_ahead(ports, 9) == next_meetings(ports.store.find(Meeting), ports.today())
    assert meetings_ahead(ports, 1) == [said[2]]
    assert meetings_untold(ports, 9) == [said[1], said[0]]
    assert meetings_untold(ports, 9, but=[cover.id]) == []
    assert meetings_over(ports, 9) == [held]
