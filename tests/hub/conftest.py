"""A hub on disk and an organisation on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.hub.phones import Hub, Phone


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    """Empty."""
    hub = Hub(tmp_path)
    yield hub
    hub.close()


@dataclass
class Organisation:
    """A coordinator who founded it, an area of hers, and a file of three rungs."""

    hub: Hub
    karen: Phone
    root: bytes
    area: bytes
    file: bytes

    def member(self, *grants: tuple[bytes, int, int]) -> Phone:
        """A phone that joined `public` and these (circle, rung, steward)."""
        phone = Phone(self.hub)
        self.karen.sync_all()
        phone.join(*self.karen.invite(phone, (self.root, 0, 0), *grants))
        self.karen.sync_all()
        return phone


@pytest.fixture
def organisation(hub: Hub) -> Organisation:
    """Karen's."""
    karen = Phone(hub)
    karen.found_organisation()
    root = next(iter(karen.logs))
    return Organisation(hub, karen, root, karen.found_circle(), karen.found_circle(3))
