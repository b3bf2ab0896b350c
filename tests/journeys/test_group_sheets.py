"""A group's sheet is printed, and typed in weeks later on another phone: each tick is hers whose mark stands there."""

from __future__ import annotations

from datetime import timedelta

from app.journeys.attendance import marked, seated, take_seat
from app.journeys.group_lines import keep_column, on_the_sheet
from app.ports import Ports
from app.records import Cohort
from tests.journeys.groups_of_ours import a_group, another_file
from tests.world import Organisation


def sheet(ports: Ports, cohort: Cohort) -> dict[str, str]:
    """{mark: name}"""
    return {mark: one.name for mark, one in on_the_sheet(ports, cohort.id)}


def test_after_somebody_left_and_another_came_the_marks_of_a_printed_sheet_mean_the_same(org: Organisation) -> None:
    amina, aisha, asha = org.cover(org.worker), another_file(org, "Aisha"), another_file(org, "Asha")
    ports, cohort = org.worker.ports, a_group(org.worker, amina, aisha, asha)
    printed = sheet(ports, cohort)
    take_seat(ports, mentee=aisha, cohort=cohort, yes=False)
    take_seat(ports, mentee=another_file(org, "Abdia"), cohort=cohort, yes=True)

    now = sheet(ports, cohort)

    assert set(printed.values()) == {"Amina", "Aisha", "Asha"}
    assert set(now.values()) == {"Abdia", "Amina", "Asha"}
    assert all(printed.get(mark, name) == name for mark, name in now.items())
    assert len(printed.keys() & now.keys()) == 2


def test_who_has_one_of_the_files_finds_the_mark_that_a_colleague_printed(org: Organisation) -> None:
    amina, aisha = org.cover(org.worker), another_file(org, "Aisha")
    cohort = a_group(org.worker, aisha, amina)
    org.world.sync_all()
    printed = sheet(org.worker.ports, cohort)
    ((mark, name),) = sheet(org.mentor.ports, cohort).items()
    assert (printed[mark], name) == ("Amina", "Amina")


def test_who_left_since_is_ticked_for_the_weeks_that_she_came(org: Organisation) -> None:
    ports, hodan = org.worker.ports, another_file(org, "Hodan")
    cohort = a_group(org.worker, hodan)
    org.world.later(days=14)
    take_seat(ports, mentee=hodan, cohort=cohort, yes=False)
    left = ports.today()
    org.world.later(days=2)

    for days, there in ((8, True), (0, True), (-1, False)):
        day = left - timedelta(days=days)
        assert [one.id for one in seated(ports, cohort.id, day)] == ([hodan.id] if there else [])
        assert [one.id for _, one in on_the_sheet(ports, cohort.id, day)] == ([hodan.id] if there else [])
        session = keep_column(ports, cohort=cohort, held_on=day, minutes=60, came={hodan.id}, others=0)
        assert marked(ports, session) == ({hodan.id: "came"} if there else {})
    assert seated(ports, cohort.id) == []


def test_a_sheet_older_than_the_group_on_the_phone_is_typed_in_too(org: Organisation) -> None:
    ports, amina = org.worker.ports, org.cover(org.worker)
    cohort, day = a_group(org.worker, amina), ports.today() - timedelta(days=21)
    session = keep_column(ports, cohort=cohort, held_on=day, minutes=60, came={amina.id}, others=0)
    assert marked(ports, session) == {amina.id: "came"}
