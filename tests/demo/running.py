"""`make run` as a person has it: a process that says one address, until Ctrl-C."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx

ROOT = Path(__file__).resolve().parents[2]


class Running:
    """`with Running(folder) as demo:` serves at `demo.url` (without `/demo`); the organisation lives in `folder`."""

    def __init__(self, folder: Path, *words: str) -> None:
        self._command = [sys.executable, "-m", "build.run", "--data", str(folder), "--port", "8650", *words]
        self.url = ""
        self.said: list[str] = []

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            self._command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        for line in self._process.stdout or ():
            self.said.append(line)
            if found := re.search(r"(http://127\.0\.0\.1:\d+)/demo", line):
                self.url = found[1]
            if "Ctrl-C" in line:
                return self
        self._gone()
        raise RuntimeError("it did not start:\n" + "".join(self.said))

    def tap(self, key: str) -> str:
        """That person on the demo page: where it leads, `/#join=…`."""
        answer = httpx.post(f"{self.url}/demo/{key}", headers={"Origin": self.url}, timeout=30, trust_env=False)
        assert answer.status_code == 303, "".join(self.said)
        return answer.headers["location"]

    def end(self) -> int:
        """Ctrl-C; the exit code. What it said meanwhile is in `said`."""
        self._process.send_signal(signal.SIGINT)
        rest, _ = self._process.communicate(timeout=60)
        self.said.append(rest)
        return self._process.returncode

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._gone()

    def _gone(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate()
        if self._process.stdout:
            self._process.stdout.close()
