"""The one meeting that the mentor has told of."""

from __future__ import annotations

from app.records import Meeting
from tests.world import Organisation


def held(org: Organisation) -> Meeting:
    (meeting,) = [each for each in org.mentor.store.find(Meeting) if each.state == "held"]
    return meeting
