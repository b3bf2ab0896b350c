"""Trying again: every try counts, "not now" has a day, and being tried is not being met."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.contacted import contacted, engaged, tries
from app.domain.followups import followups_due, is_due
from app.journeys.attempts import tries_of, try_again
from app.journeys.contacts import log_contact
from app.ports import Refusal
from app.records import Contact
from tests.world import Organisation, Phone


def log(phone: Phone, /, **said: object) -> Contact:
    return log_contact(phone.ports, row=phone.ports.new_row(), **({"name": "Green door"} | said))  # type: ignore[arg-type]


def again(phone: Phone, contact: Contact, outcome: str, **said: object) -> None:
    shown = phone.store.get(Contact, contact.id)
    assert shown
    row = phone.ports.new_row()
    try_again(phone.ports, row=row, shown=shown, saw=phone.store.seen(shown), outcome=outcome, **said)  # type: ignore[arg-type]


def now(phone: Phone, contact: Contact) -> Contact:
    there = phone.store.get(Contact, contact.id)
    assert there
    return there


def test_tries_of_two_phones_without_signal_add_up(org: Organisation) -> None:
    contact = log(org.worker, outcome="nobody_home")
    org.world.sync_all()
    org.worker.cut()
    org.coordinator.cut()
    again(org.worker, contact, "nobody_home", channel="door")
    again(org.coordinator, contact, "nobody_home", channel="phone")
    org.world.later(minutes=5)
    again(org.coordinator, contact, "interested", channel="phone")
    org.worker.mend()
    org.coordinator.mend()
    org.world.sync_all()

    for phone in (org.worker, org.coordinator):
        assert tries(contact, len(tries_of(phone.ports, contact))) == 4
        assert now(phone, contact).outcome == "interested"


def test_who_was_not_at_home_is_still_what_she_was(org: Organisation) -> None:
    contact = log(org.worker, outcome="interested")
    org.world.later(days=8)
    later = org.worker.ports.today() + timedelta(days=7)
    again(org.worker, contact, "nobody_home", followup_on=later)

    kept = now(org.worker, contact)
    assert (kept.outcome, kept.met_on, kept.followup_on) == ("interested", contact.met_on, later)


def test_not_now_is_no_loss_it_comes_back_on_its_day(org: Organisation) -> None:
    contact = log(org.worker, outcome="talked")
    month = org.worker.ports.today() + timedelta(days=30)
    again(org.worker, contact, "not_now", followup_on=month, declined="danish_first")
    kept = now(org.worker, contact)
    assert (kept.outcome, kept.declined) == ("not_now", "danish_first")

    def due() -> list[str]:
        today = org.worker.ports.today()
        return [one.contact.id for one in followups_due(org.worker.store.find(Contact, is_due(today)), today)]

    assert due() == []
    org.world.later(days=30)
    assert due() == [contact.id]


def test_her_day_stands_when_nobody_was_home_and_is_over_once_the_two_spoke(org: Organisation) -> None:
    month = org.worker.ports.today() + timedelta(days=30)
    contact = log(org.worker, outcome="not_now", followup_on=month)
    org.world.later(days=1)
    again(org.worker, contact, "nobody_home")
    assert now(org.worker, contact).followup_on == month

    org.world.later(days=31)
    again(org.worker, contact, "nobody_home", followup_on=month)
    assert now(org.worker, contact).followup_on == month
    with pytest.raises(Refusal):
        again(org.worker, contact, "talked", followup_on=month)
    again(org.worker, contact, "talked")
    assert now(org.worker, contact).followup_on is None


def test_being_tried_being_met_and_something_begun_are_three_things() -> None:
    told = {
        "nobody_home": (False, False),
        "": (False, False),
        "talked": (True, False),
        "not_now": (True, False),
        "interested": (True, True),
        "of a newer app": (False, False),
    }
    for outcome, expected in told.items():
        contact = Contact(outcome=outcome)
        assert (contacted(contact), engaged(contact)) == expected, outcome
    assert engaged(Contact(outcome="talked", next_step="go_along"))
    assert not engaged(Contact(outcome="nobody_home", next_step="visit"))


def test_what_was_chosen_of_a_talk_reaches_the_colleague(org: Organisation) -> None:
    said = {"spoken": "by_phone", "topics": "work,letters", "next_step": "go_along", "language": "so"}
    contact = log(org.worker, outcome="talked", **said)
    org.world.sync_all()

    there = now(org.coordinator, contact)
    assert {name: getattr(there, name) for name in said} == said


def test_what_no_screen_offers_is_a_mistake_that_is_heard(org: Organisation) -> None:
    for wrong in ({"spoken": "x"}, {"topics": "work,x"}, {"next_step": "x"}, {"declined": "x"}):
        with pytest.raises(ValueError, match="does not know"):
            log(org.worker, **wrong)
    contact = log(org.worker)
    for outcome, day in (("", None), ("talked", org.worker.ports.today() - timedelta(days=1))):
        with pytest.raises(Refusal):
            again(org.worker, contact, outcome, followup_on=day)
    assert tries_of(org.worker.ports, contact) == []
