"""Where her phones are listed, the one that was lost is known from the others."""

from __future__ import annotations

from app.journeys.closing import close_my_phone
from app.journeys.readmit import readmit
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, Phone, run


def another(org: Organisation, name: str) -> Phone:
    phone = org.world.phone(name)
    phone.join(run(readmit(org.worker.ports, person=org.worker.ports.me.person)))
    org.world.sync_all()
    return phone


def test_each_of_them_says_since_when_it_is_hers(org: Organisation) -> None:
    org.world.later(days=2)
    another(org, "the second")
    org.world.later(days=1)
    third = another(org, "the third")

    async def walk(screen: Screen) -> None:
        await screen.go("/more/phones")
        await screen.until(lambda: screen.sees("Phone 3"))
        for said in ("In use since Mon 2 Mar", "In use since yesterday", "This phone · In use since today"):
            assert screen.sees(said)

    show(third, walk)


def test_its_number_stays_when_another_was_shut_out(org: Organisation) -> None:
    second, third = another(org, "the second"), another(org, "the third")
    run(close_my_phone(third.ports, second.ports.keyring.device))

    async def walk(screen: Screen) -> None:
        await screen.go("/more/phones")
        await screen.until(lambda: screen.sees("Phone 3"))
        assert screen.sees("Phone 1")
        assert not screen.sees("Phone 2")

    show(third, walk)
