"""The files that somebody reads because she was a coordinator; another role does not close them by itself."""

from __future__ import annotations

from app.domain.roles import COORDINATOR
from app.keys.leaving import Target
from app.ports import Ports
from app.storage.places import Place
from sync.circles import circles_of
from sync.entry import space_of
from sync.membership import Membership


def coordinated(ports: Ports, person: bytes) -> list[Place]:
    """Those that this person shares and can close to her, by the name of the mentee."""
    circles = circles_of(ports.store.journal)
    found = []
    for place in ports.store.places("case"):
        told = circles.with_ours(bytes.fromhex(place.circle))
        if told and _leads(ports, told) and as_coordinator(ports, told, person):
            found.append(place)
    return sorted(found, key=lambda place: place.name)


def as_coordinator(ports: Ports, told: Membership, person: bytes) -> list[Target]:
    """Her places in that file that were given to her as a coordinator; not those of a mentor or a worker."""
    hers = [one for one in told.open if one.person == person]
    rights = {one.grant: ports.store.members.right(space_of(told.circle, one.rung), one.author) for one in hers}
    return [(grant, b"") for grant, right in rights.items() if right is not None and right.role == COORDINATOR]


def _leads(ports: Ports, told: Membership) -> bool:
    return any(one.steward for one in told.of_device(ports.keyring.device))
