"""What somebody said, kept sealed beside what it belongs to; and words that were said, found by their text."""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import col

from app.domain.aloud import DANISH
from app.domain.beside import beside as row_beside
from app.domain.loudness import Loudness, loudness
from app.domain.studio import key_of
from app.i18n import N_
from app.journeys.attachments import attach, how_far
from app.journeys.carrying import is_whole, want
from app.platform import Recording
from app.ports import Ports, Refusal
from app.records import Attachment, Kind, OwnWord, Record

OWN_WORD = OwnWord.__name__.lower()


async def keep_spoken(ports: Ports, *, beside: Record, space: str, recording: Recording) -> Attachment:
    """In one step with `beside`, which is new; refused when nothing was heard."""
    heard = loudness(recording.seconds, recording.db, recording.clipped)
    if heard == Loudness.NOTHING or recording.kind not in {Kind.VOICE, Kind.VOICE_AAC}:
        raise Refusal(N_("Nothing was heard. Hold the phone closer."))
    sound, kind = row_beside(beside.id, "sound"), Kind(recording.kind)
    return await attach(
        ports, row=sound, beside=beside, space=space, kind=kind, content=recording.content, together=True
    )


def said_words(ports: Ports) -> Mapping[str, Attachment]:
    """{key of a Danish word: how somebody says it}, of those that she has and that lie on this phone."""
    found = ports.store.find(Attachment, col(Attachment.noun) == OWN_WORD)
    sounds = {one.row: one for one in found if is_whole(one)}
    if not sounds:
        return {}
    words = ports.store.find(OwnWord, col(OwnWord.id).in_(list(sounds)))
    return {key_of(DANISH, word.text): sounds[word.id] for word in words if is_here(ports, sounds[word.id])}


def want_said_words(ports: Ports) -> None:
    """She begins to practise: what is not here comes with what is carried next, also where it costs a little."""
    for one in ports.store.find(Attachment, col(Attachment.noun) == OWN_WORD):
        if is_whole(one) and not is_here(ports, one):
            want(ports, one)


def is_here(ports: Ports, sound: Attachment) -> bool:
    """Whether all of it is on this phone."""
    far = how_far(ports, sound)
    return far.here == far.parts
