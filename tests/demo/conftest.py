"""The demo organisation, made once for all tests of this folder."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path

import pytest

from build.demo import StandingClock, make

NOON = datetime(2026, 11, 21, 12, 0)  # noqa: DTZ001 - a wall clock has no zone
CLOCK = StandingClock(NOON)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a demo organisation."""
    folder = tmp_path_factory.mktemp("demo") / "organisation"
    asyncio.run(make(folder, CLOCK))
    return folder
