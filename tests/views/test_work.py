"""Companies and places of work on the screens: from a requirement to a step, from a proposal to the talk at the end."""

from __future__ import annotations

from datetime import timedelta

import flet as ft
import pytest

from app.domain.pulses import week_asked
from app.i18n import Words
from app.journeys.companies import add_company, ask_for, company_called
from app.journeys.ending import come_back, end
from app.journeys.house_rules import CALL_US, decide
from app.journeys.placements import confirm, placement_now, placements_of, propose
from app.journeys.pulses import say_their_week, say_week, weeks_said
from app.journeys.tracks import begin_track
from app.records import Company, Debrief, Placement, Pulse, Requirement, Step
from app.views.paper.week_card import week_card
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.papers import printed
from tests.world import Organisation, Phone


def placed(phone: Phone, org: Organisation, *, days: int = 14, kind: str = "placement") -> Placement:
    """Confirmed, and begun so many days ago."""
    ports = phone.ports
    one = propose(
        ports, row=ports.new_row(), mentee=org.cover(phone), at="Café Nord", kind=kind,
        from_on=ports.today() - timedelta(days), hours=10, plan_b="course",
    )  # fmt: skip
    return confirm(ports, shown=one)


def test_from_a_company_to_a_confirmed_place_and_a_step_in_her_plan(org: Organisation) -> None:
    cover = org.cover(org.worker)

    async def walk(screen: Screen) -> None:
        await screen.go("/companies")
        assert screen.sees("No company here yet.")
        await screen.go("/companies/new")
        await screen.write("name", "Café Nord")
        await screen.write("person", "Birthe")
        await screen.tap("trade-kitchen")
        await screen.double_tap("keep")
        (company,) = org.worker.store.find(Company)
        assert screen.page.route == f"/companies/{company.id}"
        await screen.write("asks", "Kan bære 10 kg")
        await screen.double_tap("add-asks")
        (asked,) = org.worker.store.find(Requirement)
        assert screen.has(f"asks-{asked.id}")

        await screen.go(f"/cases/{cover.id}/work/new")
        await screen.tap(f"company-{company.id}")
        await screen.double_tap("keep")
        assert screen.sees("Choose from which day.")
        await screen.tap("from-0")
        await screen.tap("hours-more")
        await screen.double_tap("keep")
        (now,) = placements_of(org.worker.ports, cover.id)
        assert (now.placement.at, now.placement.company) == ("Café Nord", company.id)
        assert now.rung is not None
        assert (now.rung.kind, now.rung.hours) == ("try_out", 11)
        assert screen.sees("Waits for a yes")
        await screen.tap("confirm")
        assert screen.sees("Choose a plan B first: what she does if this comes to nothing.")
        await screen.tap("plan-b-course")
        await screen.tap("confirm")
        assert screen.has("end")
        await screen.tap(f"asks-{asked.id}")
        assert screen.sees("In her plan")
        await screen.tap("to-company")
        await screen.tap(f"there-{now.placement.id}")
        assert screen.page.route == f"/cases/{cover.id}/work/{now.placement.id}"
        await screen.go("/cases")
        assert any("Café Nord: Try-out · 11 hours a week" in text for text in screen.texts())

    show(org.worker, walk)
    assert "Kan bære 10 kg" in [step.text for step in org.worker.store.find(Step)]


@pytest.mark.parametrize("typed", ["", "  CAFÉ nord "])
def test_the_thirteenth_company_is_found_by_its_name_and_its_requirements_become_steps(
    org: Organisation, typed: str
) -> None:
    ports, cover = org.worker.ports, org.cover(org.worker)
    for number in range(12):
        add_company(ports, row=ports.new_row(), name=f"Bager {number:02}")
    company = add_company(ports, row=ports.new_row(), name="Café Nord")
    asked = ask_for(ports, row=ports.new_row(), company=company, text="Kan bære 10 kg")

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}/work/new")
        assert not screen.has(f"company-{company.id}")
        if typed:
            await screen.write("at", typed)
        else:
            await screen.write("search", "nord")
            await screen.tap(f"company-{company.id}")
            await screen.write("search", "bager")
            assert screen.has(f"company-{company.id}")
        await screen.tap("from-0")
        await screen.tap("hours-more")
        await screen.tap("plan-b-course")
        await screen.tap("keep")
        await screen.tap("confirm")
        await screen.tap(f"asks-{asked.id}")

    show(org.worker, walk)
    (now,) = placements_of(ports, cover.id)
    assert (now.placement.at, now.placement.company) == ("Café Nord", company.id)
    assert "Kan bære 10 kg" in [step.text for step in org.worker.store.find(Step)]


def test_a_typed_name_that_two_companies_have_is_neither_of_them(org: Organisation) -> None:
    ports = org.worker.ports
    for name in ("Netto", "Netto", "Netto Syd"):
        add_company(ports, row=ports.new_row(), name=name)

    assert company_called(ports, "netto") is None
    assert company_called(ports, "") is None
    assert company_called(ports, "netto syd") is not None


