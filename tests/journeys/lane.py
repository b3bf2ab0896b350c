"""A photo of a letter beside a meeting, as the tests of the lane need it."""

from __future__ import annotations

import asyncio

from app.domain.carrying import FREE
from app.journeys.attachments import attach, attached_to, content_of, fetch
from app.journeys.carrying import carry
from app.journeys.meetings import log_meeting
from app.journeys.tending import keep_in_step
from app.records import Attachment, Kind, Meeting, Mentee
from sync.parcels import Parcels
from tests.world import Organisation, Phone, run

LETTER = b"\xff\xd8 a letter from the municipality to Amina \xff\xd9"
LARGE = bytes(place * 7 % 251 for place in range(3 * 256 * 1024 + 99))
"""Four chunks."""


def held(phone: Phone, cover: Mentee) -> Meeting:
    """A meeting of today."""
    return log_meeting(phone.ports, row=phone.ports.new_row(), mentee=cover, held_on=phone.ports.today())


def photograph(phone: Phone, meeting: Meeting, content: bytes, thumb: bytes = b"\xff\xd8small\xff\xd9") -> Attachment:
    """Beside the meeting, where her note lies."""
    space = phone.store.beside(meeting.space, "notes")
    adding = attach(
        phone.ports,
        row=phone.ports.new_row(),
        beside=meeting,
        space=space,
        kind=Kind.PHOTO,
        content=content,
        thumb=thumb,
    )
    return run(adding)


def on_wifi(*phones: Phone) -> None:
    for phone in phones:
        phone.ports.platform.on_network = FREE  # type: ignore[attr-defined]  # a desktop's


def step(phone: Phone, *, asked: bool = False) -> None:
    """Rows, then files."""

    async def both() -> None:
        await keep_in_step(phone.ports)
        await carry(phone.ports, asked=asked)

    asyncio.run(both())


def only(phone: Phone) -> Attachment:
    """The one attachment that phone knows."""
    (one,) = phone.store.find(Attachment)
    return one


def reads(phone: Phone, attachment: Attachment) -> bytes | None:
    return run(content_of(phone.ports, attachment))


def asks_for(phone: Phone, attachment: Attachment) -> None:
    fetch(phone.ports, attachment)


def parcels(phone: Phone) -> Parcels:
    return Parcels(phone.store.journal)


def files(phone: Phone) -> list[bytes]:
    return run(phone.ports.platform.chunks().names())


def shown(phone: Phone, meeting: Meeting) -> list[bytes | None]:
    return [reads(phone, one) for one in attached_to(phone.ports, meeting)]


def mentor_with_a_meeting(org: Organisation) -> tuple[Phone, Meeting]:
    """The mentor, and a meeting of hers that everybody knows."""
    meeting = held(org.mentor, org.cover(org.mentor))
    org.world.sync_all()
    return org.mentor, meeting
