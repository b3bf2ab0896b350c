"""Many contacts on a native phone, kept the way the app keeps them, a thousand at a time."""

from __future__ import annotations

from datetime import timedelta

from app.ports import Ports
from app.records import Contact
from tests.bench.people import contacts

OUTCOMES = ("talked", "not_now", "nobody_home")
PIECE = 1000


def fill(ports: Ports, how_many: int, seed: int = 8) -> None:
    """So many contacts more in her area, met over the last two months; one in twenty waits for a visit.

    Without anybody's yes: what is older would be gone from the phone before it is counted.
    """
    area, today = ports.store.space("area"), ports.today()
    waiting = list(enumerate(contacts(how_many, seed)))
    for start in range(0, how_many, PIECE):
        with ports.store.write() as tx:
            for number, said in waiting[start : start + PIECE]:
                tx.add(
                    Contact(
                        id=ports.new_row(),
                        space=area,
                        met_on=today - timedelta(days=number % 60),
                        followup_on=today - timedelta(days=number % 60) if number % 20 == 0 else None,
                        outcome=OUTCOMES[number % 3],
                        **said,
                    )
                )
