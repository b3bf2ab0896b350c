"""My voice in the studio: I say once that everybody here may hear it, and may take all of it back."""

from __future__ import annotations

import asyncio
from datetime import date

from sqlmodel import col

from app.domain.beside import beside
from app.journeys.attachments import remove_file
from app.journeys.spoken import with_sound
from app.ports import Ports
from app.records import Attachment, Recorded

AT_ONCE = 100
"""Recordings in one step of writing."""


def my_recordings(ports: Ports) -> list[Recorded]:
    """All that is here, the first one first."""
    return with_sound(ports, _mine(ports))


def agreed_on(ports: Ports) -> date | None:
    """Since when everybody may hear me; None before I said so, and once I have taken all of it back."""
    return next((one.agreed_on for one in my_recordings(ports) if one.agreed_on), None)


async def take_my_voice_back(ports: Ports) -> None:
    """Every recording of mine goes, from every phone and from the hub."""
    store, mine = ports.store, _mine(ports)
    for at in range(0, len(mine), AT_ONCE):
        with store.write() as tx:
            for one in mine[at : at + AT_ONCE]:
                sound = store.get(Attachment, beside(one.id, "sound"), one.space)
                if sound is not None:
                    remove_file(ports, tx, sound)
                tx.remove(one, store.seen(one).settling())
        await asyncio.sleep(0)


def _mine(ports: Ports) -> list[Recorded]:
    """Every row that names me, also one whose sound is gone."""
    mine = col(Recorded.speaker) == ports.me.person.hex()
    return ports.store.find(Recorded, mine, order_by=(col(Recorded.recorded_on), col(Recorded.id)))
