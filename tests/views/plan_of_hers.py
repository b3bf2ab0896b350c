"""A plan with steps, as her face shows it."""

from __future__ import annotations

from app.journeys.steps import add_step
from app.records import Step
from tests.world import Organisation


def plan(org: Organisation, *kinds: str, **said: str) -> list[Step]:
    """Steps in her plan, on her phone."""
    mentor = org.mentor.ports
    steps = [add_step(mentor, row=mentor.new_row(), mentee=org.cover(org.mentor), kind=kind, **said) for kind in kinds]
    org.world.sync_all()
    return steps
