"""A safety matter among two, advice from a colleague, one thing shared with a partner and taken back."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import LetIn
from tests.e2e.organisation import Organisation
from tests.e2e.pair_ways import scroll
from tests.e2e.person import LANGUAGES, Person

WORDS, QUESTION, ANSWER = "Poplen venter om fredagen", "Hvornår ringer jeg?", "Om torsdagen"
PARTNER, THING = "Egeby Kommune", "Kan begynde mandag"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_few_know_colleagues_advise_and_she_takes_back_what_a_partner_reads(
    organisation: Organisation, join: LetIn, language: str
) -> None:
    karen, amina, sofie = join("karen", "amina", "sofie", language=language)  # she knows the phones of the others
    name = sofie.t.isolated

    sofie.to("More").tap("Safety matters").tap("A new safety matter")
    sofie.types("What you call it among you", "Poplen").types("What they must know", WORDS)
    sofie.phone.tap("checkbox", "Karen Østerby", exact=False)
    sofie.sees("Who may read it").tap("Keep it among us").phone.find("button", "Poplen", exact=False)
    sofie.back_to("More").synced()

    karen.again().synced()
    karen.to("More").tap("Safety matters").phone.tap("button", "Poplen", exact=False, patience_s=60)
    karen.phone.sees(WORDS)
    karen.back_to("Safety matters").back_to("More").tap("Advice from colleagues").tap("Ask for advice")
    karen.types("What you wonder about", QUESTION).tap("Everybody who works here", "checkbox")
    karen.sees("Write it without the name of the person it is about.").tap("Ask").phone.find(
        "button", QUESTION, exact=False
    )
    karen.back_to("More").synced()

    sofie.again().synced()
    sofie.to("More").tap("Advice from colleagues").phone.tap("button", QUESTION, exact=False, patience_s=60)
    sofie.types("Your answer", ANSWER).tap("Answer").sees("Answers").phone.sees(ANSWER)
    sofie.back_to("Advice from colleagues").back_to("More").tap("Partners").types(
        "What the partner is called", PARTNER
    ).tap("Add a partner")
    sofie.sees("Nothing is shared.").tap("Share one thing").phone.tap("checkbox", "Amina Haddad")
    sofie.sees("Ask her first, in these words").phone.tap("checkbox", sofie.t("In a shared language"))
    sofie.tap("She said yes")
    sofie.types("What they may read", THING).tap("Share it").finds("Take it back").phone.sees(THING)
    sofie.back_to("Partners").back_to("More").synced()

    said_yes(amina.again()).phone.sees(name(PARTNER))
    amina.starts_with("Take it back").phone.sees_no(amina.t("Take it back"))
    said_yes(amina.again()).phone.sees(name(PARTNER)).sees_no(amina.t("Take it back"))

    sofie.again().synced()
    sofie.to("More").tap("Partners").phone.tap("button", PARTNER, exact=False)
    sofie.phone.sees(sofie.t("Nothing is shared."), patience_s=90)  # from here on it syncs by itself


def said_yes(amina: Person) -> Person:
    """From her letter to what she said yes to, and to its end."""
    amina.phone.find("button", amina.t("My plan"), exact=False, patience_s=90)
    scroll(amina)
    amina.starts_with("Who sees what").sees("Who reads what")
    scroll(amina)
    amina.starts_with("What I said yes to").sees("Who outside may read")
    scroll(amina)
    return amina
