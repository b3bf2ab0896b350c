"""One contact on the screen: her numbers are called, her other line is opened."""

from __future__ import annotations

from app.journeys.contacts import log_contact
from app.journeys.growing import said_yes, takes_part
from app.journeys.one_person import are_one
from app.records import Attempt
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


def test_she_called_herself_is_kept_and_nobody_is_said_to_have_tried(org: Organisation) -> None:
    ports = org.worker.ports
    one = log_contact(ports, row=ports.new_row(), name="Nour", outcome="nobody_home", met_on=ports.today())

    async def walk(screen: Screen) -> None:
        await screen.go(f"/people/{one.id}/again")
        await screen.tap("channel-herself")
        await screen.tap("outcome-interested")
        await screen.tap("keep")
        assert screen.page.route == f"/people/{one.id}"
        assert not screen.sees(" try")

    show(org.worker, walk)
    assert [each.channel for each in org.worker.store.find(Attempt)] == ["herself"]


def test_where_somebody_takes_part_a_colleague_is_told_that_there_may_be_a_file_before_she_opens_one(
    org: Organisation,
) -> None:
    ports = org.worker.ports
    one = log_contact(ports, row=ports.new_row(), name="Nour")
    yes = said_yes(ports, shown=one, saw=ports.store.seen(one), name="Nour", explained="danish")

    async def before(screen: Screen) -> None:
        await screen.go(f"/people/{one.id}")
        assert screen.has("open-file")
        assert not screen.sees("a colleague may have one")

    async def after(screen: Screen) -> None:
        await screen.go(f"/people/{one.id}")
        assert screen.sees("Ask first: a colleague may have one")

    show(org.worker, before)
    takes_part(ports, shown=yes, saw=ports.store.seen(yes))
    show(org.worker, after)
