"""A safety matter among two, advice from a colleague, one thing shared with a partner and taken back."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import LetIn
from tests.e2e.organisation import Organisation
from tests.e2e.person import LANGUAGES

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
    sofie.sees("Nothing is shared.").tap("Share one thing").tap("Amina Haddad", "checkbox")
    sofie.sees("Ask her first, in these words").tap("She said yes")
    sofie.types("What they may read", THING).tap("Share it").finds("Take it back").phone.sees(THING)
    sofie.back_to("Partners").back_to("More").synced()

    amina.again()
    amina.phone.tap("button", amina.t("What I said yes to"), exact=False, patience_s=60)
    amina.phone.sees(name(PARTNER))
    amina.tap("Take it back").phone.sees_no(amina.t("Take it back"))
    amina.again().phone.find("button", amina.t("What I said yes to"), exact=False, patience_s=60)

    sofie.again().synced()
    sofie.to("More").tap("Partners").phone.tap("button", PARTNER, exact=False)
    sofie.phone.sees(sofie.t("Nothing is shared."), patience_s=90)  # from here on it syncs by itself
