"""Groups: who came is a sum of taps in each one's own file, and nobody learns who comes but those who have it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from app.domain.attendance import Came
from app.domain.roles import HOMES
from app.journeys.attendance import how_often, mark, marked, seated, seats_of, take_seat
from app.journeys.cohorts import change_cohort, cohorts
from app.journeys.group_lines import keep_column, on_the_sheet
from app.journeys.group_sessions import (
    guest_came,
    guest_taken_back,
    guests,
    keep_session,
    sessions_of,
    tell_session,
)
from app.ports import Refusal
from app.records import Attendance, Cohort, GroupSession, Presence, Seat, field_names, tables
from sync.entry import space_of
from tests.journeys.groups_of_ours import a_group, another_file, met
from tests.world import Organisation


def test_two_who_mark_one_session_without_a_connection_both_count(org: Organisation) -> None:
    hodan, amina = another_file(org, "Hodan"), org.cover(org.mentor)
    cohort = a_group(org.worker, amina, hodan)
    org.world.sync_all()
    for phone in (org.worker, org.coordinator):
        phone.cut()
    one, other = met(org.worker, cohort), met(org.coordinator, cohort)
    mark(org.worker.ports, session=one, mentee=amina, presence="came")
    mark(org.coordinator.ports, session=other, mentee=hodan, presence="part")
    guest_came(org.worker.ports, one)
    guest_came(org.coordinator.ports, other)
    guest_came(org.coordinator.ports, other)
    tell_session(org.worker.ports, shown=one, topics="work")
    tell_session(org.coordinator.ports, shown=other, role_model="yes")
    for phone in (org.worker, org.coordinator):
        phone.mend()
    org.world.sync_all()

    for phone in (org.worker, org.coordinator):
        (session,) = sessions_of(phone.ports, cohort.id)
        assert marked(phone.ports, session) == {amina.id: "came", hodan.id: "part"}
        assert guests(phone.ports, session) == 3
        assert (session.topics, session.role_model) == ("work", "yes")


def test_the_last_tap_about_one_mentee_holds_on_every_phone(org: Organisation) -> None:
    amina, cohort = org.cover(org.worker), a_group(org.worker, org.cover(org.worker))
    session = met(org.worker, cohort)
    org.world.sync_all()
    org.coordinator.cut()
    mark(org.worker.ports, session=session, mentee=amina, presence="away")
    org.world.later(minutes=5)
    mark(org.coordinator.ports, session=session, mentee=amina, presence="part")
    org.coordinator.mend()
    org.world.sync_all()
    for phone in (org.worker, org.coordinator, org.mentor):
        assert marked(phone.ports, session) == {amina.id: "part"}

    org.worker.clock.bent_ms = -8 * 3_600_000  # a clock that is behind: what was seen at the tap counts
    mark(org.worker.ports, session=session, mentee=amina, presence="came")
    org.worker.clock.bent_ms = 0
    org.world.sync_all()
    for phone in (org.worker, org.coordinator, org.mentor):
        assert marked(phone.ports, session) == {amina.id: "came"}
        assert len(phone.store.find(Attendance)) == 3

    mark(org.mentor.ports, session=session, mentee=amina, presence="")
    assert marked(org.mentor.ports, session) == {}


def test_how_often_she_came_is_counted_from_what_was_said(org: Organisation) -> None:
    amina, cohort = org.cover(org.worker), a_group(org.worker, org.cover(org.worker))
    for days, presence in ((21, "came"), (14, "part"), (7, "away"), (1, "said")):
        mark(org.worker.ports, session=met(org.worker, cohort, days), mentee=amina, presence=presence)
    met(org.worker, cohort)  # nobody said anything of that one

    assert how_often(org.worker.ports, cohort.id) == {amina.id: Came(2, 4)}
    assert how_often(org.worker.ports, cohort.id, amina.id) == {amina.id: Came(2, 4)}


def test_before_the_day_one_can_only_say_that_she_cannot(org: Organisation) -> None:
    amina, cohort = org.cover(org.worker), a_group(org.worker, org.cover(org.worker))
    session = met(org.worker, cohort, days_ago=-7)
    with pytest.raises(Refusal, match="has not met yet"):
        mark(org.worker.ports, session=session, mentee=amina, presence="away")
    mark(org.worker.ports, session=session, mentee=amina, presence="said")
    assert marked(org.worker.ports, session) == {amina.id: "said"}


def test_a_mentor_learns_of_her_own_mentee_and_of_no_other(org: Organisation) -> None:
    amina, hodan = org.cover(org.worker), another_file(org, "Hodan")
    cohort = a_group(org.worker, amina, hodan)
    session = met(org.worker, cohort)
    for one in (amina, hodan):
        mark(org.worker.ports, session=session, mentee=one, presence="came")
    org.world.sync_all()

    assert [one.name for one in seated(org.coordinator.ports, cohort.id)] == ["Amina", "Hodan"]
    assert [one.name for one in seated(org.mentor.ports, cohort.id)] == ["Amina"]
    assert {one.mentee for one in org.mentor.store.find(Attendance)} == {amina.id}
    assert bytes.fromhex(hodan.space) not in org.mentor.wire.bytes_received()
    assert [one.name for one in cohorts(org.mentor.ports)] == ["Tirsdagsholdet"]
    for noun in (Seat, Attendance, GroupSession, Cohort):
        assert org.mentee.store.find(noun) == []
    assert space_of(org.file, 1) not in org.mentee.wire.bytes_received()


def test_no_theme_can_stand_on_a_person(org: Organisation) -> None:
    """What is said of a group has no field for a mentee; what is said of her none for a theme, a reason or a text."""
    assert HOMES["groupsession"] == HOMES["guest"] == HOMES["cohort"] == {"staff"}
    assert HOMES["seat"] == HOMES["attendance"] == HOMES["askedafter"] == {"case"}
    for noun in ("cohort", "groupsession", "guest"):
        assert not {"mentee", "person", "contact"} & set(field_names(tables()[noun]))
    assert set(field_names(Attendance)) == {"mentee", "session", "presence", "turn", "at"}
    assert set(field_names(Seat)) == {"mentee", "cohort", "since", "left_on"}


def test_she_leaves_and_comes_back_on_the_same_seat(org: Organisation) -> None:
    amina, cohort = org.cover(org.worker), a_group(org.worker)
    org.world.sync_all()
    for phone in (org.worker, org.coordinator):
        take_seat(phone.ports, mentee=amina, cohort=cohort, yes=True)
    org.world.sync_all()
    assert len(org.worker.store.find(Seat)) == 1
    take_seat(org.worker.ports, mentee=amina, cohort=cohort, yes=False)
    assert seated(org.worker.ports, cohort.id) == []
    assert seats_of(org.worker.ports, amina) == []
    take_seat(org.worker.ports, mentee=amina, cohort=cohort, yes=True)
    assert seats_of(org.worker.ports, amina) == [cohort]


def test_only_ones_own_count_of_guests_is_taken_back(org: Organisation) -> None:
    cohort = a_group(org.worker)
    session = met(org.worker, cohort)
    guest_came(org.worker.ports, session)
    org.world.sync_all()
    guest_taken_back(org.coordinator.ports, session)
    assert guests(org.coordinator.ports, session) == 1
    guest_taken_back(org.worker.ports, session)
    assert guests(org.worker.ports, session) == 0


def test_what_cannot_be_of_a_group_is_refused(org: Organisation) -> None:
    ports, cohort = org.worker.ports, a_group(org.worker)
    for said in ({"name": " "}, {"sessions": 201}, {"place": "010190-1234"}):
        with pytest.raises(Refusal):
            change_cohort(ports, shown=cohort, **said)
    for days, minutes in ((400, 60), (0, -1), (0, 1441)):
        with pytest.raises(Refusal):
            keep_session(ports, cohort=cohort, held_on=ports.today() + timedelta(days=days), minutes=minutes)
    with pytest.raises(ValueError, match="offered"):
        mark(ports, session=met(org.worker, cohort), mentee=org.cover(org.worker), presence="late")


def test_what_a_newer_app_says_of_her_coming_is_kept_and_counts_as_not_there(org: Organisation) -> None:
    amina, cohort = org.cover(org.worker), a_group(org.worker, org.cover(org.worker))
    session = met(org.worker, cohort)
    with org.worker.store.write() as tx:
        row = org.worker.ports.new_row()
        tx.add(Attendance(id=row, space=amina.space, mentee=amina.id, session=session.id, presence="online", turn=1))
    assert marked(org.worker.ports, session) == {amina.id: "online"}
    assert how_often(org.worker.ports, cohort.id) == {amina.id: Came(0, 1)}
    assert "online" not in set(Presence)


def test_a_filled_sheet_says_who_came_and_of_the_others_nothing(org: Organisation) -> None:
    amina, hodan = org.cover(org.worker), another_file(org, "Asha")
    ports, cohort = org.worker.ports, a_group(org.worker, amina, hodan)
    assert [(mark[:2], one.name) for mark, one in on_the_sheet(ports, cohort.id)] == [("A ", "Amina"), ("A ", "Asha")]
    said: dict[str, Any] = {"cohort": cohort, "held_on": ports.today() - timedelta(days=3), "minutes": 90}
    for _ in range(2):  # the same column twice
        session = keep_column(ports, came={amina.id}, others=4, **said)
    assert marked(ports, session) == {amina.id: "came"}
    assert guests(ports, session) == 4
    assert len(sessions_of(ports, cohort.id)) == org.worker.store.count(Attendance) == 1

    keep_column(ports, came={hodan.id}, others=6, **said)  # another sheet of that day
    assert marked(ports, session) == {amina.id: "came", hodan.id: "came"}
    assert guests(ports, session) == 6
    wrongs: list[dict[str, Any]] = [{"held_on": ports.today() + timedelta(days=1)}]
    wrongs += [{"others": 101}, {"others": -1}, {"minutes": -1}]
    for wrong in wrongs:
        told: dict[str, Any] = {"came": (), "others": 0} | said | wrong
        with pytest.raises(Refusal):
            keep_column(ports, **told)
