"""Side ways of the tours: companies, a place of work from its weeks to the talk at the end."""

from __future__ import annotations

from tests.e2e.person import Person
from tests.e2e.side_ways import Stop


def companies(person: Person, stop: Stop) -> None:
    """Begins and ends at *Outreach*."""
    person.tap("Companies").sees("Café Nord")
    stop("companies")
    person.tap("Add a company").sees("Whom we speak with")
    stop("company-new")
    person.tap("Back").sees("Café Nord").starts_with("Syværkstedet Tråden").sees("Who has been there")
    stop("company")
    person.back_to("Companies").back_to("Outreach")


def places_of_work(person: Person, stop: Stop) -> None:
    """Begins and ends in the file."""
    person.starts_with("Places of work").sees("Syværkstedet Tråden")
    stop("work")
    person.tap("A new place").sees("Hours a week")
    stop("work-new")
    person.tap("Back").sees("Syværkstedet Tråden").starts_with("Café Nord").sees("The ladder of hours")
    stop("work-ended")
    person.back_to("Places of work").starts_with("Syværkstedet Tråden").sees("The ladder of hours")
    stop("work-place")
    person.phone.page.mouse.move(195, 500)
    person.phone.page.mouse.wheel(0, 2000)
    stop("work-place-more")
    person.tap("Tell how a week was").sees("How the weeks were")
    stop("work-weeks")
    person.tap("Back").sees("The ladder of hours").tap("The company's card").sees("Show the card")
    stop("work-card")
    person.tap("Back").sees("The ladder of hours").tap("Next rung").sees("Hours a week")
    stop("work-rung")
    person.tap("Back").sees("The ladder of hours").tap("It ends: talk it over").sees("What she is proud of")
    stop("work-end")
    person.tap("Go on").sees("What comes next")
    stop("work-end-next")
    person.tap("Back").sees("The ladder of hours").back_to("Places of work").tap("Back").sees("Around her")
