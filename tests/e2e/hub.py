"""A hub as its operator runs it: a process of its own here, killed and started again on the same port and data."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "sync.hub")


class RunningHub:
    """`with RunningHub(folder, pwa) as hub:` listens at `hub.url`; its database and its log lie in `folder`."""

    def __init__(self, folder: Path, pwa: Path | None = None) -> None:
        self.folder = folder
        self.pwa = pwa
        self.url = ""
        self._process: subprocess.Popen[str] | None = None
        folder.mkdir(parents=True, exist_ok=True)

    def new_organisation(self) -> str:
        """The founder code of a fresh empty organisation."""
        return self._run("new-organisation", "--data", str(self.folder / "hub.db")).strip()

    def start(self) -> Self:
        """Listens, on the same port as before, when this returns."""
        where = ["--port", str(urlsplit(self.url).port or 0)] if self.url else ["--port", "0"]
        shown = ["--pwa", str(self.pwa)] if self.pwa else []
        command = [*COMMAND, "serve", "--data", str(self.folder / "hub.db"), *where, *shown]
        with (self.folder / "hub.log").open("a") as log:
            self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True)
        said = self._process.stdout.readline().strip() if self._process.stdout else ""
        if not said.startswith("http"):
            raise RuntimeError(f"the hub did not start:\n{(self.folder / 'hub.log').read_text()}")
        self.url = said
        return self

    def kill(self) -> None:
        """SIGKILL; nothing if it does not run."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            if process.stdout:
                process.stdout.close()

    def bytes_on_disk(self) -> bytes:
        """Everything that the hub keeps, its log included: where a canary must not be."""
        return b"".join(file.read_bytes() for file in sorted(self.folder.iterdir()) if file.is_file())

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def _run(self, *words: str) -> str:
        run = subprocess.run([*COMMAND, *words], cwd=ROOT, check=True, capture_output=True, text=True, env=os.environ)
        return run.stdout
