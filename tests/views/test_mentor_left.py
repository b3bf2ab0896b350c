"""A mentor who left mid-week: somebody else is prompted, she is near nobody, and the file says what is missing."""

from __future__ import annotations

from app.journeys.asking_after import my_asks
from app.journeys.closing import shut_out
from app.journeys.handover import set_contact
from app.journeys.near import be_near, near_her
from tests.journeys.test_asking_after import who_did_not_come
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
