"""Every paper, printed by a real browser: how many sheets it takes, none of them empty; as PNG, to be looked at."""

from __future__ import annotations

import pytest

from build.pwa.places import OUT
from tests.e2e.conftest import LetIn
from tests.e2e.papers import Papers
from tests.e2e.person import LANGUAGES, Person

FACTS = ("Contact person", "Meetings held", "Hours together", "What is worked on", "What she has reached")
TWICE = "button => { button.click(); button.click(); }"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_paper_takes_as_many_sheets_as_it_should_and_none_is_empty(join: LetIn, language: str) -> None:
    (henrik,) = join("henrik", language=language)
    papers = Papers(henrik, OUT / "screens" / f"papers-{language}")

    about_her(henrik, papers)
    for_a_group(henrik, papers)
    to_pass_on(henrik, papers)
    to_come_back_with(henrik, papers)


def test_back_puts_a_paper_away_and_leaves_the_screen_behind_it_as_it_was(join: LetIn) -> None:
    (henrik,) = join("henrik", language="da")
    page = henrik.phone.page
    henrik.to("More").tap("Files").finds("My tasks").phone.tap("button", "Amina Haddad", exact=False)
    henrik.sees("Around her").starts_with("On paper").sees("On paper").starts_with("To the municipality")
    for words in (FACTS[0], "We have looked through it together"):
        page.get_by_role("checkbox", name=henrik.t(words)).dispatch_event("click")
    close_twice = page.locator("#paper nav button").last
    ways = (page.go_back, lambda: page.keyboard.press("Escape"), lambda: close_twice.evaluate(TWICE))
    for leave in ways:
        henrik.tap("Show the page")
        page.locator("#paper").wait_for()
        leave()
        page.locator("#paper").wait_for(state="detached")
        henrik.phone.find("heading", henrik.t("To the municipality"))
        assert page.get_by_role("checkbox", name=henrik.t(FACTS[0])).is_checked()
    page.go_back()
    henrik.phone.find("heading", henrik.t("On paper"))


def about_her(person: Person, papers: Papers) -> None:
    """Her plan, a hand-over, a sheet to fill in, and the municipality's page, which is one."""
    person.to("More").tap("Files").finds("My tasks").phone.tap("button", "Amina Haddad", exact=False)
    person.sees("Around her").starts_with("On paper").sees("On paper")
    for words, name in (("Her plan", "her-plan"), ("A hand-over", "hand-over"), ("A sheet to fill in", "sheet")):
        person.starts_with(words)
        assert papers.printed(name) <= 2
    person.starts_with("To the municipality").sees("We have looked through it together")
    for words in (*FACTS, "We have looked through it together"):
        name, page = person.t(words), person.phone.page
        page.get_by_role("checkbox", name=name).or_(page.get_by_role("button", name=name)).first.dispatch_event("click")
    person.tap("Show the page")
    assert papers.printed("municipality") == 1
    person.back_to("On paper").tap("Back").sees("Around her").back_to("Files").back_to("More")


def for_a_group(person: Person, papers: Papers) -> None:
    """Letters and no names, to be filled in by hand."""
    person.tap("Groups").finds("A new group")
    person.starts_with("Sprogcaféen").sees("Who takes part").tap("A sheet to fill in")
    assert papers.printed("group") == 1
    person.back_to("Groups").back_to("More")


def to_pass_on(person: Person, papers: Papers) -> None:
    """In her language with Danish below."""
    person.tap("Outreach").tap("A card to pass on").sees("Print the card").tap("Print the card")
    assert papers.printed("card") == 1
    person.back_to("Outreach").back_to("More")


def to_come_back_with(person: Person, papers: Papers) -> None:
    """Three people keep one each."""
    person.tap("Recovery sheets").sees("None were made yet.").tap("Make the sheets")
    person.phone.find("button", person.t("Show and print"), patience_s=60)
    person.tap("Show and print")
    assert papers.printed("recovery") == 3
