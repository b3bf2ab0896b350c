"""What is protected, and what is not, is told to everybody: a lost phone, the app's address, what erasing leaves."""

from __future__ import annotations

import pytest

from app.i18n import Words
from app.i18n.protected import SAFE_MESSAGES
from app.journeys.among_few import may_be_named
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, Phone

ERASED = "What the app kept is gone then. A picture of the screen or a copy of the phone may still be there."
HER_PHONE = "Tell your mentor at once. It is shut out and erases when it connects. Till then its lock protects it."
HER_APP = "Your phone has it from one address. Who owns that address could send another app. Ask us if it looks new."


@pytest.mark.parametrize("who", ["worker", "mentor", "coordinator", "mentee"])
def test_everybody_reads_of_a_lost_phone_of_the_address_and_of_what_erasing_leaves(org: Organisation, who: str) -> None:
    phone: Phone = getattr(org, who)

    async def walk(screen: Screen) -> None:
        await screen.go("/more/protected")
        assert {"A lost phone", "The app itself", "An erased phone"} <= set(screen.texts())
        assert screen.sees(ERASED)
        assert (screen.sees(HER_PHONE), screen.sees(HER_APP)) == (who == "mentee",) * 2
        assert screen.sees("Tell your coordinator at once.") == (who != "mentee")
        assert not screen.has("interpreter")

    show(phone, walk)


def test_in_a_language_in_which_nobody_has_read_them_they_stand_in_danish_under_a_line_that_says_so(
    org: Organisation,
) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/more/protected")
        assert screen.has("listen-interpreter")
        assert screen.sees("Et billede af skærmen eller en kopi af telefonen kan stadig findes.")

    show(org.mentee, walk, language="ar")


@pytest.mark.parametrize(("read", "asks"), [(5, False), (4, True)])
def test_when_a_message_is_safe_is_asked_without_that_line_once_all_that_stands_there_was_read(
    org: Organisation, monkeypatch: pytest.MonkeyPatch, read: int, *, asks: bool
) -> None:
    known = SAFE_MESSAGES[:read]  # the rest of them stands on other screens
    monkeypatch.setattr(Words, "has", lambda _, text: text in known)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/mentees/{org.cover(org.mentor).id}/reach")
        assert screen.has("interpreter") == asks

    show(org.mentor, walk, language="ar")


def test_what_a_few_know_says_under_which_line_it_stands_in_danish(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/more/few")
        assert screen.has("interpreter")
        await screen.go("/more/few/new")
        assert not screen.has("interpreter")
        (person,) = [one.person.hex() for one in may_be_named(org.coordinator.ports) if one.card.name == "Maja"]
        (box,) = screen.keyed(f"may-{person}")
        screen.session.apply_patch(box._i, {"value": True})
        await screen.fire(box, "change", True)
        assert screen.has("interpreter")

    show(org.coordinator, walk, language="ar")
