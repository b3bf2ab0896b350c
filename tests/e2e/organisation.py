"""The demo organisation under a walk: a folder of its own, a hub of its own, the wire to it, and invitations."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from build.demo import DemoPhones, StandingClock, make
from sync.hub.app import hub
from sync.hub.store import HubStore
from tests.e2e.hub import RunningHub
from tests.e2e.wire import Wire


def make_organisation(folder: Path) -> None:
    """Made by its people's journeys, as of now."""
    asyncio.run(make(folder, StandingClock(datetime.now().replace(microsecond=0))))  # noqa: DTZ005 - the browsers' clock


@dataclass
class Organisation:
    """A copy of the demo organisation, a hub of its own, and the wire that phones go through."""

    folder: Path
    hub: RunningHub
    wire: Wire

    def link(self, key: str) -> str:
        """A fresh invitation for one of its people; only while the hub is not running."""

        async def invited() -> str:
            with HubStore(self.folder / "hub.db") as store:
                theirs = DemoPhones(self.folder, hub(store))
                try:
                    return await theirs.invitation(key)
                finally:
                    await theirs.close()

        with ThreadPoolExecutor(1) as aside:  # Playwright's loop runs in this thread
            return f"{self.wire.url}/#join={aside.submit(lambda: asyncio.run(invited())).result()}"
