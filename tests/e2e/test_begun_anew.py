"""A first start that is cut short by a reload, or by a phone that drops the tab, goes on with the same invitation."""

from __future__ import annotations

from tests.e2e.organisation import Organisation
from tests.e2e.person import PIN, Person
from tests.e2e.reception import NewPhone

RESTING = "sessionStorage.getItem('join')"


def test_a_reload_in_the_middle_of_the_first_start_keeps_the_invitation_until_she_is_in(
    organisation: Organisation, new_phone: NewPhone
) -> None:
    organisation.hub.kill()
    link = organisation.link("sofie")
    organisation.hub.start()
    organisation.wire.lead_to(organisation.hub.url)
    sofie = Person(new_phone("sofie"), address=organisation.wire.url + "/")
    phone = sofie.phone.open(link)
    sofie.chooses_language().sees("Go on").tap("Go on").sees("Choose a picture")

    phone.page.reload(wait_until="commit")
    assert "join" not in phone.page.url
    sofie.phone.awake()
    sofie.chooses_language().from_the_welcome()
    sofie.sees("Today")
    assert phone.ask(RESTING) is None

    phone.page.reload(wait_until="commit")
    phone.pin(PIN)
    sofie.sees("Today")


def test_who_turns_from_an_invitation_to_the_lock_leaves_it(sofie: Person, organisation: Organisation) -> None:
    phone = sofie.phone.open(f"{organisation.wire.url}/#join=AAAAAAAAAAAAAAAAAAAAAA")
    phone.sees("Dansk")
    assert phone.ask(RESTING)

    sofie.tap("Back").phone.pin(PIN)
    sofie.sees("Today")
    assert phone.ask(RESTING) is None
