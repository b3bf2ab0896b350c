"""A whole browser made some times slower: its processes run one part of every 20 ms and stand still for the rest.

By a freezer cgroup of our own where this machine lets us make one, else by SIGSTOP and SIGCONT.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from tests.e2e.chromium import processes_of

PERIOD_S = 0.02
LOOK_EVERY = 25
"""Periods between two looks for processes that the browser started meanwhile."""
CGROUPS = Path("/sys/fs/cgroup")


class Hold(Protocol):
    """What can make processes stand still and go on."""

    name: str

    def take(self, pids: Sequence[int]) -> None:
        """These too, from now on."""

    def stop(self) -> None: ...

    def go(self) -> None: ...

    def leave(self) -> None:
        """Everybody goes on as before."""


class Signals:
    """Every machine has them."""

    name = "SIGSTOP"

    def __init__(self) -> None:
        self._pids: Sequence[int] = ()

    def take(self, pids: Sequence[int]) -> None:
        self._pids = pids

    def stop(self) -> None:
        self._send(signal.SIGSTOP)

    def go(self) -> None:
        self._send(signal.SIGCONT)

    def leave(self) -> None:
        self.go()

    def _send(self, what: signal.Signals) -> None:
        for pid in self._pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, what)


class Freezer:
    """A cgroup (version 2) below ours: what a process in it starts is in it too, and it can be killed as it stands."""

    name = "freezer cgroup"

    def __init__(self, parent: Path) -> None:
        self._parent = parent
        self._folder = parent / f"bench-{os.getpid()}"
        self._folder.mkdir(exist_ok=True)
        self._state = self._folder / "cgroup.freeze"
        self._state.write_text("0")

    def take(self, pids: Sequence[int]) -> None:
        self._move(pids, self._folder)

    def stop(self) -> None:
        self._state.write_text("1")

    def go(self) -> None:
        self._state.write_text("0")

    def leave(self) -> None:
        self.go()
        self._move([int(pid) for pid in (self._folder / "cgroup.procs").read_text().split()], self._parent)
        with contextlib.suppress(OSError):  # one that ended just now may still be counted
            self._folder.rmdir()

    @staticmethod
    def _move(pids: Sequence[int], folder: Path) -> None:
        for pid in pids:
            with contextlib.suppress(OSError):  # it ended meanwhile
                (folder / "cgroup.procs").write_text(str(pid))


@contextlib.contextmanager
def slowed(profile: Path, times: int) -> Iterator[str]:
    """Inside, the browser on that profile has 1/`times` of the time. Gives the name of what holds it."""
    hold = freezer() or Signals()
    hold.take(processes_of(profile))
    done = threading.Event()
    turns = threading.Thread(target=_turns, args=(hold, profile, times, done))
    turns.start()
    try:
        yield hold.name
    finally:
        done.set()
        turns.join()


def freezer() -> Freezer | None:
    """One, if this machine lets us make it."""
    own = dict(line.split(":", 2)[1:] for line in Path("/proc/self/cgroup").read_text().splitlines())
    for mounted in (CGROUPS, CGROUPS / "unified"):
        parent = mounted / own.get("", "none").lstrip("/")
        with contextlib.suppress(OSError):
            if (parent / "cgroup.controllers").exists():
                return Freezer(parent)
    return None


def _turns(hold: Hold, profile: Path, times: int, done: threading.Event) -> None:
    """Each pause is as long as the run before it asks for and each run as the pause before: lateness evens out."""
    run, period = PERIOD_S / times, 0
    try:
        while not done.is_set():
            began = time.perf_counter()
            hold.go()
            time.sleep(run)
            hold.stop()
            stood = time.perf_counter()
            pause = (stood - began) * (times - 1)
            period += 1
            if period % LOOK_EVERY == 0:
                hold.take(processes_of(profile))
                hold.stop()
            time.sleep(max(0, stood + pause - time.perf_counter()))
            run = max(0.001, min(PERIOD_S, (time.perf_counter() - stood) / (times - 1)))
    finally:
        hold.leave()
