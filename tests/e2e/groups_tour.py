"""Through the groups: the list, one of them, who came, who takes part, and asking after who did not come."""

from __future__ import annotations

from tests.e2e.camera import at_rest
from tests.e2e.person import PIN, Person
from tests.e2e.side_ways import Stop


def groups(person: Person, stop: Stop) -> None:
    """Begins and ends on More."""
    person.tap("Groups").finds("A new group")
    stop("groups")
    person.tap("A new group").sees("What the group is called")
    stop("group-new")
    person.tap("Back").starts_with("Sprogcaféen").sees("Who takes part")
    stop("group")
    person.tap("Choose who").finds("Done")
    stop("group-who")
    person.tap("Done").tap("We meet").finds("Who came")
    stop("group-meets")
    person.tap("Who came").finds("Done")
    stop("group-who-came")
    person.phone.page.mouse.move(195, 500)
    person.phone.page.mouse.wheel(0, 2000)
    stop("group-topics")
    person.tap("Back").sees("Who takes part").back_to("Groups").back_to("More").to("Today")
    person.phone.tap("button", person.t("Ask after %(name)s", name="Amina Haddad"), exact=False)
    person.finds("We talked")
    stop("ask-after")
    person.tap("Tried, not reached").sees("Not reached")
    stop("ask-after-tried")
    person.tap("Back").sees("Groups")
    person.phone.page.mouse.move(195, 500)
    for _ in range(4):  # one turn of the wheel goes half a glass at most
        person.phone.page.mouse.wheel(0, 2000)
        at_rest(person.phone)
    stop("file-with-groups")
    person.tap("Back").to("More")


def takes_a_time(person: Person, stop: Stop) -> None:
    """A mentor, from More to the meeting of mentors and back."""
    person.tap("Advice from colleagues").tap("Mentor meetings")
    person.phone.find("heading", person.t("Mentor meetings"))
    stop("mentor-meetings")
    person.phone.tap("button", "Beboerhuset", exact=False)
    person.finds("Give it back")
    stop("mentor-meeting")
    person.back_to("Mentor meetings").back_to("Advice from colleagues").back_to("More")


def plans_a_time(person: Person, stop: Stop) -> None:
    """A coordinator, from More; she reads who comes when."""
    person.tap("Advice from colleagues").tap("Mentor meetings").tap("Plan a mentor meeting").sees("All together")
    stop("mentor-meeting-new")
    person.tap("Back").phone.tap("button", "Beboerhuset", exact=False)
    person.finds("Call it off")
    stop("mentor-meeting-planned")
    person.back_to("Mentor meetings").back_to("Advice from colleagues").back_to("More")


def choose_each_other(person: Person, stop: Stop) -> None:
    """A coordinator at an event, from More: who is here, the phone goes round, the lock, the pair.

    Zahra and Lise are proposed on Monday, one a tour: a pair that is asked already is not told of.
    """
    phone = person.phone
    person.tap("Mentors").tap("They choose each other at an event").sees("Mentors who are here")
    for name in ("Amina Haddad", "Jonas Bech", "Lise Holm"):
        phone.tap("checkbox", name, exact=False)
    stop("event")
    person.tap("Turn the phone to them").sees("Who are you?")
    stop("event-who-are-you")
    for me, other in (("Amina Haddad", "Jonas Bech"), ("Jonas Bech", "Amina Haddad")):
        person.starts_with(me).sees("Whom would you like to meet?")
        phone.page.get_by_role("button", name=other).or_(
            phone.page.get_by_role("checkbox", name=other)
        ).first.dispatch_event("click")
        stop("event-whom")
        person.tap("Done").sees("Thank you. Give the phone on.")
    person.tap("Close with your lock").sees("Your PIN").digits(PIN).sees("Both said yes")
    stop("event-pair")
    person.back_to("Mentors").tap("Back").to("More")


def my_offer(person: Person, stop: Stop) -> None:
    """A mentor, from More."""
    person.tap("What I offer as a mentor").sees("Room for")
    stop("my-offer")
    person.back_to("More")
