"""make run: builds the app, makes a demo organisation once, and serves both on this machine until Ctrl-C.

python -m build.run            what was kept the last time is there again
python -m build.run --fresh    a new demo organisation, made as of today

The demo lies in an SQLite file. A hub of your own on PostgreSQL, in as many processes as you like:
BROBYGGER_HUB_DATA=postgresql://user@host/database .venv/bin/brobygger-hub serve --pwa build/out/pwa
"""

from __future__ import annotations

import argparse
import asyncio
import errno
import signal
import socket
from datetime import datetime
from pathlib import Path

import uvicorn

from build.demo import DemoPhones, StandingClock, is_made, make
from build.demo_page.site import DemoSite
from build.pwa.__main__ import make_page, own_version
from build.pwa.places import OUT
from sync.hub.app import hub
from sync.hub.serve import configured
from sync.hub.store import AlreadyOpen, HubStore

FIRST_PORT, PORTS = 8550, 50
HOST = "127.0.0.1"


def main() -> None:
    """The door of `make run`."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--fresh", action="store_true", help="forget the demo organisation and make a new one")
    ask.add_argument("--port", type=int, default=FIRST_PORT, help=f"the first port to try, else {FIRST_PORT}")
    ask.add_argument("--data", type=Path, default=OUT / "demo", help="where the demo organisation lives")
    ask.add_argument("--pwa", type=Path, help="serve this folder instead of building the app")
    said = ask.parse_args()
    print("Building the app …", flush=True)
    pwa = said.pwa or OUT / "pwa"
    if said.pwa is None:
        make_page(pwa, own_version())
    try:
        asyncio.run(run(pwa, said.data, said.port, fresh=said.fresh))
    except AlreadyOpen:
        raise SystemExit("The demo is running already, in another terminal.") from None
    except KeyboardInterrupt:
        print()


async def run(pwa: Path, data: Path, port: int, *, fresh: bool = False) -> None:
    """Serves until it is interrupted. Raises `AlreadyOpen` when another one has the data."""
    if fresh or not is_made(data):
        _nobody_has(data)
        print("Making a demo organisation …", flush=True)
        await make(data, StandingClock(datetime.now().replace(microsecond=0)))  # noqa: DTZ005 - the wall clock here
    with HubStore(data / "hub.db") as store, listening(port) as door:
        app = hub(store, pwa)
        phones = DemoPhones(data, app)
        config = configured(DemoSite(app, phones.invitation))
        config.timeout_graceful_shutdown = 1
        server = Server(config, f"http://{HOST}:{door.getsockname()[1]}/demo")
        try:
            await server.serve(sockets=[door])
        finally:
            await phones.close()


class Server(uvicorn.Server):
    """Says where it is once it can be ended, and ends quietly at Ctrl-C: uvicorn's own raises the signal again."""

    def __init__(self, config: uvicorn.Config, address: str) -> None:
        super().__init__(config)
        self._address = address

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn does it, and the one line that a person waits for."""
        await super().startup(sockets)
        print(f"\n  {self._address}\n\nCtrl-C ends it.", flush=True)

    def handle_exit(self, sig: int, frame: object) -> None:  # noqa: ARG002 - uvicorn's signature
        """A second Ctrl-C does not wait for anybody."""
        self.force_exit = self.should_exit and sig == signal.SIGINT
        self.should_exit = True


def listening(first: int) -> socket.socket:
    """A socket on the first free port from there, on this machine only."""
    for port in range(first, first + PORTS):
        try:
            return socket.create_server((HOST, port), backlog=128)
        except OSError as no:
            if no.errno != errno.EADDRINUSE:
                raise
    raise SystemExit(f"No free port from {first} to {first + PORTS - 1}.")


def _nobody_has(data: Path) -> None:
    """`AlreadyOpen` when a running demo has that folder: it would be pulled from under it."""
    if (data / "hub.db").is_file():
        HubStore(data / "hub.db").close()


if __name__ == "__main__":
    main()