def test_she_taps_a_face_on_her_own_phone_only_in_weeks_of_a_placement(org: Organisation) -> None:
    async def nothing(screen: Screen) -> None:
        assert not screen.sees("How was the week?")

    show(org.mentee, nothing)
    one = placed(org.worker, org)
    org.world.sync_all()

    async def tap(screen: Screen) -> None:
        assert screen.sees("How was the week?")
        await screen.tap(f"week-{one.id}-hard")
        await screen.tap(f"week-{one.id}-so_so")
        assert screen.sees("Thank you. Tap another if it was different.")

    show(org.mentee, tap)

    async def in_arabic(screen: Screen) -> None:
        assert screen.has("interpreter")  # who sees it stands there in Danish

    show(org.mentee, in_arabic, language="ar")
    assert [pulse.face for pulse in org.mentee.store.find(Pulse)] == ["so_so"]
    org.world.sync_all()
    assert weeks_said(org.worker.ports, one)[0] == {week_asked(org.worker.ports.today()): "so_so"}


def test_a_filled_card_is_typed_in_with_one_tap_a_week(org: Organisation) -> None:
    one = placed(org.worker, org)
    monday = week_asked(org.worker.ports.today())

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{org.cover(org.worker).id}/work/{one.id}/weeks")
        await screen.tap(f"theirs-{monday}-good")
        await screen.tap(f"theirs-{monday - timedelta(weeks=1)}-hard")
        await screen.tap(f"hers-{monday}-hard")

    show(org.worker, walk)
    hers, theirs = weeks_said(org.worker.ports, one)
    assert (hers, theirs) == ({monday: "hard"}, {monday: "good", monday - timedelta(weeks=1): "hard"})

    async def warned(screen: Screen) -> None:
        assert screen.has(f"sign-{one.id}")
        await screen.tap(f"sign-{one.id}")
        assert screen.sees("She and the company see the week differently. Talk with both.")

    show(org.worker, warned)


def test_early_signs_stand_on_today_of_those_who_lead_unless_prompts_rest(org: Organisation) -> None:
    one = placed(org.worker, org, days=21)
    now = placement_now(org.worker.ports, one.id)
    assert now is not None
    last = week_asked(org.worker.ports.today())
    for monday in (last, last - timedelta(weeks=1)):
        say_week(org.worker.ports, now=now, monday=monday, face="hard")
        say_their_week(org.worker.ports, now=now, monday=monday, face="hard")
    org.world.sync_all()

    async def told(screen: Screen) -> None:
        assert screen.has(f"sign-{one.id}")

    async def not_told(screen: Screen) -> None:
        assert not screen.has(f"sign-{one.id}")

    for phone in (org.worker, org.coordinator):
        show(phone, told)
    for phone in (org.mentor, org.mentee):
        show(phone, not_told)
    with org.worker.store.write() as tx:
        tx.change(org.cover(org.worker), quiet_until=org.worker.ports.today())
    show(org.worker, not_told)


def test_places_of_work_of_a_file_that_has_ended_prompt_nobody_until_she_is_back(org: Organisation) -> None:
    ports, her = org.coordinator.ports, org.cover(org.coordinator)
    begin_track(ports, row=ports.new_row(), mentee=her, kind="work")
    org.world.later(days=20)
    why = {"ended_by": "municipality", "reason": "stopped_early"}
    there = end(ports, row=ports.new_row(), mentee=her, ended_on=ports.today(), care_until=None, **why)

    async def nothing(screen: Screen) -> None:
        assert not screen.sees("Places of work")

    async def no_clock(screen: Screen) -> None:
        await nothing(screen)
        await screen.go(f"/cases/{her.id}/work")
        assert not screen.has("told-0")

    async def the_clock(screen: Screen) -> None:
        assert screen.has(f"due-{her.id}")
        await screen.go(f"/cases/{her.id}/work")
        assert screen.has("told-0")

    async def no_pay(screen: Screen) -> None:
        assert screen.has(f"unpaid-{her.id}")

    show(org.coordinator, no_clock)
    come_back(ports, shown=there)
    show(org.coordinator, the_clock)
    placed(org.coordinator, org, days=7 * 13)
    show(org.coordinator, no_pay)
    end(ports, row=ports.new_row(), mentee=her, ended_on=ports.today(), care_until=None, **why)
    show(org.coordinator, nothing)


