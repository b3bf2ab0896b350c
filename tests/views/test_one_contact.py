"""One contact on the screen: her numbers are called, her other line is opened."""

from __future__ import annotations

from app.journeys.contacts import log_contact
from app.journeys.one_person import are_one
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation


def test_whom_one_has_the_number_of_is_called_with_one_tap(org: Organisation) -> None:
    both = "+45 20 30 40 50 / 31 22 11 00"
    ports = org.worker.ports
    one = log_contact(ports, row=ports.new_row(), name="Nour", phone=both)
    other = log_contact(ports, row=ports.new_row(), name="Aya", phone="20304050 / ask her sister")
    opened: list[str] = []

    async def walk(screen: Screen) -> None:
        screen.connection.answers["UrlLauncher", "launch_url"] = lambda url, **_: opened.append(str(url))
        await screen.go(f"/people/{one.id}")
        assert screen.sees("Call Nour")
        assert not screen.sees(both)
        await screen.tap("call-31 22 11 00")
        assert "tel:31221100" in opened[0]
        await screen.go(f"/people/{other.id}")
        assert screen.has("call-20304050")
        assert screen.sees("20304050 / ask her sister")

    show(org.worker, walk)


def test_the_other_line_of_one_person_is_opened_from_the_first(org: Organisation) -> None:
    ports = org.worker.ports
    one = log_contact(ports, row=ports.new_row(), name="Nour")
    other = log_contact(ports, row=ports.new_row(), name="Nour Hassan", address="Egeparken 5")
    are_one(ports, one=one, other=other)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/people/{one.id}/same")
        await screen.tap(f"open-{other.id}")
        assert screen.page.route == f"/people/{other.id}"
        assert screen.sees("Egeparken 5")

    show(org.worker, walk)
