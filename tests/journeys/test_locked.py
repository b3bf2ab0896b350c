"""What was asked of the records is forgotten with them."""

from __future__ import annotations

import gc
from weakref import ref

from sqlmodel import col

from app.journeys.contacts import log_contact
from app.records import Contact
from tests.world import World

SOUGHT = "Ærø "


def held(text: str) -> int:
    """How many texts in this process say that."""
    gc.collect()
    return sum(getattr(one, "value", None) == text for one in gc.get_objects() if type(one).__name__ == "BindParameter")


def test_after_the_lock_nothing_says_what_was_sought() -> None:
    with World(seed=5) as world:
        phone, sought = world.found(), SOUGHT + "Havnegade 7"
        log_contact(phone.ports, row=phone.ports.new_row(), name="Hodan", outcome="talked")
        assert phone.store.find(Contact, col(Contact.address) == sought) == []
        assert held(sought)
        phone.lock()
        assert not held(sought)


def test_after_the_lock_nothing_holds_the_journal_and_what_the_logs_told() -> None:
    with World() as world:
        phone = world.found()
        journal = ref(phone.store.journal)
        phone.lock()
        gc.collect()
        assert journal() is None
