"""Groups on the screen: a new one, who takes part, who came with one tap each, and asking after who did not."""

from __future__ import annotations

from app.journeys.attendance import marked, take_seat
from app.journeys.group_sessions import guests, sessions_of
from app.records import AskedAfter, Attendance, Cohort, GroupSession
from tests.journeys.groups_of_ours import a_group, another_file, met, who_did_not_come
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.papers import printed
from tests.world import Organisation


def test_from_no_group_to_who_came(org: Organisation) -> None:
    amina = org.cover(org.worker)

    async def walk(screen: Screen) -> None:
        await screen.go("/more")
        await screen.tap("to-groups")
        assert screen.sees("No groups yet.")
        await screen.tap("new")
        await screen.tap("keep")
        assert screen.sees("Choose what the group is for, or write what it is called.")
        await screen.write("name", "Tirsdagsholdet")
        await screen.tap("kind-language")
        await screen.double_tap("keep")
        assert screen.sees("Nobody is chosen yet.")
        await screen.tap("to-who")
        await screen.tap(f"who-{amina.id}")
        await screen.tap("done")
        assert screen.has(f"seat-{amina.id}")
        await screen.tap("meet")
        before = screen.taps
        await screen.tap("keep")
        await screen.tap(f"at-{amina.id}-came")
        assert screen.taps - before == 2
        await screen.tap("guests-more")
        await screen.tap("guests-more")
        await screen.tap("guests-less")
        await screen.tap("role-model-yes")
        await screen.tap("topic-work")
        await screen.tap("topic-danish")
        await screen.tap("done")
        assert screen.sees("came 1 of 1 time")
        assert screen.sees("Danish · Work")

    show(org.worker, walk)
    (session,) = org.worker.store.find(GroupSession)
    assert len(org.worker.store.find(Cohort)) == 1
    assert marked(org.worker.ports, session) == {amina.id: "came"}
    assert guests(org.worker.ports, session) == 1
    assert session.role_model == "yes"
    assert set(session.topics.split(",")) == {"work", "danish"}


def test_only_the_times_that_a_group_met_are_counted_not_those_to_come(org: Organisation) -> None:
    cohort = a_group(org.worker, sessions=12)
    for days_ago in (7, 0, -7, -14):
        met(org.worker, cohort, days_ago)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/groups/{cohort.id}")
        assert screen.sees("2 of 12 times")
        org.world.later(days=7)
        await screen.go("/groups")
        await screen.go(f"/groups/{cohort.id}")
        assert screen.sees("3 of 12 times")

    show(org.worker, walk)


def test_two_quick_taps_on_one_chip_take_it_back_and_the_next_one_holds(org: Organisation) -> None:
    amina = org.cover(org.worker)
    session = met(org.worker, a_group(org.worker, amina))

    async def walk(screen: Screen) -> None:
        await screen.go(f"/groups/{session.cohort}/at/{session.id}")
        await screen.tap(f"at-{amina.id}-away")
        await screen.tap(f"at-{amina.id}-away")
        assert marked(org.worker.ports, session) == {}
        await screen.tap(f"at-{amina.id}-part")

    show(org.worker, walk)
    assert marked(org.worker.ports, session) == {amina.id: "part"}
    assert len(org.worker.store.find(Attendance)) == 3


def test_a_mentor_sees_the_group_and_of_its_people_only_her_own(org: Organisation) -> None:
    amina, hodan = org.cover(org.worker), another_file(org, "Hodan")
    session = met(org.worker, a_group(org.worker, amina, hodan))
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go(f"/groups/{session.cohort}")
        assert screen.has(f"seat-{amina.id}")
        assert not screen.sees("Hodan")
        await screen.go(f"/groups/{session.cohort}/at/{session.id}")
        assert screen.sees("Amina")
        assert not screen.sees("Hodan")

    show(org.mentor, walk)


def test_who_did_not_come_stands_on_today_as_a_gentle_next_step(org: Organisation) -> None:
    amina, _ = who_did_not_come(org, days_ago=1)

    async def walk(screen: Screen) -> None:
        assert screen.sees("Ask after Amina")
        assert screen.sees("Call her")
        await screen.tap(f"ask-{amina.id}")
        await screen.double_tap("tried")
        assert len(org.worker.store.find(AskedAfter)) == 1
        assert screen.sees("Not reached")
        await screen.tap("undo")
        assert org.worker.store.find(AskedAfter) == []
        await screen.tap("tried")
        await screen.tap("spoke")
        assert screen.sees("You have talked. She is welcome next time.")
        await screen.go("/")
        assert not screen.sees("Ask after Amina")

    show(org.worker, walk)
    assert [(one.way, one.spoke) for one in sorted(org.worker.store.find(AskedAfter), key=lambda one: one.way)] == [
        ("call", "no"),
        ("visit", "yes"),
    ]


def test_her_file_says_how_often_she_came_and_whom_the_mentor_may_ask_after(org: Organisation) -> None:
    amina, _ = who_did_not_come(org)

    async def walk(screen: Screen) -> None:
        assert not screen.sees("Ask after Amina")  # a volunteer is not chased on Today
        await screen.go(f"/mentees/{amina.id}")
        assert screen.sees("came 0 of 1 time")
        await screen.tap("ask-after")
        assert screen.sees("No authority is told")

    show(org.mentor, walk)


def test_a_sheet_of_a_group_is_printed_without_names_and_typed_in_day_after_day(org: Organisation) -> None:
    amina = org.cover(org.worker)
    cohort = a_group(org.worker, amina)
    today = org.worker.ports.today()

    async def walk(screen: Screen) -> None:
        await screen.go(f"/groups/{cohort.id}")
        await screen.tap("blank")
        await screen.tap("after")
        before = screen.taps
        await screen.tap(f"came-{amina.id}")
        await screen.tap("guests-more")
        await screen.tap("keep")
        assert screen.taps - before == 3
        assert screen.sees("1 line kept: Today")
        await screen.tap("held-2")
        await screen.tap("keep")
        assert screen.sees("2 lines kept")

    show(org.worker, walk)
    paper = printed(org.worker)
    assert "Tirsdagsholdet" in paper
    assert "Amina" not in paper
    first, second = sessions_of(org.worker.ports, cohort.id)
    assert (first.held_on, marked(org.worker.ports, first), guests(org.worker.ports, first)) == (
        today,
        {amina.id: "came"},
        1,
    )
    assert marked(org.worker.ports, second) == {}


def test_who_left_stands_where_a_past_day_is_told_and_nowhere_else(org: Organisation) -> None:
    ports, amina = org.worker.ports, org.cover(org.worker)
    cohort = a_group(org.worker, amina)
    then = met(org.worker, cohort)
    org.world.later(days=1)
    take_seat(ports, mentee=amina, cohort=cohort, yes=False)
    org.world.later(days=6)
    now = met(org.worker, cohort)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/groups/{cohort.id}/at/{now.id}")
        assert not screen.has(f"person-{amina.id}")
        await screen.go(f"/groups/{cohort.id}/at/{then.id}")
        assert screen.has(f"person-{amina.id}")
        await screen.go(f"/groups/{cohort.id}/after")
        assert not screen.has(f"came-{amina.id}")
        await screen.tap("held-2")
        await screen.tap(f"came-{amina.id}")
        await screen.tap("held-0")
        assert not screen.has(f"came-{amina.id}")
        await screen.tap("held-2")
        await screen.tap("keep")

    show(org.worker, walk, language="ar")
    assert marked(ports, then) == {amina.id: "came"}
    assert marked(ports, now) == {}
