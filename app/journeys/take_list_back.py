"""A list that came in wrong goes again, all of it that nobody has written on since."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col

from app.journeys.going_with import HANGING, take_away
from app.journeys.import_contacts import Progress
from app.ports import Ports
from app.records import Contact, SamePerson

PIECE = 50
"""Lines between two breaths: the screen lives, and shows how far we are."""


@dataclass(frozen=True)
class TakenBack:
    """How many lines went, and how many stay because somebody wrote on them."""

    gone: int
    left: int


async def take_list_back(ports: Ports, *, rows: Sequence[Contact], progress: Progress) -> TakenBack:
    """`rows` as they were kept: each goes with its words, in one write; on `NotKept` all of them stay."""
    kept, worked_on = {row.id: row for row in rows}, _worked_on(ports)
    there = ports.store.find(Contact, col(Contact.id).in_(kept))
    going = [row for row in there if row.id not in worked_on and row == kept[row.id]]
    with ports.store.write() as tx:
        for done, row in enumerate(going):
            if done % PIECE == 0:
                progress(done, len(going))
                await asyncio.sleep(0)
            take_away(ports, tx, row)
    return TakenBack(len(going), len(there) - len(going))


def _worked_on(ports: Ports) -> set[str]:
    """Whom somebody tried to reach, sent on, or joined to another line."""
    hanging = [one.contact for noun in HANGING for one in ports.store.find(noun, col(noun.contact) != "")]
    pairs = ports.store.find(SamePerson)
    return {*hanging, *(pair.one for pair in pairs), *(pair.other for pair in pairs)}
