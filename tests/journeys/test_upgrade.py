"""An app older than another: what it does not know is kept, shown after the upgrade, and spoilt by nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from app.journeys.contacts import change_contact, log_contact
from app.journeys.steps import add_step
from app.records import Contact, Step
from app.storage import nouns
from app.storage.on_the_way import unheard
from tests.world import Organisation, Phone


@contextmanager
def older_app() -> Iterator[None]:
    """Until now: an app to which nobody has told that there are steps, and that a contact may have a telephone."""
    known = nouns.nouns()
    contact = known["contact"]
    readers = {name: read for name, read in contact.readers.items() if name != "phone"}
    less = {name: one for name, one in known.items() if name != "step"} | {"contact": contact._replace(readers=readers)}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(nouns, "nouns", lambda: less)
        _forget()
        yield
    _forget()


def _forget() -> None:
    nouns.settable.cache_clear()
    nouns.slots.cache_clear()


def what_it_shows(phone: Phone) -> tuple[list[tuple[str, str]], list[str]]:
    """Contacts (name, telephone) and steps."""
    contacts = sorted((one.name, one.phone) for one in phone.store.find(Contact))
    return contacts, [one.text for one in phone.store.find(Step)]


def test_what_an_older_app_does_not_know_it_keeps_and_shows_after_the_upgrade(org: Organisation) -> None:
    world, worker, karen = org.world, org.worker, org.coordinator.ports
    log_contact(
        karen, row=karen.new_row(), name="Hodan", phone="+45 20 30 40 50", outcome="interested", met_on=karen.today()
    )
    mentor = org.mentor.ports
    add_step(mentor, row=mentor.new_row(), mentee=org.cover(org.mentor), text="Take the bus")
    world.sync_all()
    worker.lock()

    with older_app():
        worker.unlock()
        assert what_it_shows(worker) == ([("Hodan", "")], [])
        (hodan,) = worker.store.find(Contact)
        change_contact(worker.ports, shown=hodan, saw=worker.store.seen(hodan), name="Hodan Ali")
        worker.sync()
        assert not unheard(worker.store)
        worker.kill()

    worker.cut()
    worker.unlock()
    assert what_it_shows(worker) == ([("Hodan Ali", "+45 20 30 40 50")], ["Take the bus"])
    worker.mend()
    world.sync_all()
    assert what_it_shows(org.coordinator) == what_it_shows(worker)


def test_what_is_new_reaches_an_older_app_while_it_runs_and_is_there_after_the_upgrade(org: Organisation) -> None:
    worker, karen = org.worker, org.coordinator.ports
    worker.lock()
    with older_app():
        worker.unlock()
        log_contact(worker.ports, row=worker.ports.new_row(), name="Ifrah", outcome="interested", met_on=karen.today())
        worker.sync()
        worker.kill()
    log_contact(
        karen, row=karen.new_row(), name="Hodan", phone="+45 20 30 40 50", outcome="interested", met_on=karen.today()
    )
    org.coordinator.sync()
    with older_app():
        worker.unlock()
        worker.sync()
        assert [name for name, _ in what_it_shows(worker)[0]] == ["Hodan", "Ifrah"]
        assert what_it_shows(worker)[0][0][1] == ""
        worker.kill()

    worker.cut()
    worker.unlock()

    assert what_it_shows(worker)[0] == [("Hodan", "+45 20 30 40 50"), ("Ifrah", "")]
    assert ("Ifrah", "") in what_it_shows(org.coordinator)[0]
