"""The recordings that are on this phone and count: what a speaker on a paper asks at every drawing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from sqlmodel import col

from app.domain.beside import beside
from app.domain.studio import counts, in_turn
from app.journeys.carrying import is_whole, want
from app.journeys.spoken import WRITTEN, is_here, said_words
from app.ports import Ports
from app.records import Attachment, Recorded


class Known(NamedTuple):
    """`words` that somebody here wrote and may have said, and the `keys` of texts that were recorded."""

    words: frozenset[str]
    keys: frozenset[str]


def none_there(_key: str) -> bool:
    """Nothing was ever recorded."""
    return False


def there_of(ports: Ports, texts: Collection[str] = ()) -> Callable[[str], bool]:
    """Whether a text (by its key) has a recording that can be played now; of words written for her, one of `texts`.

    A screen has many speakers: all of them look at what is known once, and ask further where that knows something.
    """
    known = ports.store.once("spoken texts", (*WRITTEN, Recorded), lambda: _known(ports))
    here = [text for text in texts if text in known.words]
    words = said_words(ports, here) if here else {}
    if not known.keys:
        return words.__contains__ if words else none_there
    return lambda key: key in words or (key in known.keys and bool(_recorded(ports, key)))


def sounds_of(ports: Ports, keys: Sequence[str]) -> list[Attachment]:
    """What is played for texts heard one after the other: the organisation's, or else of somebody near her.

    By one person where one has said them all, and by another one than last time: a change of voice tells nothing.
    """
    said = {key: _recorded(ports, key) for key in keys}
    heard = ports.heard
    who = set.intersection(*(set(voices) for voices in said.values())) if said else set()
    own = said_words(ports) if not all(said.values()) else {}
    sounds = []
    for key in keys:
        speaker = in_turn(who or said[key], heard)
        if sound := said[key].get(speaker) or own.get(key):
            sounds.append(sound)
        ports.heard = speaker or ports.heard
    return sounds


def _known(ports: Ports) -> Known:
    words = (ports.store.values(noun, "text").values() for noun in WRITTEN)
    return Known(frozenset(chain(*words)), frozenset(ports.store.values(Recorded, "key").values()))


def _recorded(ports: Ports, key: str) -> dict[str, Attachment]:
    """{who says it: the newest that counts and is here}."""
    order = (col(Recorded.recorded_on), col(Recorded.id).desc())
    found = {}
    for one in ports.store.find(Recorded, col(Recorded.key) == key, order_by=order, limit=10):
        sound = ports.store.get(Attachment, beside(one.id, "sound"), one.space) if counts(one) else None
        if sound is not None and is_whole(sound) and is_here(ports, sound):
            found[one.speaker] = sound
    return found


def not_here(ports: Ports, languages: Iterable[str]) -> list[Attachment]:
    """The sounds of these languages that count and are not on this phone."""
    found = [one for one in ports.store.find(Recorded, col(Recorded.language).in_(set(languages))) if counts(one)]
    sounds = [ports.store.get(Attachment, beside(one.id, "sound"), one.space) for one in found]
    return [one for one in sounds if one is not None and is_whole(one) and not is_here(ports, one)]


def ask_for(ports: Ports, sounds: list[Attachment]) -> None:
    """They come with what is carried next."""
    for one in sounds:
        want(ports, one)
