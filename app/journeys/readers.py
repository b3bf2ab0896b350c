"""Who else opens a space, and who did: what a screen says before somebody writes there."""

from __future__ import annotations

from app.domain.roles import MENTOR
from app.ports import Ports
from app.storage.places import Place, Right
from sync.circles import circles_of


def file_of(ports: Ports, space: str) -> Place | None:
    """Where that file lies; None when it is not hers."""
    return next((one for one in ports.store.places("case") if one.space == space), None)


def readers(ports: Ports, place: Place) -> list[Right]:
    """Everybody who opens it now but for herself, by the newest grant of each."""
    told = circles_of(ports.store.journal).with_ours(bytes.fromhex(place.circle))
    space, me = bytes.fromhex(place.space), ports.me.person.hex()
    rights = [ports.store.members.right(space, member.author) for member in told.open] if told else []
    return list({right.person: right for right in rights if right and right.person != me}.values())


def once_mentors(ports: Ports, place: Place) -> set[str]:
    """The pseudonyms of all who ever opened it as a mentor, also of those who are gone."""
    told = circles_of(ports.store.journal).with_ours(bytes.fromhex(place.circle))
    space = bytes.fromhex(place.space)
    rights = [ports.store.members.right(space, author) for author in told.authors] if told else []
    return {right.person for right in rights if right and right.role == MENTOR}
