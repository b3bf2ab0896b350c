"""Two mentors walk with one mentee: what each planned, agreed on and was there for stays her own."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.journeys.agreements import hours_with, keep_agreement
from app.journeys.meetings import log_meeting, plan_meeting, plan_to_tell
from app.journeys.sheet_lines import keep_line
from app.records import Meeting
from app.views.meetings.log_draft import Draft
from tests.journeys.file_of_lise import lise_with_the_file
from tests.leaving import person
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, Phone


def maja_planned_today(org: Organisation) -> tuple[Phone, Meeting]:
    """Lise, the second mentor, and what the first one planned with Amina for today."""
    lise, _match = lise_with_the_file(org)
    ports = org.mentor.ports
    starts = f"{ports.today()}T10:00"
    planned = plan_meeting(ports, row=ports.new_row(), mentee=org.cover(org.mentor), starts=starts)
    org.world.later(hours=3)
    org.world.sync_all()
    return lise, planned


def minutes_of(org: Organisation, mentor: Phone) -> int:
    return hours_with(org.worker.ports, org.cover(org.worker), person(mentor).hex()).minutes


def state(org: Organisation, row: str) -> str:
    there = org.worker.store.get(Meeting, row)
    assert there
    return there.state


def test_what_one_tells_of_is_her_own_meeting_and_the_plan_of_the_other_waits_for_her(org: Organisation) -> None:
    lise, planned = maja_planned_today(org)
    before = minutes_of(org, org.mentor)

    async def walk(screen: Screen) -> None:
        await screen.go("/meetings/log")
        await screen.tap("keep")

    show(lise, walk)
    org.world.sync_all()
    assert state(org, planned.id) == "planned"
    assert minutes_of(org, lise) == 60
    assert minutes_of(org, org.mentor) == before
    for phone in (org.mentor, org.worker):
        assert plan_to_tell(phone.ports, org.cover(phone).id) == phone.store.get(Meeting, planned.id)


def test_a_worker_who_says_that_the_other_one_met_her_leaves_the_plan_and_what_was_typed(org: Organisation) -> None:
    lise, planned = maja_planned_today(org)
    keep_agreement(lise.ports, mentee=org.cover(lise), mentor=person(lise).hex(), minutes=35)
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go("/meetings/log")
        await screen.tap(f"mentor-{person(lise).hex()}")
        await screen.tap("keep")

    show(org.worker, walk)
    assert state(org, planned.id) == "planned"
    assert minutes_of(org, lise) == 35


def test_who_opened_that_very_plan_may_say_that_another_one_went(org: Organisation) -> None:
    lise, planned = maja_planned_today(org)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{planned.id}/log")
        await screen.tap(f"mentor-{person(lise).hex()}")
        await screen.tap("keep")

    show(org.worker, walk)
    assert state(org, planned.id) == "held"
    assert minutes_of(org, lise) == 55


def test_what_was_typed_before_it_is_said_who_met_her_stays(org: Organisation) -> None:
    lise, _planned = maja_planned_today(org)
    draft = Draft.of(org.worker.ports, org.cover(org.worker).id)
    draft.minutes, draft.note, draft.state = 20, "went well", "moved"

    after = draft.met_by(org.worker.ports, person(lise).hex())

    assert (after["planned"], after["state"]) == (None, "held")
    assert not {"minutes", "note"} & set(after)


@pytest.mark.parametrize("minutes", [45, None])
def test_the_sheet_of_one_leaves_the_plan_of_the_other(org: Organisation, minutes: int | None) -> None:
    lise, planned = maja_planned_today(org)
    ports, cover, hers = org.worker.ports, org.cover(org.worker), person(lise).hex()
    kept = keep_line(ports, mentee=cover, day=ports.today(), minutes=minutes, mentor=hers)

    assert state(org, planned.id) == "planned"
    assert kept.mentor == hers
    assert minutes_of(org, lise) == (minutes or 0)


def test_what_nobody_said_whose_it_was_is_told_by_either(org: Organisation) -> None:
    lise, _planned = maja_planned_today(org)
    ports = org.worker.ports
    tomorrow = ports.today() + timedelta(days=1)
    open_to_both = plan_meeting(ports, row=ports.new_row(), mentee=org.cover(org.worker), starts=f"{tomorrow}T10:00")
    org.world.sync_all()
    org.world.later(days=1)
    assert plan_to_tell(lise.ports, org.cover(lise).id) == lise.store.get(Meeting, open_to_both.id)


def test_each_pair_has_its_own_length(org: Organisation) -> None:
    lise, _match = lise_with_the_file(org)
    for phone, minutes in ((org.mentor, 150), (lise, 30)):
        keep_agreement(phone.ports, mentee=org.cover(phone), mentor=person(phone).hex(), minutes=minutes)
        org.world.sync_all()
        org.world.later(days=1)

    assert {phone.name: proposed(org, phone) for phone in (org.mentor, lise)} == {"Maja": 150, "Lise": 30}


def test_without_an_agreement_it_is_as_long_as_this_mentor_met_her_the_last_time(org: Organisation) -> None:
    lise, _match = lise_with_the_file(org)
    for phone, minutes in ((lise, 35), (org.mentor, 120)):
        ports = phone.ports
        log_meeting(ports, row=ports.new_row(), mentee=org.cover(phone), held_on=ports.today(), minutes=minutes)
        org.world.later(days=1)
        org.world.sync_all()

    assert {phone.name: proposed(org, phone) for phone in (org.mentor, lise)} == {"Maja": 120, "Lise": 35}


def proposed(org: Organisation, phone: Phone) -> int:
    """The minutes that stand in the log before she typed."""
    return Draft.of(phone.ports, org.cover(phone).id).minutes
