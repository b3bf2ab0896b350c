"""A letter, a strength or a word of the organisation has one voice: said anew, it takes away what was said before."""

from __future__ import annotations

from typing import TypeVar

from app.journeys.attachments import attached_to, remove_file
from app.journeys.spoken import keep_spoken
from app.platform import Recording
from app.ports import Ports
from app.records import Attachment, HouseWord, Kind, Letter, RowId, Strength, altered

V = TypeVar("V", HouseWord, Letter, Strength)


async def say_anew(ports: Ports, *, row: RowId, shown: V, recording: Recording) -> V:
    """Sealed on this phone for good when it returns. `row`: the recording's. Refused when nothing was heard."""
    before = _voices(ports, shown)
    said = altered(shown, voice=row)
    await keep_spoken(ports, beside=said, space=shown.space, recording=recording, row=row)
    with ports.store.write() as tx:
        for one in before:
            if one.id != row:
                remove_file(ports, tx, one)
    return said


def unsay(ports: Ports, shown: HouseWord | Letter | Strength) -> None:
    """The voice goes from every phone; what was written stays."""
    with ports.store.write() as tx:
        for one in _voices(ports, shown):
            remove_file(ports, tx, one)
        tx.change(shown, voice="")


def _voices(ports: Ports, shown: HouseWord | Letter | Strength) -> list[Attachment]:
    return [one for one in attached_to(ports, shown) if one.kind != Kind.PHOTO]
