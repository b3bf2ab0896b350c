"""What somebody took away leaves the disks, too: each phone empties what it said of a contact that stays away."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice

from app.domain.expiring import OTHERS_WAIT_DAYS
from app.journeys.lease import DAYS
from app.ports import Ports
from app.records import Contact
from app.storage.writing import Tx
from sync.version import GONE


def empty_what_went(ports: Ports, tx: Tx, day: date, limit: int) -> None:
    """Whoever had not heard that it went has had five weeks: after that a phone reads nothing of it till it has.

    Two that empty it at once would bring the line back, so the authors of a row go one after the other.
    """
    gone = sorted((since, before, key) for key, (since, before) in ports.store.still_said(Contact).items())
    waits = ((key, since.date() + timedelta(days=DAYS + before * OTHERS_WAIT_DAYS)) for since, before, key in gone)
    for space, row in islice((key for key, until in waits if day >= until), limit):
        _empty(ports, tx, Contact(id=row, space=space))


def _empty(ports: Ports, tx: Tx, line: Contact) -> None:
    store = ports.store
    told = {name: said for name, said in store.said_here(line).items() if name != GONE and said}
    if {*told, GONE} <= store.may_set(line.space, "contact"):
        saw, blank = store.seen(line).settling(), {name: Contact.model_fields[name].default for name in told}
        tx.change(Contact(id=line.id, space=line.space, **told), saw, **blank)
        tx.remove(line, saw)
