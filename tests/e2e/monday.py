"""A coordinator's Monday: what waits, the case load, one file, and looking it all through."""

from __future__ import annotations

import re

from app.i18n import danish
from tests.e2e.person import Person
from tests.e2e.side_ways import Stop


def monday(person: Person, stop: Stop) -> None:
    """From Today through every screen of the desk; ends on Today, with a task given to Karen."""
    phone = person.phone
    person.sees("To do")
    stop("desk-today")
    person.to("More").tap("Files").finds("My tasks")
    stop("desk-files")
    phone.tap("button", "Amina Haddad", exact=False)
    person.sees("Around her")
    stop("desk-file")
    person.starts_with("Tracks").sees("Begin with")
    stop("desk-tracks")
    phone.page.get_by_role("button", name=person.t("Step back")).first.dispatch_event("click")
    person.sees("Why it rests")
    stop("desk-track-rests")
    person.tap("Back").sees("Around her").starts_with("Contact person").finds("Hand the file over")
    stop("desk-contact")
    person.tap("Hand the file over").sees("Who takes over")
    phone.tap("checkbox", "Karen Østerby", exact=False)
    person.tap("More slowly", "checkbox")
    stop("desk-hand-over")
    person.tap("Hand over").sees("Not taken over yet")
    stop("desk-handed-over")
    person.tap("Back").sees("Around her").starts_with("A mentor for her").sees("What she wishes")
    stop("desk-match")
    phone.page.get_by_role("button", name=person.t("Ask both")).first.dispatch_event("click")
    person.sees("The three of you meet")
    stop("desk-match-asked")
    person.tap("Back").sees("Around her").starts_with("The end").sees("A planned end")
    stop("desk-end")
    person.tap("Back").sees("Around her")
    _on_paper(person, stop)
    person.tap("A new task").sees("What is to be done")
    person.tap("Look at her plan with her", "checkbox")
    stop("desk-new-task")
    person.tap("Keep").sees("Around her")
    person.back_to("Files")
    phone.tap("button", person.t.many("Look through %(num)d file", "Look through %(num)d files", 1))
    person.sees("Has she been met?")
    phone.page.get_by_role("checkbox", name=person.t("No"), exact=True).last.dispatch_event("click")
    person.tap("We wait for her", "checkbox")
    phone.tap("checkbox", "Karen Østerby", exact=False)
    stop("desk-look")
    phone.page.mouse.move(195, 500)
    phone.page.mouse.wheel(0, 2000)
    stop("desk-look-decided")
    person.tap("Keep, and the next").sees("You have been through all files.")
    stop("desk-looked")
    person.tap("To the files").tap("My tasks").phone.find("heading", person.t("My tasks"))
    stop("desk-tasks")
    person.tap("Back").to("More").tap("Mentors").finds("Somebody is interested")
    stop("desk-mentors")
    phone.tap("button", "Zahra Nielsen", exact=False)
    person.sees("The way to being a mentor")
    stop("desk-mentor")
    person.tap("Back").finds("Somebody is interested").tap("Back").to("Today")


def _on_paper(person: Person, stop: Stop) -> None:
    """The page for the municipality, ticked with her, printed to PDF: one page, and only what was ticked."""
    page = person.phone.page
    person.starts_with("On paper").sees("On paper")
    stop("desk-paper")
    person.starts_with("To the municipality").sees("We have looked through it together")
    for words in ("Contact person", "We have looked through it together"):
        name = person.t(words)
        page.get_by_role("checkbox", name=name).or_(page.get_by_role("button", name=name)).first.dispatch_event("click")
    stop("desk-municipality")
    person.tap("Show the page")
    paper = page.locator("#paper")
    paper.wait_for()
    assert danish()("Contact person") in paper.inner_text()
    assert danish()("Meetings held") not in paper.inner_text()
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1
    stop("desk-municipality-page")
    person.puts_the_paper_away()
    person.back_to("On paper")
    for words, name in (("Her plan", "desk-plan-page"), ("A hand-over", "desk-hand-over-page")):
        person.starts_with(words)
        paper.wait_for()
        stop(name)
        person.puts_the_paper_away()
    person.sees("On paper").tap("Back").sees("Around her")
