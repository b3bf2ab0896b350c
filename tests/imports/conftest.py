"""A phone that takes in a list: a desk without a hub, and its ports."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from app.keys.native import NativeProvider
from app.platform.native import NativePlatform
from app.ports import Me, Ports
from tests.imports.clock import FakeClock
from tests.storage.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    asyncio.run(desk.open())
    return desk


@pytest.fixture
def ports(desk: Desk, tmp_path: Path) -> Ports:
    ports = Ports(NativePlatform(tmp_path / "device"), NativeProvider(), FakeClock())
    ports.unlocked(keyring=None, store=desk.store, me=Me(b"p" * 16, "Sofie", "worker"), hub_url="")  # type: ignore[arg-type]
    return ports
