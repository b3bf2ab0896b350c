"""On paper: facts and no note, only what was ticked with her, her plan in two languages, sheets typed in afterwards."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from app.domain.beside import beside
from app.i18n import Words, danish
from app.journeys.agreements import keep_agreement
from app.journeys.closing import shut_out
from app.journeys.handover import hand_over, set_contact
from app.journeys.meetings import log_meeting, plan_meeting
from app.journeys.placements import propose
from app.journeys.steps import add_step, tick
from app.journeys.tasks import add_task
from app.journeys.tracks import begin_track, step_back
from app.records import Appointment, Meeting
from app.views.paper.plan import own_language
from app.views.plan_words import STEPS
from build.pwa.drawings import on_the_face
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.papers import printed
from tests.world import Organisation, run

NAME = '<img src="x" onerror=1> & Co'


@pytest.fixture
def busy(org: Organisation) -> Organisation:
    """With a contact person, tracks of which one rests, a hand-over, a task, a note and a step."""
    ports, cover = org.worker.ports, org.cover(org.worker)
    today, mentor = ports.today(), org.mentor.ports.me.person.hex()
    set_contact(ports, shown=cover, contact_person=ports.me.person.hex(), deputy=mentor)
    begin_track(ports, row=ports.new_row(), mentee=cover, kind="danish")
    work = begin_track(ports, row=ports.new_row(), mentee=cover, kind="work")
    step_back(ports, shown=work, why="rest", look_again_on=today + timedelta(days=28))
    add_task(ports, row=ports.new_row(), mentee=cover, kind="call", person=mentor, due_on=today)
    add_step(ports, row=ports.new_row(), mentee=cover, text="Tage bussen <alene>", by="she")
    log_meeting(ports, row=ports.new_row(), mentee=cover, held_on=today, minutes=65, note="she was sad")
    hand_over(
        ports, row=ports.new_row(), mentee=org.cover(org.worker), taker=mentor, begins_on=today, until=today,
        recommends="slower",
    )  # fmt: skip
    org.world.sync_all()
    return org


def test_a_hand_over_on_paper_has_the_facts_and_no_note(busy: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{busy.cover(busy.worker).id}")
        await screen.tap("to-paper")
        await screen.tap("handover")

    show(busy.worker, walk)
    paper = printed(busy.worker)
    for words in ("Amina", "Sofie", "Maja", "Recommends: More slowly", "Call her", "Hours together", "Learning Danish"):
        assert words in paper
    assert "she was sad" not in paper
    assert "took the bus" not in paper
    assert "She needs rest" not in paper


def test_who_takes_over_reads_her_work_what_was_agreed_her_steps_and_her_language(busy: Organisation) -> None:
    ports, cover, today = busy.worker.ports, busy.cover(busy.worker), busy.worker.ports.today()
    until, t = today + timedelta(days=90), Words("en")
    propose(
        ports, row=ports.new_row(), mentee=cover, at="Café Nord", kind="try_out", from_on=today, hours=10,
        plan_b="course",
    )  # fmt: skip
    keep_agreement(
        ports, mentee=cover, mentor=busy.mentor.ports.me.person.hex(), cadence="fortnightly", until=until,
        words="not for paper",
    )  # fmt: skip

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}/paper")
        await screen.tap("handover")

    show(busy.worker, walk)
    paper = printed(busy.worker)
    for words in ("Café Nord", "Waits for a yes", "Try-out", "10 hours a week", "Maja · Every other week", "العربية"):
        assert words in paper
    assert f"from {t.by_date(today, today)}" in paper
    assert f"until {t.by_date(until, today)}" in paper
    assert "Tage bussen <alene>" in paper
    assert "not for paper" not in paper


@pytest.mark.parametrize("over", ["left", "until"])
def test_an_agreement_of_a_mentor_who_left_or_whose_time_is_over_is_not_printed(busy: Organisation, over: str) -> None:
    ports, cover, maja = busy.worker.ports, busy.cover(busy.worker), busy.mentor.ports.me.person
    until = ports.today() + timedelta(days=2)
    keep_agreement(ports, mentee=cover, mentor=maja.hex(), cadence="fortnightly", until=until)
    busy.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}/paper")
        await screen.tap("handover")

    show(busy.worker, walk)
    assert "Every other week" in printed(busy.worker)
    if over == "left":
        run(shut_out(busy.coordinator.ports, maja))
        busy.world.sync_all(3)
    else:
        busy.world.later(days=3)

    show(busy.worker, walk)
    assert "Every other week" not in printed(busy.worker)


def test_paper_says_days_by_their_date_for_nobody_knows_when_it_is_read(busy: Organisation) -> None:
    ports, cover = busy.worker.ports, busy.cover(busy.worker)
    today = ports.today()
    plan_meeting(ports, row=ports.new_row(), mentee=cover, starts=f"{today + timedelta(days=1)}T14:00", place="Caféen")
    t = Words("en")
    dates = [t.by_date(today, today), t.full_day(today + timedelta(days=1))]

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}/paper")
        await screen.tap("handover")
        papers.append(printed(busy.worker))
        await screen.tap("plan")
        papers.append(printed(busy.worker))

    papers: list[str] = []
    show(busy.worker, walk)
    hand_over_sheet, plan = papers
    assert all(day in hand_over_sheet for day in dates)
    assert Words("da").full_day(today + timedelta(days=1)).casefold() in plan.casefold()
    for words in ("today", "tomorrow", "i dag", "i morgen"):
        assert not re.search(rf"\b{words}\b", "".join(papers), re.IGNORECASE)


def test_the_municipality_reads_only_what_was_ticked_and_nothing_before_she_saw_it(busy: Organisation) -> None:
    cover = busy.cover(busy.coordinator)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}/municipality")
        await screen.tap("show")
        assert screen.sees("Choose with her what they may read.")
        await screen.tap("fact-contact")
        await screen.tap("show")
        assert screen.sees("Look through it with her first.")
        assert not list(busy.coordinator.folder.rglob("paper*.html"))
        await screen.tap("seen")
        await screen.tap("show")

    show(busy.coordinator, walk)
    paper, read_there = printed(busy.coordinator), danish()
    assert f"{read_there('Contact person')}</td>" in paper  # whatever language the coordinator reads
    assert "Contact person" not in paper
    for words in ("Meetings held", "Learning Danish", "Hours together", "she was sad"):
        assert words not in paper
        assert read_there(words) not in paper


def test_a_fact_chosen_after_they_looked_is_looked_through_with_her_too(busy: Organisation) -> None:
    cover = busy.cover(busy.coordinator)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}/municipality")
        for key in ("fact-contact", "seen", "fact-hours", "show"):
            await screen.tap(key)
        assert screen.sees("Look through it with her first.")
        assert not list(busy.coordinator.folder.rglob("paper*.html"))

    show(busy.coordinator, walk)


def test_her_plan_stands_in_danish_and_beside_it_in_her_own_language(busy: Organisation) -> None:
    cover = busy.cover(busy.mentor)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}/paper")
        await screen.tap("plan")

    show(busy.mentor, walk)
    raw = max(busy.mentor.folder.rglob("paper*.html")).read_text("utf-8")
    assert 'lang="da" dir="ltr"' in raw
    assert '<span lang="ar" dir="rtl">' in raw
    assert "Tage bussen &lt;alene&gt;" in raw
    assert "Mine næste skridt" in raw
    assert raw.count("data:image/svg+xml") >= 3
    assert "she was sad" not in raw


def plan_of(org: Organisation) -> str:
    """Her plan, as the mentor prints it."""

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{org.cover(org.mentor).id}/paper")
        await screen.tap("plan")

    show(org.mentor, walk)
    return printed(org.mentor)


def test_steps_of_two_kinds_have_two_pictures_also_for_her_who_reads_little(org: Organisation) -> None:
    ports, cover = org.mentor.ports, org.cover(org.mentor)
    for kind in ("bus_alone", "library"):
        add_step(ports, row=ports.new_row(), mentee=cover, kind=kind, by="she")

    paper = plan_of(org)
    shown = re.findall(r'src="/drawings/([a-z-]+)\.svg"', paper)
    assert {"bus", "books"} <= set(shown) <= on_the_face()


def test_what_she_reached_stands_in_both_languages(org: Organisation) -> None:
    ports, cover = org.mentor.ports, org.cover(org.mentor)
    step = add_step(ports, row=ports.new_row(), mentee=cover, kind="library", by="she")
    tick(ports, shown=step, saw=ports.store.seen(step), yes=True)

    paper = plan_of(org)
    reached = paper[paper.index(danish()("I have done this")) :]
    for words in (danish(), Words("ar")):
        assert words(STEPS["library"][1]) in reached


def test_her_language_is_found_by_its_code_or_its_own_name_and_danish_is_not_printed_twice() -> None:
    assert own_language("ar").code == "ar"  # type: ignore[union-attr]
    assert own_language(" العربية ").code == "ar"  # type: ignore[union-attr]
    assert own_language("da") is None
    assert own_language("") is None
    assert own_language("quechua") is None


def test_what_people_wrote_is_no_markup_on_any_page(busy: Organisation) -> None:
    with busy.worker.store.write() as tx:
        tx.change(busy.cover(busy.worker), name=NAME)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{busy.cover(busy.worker).id}/paper")
        for key in ("plan", "handover", "blank"):
            await screen.tap(key)

    show(busy.worker, walk)
    pages = list(busy.worker.folder.rglob("paper*.html"))
    assert pages
    assert not [page for page in pages if '<img src="x"' in page.read_text("utf-8")]


def test_a_filled_sheet_is_typed_in_line_by_line_and_the_next_line_is_there_at_once(org: Organisation) -> None:
    cover = org.cover(org.worker)
    before = len(org.worker.store.find(Meeting))

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}/after")
        await screen.tap("held-1")
        await screen.double_tap("keep")
        assert screen.sees("1 line kept")
        await screen.tap("minutes-less")
        await screen.tap("keep")
        assert screen.sees("2 lines kept")

    show(org.worker, walk)
    new = [one for one in org.worker.store.find(Meeting) if one.held_on == yesterday(org)]
    assert sorted(one.minutes or 0 for one in new) == [55, 60]
    assert len(org.worker.store.find(Meeting)) == before + 2


def test_a_line_where_they_did_not_meet_is_kept_without_a_fault_and_tells_on_what_was_planned(
    org: Organisation,
) -> None:
    cover, ports = org.cover(org.worker), org.worker.ports
    plan = plan_meeting(ports, row=ports.new_row(), mentee=cover, starts=f"{yesterday(org).isoformat()}T15:00")

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}/after")
        for line in ("held-1", "held-2"):
            await screen.tap(line)
            await screen.tap("met-no")
            assert not screen.has("minutes-less")
            await screen.tap("keep")
        assert screen.sees("2 lines kept")
        assert screen.has("minutes-less")

    show(org.worker, walk)
    off = [one for one in org.worker.store.find(Meeting) if one.state == "cancelled"]
    assert {one.held_on for one in off if one.id != plan.id} == {yesterday(org) - timedelta(days=6)}
    assert plan.id in {one.id for one in off}
    assert len(off) == 2
    assert {one.notice for one in off} == {""}
    assert org.worker.store.get(Appointment, beside(plan.id, "appointment")) is None


@pytest.mark.parametrize("met", ["yes", "no"])
def test_the_next_time_on_a_sheet_is_one_tap_and_she_sees_it_once(org: Organisation, met: str) -> None:
    cover = org.cover(org.worker)
    week = f"{(org.worker.ports.today() + timedelta(days=7)).isoformat()}T10:00"

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}/after")
        for _ in "ab":
            await screen.tap(f"met-{met}")
            await screen.tap("next-0")
            await screen.tap("keep")
            assert not screen.has("next-hour")

    show(org.worker, walk)
    org.world.sync_all()
    assert [one.state for one in org.worker.store.find(Meeting) if one.starts == week] == ["planned"]
    assert [one.starts for one in org.mentee.store.find(Appointment)].count(week) == 1


def yesterday(org: Organisation) -> date:
    return org.worker.ports.today() - timedelta(days=1)
