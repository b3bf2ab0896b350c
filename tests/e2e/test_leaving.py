"""A mentor is shut out while she has a note nobody else has; a mentee who forgot her PIN is let in again."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from app.i18n.words import first_up
from build.demo_content import ORGANISATION
from tests.e2e.browser import Phone
from tests.e2e.conftest import LetIn
from tests.e2e.organisation import Organisation
from tests.e2e.person import LANGUAGES, PIN, Person

WRITTEN = 3
"""Rows: the meeting, its note, and that her appointment is over."""
NOTE = "Hun ringede selv til kommunen"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_mentor_wrote_before_she_was_shut_out_is_handed_in_and_counts_when_the_worker_says_so(
    organisation: Organisation, join: LetIn, language: str
) -> None:
    karen, henrik, sofie = join("karen", "henrik", "sofie", language=language)
    karen.phone.cut()
    karen.to("Meetings").tap("Log a meeting").sees("Time together").tap("More: topics, place, note")
    karen.types("What I saw or heard", NOTE).tap("Keep")
    karen.phone.sees(karen.t.many("%(num)d thing is only on this phone", "%(num)d things are only on this phone", 1))

    opens_person(henrik, "Karen Østerby").tap("She leaves").sees("It can still be handed in.")
    henrik.tap("End her access").sees("The phone erases what belongs to others when it has a connection.")
    sofie.again().synced()

    karen.phone.cut(off=False)
    karen.again()
    karen.phone.sees(
        karen.t("This phone is no longer part of %(organisation)s.", organisation=ORGANISATION), patience_s=60
    )
    karen.sees("All that you had not sent is handed in.").sees("What belonged to others is erased here.")

    sofie.again()
    late = sofie.t("Handed in after leaving: %(num)d", num=WRITTEN)
    sofie.phone.tap("button", late, exact=False, patience_s=60).sees(NOTE)
    count, busy = f'button "{sofie.t("Let it count")}"', sofie.t("One moment")
    for left in reversed(range(WRITTEN)):
        sofie.tap("Let it count")
        sofie.phone.comes(lambda left=left: _left(sofie.phone.words(), count, busy) == left, f"{left} left")  # type: ignore[misc]
    sofie.sees("Nothing waits.")
    minutes = sofie.t.many("%(num)d min", "%(num)d min", 55)
    sofie.again().synced().to("Meetings")
    sofie.phone.tap("button", f"Amina Haddad {first_up(sofie.t('today'))} · {minutes}", exact=False).sees(NOTE)


def _left(words: str, count: str, busy: str) -> int:
    """How many wait, once none is being counted."""
    return -1 if busy in words else words.count(count)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_forgotten_pin_is_no_end_her_mentor_lets_her_in_again(
    organisation: Organisation, join: LetIn, new_phone: Callable[..., Phone], language: str
) -> None:
    (karen,) = join("karen", language=language)
    organisation.hub.kill()
    link = organisation.link("amina")
    organisation.hub.start()
    amina = Person(new_phone("amina"), language).begin(link).settled()
    amina.phone.open(amina.address, semantics=False)
    amina.phone.pin("999999", opens=False)

    opens_person(karen, "Amina Haddad").tap("New phone or forgotten PIN")
    karen.tap("She is here with me").sees("Or read it out")
    again = re.search(r"http\S+#join=[\w-]+", karen.phone.words())
    assert again

    amina.begin(again[0], pin=PIN[::-1])
    amina.phone.sees(amina.t("Hello %(name)s", name="Amina Haddad"), patience_s=60)
    amina.phone.sees(amina.t("My plan"))


def opens_person(person: Person, name: str) -> Person:
    """From More to that person's page."""
    person.to("More").tap("People who work here").sees("Mentees")
    person.phone.tap("button", name, exact=False)
    return person.sees("What can be done")
