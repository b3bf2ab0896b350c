"""Five weeks without the hub: the screen says what rests, what may still be written, and where it goes."""

from __future__ import annotations

from app.journeys.contacts import log_contact
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, Phone


def rested(phone: Phone) -> None:
    phone.cut()
    phone.world.later(days=40)
    phone.lock()
    phone.unlock()


def test_who_logs_a_contact_then_is_told_to_connect(org: Organisation) -> None:
    rested(org.worker)

    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.write("name", "Hodan")
        await screen.tap("keep")
        assert screen.sees("What is about others rests. Connect once, then keep it again.")
        assert not screen.sees("You have no place to keep this yet.")

    show(org.worker, walk)


def test_today_says_what_may_still_be_written_and_where_it_goes(org: Organisation) -> None:
    log_contact(org.worker.ports, row=org.worker.ports.new_row(), name="Grøn dør")
    rested(org.worker)

    async def walk(screen: Screen) -> None:
        assert screen.sees("No contact for five weeks.")
        assert screen.sees("Plans and what is yours alone do not rest: what you write there is kept.")
        assert screen.sees("What you wrote and is not sent yet is kept here. It goes out when you connect.")
        assert screen.sees("1 thing is only on this phone")

    show(org.worker, walk)
