"""What somebody said, kept sealed beside what it belongs to; and words that were said, found by their text."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeVar

from sqlmodel import col

from app.domain.aloud import DANISH
from app.domain.beside import beside as row_beside
from app.domain.loudness import Loudness, loudness
from app.domain.studio import key_of
from app.i18n import N_
from app.journeys.attachments import File, attach_all, how_far
from app.journeys.carrying import is_whole, want
from app.platform import Recording
from app.ports import Ports, Refusal
from app.records import (
    Attachment,
    HouseWord,
    Kind,
    Letter,
    OwnWord,
    Record,
    Recorded,
    RowId,
    Strength,
    VoiceMessage,
    WorkPicture,
)

V = TypeVar("V", VoiceMessage, Recorded)
WRITTEN = (HouseWord, OwnWord, WorkPicture)
Spoken = HouseWord | OwnWord | WorkPicture
"""What somebody here wrote, and may have said."""


async def keep_spoken(ports: Ports, *, beside: Record, space: str, recording: Recording, row: RowId = "") -> Attachment:
    """In one step with what `beside` says; refused when nothing was heard. `row`: the sound's own, where it has one."""
    (kept,) = await attach_all(ports, [sound_file(beside, recording, row)], beside=beside, space=space)
    return kept


def sound_file(beside: Record, recording: Recording, row: RowId = "") -> File:
    """What was said, to be kept beside it; refused when nothing was heard."""
    heard = loudness(recording.seconds, recording.db, recording.clipped)
    if heard == Loudness.NOTHING or recording.kind not in {Kind.VOICE, Kind.VOICE_AAC}:
        raise Refusal(N_("Nothing was heard. Hold the phone closer."))
    return File(row or row_beside(beside.id, "sound"), Kind(recording.kind), recording.content)


def said_words(ports: Ports, texts: Collection[str] | None = None) -> Mapping[str, Attachment]:
    """{key of a Danish word: how somebody says it}, of those written here that lie here: of all, or of `texts`."""
    said = ((one, sound_of(ports, one)) for one in _words(ports, texts))
    return {key_of(DANISH, one.text): sound for one, sound in said if sound is not None and is_here(ports, sound)}


def want_said_words(ports: Ports, ours: Collection[HouseWord] = ()) -> None:
    """She begins to practise: what is not here comes with what is carried next, also where it costs a little.

    All that was written for her, and those words of the organisation (`ours`) that she is asked.
    """
    for one in (*_hers(ports), *ours):
        sound = sound_of(ports, one)
        if sound is not None and not is_here(ports, sound):
            want(ports, sound)


def _words(ports: Ports, texts: Collection[str] | None = None) -> list[Spoken]:
    """The organisation's first: who is near her says her words last, and is heard."""
    ours = [] if texts is None else [col(HouseWord.text).in_(texts)]
    return [*ports.store.find(HouseWord, *ours), *_hers(ports, texts)]


def _hers(ports: Ports, texts: Collection[str] | None = None) -> list[Spoken]:
    own = [] if texts is None else [col(OwnWord.text).in_(texts)]
    at_work = [] if texts is None else [col(WorkPicture.text).in_(texts)]
    return [*ports.store.find(WorkPicture, *at_work), *ports.store.find(OwnWord, *own)]


def sound_of(ports: Ports, said: Spoken | Letter | Strength) -> Attachment | None:
    """What somebody said of it, once its row has come."""
    row = said.voice if isinstance(said, (HouseWord, Letter, Strength)) else row_beside(said.id, "sound")
    sound = ports.store.get(Attachment, row, said.space) if row else None
    return sound if sound is not None and is_whole(sound) else None


def with_sound(ports: Ports, found: list[V]) -> list[V]:
    """Taken back by one while another heard or confirmed it, the row is there again and its sound is not."""
    nouns = {type(one).__name__.lower() for one in found}
    there = set(ports.store.values(Attachment, "row", col(Attachment.noun).in_(nouns)).values()) if found else set()
    return [one for one in found if one.id in there or not ports.store.is_gone(one.space, row_beside(one.id, "sound"))]


def is_here(ports: Ports, sound: Attachment) -> bool:
    """Whether all of it is on this phone."""
    far = how_far(ports, sound)
    return far.here == far.parts
