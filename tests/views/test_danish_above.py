"""Where a promise of privacy stands in Danish, because nobody has read its translation, the line above it says so."""

from __future__ import annotations

import pytest

from app.journeys.house_words import house_words, offer_word
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, Phone


def where(org: Organisation) -> dict[str, tuple[Phone, str]]:
    """{what is told: on whose phone, at which address}."""
    file = org.cover(org.mentor).id
    offer_word(org.coordinator.ports, row=org.coordinator.ports.new_row(), text="en spand")
    (word,) = house_words(org.coordinator.ports)
    return {
        "She takes it back": (org.mentor, f"/mentees/{file}/consents"),
        "Who hears it": (org.mentor, f"/mentees/{file}/voice"),
        "Comes without a word": (org.mentor, f"/mentees/{file}/agreement"),
        "Says a word": (org.coordinator, f"/more/words/{word.id}"),
        "Reads aloud": (org.coordinator, "/more/studio/who"),
        "Who shares a file": (org.mentor, "/more/protected"),
    }


TOLD = ("She takes it back", "Who hears it", "Comes without a word", "Says a word", "Reads aloud", "Who shares a file")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("told", TOLD)
def test_a_promise_in_danish_stands_under_a_line_that_says_so(org: Organisation, told: str, language: str) -> None:
    phone, path = where(org)[told]

    async def walk(screen: Screen) -> None:
        await screen.go(path)
        await screen.until(lambda: screen.page.route == path)
        assert screen.has("interpreter") == (language == "ar")

    show(phone, walk, language=language)
