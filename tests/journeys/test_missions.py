"""Small things in Danish, done in life: each of two says so once, nobody keeps a day, and another comes each week."""

from __future__ import annotations

import itertools
from datetime import timedelta

from app.journeys.her_plan import plan_space
from app.journeys.missions import Told, mission_of, missions_told, tell_mission
from app.records import MissionTold, field_names
from tests.world import Organisation

HELLO = "everyday.mission.hello"


def test_it_says_who_and_what_and_no_day_and_only_who_reads_her_plan_has_it(org: Organisation) -> None:
    space = org.mentee.store.space("plan")
    for _twice in range(2):
        tell_mission(org.mentee.ports, space=space, mission=HELLO)
    org.world.sync_all()

    assert set(field_names(MissionTold)) == {"mission", "by", "done"}
    assert missions_told(org.mentor.ports, plan_space(org.mentor.ports, org.cover(org.mentor))) == {
        HELLO: Told(mine=False, others=True)
    }
    assert org.mentee.store.count(MissionTold) == org.mentor.store.count(MissionTold) == 1


def test_what_one_takes_back_the_other_still_says(org: Organisation) -> None:
    space = org.mentee.store.space("plan")
    tell_mission(org.mentee.ports, space=space, mission=HELLO)
    tell_mission(org.mentor.ports, space=space, mission=HELLO)
    tell_mission(org.mentee.ports, space=space, mission=HELLO, done=False)
    org.world.sync_all()

    assert missions_told(org.mentor.ports, space) == {HELLO: Told(mine=True, others=False)}
    assert missions_told(org.mentee.ports, space) == {HELLO: Told(mine=False, others=True)}


def test_the_same_one_stays_a_week_those_not_done_come_first_and_it_never_runs_out(org: Organisation) -> None:
    today, three = org.mentee.ports.today(), ("a", "b", "c")
    weeks = [today + timedelta(days=7 * nth) for nth in range(3)]
    assert {mission_of(day, three, ()) for day in weeks} == set(three)
    days = [mission_of(today + timedelta(days=nth), three, ()) for nth in range(15)]
    assert sum(one != other for one, other in itertools.pairwise(days)) == 2
    assert mission_of(today, three, ("a", "c")) == "b"
    assert mission_of(today, three, three) in three
    assert mission_of(today, (), ()) == ""
