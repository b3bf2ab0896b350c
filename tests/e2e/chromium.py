"""Which Chromium the tests drive, how it is started, and how it is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from build import setup

ARGUMENTS = (
    "--no-sandbox",  # the tests run as root in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-domain-reliability",
    "--force-color-profile=srgb",  # screenshots look the same everywhere
)


@dataclass(frozen=True)
class Chromium:
    """A browser on this disk; `libraries` is a folder of shared libraries that the machine lacks, or ""."""

    path: str
    libraries: str = ""

    @property
    def environment(self) -> dict[str, str | float | bool]:
        """What the browser's process is told of the world."""
        known = dict[str, str | float | bool](os.environ)
        return known | {"LD_LIBRARY_PATH": self.libraries} if self.libraries else known


@cache
def find_chromium() -> Chromium:
    """The machine's own or the one BROBYGGER_CHROMIUM names, else the one from npm; SetupFailed without either."""
    own = setup.system_chromium()
    if own:
        return Chromium(own)
    folder = setup.ROOT / "build" / "chromium"
    if not (folder / "node_modules").exists():
        raise setup.SetupFailed("no Chromium: run make setup, or name one in BROBYGGER_CHROMIUM.")
    node = str(setup.node_folder() / "bin" / "node")
    said = subprocess.run([node, "path.mjs"], cwd=folder, check=True, capture_output=True, text=True)
    return Chromium(**json.loads(said.stdout))


def processes_of(profile: Path) -> list[int]:
    """The process ids of the browser that holds this profile folder, its main process and all that it started."""
    found: dict[int, int] = {}
    roots = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            command = (entry / "cmdline").read_bytes().split(b"\0")
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue  # it ended while we looked
        found[int(entry.name)] = parent
        if f"--user-data-dir={profile}".encode() in command:
            roots.append(int(entry.name))
    family = set(roots)
    while grown := {pid for pid, parent in found.items() if parent in family} - family:
        family |= grown
    return sorted(family)


def kill(profile: Path) -> None:
    """SIGKILL to the browser of this profile: nothing is flushed, nothing is said goodbye to."""
    for pid in processes_of(profile):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
