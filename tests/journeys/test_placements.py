"""A mentee goes to work: proposed, confirmed, paid hours, weeks told from three phones, and the end talked over."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.placements import monday_of
from app.domain.pulses import Sign, week_asked
from app.journeys.companies import (
    add_company,
    ask_for,
    ask_no_more,
    change_company,
    companies,
    into_her_plan,
    requirements_of,
    step_of,
)
from app.journeys.offer_clocks import clocks, long_unpaid, offers_due, set_clock
from app.journeys.placements import (
    came_to_nothing,
    climb,
    confirm,
    debrief_of,
    end_placement,
    placed_at,
    placement_now,
    placements_of,
    propose,
    set_plan_b,
)
from app.journeys.pulses import early, say_their_week, say_week, to_be_asked, weeks_said
from app.journeys.steps import tick
from app.journeys.tracks import begin_track, go_on, step_back, tracks_of
from app.ports import Refusal
from app.records import Company, CompanyPulse, Placement, Pulse, Requirement, Rung, Step
from app.storage.errors import NotYours
from tests.world import Organisation, Phone


def a_company(phone: Phone, **said: Any) -> Company:
    told: dict[str, Any] = {"name": "Café Nord", "trade": "kitchen", "person": "Birthe", "phone": "70 10 10 10", **said}
    return add_company(phone.ports, row=phone.ports.new_row(), **told)


def placed(
    phone: Phone, org: Organisation, *, days: int = 0, kind: str = "try_out", yes: bool = True, paid: int = 0
) -> Placement:
    """From so many days ago on, ten hours a week."""
    ports = phone.ports
    one = propose(
        ports,
        row=ports.new_row(),
        mentee=org.cover(phone),
        at="Café Nord",
        kind=kind,
        from_on=ports.today() - timedelta(days),
        hours=10,
        paid_hours=paid,
        plan_b="course",
    )
    return confirm(ports, shown=one) if yes else one


def test_what_a_company_asks_for_becomes_one_step_of_hers_however_often_it_is_tapped(org: Organisation) -> None:
    ports = org.worker.ports
    company = a_company(org.worker)
    asked = ask_for(ports, row=ports.new_row(), company=company, text="Kan bære 10 kg")
    org.world.sync_all()
    (same,) = requirements_of(org.coordinator.ports, company.id)

    step = into_her_plan(ports, mentee=org.cover(org.worker), requirement=asked, by="together")
    tick(ports, shown=step, saw=ports.store.seen(step), yes=True)
    into_her_plan(ports, mentee=org.cover(org.worker), requirement=asked, by="she")
    into_her_plan(org.coordinator.ports, mentee=org.cover(org.coordinator), requirement=same, by="together")
    org.world.sync_all()

    hers = [step for step in org.mentee.store.find(Step) if step.text == "Kan bære 10 kg"]
    assert [(step.done_on, step.by) for step in hers] == [(ports.today(), "together")]
    assert step_of(org.mentor.ports, org.cover(org.mentor), same) is not None
    ask_no_more(ports, shown=asked, saw=ports.store.seen(asked))
    assert requirements_of(ports, company.id) == []
    assert step_of(ports, org.cover(org.worker), asked) is not None


def test_companies_stay_with_those_who_look_after_them(org: Organisation) -> None:
    company = a_company(org.worker)
    ask_for(org.worker.ports, row=org.worker.ports.new_row(), company=company, text="Møde kl. 7")
    org.world.sync_all()

    assert [one.name for one in companies(org.coordinator.ports, trade="kitchen", limit=9)] == ["Café Nord"]
    assert companies(org.coordinator.ports, trade="care", limit=9) == []
    for phone in (org.mentor, org.mentee):
        assert phone.store.count(Company) == phone.store.count(Requirement) == 0
    for text, why in (("", "what they ask for"), ("010203-1234 møder", "CPR")):
        with pytest.raises(Refusal, match=why):
            ask_for(org.worker.ports, row="1" * 32, company=company, text=text)
    with pytest.raises(Refusal, match="what it is called"):
        change_company(org.worker.ports, shown=company, name=" ")


def test_nobody_confirms_a_placement_without_a_plan_b(org: Organisation) -> None:
    ports = org.worker.ports
    one = propose(
        ports, row=ports.new_row(), mentee=org.cover(org.worker), at="Café Nord", kind="try_out",
        from_on=ports.today(), hours=5,
    )  # fmt: skip
    with pytest.raises(Refusal, match="plan B first"):
        confirm(ports, shown=one)

    one = set_plan_b(ports, shown=one, plan_b="course")
    assert confirm(ports, shown=one).confirmed_on == ports.today()
    with pytest.raises(Refusal, match="Talk it over"):
        came_to_nothing(ports, shown=placements_of(ports, org.cover(org.worker).id)[0].placement)


def test_a_place_that_falls_through_is_over_without_a_talk(org: Organisation) -> None:
    one = placed(org.worker, org, yes=False)
    came_to_nothing(org.worker.ports, shown=one)

    (now,) = placements_of(org.worker.ports, org.cover(org.worker).id)
    assert now.over
    assert to_be_asked(org.worker.ports) == []
    with pytest.raises(Refusal, match="has ended"):
        climb(
            org.worker.ports, row="2" * 32, placement=now.placement, kind="paid",
            from_on=org.worker.ports.today(), hours=5,
        )  # fmt: skip


def test_what_was_confirmed_and_has_not_begun_comes_to_nothing_and_was_no_offer(org: Organisation) -> None:
    ports, her = org.worker.ports, org.cover(org.worker)
    begin_track(ports, row=ports.new_row(), mentee=her, kind="work")
    one = placed(org.worker, org, days=-10)
    org.world.later(days=1)
    came_to_nothing(ports, shown=one)
    org.world.sync_all()

    (now,) = placements_of(org.coordinator.ports, her.id)
    assert (now.over, now.confirmed) == (True, False)
    assert to_be_asked(org.mentee.ports) == []
    org.world.later(days=20)
    (due,) = offers_due(ports)
    assert due.first

    begun = placed(org.worker, org)
    with pytest.raises(Refusal, match="She has been there"):
        came_to_nothing(ports, shown=begun)


def test_no_placement_ends_before_its_first_day(org: Organisation) -> None:
    ports = org.worker.ports
    said: dict[str, Any] = {"succeeded": "came"}
    for days in (-10, 5):
        one = placed(org.worker, org, days=days)
        day = ports.today() - timedelta(days=max(days + 1, 0))
        with pytest.raises(Refusal, match="before the first"):
            end_placement(ports, shown=one, ended_on=day, **said)
        assert debrief_of(ports, one) is None
    end_placement(ports, shown=one, ended_on=ports.today() - timedelta(days=5), **said)
    assert debrief_of(ports, one) is not None


def test_rungs_are_appended_from_two_phones_and_none_is_lost(org: Organisation) -> None:
    one = placed(org.worker, org, days=20)
    org.world.sync_all()
    today = org.worker.ports.today()
    for phone, kind, paid in ((org.worker, "placement", 2), (org.mentor, "paid", 0)):
        climb(
            phone.ports, row=phone.ports.new_row(), placement=one, kind=kind,
            from_on=today + timedelta(days=1 if paid else 2), hours=12, paid_hours=paid,
        )  # fmt: skip
    org.world.sync_all()

    for phone in (org.worker, org.coordinator, org.mentor, org.mentee):
        now = placement_now(phone.ports, one.id)
        assert now is not None
        assert [(rung.kind, rung.paid_hours) for rung in now.rungs] == [("try_out", 0), ("placement", 2), ("paid", 12)]
        assert now.rung is not None
        assert now.rung.kind == "try_out"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"kind": ""}, "how she is there"),
        ({"from_on": None}, "from which day"),
        ({"hours": 0}, "between 1 and"),
        ({"hours": 38}, "between 1 and"),
        ({"paid_hours": 6}, "more paid hours"),
        ({"at": " "}, "where"),
    ],
)
def test_a_placement_without_a_place_a_day_or_sensible_hours_is_refused_and_nothing_is_kept(
    org: Organisation, said: dict[str, object], why: str
) -> None:
    ports = org.worker.ports
    told = {"at": "A", "kind": "placement", "from_on": ports.today(), "hours": 5, **said}
    with pytest.raises(Refusal, match=why):
        propose(ports, row=ports.new_row(), mentee=org.cover(org.worker), **told)  # type: ignore[arg-type]
    assert ports.store.count(Placement) == ports.store.count(Rung) == 0


def test_her_week_is_one_word_whoever_taps_it_and_the_companys_never_reaches_her(org: Organisation) -> None:
    one = placed(org.worker, org, days=14)
    org.world.sync_all()
    (hers,) = to_be_asked(org.mentee.ports)
    monday = week_asked(org.mentee.ports.today())

    say_week(org.mentee.ports, now=hers, monday=monday, face="so_so")
    org.world.later(hours=1)
    theirs = placement_now(org.worker.ports, one.id)
    assert theirs is not None
    say_week(org.worker.ports, now=theirs, monday=monday, face="hard")
    say_their_week(org.worker.ports, now=theirs, monday=monday, face="good")
    org.world.sync_all()

    for phone in (org.worker, org.coordinator, org.mentor):
        assert weeks_said(phone.ports, one) == ({monday: "hard"}, {monday: "good"})
    assert weeks_said(org.mentee.ports, one) == ({monday: "hard"}, {})
    assert len(org.mentee.store.find(Pulse)) == 1
    assert org.mentee.store.find(CompanyPulse) == []
    with pytest.raises(Refusal, match="not there"):
        say_week(org.worker.ports, now=theirs, monday=monday + timedelta(weeks=4), face="good")
    with pytest.raises(NotYours):
        set_plan_b(org.mentee.ports, shown=one, plan_b="later")


def test_early_signs_reach_those_who_can_ask_and_go_when_a_good_week_comes(org: Organisation) -> None:
    one = placed(org.worker, org, days=14)
    org.world.sync_all()
    ports = org.worker.ports
    now = placement_now(ports, one.id)
    assert now is not None
    last = week_asked(ports.today())

    def say(monday: date, face: str) -> None:
        say_week(ports, now=now, monday=monday, face=face)
        say_their_week(ports, now=now, monday=monday, face=face)

    for monday in (last - timedelta(weeks=1), last):
        say(monday, "hard")
    org.world.sync_all()
    (found,) = early(org.coordinator.ports)
    assert found.signs == (Sign.HARD_FOR_HER, Sign.HARD_FOR_THEM)

    say(last, "good")
    assert early(ports) == []


def test_weeks_without_pay_are_told_from_the_number_on_that_the_house_decided(org: Organisation) -> None:
    placed(org.coordinator, org, days=7 * 5, kind="placement")
    ports, her = org.coordinator.ports, org.cover(org.coordinator).id
    assert long_unpaid(ports) == []

    set_clock(ports, "unpaid_weeks", 4)
    org.world.sync_all()
    assert long_unpaid(org.worker.ports) == [(her, 6, 1)]
    for weeks, told in ((7, []), (6, [(her, 6, 1)]), (0, [])):
        set_clock(ports, "unpaid_weeks", weeks)
        assert long_unpaid(ports) == told, weeks

    set_clock(ports, "unpaid_weeks", 4)
    (now,) = placements_of(ports, her)
    climb(ports, row="3" * 32, placement=now.placement, kind="placement", from_on=ports.today(), hours=10, paid_hours=1)
    assert long_unpaid(ports) == []
    set_clock(ports, "unpaid_weeks", 0)
    assert clocks(ports).unpaid_weeks == 0
    for wrong in (-1, 999):
        with pytest.raises(Refusal, match="Choose between"):
            set_clock(ports, "gap_days", wrong)


def test_the_clock_of_the_law_runs_with_the_track_and_stops_with_a_place(org: Organisation) -> None:
    ports, her = org.worker.ports, org.cover(org.worker)
    work = begin_track(ports, row=ports.new_row(), mentee=her, kind="work")
    assert offers_due(ports) == []
    org.world.later(days=20)
    (due,) = offers_due(ports)
    assert (due.mentee, due.first, due.by) == (her.id, True, ports.today() + timedelta(days=10))
    step_back(ports, shown=work, why="rest", look_again_on=ports.today() + timedelta(days=9))
    assert offers_due(ports) == []
    (work,) = tracks_of(ports, her)
    go_on(ports, shown=work)
    assert offers_due(ports) == [due]

    placed(org.worker, org)
    assert offers_due(ports) == []


def test_the_clock_of_the_law_rests_with_the_track_and_counts_from_the_day_it_goes_on(org: Organisation) -> None:
    ports, her = org.worker.ports, org.cover(org.worker)
    work = begin_track(ports, row=ports.new_row(), mentee=her, kind="work")
    for first in (True, False):
        org.world.later(days=2)
        step_back(ports, shown=work, why="rest", look_again_on=ports.today() + timedelta(days=60))
        org.world.later(days=60)
        (work,) = tracks_of(ports, her)
        go_on(ports, shown=work)
        went_on = ports.today()
        org.world.sync_all()
        assert offers_due(org.coordinator.ports) == []

        days = 30 if first else 42
        org.world.later(days=days)
        (due,) = offers_due(ports)
        assert (due.first, due.by) == (first, went_on + timedelta(days=days))
        one = placed(org.worker, org)
        end_placement(ports, shown=one, ended_on=ports.today(), succeeded="came")
        (work,) = tracks_of(ports, her)


def test_the_end_begins_with_what_succeeded(org: Organisation) -> None:
    one = placed(org.worker, org, days=30)
    ports = org.worker.ports
    end: dict[str, Any] = {"ended_on": ports.today(), "days_came": 5, "days_agreed": 6}
    with pytest.raises(Refusal, match="what succeeded"):
        end_placement(ports, shown=one, hard="hours", **end)
    with pytest.raises(Refusal, match="more days"):
        end_placement(ports, shown=one, succeeded="came", **{**end, "days_came": 7})
    with pytest.raises(Refusal, match="still to come"):
        end_placement(ports, shown=one, succeeded="came", ended_on=ports.today() + timedelta(days=1))
    assert placements_of(ports, one.mentee)[0].going

    end_placement(ports, shown=one, succeeded="came,tasks", hard="hours", goes_on_with="school", **end)
    org.world.sync_all()
    said = debrief_of(org.mentee.ports, one)
    assert said is not None
    assert (said.succeeded, said.days_came, said.days_agreed, said.goes_on_with) == ("came,tasks", 5, 6, "school")
    assert placements_of(org.mentee.ports, one.mentee)[0].over
    org.world.later(days=10)
    assert to_be_asked(org.mentee.ports) == []


def test_a_company_knows_who_is_there_of_the_files_one_has(org: Organisation) -> None:
    ports = org.worker.ports
    company = a_company(org.worker)
    propose(
        ports, row=ports.new_row(), mentee=org.cover(org.worker), company=company.id, at=company.name,
        kind="paid", from_on=ports.today(), hours=8,
    )  # fmt: skip
    (now,) = placed_at(ports, company.id)
    assert now.rung is not None
    assert (now.rung.paid_hours, now.began_on, monday_of(ports.today())) == (8, ports.today(), ports.today())
