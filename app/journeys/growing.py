"""From a nickname to a person: she says yes to being written down, takes it back, takes part, has a file."""

from __future__ import annotations

from sqlmodel import col

from app.domain.cpr import refuse_cpr
from app.domain.interpreting import refuse_child
from app.domain.text import tidy
from app.i18n import N_
from app.journeys.one_person import also_written_as
from app.ports import Ports, Refusal
from app.records import Contact, Mentee
from app.storage.saw import Saw


def said_yes(ports: Ports, *, shown: Contact, saw: Saw, name: str, explained: str) -> Contact:
    """We may keep her name from today. `explained` = how she was asked: never through a child."""
    name = tidy(name)
    if not name:
        raise Refusal(N_("Write what she is called."))
    refuse_cpr(name)
    refuse_child(explained)
    with ports.store.write() as tx:
        return tx.change(shown, saw, name=name, consented_on=ports.today(), explained=explained)


def took_it_back(ports: Ports, *, shown: Contact, saw: Saw) -> Contact:
    """She no longer wants to be written down: the line goes away by itself, or at once by *take away*."""
    with ports.store.write() as tx:
        return tx.change(shown, saw, consented_on=None, explained="", joined_on=None)


def takes_part(ports: Ports, *, shown: Contact, saw: Saw) -> Contact:
    """From today; only somebody who said yes."""
    if shown.consented_on is None:
        raise Refusal(N_("Ask her first whether she may be written down."))
    with ports.store.write() as tx:
        return tx.change(shown, saw, joined_on=ports.today())


def files_of_contact(ports: Ports, contact: Contact) -> list[Mentee]:
    """What was opened from her line, or from another line of hers; of the files that this person shares."""
    lines = [contact.id, *(other.id for other in also_written_as(ports, contact))]
    return ports.store.find(Mentee, col(Mentee.contact).in_(lines), order_by=(col(Mentee.name), col(Mentee.id)))
