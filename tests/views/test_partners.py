"""What leaves the house, on the screen: asked first, in words without a number of hers, and nothing typed is lost."""

from __future__ import annotations

import pytest

from app.journeys.partners import begin_with, consent, partners
from app.records import Consent, Shared
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, run


@pytest.fixture
def egeby(org: Organisation) -> str:
    """Where one shares with them."""
    run(begin_with(org.coordinator.ports, name="Egeby"))
    (place,) = partners(org.coordinator.ports)
    return f"/more/partners/{place.space}/share"


def test_a_cpr_number_never_leaves_the_house_and_what_was_typed_is_still_there(org: Organisation, egeby: str) -> None:
    karen, mentee = org.coordinator.ports, org.cover(org.coordinator)
    consent(karen, row=karen.new_row(), mentee=mentee, partner=partners(karen)[0], explained="shared")

    async def walk(screen: Screen) -> None:
        await screen.go(egeby)
        await screen.tap(f"whose-{mentee.id}")
        await screen.write("text", "On time. 010180-1234")
        await screen.tap("keep")
        assert screen.sees("There is a CPR number in the text.")
        assert screen.keyed("text")[0].value == "On time. 010180-1234"  # type: ignore[attr-defined]

    show(org.coordinator, walk)
    assert karen.store.find(Shared) == []


def test_her_yes_to_a_partner_is_never_asked_for_through_a_child(org: Organisation, egeby: str) -> None:
    mentee, karen = org.cover(org.coordinator), org.coordinator.ports

    async def walk(screen: Screen) -> None:
        await screen.go(egeby)
        await screen.tap(f"whose-{mentee.id}")
        await screen.tap("yes")
        assert screen.sees("Choose how you asked her.")
        await screen.tap("explained-child")
        await screen.tap("yes")
        assert screen.sees("A child cannot ask her this.")
        assert karen.store.find(Consent) == []
        await screen.tap("explained-by_phone")
        await screen.tap("yes")
        assert screen.has("text")

    show(org.coordinator, walk)
    (said,) = karen.store.find(Consent)
    assert said.explained == "by_phone"


def test_words_about_sharing_that_stand_in_danish_stand_under_the_line_that_says_so(
    org: Organisation, egeby: str
) -> None:
    mentee = org.cover(org.coordinator)

    async def walk(screen: Screen) -> None:
        await screen.go("/more/partners")
        assert len(screen.keyed("interpreter")) == 1
        await screen.go(egeby)
        assert not screen.has("interpreter")
        await screen.tap(f"whose-{mentee.id}")
        assert len(screen.keyed("interpreter")) == 1
        await screen.tap("explained-by_phone")
        await screen.tap("yes")
        assert screen.has("text")
        assert len(screen.keyed("interpreter")) == 1
        await screen.write("text", "On time.")
        await screen.tap("keep")
        assert len(screen.keyed("interpreter")) == 1

    show(org.coordinator, walk, language="ar")
