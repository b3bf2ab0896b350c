"""Through what a worker has for the doors: places, a round, a door to leave alone, a contact and one more try."""

from __future__ import annotations

import re

from tests.e2e.person import Person
from tests.e2e.side_ways import Stop
from tests.e2e.work_ways import companies


def outreach(person: Person, stop: Stop) -> None:
    """Begins and ends at one of the four doors."""
    person.to("People").tap("Places").sees("Opgang A")
    stop("places")
    person.tap("Add a place").sees("Sort of place")
    stop("place-new")
    person.back_to("Places").starts_with("Opgang A").sees("Please do not knock")
    stop("round")
    person.tap("Change").sees("Sort of place")
    stop("place-change")
    person.tap("Back").sees("Please do not knock").starts_with("Interested").tap("Write down who").sees(
        "What came of it"
    )
    stop("round-contact")
    person.tap("Back").sees("Please do not knock").tap("A door to leave alone").sees("Floor")
    stop("door-leave-alone")
    person.tap("Back").sees("Please do not knock").tap("End the round").sees("Your time here")
    stop("round-end")
    person.tap("Back").sees("Please do not knock").back_to("Places").starts_with("Sommerfesten").sees("End the round")
    stop("round-event")
    person.back_to("Places").back_to("People").tap("Log a contact").sees("What came of it")
    person.tap("Not now", "checkbox").sees("Why not now")
    stop("contact-not-now")
    person.tap("We talked", "checkbox").tap("More: phone, language, how and when").sees("How you met")
    person.phone.page.mouse.move(195, 500)
    person.phone.page.mouse.wheel(0, 500)
    stop("contact-more")
    person.back_to("People").starts_with("Nadia").tap("Tried again").sees("How you tried")
    stop("tried-again")
    person.tap("Back").sees("She said yes")
    stop("contact")
    person.tap("Send her on").sees("Where to")
    stop("send-on")
    person.tap("Back").sees("She said yes")
    person.back_to("People").starts_with("Abdirahman").sees("Without her yes").starts_with("Without her yes")
    person.sees("How you asked")
    stop("ask-for-yes")
    person.tap("Back").sees("Without her yes").starts_with("The same person as another line").sees(
        "Both lines stay. You can part them again."
    )
    stop("same-person")
    person.tap("Back").sees("Without her yes").back_to("People")
    _taps_those_who_go_soon(person)
    person.sees("Kept after the last talk")
    stop("about-to-go")
    person.back_to("People").to("More").tap("Outreach").sees("A card to pass on")
    stop("outreach")
    person.tap("Who we are").sees("In which language")
    stop("who-we-are")
    person.phone.tap("checkbox", "Soomaali")
    stop("who-we-are-somali")
    person.back_to("Outreach").tap("A card to pass on").sees("Print the card")
    stop("card")
    person.back_to("Outreach").tap("What there is nearby").sees("About")
    stop("offers")
    person.tap("Add something").sees("Languages spoken there")
    stop("offer-new")
    person.tap("Back").sees("Sprogcaféen").back_to("Outreach")
    companies(person, stop)
    person.tap("How far we reach").sees("Way by way")
    stop("reach")
    person.tap("Add how many there are").sees("How it was counted")
    stop("estimate-new")
    person.tap("Back").sees("Way by way").back_to("Outreach").back_to("More")


def _taps_those_who_go_soon(person: Person) -> None:
    """However many lines they are: a language may have a form for two of them."""
    one, many = "%(num)d line soon goes away by itself", "%(num)d lines soon go away by themselves"
    said = "|".join(re.escape(person.t.many(one, many, num)) for num in range(1, 20))
    found = person.phone.page.get_by_role("button", name=re.compile(said))
    person.phone.comes(lambda: found.count() > 0, "those who go soon")
    found.first.dispatch_event("click")
