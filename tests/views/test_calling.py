"""Where one is told to call, the number is one tap away; where a call is not safe for her, it is not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.journeys.companies import add_company
from app.journeys.safe_contact import keep_reach
from tests.journeys.groups_of_ours import who_did_not_come
from tests.journeys.her_yes import say
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation

HER_NUMBER = "+45 20 30 40 50"


def test_who_is_told_to_call_her_after_she_did_not_come_calls_with_one_tap(org: Organisation) -> None:
    amina, _ = who_did_not_come(org, days_ago=1)
    keep_reach(org.worker.ports, shown=amina, phone=HER_NUMBER, reach="any")
    opened: list[str] = []

    async def walk(screen: Screen) -> None:
        screen.connection.answers["UrlLauncher", "launch_url"] = lambda url, **_: opened.append(str(url))
        await screen.tap(f"ask-{amina.id}")
        await screen.tap(f"call-{HER_NUMBER}")
        assert "tel:+4520304050" in opened[0]
        await screen.tap("tried")
        assert not screen.has(f"call-{HER_NUMBER}")  # what comes next is a visit

    show(org.worker, walk)


@pytest.mark.parametrize(
    ("reach", "said"),
    [
        ({"reach": "never"}, "She does not want messages on her phone."),
        ({"reach": "times", "days": "7", "opens": "03:00", "closes": "03:01"}, "The next safe time"),
    ],
)
def test_her_number_is_not_offered_when_a_call_is_not_safe_for_her(
    org: Organisation, reach: dict[str, str], said: str
) -> None:
    amina, _ = who_did_not_come(org, days_ago=1)
    keep_reach(org.worker.ports, shown=amina, phone=HER_NUMBER, **reach)

    async def walk(screen: Screen) -> None:
        await screen.tap(f"ask-{amina.id}")
        assert screen.sees(said)
        assert not screen.has(f"call-{HER_NUMBER}")
        assert screen.has("reach")

    show(org.worker, walk)


def test_who_said_no_to_calls_is_not_called_and_it_is_said(org: Organisation) -> None:
    amina, _ = who_did_not_come(org, days_ago=1)
    keep_reach(org.worker.ports, shown=amina, phone=HER_NUMBER, reach="any")
    say(org.mentee, org.mentee.store.space("plan"), "contact", yes=False)
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.tap(f"ask-{amina.id}")
        assert screen.sees("She said no to calls and messages.")
        assert not screen.has(f"call-{HER_NUMBER}")

    show(org.worker, walk)


def test_whose_number_nobody_wrote_down_has_a_way_to_write_it(org: Organisation) -> None:
    amina, _ = who_did_not_come(org, days_ago=1)

    async def walk(screen: Screen) -> None:
        await screen.tap(f"ask-{amina.id}")
        assert screen.sees("Her number is not written down yet.")
        await screen.tap("reach")
        assert screen.page.route == f"/mentees/{amina.id}/reach"

    show(org.worker, walk)


def test_a_place_of_work_is_called_with_one_tap(org: Organisation) -> None:
    ports = org.worker.ports
    company = add_company(ports, row=ports.new_row(), name="Café Nord", person="Bo", phone="70 10 20 30")

    async def walk(screen: Screen) -> None:
        await screen.go(f"/companies/{company.id}")
        assert screen.has("call-70 10 20 30")
        assert screen.sees("Call Bo")
        assert not screen.sees("Nothing more is known yet.")

    show(org.worker, walk)


def test_a_call_is_not_made_once_her_safe_hours_are_over_while_the_list_stands_open(org: Organisation) -> None:
    amina, _ = who_did_not_come(org, days_ago=1)
    now = org.worker.ports.clock.local_now()
    until = f"{now + timedelta(minutes=1):%H:%M}"
    keep_reach(
        org.worker.ports, shown=amina, phone=HER_NUMBER, reach="times", days="1234567", opens="00:00", closes=until
    )
    opened: list[str] = []

    async def walk(screen: Screen) -> None:
        screen.connection.answers["UrlLauncher", "launch_url"] = lambda url, **_: opened.append(str(url))
        await screen.tap(f"ask-{amina.id}")
        assert screen.has(f"call-{HER_NUMBER}")
        org.world.later(minutes=1)
        await screen.tap(f"call-{HER_NUMBER}")
        assert opened == []
        assert screen.sees("The next safe time")
        assert not screen.has(f"call-{HER_NUMBER}")

    show(org.worker, walk)