def test_the_law_and_weeks_without_pay_are_words_on_today_that_stop_nothing(org: Organisation) -> None:
    ports, her = org.coordinator.ports, org.cover(org.coordinator)
    begin_track(ports, row=ports.new_row(), mentee=her, kind="work")
    org.world.later(days=20)

    async def due(screen: Screen) -> None:
        assert screen.has(f"due-{her.id}")

    show(org.coordinator, due)
    one = placed(org.coordinator, org, days=7 * 13)

    async def unpaid(screen: Screen) -> None:
        assert not screen.has(f"due-{her.id}")
        assert screen.has(f"unpaid-{her.id}")
        await screen.go("/companies/clocks")
        await screen.tap("unpaid_weeks-more")
        await screen.tap("unpaid_weeks-more")
        await screen.go("/")
        assert not screen.has(f"unpaid-{her.id}")
        await screen.go(f"/cases/{her.id}/work/{one.id}/rung")
        await screen.tap("from-0")
        await screen.double_tap("keep")
        assert screen.page.route == f"/cases/{her.id}/work/{one.id}"

    show(org.coordinator, unpaid)
    (now,) = placements_of(ports, her.id)
    assert len(now.rungs) == 2


def test_the_talk_at_the_end_asks_first_what_succeeded(org: Organisation) -> None:
    one = placed(org.worker, org)
    path = f"/cases/{org.cover(org.worker).id}/work/{one.id}"

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{one.mentee}")
        await screen.tap("to-work")
        await screen.tap(f"place-{one.id}")
        assert screen.page.route == path
        (main,) = [one for one in screen.walk() if isinstance(one, ft.FilledButton)]
        assert main.content == "Tell how a week was"  # it ends once, and a week is told of each week
        await screen.tap("end")
        assert not screen.has("hard-hours")
        await screen.tap("go-on")
        await screen.double_tap("keep")
        assert screen.sees("Begin with what succeeded: choose at least one thing.")
        await screen.tap("first-page")
        await screen.tap("succeeded-came")
        for _ in range(6):
            await screen.tap("agreed-more")
        await screen.tap("came-less")
        assert screen.sees("Came 5 of 6 days")
        await screen.tap("go-on")
        await screen.tap("hard-hours")
        await screen.tap("then-school")
        await screen.double_tap("keep")
        assert screen.page.route == path
        assert screen.sees("Came 5 of 6 days")
        assert not screen.has("end")

    show(org.worker, walk)
    (said,) = org.worker.store.find(Debrief)
    assert (said.succeeded, said.hard, said.goes_on_with, said.days_came) == ("came", "hours", "school", 5)


def test_a_place_that_came_to_nothing_is_closed_with_one_tap(org: Organisation) -> None:
    ports = org.worker.ports
    one = propose(
        ports, row=ports.new_row(), mentee=org.cover(org.worker), at="Café Nord", kind="try_out",
        from_on=ports.today(), hours=4,
    )  # fmt: skip

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{one.mentee}/work/{one.id}")
        await screen.tap("nothing")
        assert screen.page.route == f"/cases/{one.mentee}/work"

    show(org.worker, walk)
    assert placements_of(ports, one.mentee)[0].over


@pytest.mark.parametrize("language", ["da", "ar"])
def test_a_confirmed_place_is_called_off_with_one_tap_until_it_begins(org: Organisation, language: str) -> None:
    later, begun = placed(org.worker, org, days=-3), placed(org.worker, org)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{begun.mentee}/work/{begun.id}")
        assert not screen.has("nothing")
        assert screen.has("end")
        await screen.go(f"/cases/{later.mentee}/work/{later.id}")
        assert not screen.has("end")
        await screen.tap("nothing")
        assert screen.page.route == f"/cases/{later.mentee}/work"

    show(org.worker, walk, language=language)
    now = placement_now(org.worker.ports, later.id)
    assert now is not None
    assert now.over


@pytest.mark.parametrize("code", ["da", "ar"])
def test_the_companys_card_names_the_company_and_never_her(org: Organisation, code: str) -> None:
    one = placed(org.worker, org)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{one.mentee}/work/{one.id}/card")
        await screen.tap("show")

    decide(org.coordinator.ports, CALL_US, "70 10 10 10")
    org.world.sync_all()
    show(org.worker, walk)
    paper = printed(org.worker)
    assert "70 10 10 10" in paper
    assert "Café Nord" in paper
    assert "Amina" not in paper
    assert paper.count("<img") == 6 * 3
    html = week_card(Words(code), at="<b>x", first_letter="A", weeks=["1"])
    assert f'lang="{code}"' in html
    assert "<b>x" not in html


def test_on_a_mentors_phone_a_place_has_its_name_without_the_list_of_companies(org: Organisation) -> None:
    ports = org.worker.ports
    company = add_company(ports, row=ports.new_row(), name="Café Nord")
    ask_for(ports, row=ports.new_row(), company=company, text="Kan bære 10 kg")
    one = propose(
        ports, row=ports.new_row(), mentee=org.cover(org.worker), company=company.id, at=company.name,
        kind="paid", from_on=ports.today(), hours=8,
    )  # fmt: skip
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{one.mentee}/work/{one.id}")
        assert screen.sees("Café Nord")
        assert not screen.sees("What they ask for")

    show(org.mentor, walk)
