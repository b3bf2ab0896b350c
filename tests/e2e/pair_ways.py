"""The way through what a pair has: her file, the agreement, a message to her, the conversation."""

from __future__ import annotations

from tests.e2e.person import Person
from tests.e2e.side_ways import Stop


def file_of_a_mentee(person: Person, stop: Stop) -> None:
    """From People and back to it."""
    person.to("People")
    person.phone.tap("button", "Amina Haddad", exact=False)
    person.sees("Agreement")
    stop("file")
    scroll(person)
    stop("file-below")
    person.tap("Change").sees("How often")
    stop("agreement")
    scroll(person)
    stop("agreement-below")
    person.tap("Back").sees("Agreement").tap("Add a step").sees("Who does it")
    stop("step")
    person.tap("Back").sees("Agreement").tap("What she wants")
    person.sees("She sees the steps as stones on the way. One step leads to one dream.")
    stop("her-wants")
    person.tap("Back").sees("Agreement").tap("Reaching her safely").sees("A message is safe")
    stop("reach")
    person.tap("Back").sees("Agreement").tap("Let prompts rest").sees("How long")
    stop("rest")
    person.tap("Back").sees("Agreement").tap("Back")


def around_a_meeting(person: Person, stop: Stop) -> None:
    """One to come: its page, reminding her; today's: going along; then the log with everything under *More*."""
    person.to("Today").phone.tap("button", "Syværkstedet", exact=False)
    person.sees("When")
    stop("meeting-next")
    person.tap("Remind her").sees("Her number and safe times")
    stop("remind")
    person.tap("Back").sees("When").tap("Back").sees("Today").to("Meetings")
    person.phone.tap("button", "Caféen", exact=False)  # whatever the hour, it is the first of that place here
    person.sees("When").tap("We go to an office or a doctor together").sees("Where to")
    stop("errand")
    person.tap("Back").sees("When").tap("Talk it over").sees("The best hope")
    stop("conversation")
    person.tap("Back").sees("When").tap("Tell how it went").sees("Time together")
    stop("log")
    person.tap("More: topics, place, note").sees("How you spoke")
    scroll(person, 700)
    stop("log-more")
    scroll(person)
    stop("log-note")
    person.tap("It did not happen", "checkbox").sees("How it came")
    stop("log-did-not")
    person.tap("Back").sees("When").tap("Back")


def scroll(person: Person, pixels: int = 2500) -> None:
    """Down."""
    person.phone.page.mouse.move(195, 500)
    person.phone.page.mouse.wheel(0, pixels)
