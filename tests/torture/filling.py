"""The disk is full, on the phone and on the hub, at another place each time; it is said, and goes on afterwards."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import cast

from sync.errors import Busy
from tests.e2e.hub import RunningHub
from tests.hub.phones import Hub, Phone, row
from tests.hub.server import Server
from tests.torture.people import Writer, judge, organisation, port_of
from tests.torture.tally import Tally

SHORT, LONG = 12, 200  # times full
PAGE = 4096
TINY = "1m"
PATIENCE_S = 60
Fill = Callable[[Server], AbstractContextManager[None]]


def limit(process: int, size: int) -> None:
    """No file of that process grows further. Python ignores SIGXFSZ, so a write just fails."""
    resource.prlimit(process, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def phone_fills(times: int, chance: random.Random, tally: Tally) -> None:
    """A real phone that writes and syncs: in the middle of either no file of it grows any more, and then they do."""
    with organisation(9) as folder, RunningHub(folder) as hub:
        sofie = Writer(folder, "Sofie", port_of(hub))
        try:
            for _ in range(times):
                sofie.wait_for(chance.randrange(3, 20))
                largest = max(path.stat().st_size for path in (folder / "phones" / "Sofie").rglob("*.db*"))
                limit(sofie.process.pid, largest + PAGE * chance.randrange(6))
                tally.faults += 1
                sofie.wait_for(2, "full")
                limit(sofie.process.pid, resource.RLIM_INFINITY)
                sofie.wait_for(1, "went")
        finally:
            sofie.kill()
        tally.crashes += len(sofie.broke())
        judge(folder, hub, sofie.rows(), tally)


def hub_fills(database: Path, times: int, fill: Fill, tally: Tally) -> None:
    """Pushes of some size until the hub says «come back later»; once there is room it takes the same, and has all."""
    server = Server(database)
    try:
        karen = Phone(cast("Hub", server))
        karen.found_organisation()
        area = karen.found_circle()
        bodies: set[bytes] = set()
        for turn in range(times):
            tally.faults += 1
            with fill(server):
                refused = False
                while not refused:
                    rows = [(row((turn, len(bodies), one)), os.urandom(3_000)) for one in range(4)]
                    push = karen.push_of(area, 0, *rows)
                    try:
                        assert karen.sync(pushes=(push,)).push_answers == (None,)
                    except Busy:
                        refused = True
                    else:
                        karen.remember(push)
                        bodies |= {body for _, body in rows}
            patience = monotonic() + PATIENCE_S
            while karen.sync(pushes=(push,)).push_answers != (None,):
                assert monotonic() < patience
            karen.remember(push)
            bodies |= {body for _, body in rows}
        server.kill()
        karen.hub = cast("Hub", server)
        karen.got.clear()
        karen.sync_all(cursor=b"")
        tally.acknowledged += len(bodies)
        tally.lost += len(bodies - {piece.sealed for piece in karen.got if hasattr(piece, "sealed")})
    finally:
        _, said = server.stop(signal.SIGKILL)
        tally.server_errors += said.count("Traceback")


@contextmanager
def no_file_grows(server: Server) -> Iterator[None]:
    """Some pages further than now."""
    files = [path for path in Path(server.database).parent.iterdir() if path.is_file()]
    limit(server.process.pid, max(file.stat().st_size for file in files) + 5 * PAGE)
    yield
    limit(server.process.pid, resource.RLIM_INFINITY)


@contextmanager
def ballast(server: Server) -> Iterator[None]:
    """All that is left on that disk but a little."""
    folder = Path(server.database).parent
    file = folder / "ballast"
    free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
    file.write_bytes(bytes(max(0, free - 20 * PAGE)))
    yield
    file.unlink()


@contextmanager
def tiny_disk(tally: Tally) -> Iterator[Path | None]:
    """A file system of a MiB, where we may make one."""
    with TemporaryDirectory(dir="/dev/shm") as folder:
        made = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={TINY}", "tmpfs", folder], capture_output=True, check=False
        )
        if made.returncode:
            tally.say("no small disk could be mounted here, so only limits of size were tried")
            yield None
            return
        try:
            yield Path(folder)
        finally:
            with suppress(subprocess.CalledProcessError):
                subprocess.run(["umount", folder], check=True)


def torture(times: int) -> Tally:
    """A third each: the phone, the hub by a limit on its files, the hub on a disk of a MiB."""
    tally, chance = Tally(runs=3), random.Random(times)
    with tally.watching("a full phone"):
        phone_fills(times // 3, chance, tally)
    with TemporaryDirectory(dir="/dev/shm") as folder, tally.watching("a full hub"):
        hub_fills(Path(folder) / "hub.db", times // 3, no_file_grows, tally)
    with tiny_disk(tally) as disk, tally.watching("a hub on a small disk"):
        if disk:
            hub_fills(disk / "hub.db", times // 3, ballast, tally)
    return tally
