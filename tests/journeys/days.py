"""Days go by, and every phone does what it does in them."""

from __future__ import annotations

from app.journeys.letting_go import let_go
from tests.world import Organisation


def days_go_by(org: Organisation, days: int) -> int:
    """Everybody syncs on that day, and lets go; how many lines went."""
    org.world.later(days=days)
    org.world.sync_all()
    gone = sum(let_go(phone.ports) for phone in (org.worker, org.coordinator, org.mentor))
    org.world.sync_all()
    return gone
