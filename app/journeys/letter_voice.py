"""Who walks with her explains a letter by voice: it lies with the letter, and her phone plays it."""

from __future__ import annotations

from app.journeys.attachments import attached_to
from app.journeys.carrying import is_whole
from app.journeys.spoken import keep_spoken
from app.platform import Recording
from app.ports import Ports
from app.records import Attachment, Kind, Letter, RowId, altered


async def say_letter(ports: Ports, *, row: RowId, shown: Letter, recording: Recording) -> Letter:
    """Sealed on this phone for good when it returns. `row`: the recording's; what was said before goes."""
    before = _voices(ports, shown)
    said = altered(shown, voice=row)
    await keep_spoken(ports, beside=said, space=shown.space, recording=recording, row=row)
    with ports.store.write() as tx:
        for one in before:
            if one.id != row:
                tx.remove(one, ports.store.seen(one))
    return said


def voice_of(ports: Ports, letter: Letter) -> Attachment | None:
    """What somebody said of it, once its row has come."""
    sound = ports.store.get(Attachment, letter.voice, letter.space) if letter.voice else None
    return sound if sound is not None and is_whole(sound) else None


def unsay_letter(ports: Ports, *, shown: Letter) -> None:
    """The voice goes from every phone; what was written of it stays."""
    with ports.store.write() as tx:
        for sound in _voices(ports, shown):
            tx.remove(sound, ports.store.seen(sound))
        tx.change(shown, voice="")


def _voices(ports: Ports, letter: Letter) -> list[Attachment]:
    return [one for one in attached_to(ports, letter) if one.kind != Kind.PHOTO]
