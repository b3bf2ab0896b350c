"""From the first thing that a start shows until the app is there, however slowly it comes, the page is never empty."""

from __future__ import annotations

from tests.e2e.browser import Phone
from tests.e2e.organisation import Organisation
from tests.e2e.painted import Painted
from tests.e2e.person import PIN, Person
from tests.e2e.reception import NewPhone

SLOW = 4
LOCKED = "document.querySelector('#lock')?.hidden === false"
PAINTS_ON_MS = 1500
"""What can be read is painted soon after."""


def is_asked_her_language(phone: Phone) -> None:
    phone.until("!document.getElementById('splash')", "the end of the splash")
    phone.awake().sees("Dansk")
    phone.page.wait_for_timeout(PAINTS_ON_MS)


def test_who_was_never_here_sees_the_bridge_until_her_first_question(
    organisation: Organisation, new_phone: NewPhone
) -> None:
    phone = new_phone("newcomer", fresh=True)
    with Painted(phone, slower=SLOW) as painted:
        phone.open(organisation.wire.url + "/", semantics=False)
        is_asked_her_language(phone)
    assert painted.empty() == []


def test_who_unlocks_sees_the_lock_until_her_first_screen(sofie: Person) -> None:
    sofie.phone.open(sofie.address, semantics=False)
    with Painted(sofie.phone, slower=SLOW) as painted:
        sofie.phone.pin(PIN)
        sofie.sees("Today").phone.page.wait_for_timeout(PAINTS_ON_MS)
    assert painted.empty() == []


def test_somebody_new_where_others_are_sees_the_lock_or_the_bridge_until_her_first_question(
    sofie: Person, organisation: Organisation
) -> None:
    phone = sofie.phone.open(sofie.address, semantics=False)
    with Painted(phone, slower=SLOW) as painted:
        phone.until(LOCKED, "the lock")
        phone.page.locator("#lock [data-picture=new]").click()
        is_asked_her_language(phone)
    assert painted.empty() == []

    phone.open("about:blank", semantics=False)
    with Painted(phone, slower=SLOW) as painted:
        phone.open(f"{organisation.wire.url}/#join=AAAAAAAAAAAAAAAAAAAAAA", semantics=False)
        is_asked_her_language(phone)
    assert painted.empty() == []
