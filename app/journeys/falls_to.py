"""Whose a prompt about a mentee is: her contact person's; when that one is gone her deputy's; else the stewards'."""

from __future__ import annotations

from collections.abc import Collection

from app.domain.roles import STAFF, STEWARDS
from app.journeys.tasks import around
from app.ports import Ports
from app.records import Mentee


def is_mine(ports: Ports, mentee: Mentee, *, among: Collection[str] = STAFF) -> bool:
    """Only who still shares the file and has a role `among` these is asked for."""
    me, here = ports.me.person.hex(), {one.person for one in around(ports, mentee.space) if one.role in among}
    named = next((one for one in (mentee.contact_person, mentee.deputy) if one in here), "")
    return named == me if named else ports.me.role in STEWARDS
