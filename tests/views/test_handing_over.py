"""Handing a file over on the screen: offered, taken, the time with both, and taken back."""

from __future__ import annotations

from app.journeys.handover import hand_over, set_contact
from app.records import HandOver
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation


def test_a_hand_over_waits_on_today_until_it_is_taken(org: Organisation) -> None:
    cover, mentor = org.cover(org.worker), org.mentor.ports.me.person.hex()

    async def give(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}/contact")
        await screen.tap(f"contact-{org.worker.ports.me.person.hex()}")
        await screen.tap("to-handover")
        await screen.tap("keep")
        assert screen.sees("Choose who takes over.")
        await screen.tap(f"taker-{mentor}")
        await screen.tap("recommends-slower")
        await screen.double_tap("keep")
        assert screen.sees("Sofie to Maja")
        assert screen.sees("Recommends: More slowly")
        assert screen.sees("Not taken over yet")

    async def take(screen: Screen) -> None:
        (over,) = org.mentor.store.find(HandOver)
        await screen.tap(f"over-{over.id}")
        await screen.tap(f"take-{over.id}")
        assert not screen.sees("Was the recommendation followed?")  # nobody had the time to
        await screen.go("/")
        assert not screen.has(f"over-{over.id}")

    async def end(screen: Screen) -> None:
        (over,) = org.mentor.store.find(HandOver)
        giver = org.worker.ports.me.person.hex()
        await screen.tap(f"both-{over.id}")
        assert screen.sees("The time with both is over. Who is the deputy now?")
        assert screen.has(f"deputy-{over.id}-{giver}")
        await screen.tap(f"deputy-{over.id}-nobody")
        assert not screen.sees("The time with both is over")
        await screen.tap(f"followed-{over.id}-yes")
        assert screen.sees("Was the recommendation followed?")
        await screen.go("/")
        assert not screen.has(f"both-{over.id}")

    show(org.worker, give)
    org.world.sync_all()
    show(org.mentor, take)
    assert org.cover(org.mentor).contact_person == mentor
    org.world.later(days=15)
    show(org.mentor, end)
    assert org.cover(org.mentor).deputy == ""


def test_an_offer_to_the_wrong_one_is_taken_back_and_an_old_one_says_where_the_file_is(org: Organisation) -> None:
    cover, today = org.cover(org.worker), org.worker.ports.today()
    sofie, maja, karen = (phone.ports.me.person.hex() for phone in (org.worker, org.mentor, org.coordinator))
    set_contact(org.worker.ports, shown=cover, contact_person=sofie, deputy="")
    one, other = (
        hand_over(
            org.worker.ports, row=org.worker.ports.new_row(), mentee=org.cover(org.worker), taker=taker,
            begins_on=today, until=today,
        )
        for taker in (maja, karen)
    )  # fmt: skip

    async def give_back(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}/contact")
        assert screen.has(f"back-{one.id}")
        await screen.tap(f"back-{other.id}")
        assert not screen.has(f"over-{other.id}")
        set_contact(org.worker.ports, shown=org.cover(org.worker), contact_person=karen, deputy="")
        await screen.go("/more")
        await screen.go(f"/cases/{cover.id}/contact")
        assert screen.sees("The file is with somebody else by now.")

    async def no_more(screen: Screen) -> None:
        assert not screen.has(f"over-{one.id}")
        await screen.go(f"/cases/{cover.id}/contact")
        assert screen.has(f"over-{one.id}")
        assert not screen.has(f"take-{one.id}")
        assert not screen.has(f"back-{one.id}")

    for language in ("da", "ar"):
        show(org.worker, lambda screen: screen.go(f"/cases/{cover.id}/contact"), language=language)
    show(org.worker, give_back)
    org.world.sync_all()
    show(org.mentor, no_more, language="ar")
