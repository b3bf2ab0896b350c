"""Who else opens a space, and who did: what a screen says before somebody writes there."""

from __future__ import annotations

from app.domain.roles import MENTEE, MENTOR
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


def persons_in(ports: Ports, place: Place) -> set[str]:
    """The pseudonyms of all who open it now, oneself among them: light, where nobody's name or role is needed."""
    told = circles_of(ports.store.journal).with_ours(bytes.fromhex(place.circle))
    return {member.person.hex() for member in told.open} if told else set()


def once_mentors(ports: Ports, place: Place) -> set[str]:
    """The pseudonyms of all who ever opened it as a mentor, also of those who are gone."""
    return {right.person for right in _ever(ports, place) if right.role == MENTOR}


def once_mentees(ports: Ports, place: Place) -> set[str]:
    """The pseudonyms of whom that file is about: one for each time she was let in anew."""
    return {right.person for right in _ever(ports, place) if right.role == MENTEE}


def names_ever(ports: Ports, place: Place) -> dict[str, str]:
    """{pseudonym: the name} of all who ever opened it."""
    return {right.person: right.name for right in _ever(ports, place)}


def mentors_in(ports: Ports, space: str) -> list[Right]:
    """Who else opens that file as a mentor; `space` = of its facts. Whoever is one herself has nobody to speak for."""
    place = file_of(ports, space)
    if place is None or ports.me.role == MENTOR:
        return []
    return [one for one in readers(ports, place) if one.role == MENTOR]


def _ever(ports: Ports, place: Place) -> list[Right]:
    told = circles_of(ports.store.journal).with_ours(bytes.fromhex(place.circle))
    space = bytes.fromhex(place.space)
    rights = [ports.store.members.right(space, author) for author in told.authors] if told else []
    return [right for right in rights if right]
