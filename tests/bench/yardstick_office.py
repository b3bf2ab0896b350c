"""Before the yardstick's hub opens: an invented organisation founds itself there, and two workers are invited.

usage: python -m tests.bench.yardstick_office DATABASE_FILE

The founder's phone is a real one in a folder that is gone afterwards; nothing of it stays in the hub's process.
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from app.domain.roles import COORDINATOR, WORKER
from app.journeys.found import found_organisation
from app.journeys.invite import WEEK_S, invite, places_for
from app.journeys.tending import keep_in_step
from app.keys.enrolment import Card
from app.keys.native import NativeProvider
from app.platform.native import NativePlatform
from app.ports import DeviceClock, Ports
from sync.hub.app import hub
from sync.hub.store import HubStore
from tests.bench.yardstick import WHO, invitation

HUB = "http://hub.test"


async def found(database: Path, folder: Path) -> None:
    """The organisation with one area, and the invitations that `yardstick.invitation` names."""
    chosen: list[bytes] = []
    with HubStore(database) as store:
        wire = httpx.ASGITransport(hub(store))
        platform = NativePlatform(folder, hub_url=HUB, transport=wire)
        ports = Ports(
            platform, NativeProvider(lambda size: chosen.pop() if chosen else os.urandom(size)), DeviceClock()
        )
        code = store.new_organisation()
        card = Card("Karen", COORDINATOR, "owl")
        await found_organisation(ports, code=code, name="Broen", area="Egeparken", member=card, pin="246810")
        await keep_in_step(ports)
        for who in WHO:
            card, person = Card(f"Worker {who.upper()}", WORKER, "fox"), os.urandom(16)
            chosen.append(invitation(who))  # the first chance that is taken is the invitation's secret
            given = await invite(ports, member=card, grants=places_for(ports, WORKER), lives_s=WEEK_S, person=person)
            assert given.secret == invitation(who)
        ports.store.journal.connection.close()


if __name__ == "__main__":
    with TemporaryDirectory() as founder:
        asyncio.run(found(Path(sys.argv[1]), Path(founder)))
