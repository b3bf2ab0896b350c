"""How she gets there: told once by who walks with her, and known again at that place."""

from __future__ import annotations

import pytest

from app.journeys.meetings import change_meeting, plan_meeting
from app.journeys.ways import tell_way, way_of
from app.ports import Refusal
from app.records import Appointment, Meeting, Travel
from app.storage.errors import NotYours
from tests.world import Organisation


def planned(org: Organisation, starts: str, place: str) -> Meeting:
    ports = org.mentor.ports
    return plan_meeting(ports, row=ports.new_row(), mentee=org.cover(org.mentor), starts=starts, place=place)


def hers(org: Organisation, meeting: Meeting) -> Appointment:
    one = way_of(org.mentor.ports, meeting)
    assert one
    return one


def way(one: Appointment) -> tuple[str, str, str]:
    return one.travel, one.line, one.stop


def test_the_way_reaches_her_phone(org: Organisation) -> None:
    meeting = planned(org, "2026-04-01T10:00", "Biblioteket")
    tell_way(org.mentor.ports, shown=hers(org, meeting), way=Travel.BUS, line=" 4A ", stop="Torvet")
    org.world.sync_all()
    (one,) = [one for one in org.mentee.store.find(Appointment) if one.meeting == meeting.id]
    assert way(one) == ("bus", "4A", "Torvet")


def test_at_the_same_place_it_is_known_again_and_elsewhere_it_is_not(org: Organisation) -> None:
    first = planned(org, "2026-04-01T10:00", "Biblioteket")
    tell_way(org.mentor.ports, shown=hers(org, first), way=Travel.TRAIN, line="M3", stop="Torvet")
    assert way(hers(org, planned(org, "2026-04-08T10:00", "Biblioteket"))) == ("train", "M3", "Torvet")
    assert way(hers(org, planned(org, "2026-04-15T10:00", "Caféen"))) == ("", "", "")
    assert way(hers(org, planned(org, "2026-04-22T10:00", ""))) == ("", "", "")


def test_a_meeting_that_moves_elsewhere_forgets_its_way_and_another_hour_does_not(org: Organisation) -> None:
    meeting = planned(org, "2026-04-01T10:00", "Biblioteket")
    tell_way(org.mentor.ports, shown=hers(org, meeting), way=Travel.WALK)
    later = change_meeting(org.mentor.ports, shown=meeting, starts="2026-04-02T10:00")
    assert hers(org, meeting).travel == "walk"
    change_meeting(org.mentor.ports, shown=later, place="Jobcentret")
    assert hers(org, meeting).travel == ""


def test_on_foot_there_is_no_line(org: Organisation) -> None:
    meeting = planned(org, "2026-04-01T10:00", "Biblioteket")
    tell_way(org.mentor.ports, shown=hers(org, meeting), way=Travel.WALK, line="4A", stop="Torvet")
    assert way(hers(org, meeting)) == ("walk", "", "")


def test_a_cpr_number_is_no_stop(org: Organisation) -> None:
    meeting = planned(org, "2026-04-01T10:00", "Biblioteket")
    with pytest.raises(Refusal):
        tell_way(org.mentor.ports, shown=hers(org, meeting), way=Travel.BUS, stop="010190-1234")


def test_she_reads_it_and_does_not_write_it(org: Organisation) -> None:
    meeting = planned(org, "2026-04-01T10:00", "Biblioteket")
    org.world.sync_all()
    one = way_of(org.mentee.ports, meeting)
    assert one
    with pytest.raises(NotYours):
        tell_way(org.mentee.ports, shown=one, way=Travel.BUS)
