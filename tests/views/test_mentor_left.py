"""A mentor who left mid-week: somebody else is prompted, she is near nobody, and the file says what is missing."""

from __future__ import annotations

from datetime import timedelta

from app.journeys.agreements import keep_agreement
from app.journeys.asking_after import my_asks
from app.journeys.closing import shut_out
from app.journeys.handover import set_contact
from app.journeys.meetings import plan_meeting
from app.journeys.near import be_near, near_her
from app.journeys.silence import silent_pairs
from app.records import Appointment, Meeting
from tests.journeys.file_of_lise import lise_with_the_file
from tests.journeys.groups_of_ours import who_did_not_come
from tests.leaving import person
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, run


def test_when_a_mentor_leaves_the_deputy_is_prompted_she_calls_nobody_who_is_gone_and_the_file_says_so(
    org: Organisation,
) -> None:
    mentor, worker = (phone.ports.me.person for phone in (org.mentor, org.worker))
    set_contact(org.worker.ports, shown=org.cover(org.worker), contact_person=mentor.hex(), deputy=worker.hex())
    for phone in (org.mentor, org.worker):
        be_near(phone.ports, mentee=org.cover(phone), phone="+45 70 10 20 30")
    who_did_not_come(org)
    stewards = org.worker.ports, org.coordinator.ports
    assert [len(my_asks(ports)) for ports in stewards] == [1, 0]
    assert {one.name for one in near_her(org.mentee.ports)} == {"Maja", "Sofie"}
    path = f"/cases/{org.cover(org.worker).id}"

    async def before(screen: Screen) -> None:
        await screen.go(path)
        assert not screen.has("no-mentor")

    async def after(screen: Screen) -> None:
        await screen.go(path)
        assert screen.sees("She has no mentor now.")

    async def hers(screen: Screen) -> None:
        await screen.go("/times")
        assert screen.sees("Call Sofie")
        assert not screen.sees("Call Maja")

    show(org.worker, before)
    run(shut_out(org.coordinator.ports, mentor))
    org.world.sync_all()

    show(org.worker, after)
    show(org.mentee, hers)
    assert [len(my_asks(ports)) for ports in stewards] == [1, 0]


def test_a_mentor_she_asks_for_who_is_gone_and_has_no_deputy_leaves_the_prompt_to_those_who_lead(
    org: Organisation,
) -> None:
    mentor, stewards = org.mentor.ports.me.person, (org.worker.ports, org.coordinator.ports)
    set_contact(org.worker.ports, shown=org.cover(org.worker), contact_person=mentor.hex(), deputy="")
    who_did_not_come(org)
    assert [len(my_asks(ports)) for ports in stewards] == [1, 1]

    run(shut_out(org.coordinator.ports, mentor))
    org.world.sync_all()
    assert [len(my_asks(ports)) for ports in stewards] == [1, 1]


def test_a_meeting_planned_with_a_mentor_who_is_gone_is_said_on_today_and_called_off_there(org: Organisation) -> None:
    amina, maja = org.cover(org.worker), person(org.mentor)
    (planned,) = org.worker.store.find(Meeting, Meeting.state == "planned")

    async def before(screen: Screen) -> None:
        assert not screen.has(f"gone-{amina.id}")

    async def she_waits(screen: Screen) -> None:
        await screen.go("/times")
        assert screen.sees("Maja")
        assert screen.sees("Caféen")

    async def called_off(screen: Screen) -> None:
        assert screen.sees("She has no mentor now.")
        await screen.tap(f"gone-{amina.id}")
        await screen.tap(f"meeting-{planned.id}")
        await screen.tap("tell")
        await screen.tap("state-cancelled")
        await screen.tap("keep")
        assert screen.page.route == "/"
        assert not screen.has(f"gone-{amina.id}")

    async def she_waits_no_more(screen: Screen) -> None:
        await screen.go("/times")
        assert screen.sees("No meeting yet.")

    show(org.worker, before)
    run(shut_out(org.coordinator.ports, maja))
    org.world.sync_all()
    show(org.mentee, she_waits)

    show(org.worker, called_off)
    org.world.sync_all()
    assert org.mentee.store.find(Appointment) == []
    show(org.mentee, she_waits_no_more)


def test_where_another_mentor_goes_on_today_says_who_is_none_any_more(org: Organisation) -> None:
    lise, _match = lise_with_the_file(org)
    run(shut_out(org.coordinator.ports, person(org.mentor)))
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        assert not screen.sees("She has no mentor now.")
        assert screen.sees("Maja")
        assert screen.sees("No longer a mentor")

    show(org.worker, walk)
    assert lise.store.find(Meeting)


def test_what_was_planned_with_a_mentor_who_is_gone_hides_no_silence(org: Organisation) -> None:
    maja, ports = org.mentor, org.mentor.ports
    keep_agreement(ports, mentee=org.cover(maja), mentor=person(maja).hex(), cadence="weekly", hours=10)
    org.world.later(days=20)
    starts = f"{ports.today() + timedelta(days=2)}T10:00"
    plan_meeting(ports, row=ports.new_row(), mentee=org.cover(maja), starts=starts)
    org.world.sync_all()
    assert silent_pairs(org.worker.ports) == []

    run(shut_out(org.coordinator.ports, person(maja)))
    org.world.sync_all()
    assert [one.agreement.mentor for one in silent_pairs(org.worker.ports)] == [person(maja).hex()]
