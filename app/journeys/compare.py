"""Two people look whether their phones saw the same joining: four pictures, alike on both, or somebody is between."""

from __future__ import annotations

from app.keys.pictures import Sign, four_pictures
from app.ports import Ports
from sync.circles import circles_of
from sync.membership import Member


async def my_pictures(ports: Ports) -> tuple[Sign, ...]:
    """Of this phone, for the other to compare; none before the log of the organisation is here."""
    found = await pictures_of(ports, ports.me.person, device=ports.keyring.device)
    return found[0] if found else ()


async def pictures_of(ports: Ports, person: bytes, *, device: bytes = b"") -> list[tuple[Sign, ...]]:
    """Of each phone that she is signed in with, the newest first; of one `device` alone if it is named."""
    return [await _signs(ports, one) for one in _joinings(ports, person) if device in (b"", one.device)]


async def _signs(ports: Ports, joined: Member) -> tuple[Sign, ...]:
    me, grant = ports.keyring.me, joined.grant
    return await four_pictures(
        ports.provider, root_hash=me.root_hash, grant=grant, device=joined.device, box=joined.box
    )


def _joinings(ports: Ports, person: bytes) -> list[Member]:
    """How each of her phones first came into the root circle: a later change of role changes no picture."""
    told = circles_of(ports.store.journal).with_ours(ports.keyring.me.root)
    if told is None:
        return []
    signed_in = {one.device for one in told.open if one.person == person}
    first: dict[bytes, Member] = {}
    for one in sorted(told.authors.values(), key=lambda member: member.number):
        if one.person == person and one.device in signed_in:
            first.setdefault(one.device, one)
    return sorted(first.values(), key=lambda member: -member.number)
