"""Somebody of the organisation says one of its words: heard on the phone of everybody who practises it."""

from __future__ import annotations

from app.i18n import N_
from app.journeys.attachments import attached_to
from app.journeys.house_words import may_offer
from app.journeys.spoken import keep_spoken
from app.platform import Recording
from app.ports import Ports, Refusal
from app.records import Attachment, HouseWord, RowId, altered


async def say_house_word(ports: Ports, *, row: RowId, shown: HouseWord, recording: Recording) -> HouseWord:
    """`row`: the recording's. What was said before goes, for everybody; nothing that is kept says who speaks."""
    if not may_offer(ports):
        raise Refusal(N_("Only a coordinator can do this."))
    before = attached_to(ports, shown)
    said = altered(shown, voice=row)
    await keep_spoken(ports, beside=said, space=shown.space, recording=recording, row=row)
    with ports.store.write() as tx:
        for one in before:
            if one.id != row:
                tx.remove(one, ports.store.seen(one))
    return said


def unsay(ports: Ports, shown: HouseWord) -> None:
    """The voice goes from every phone; the word stays."""
    sound = ports.store.get(Attachment, shown.voice, shown.space)
    with ports.store.write() as tx:
        if sound is not None:
            tx.remove(sound, ports.store.seen(sound))
        tx.change(shown, voice="")
