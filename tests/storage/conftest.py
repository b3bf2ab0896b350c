"""A phone on a desk."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Opened; the person is a worker in one area and on the innermost rung of one file."""
    desk = Desk(tmp_path)
    asyncio.run(desk.open())
    yield desk
    desk.store.close()
    desk.journal.connection.close()
