"""The recordings that are on this phone and count: what a speaker on a paper asks at every drawing."""

from __future__ import annotations

from collections.abc import Callable, Collection

from sqlmodel import col

from app.domain.beside import beside
from app.domain.studio import counts
from app.journeys.attachments import content_of
from app.journeys.carrying import is_whole, want
from app.journeys.spoken import is_here, said_words
from app.ports import Ports
from app.records import Attachment, Recorded


def none_there(_key: str) -> bool:
    """Nothing was ever recorded."""
    return False


def there_of(ports: Ports, texts: Collection[str] = ()) -> Callable[[str], bool]:
    """Whether a text (by its key) has a recording that can be played now; of words written for her, one of `texts`."""
    words = said_words(ports, texts) if texts else {}
    if not ports.store.count(Recorded):
        return words.__contains__ if words else none_there
    return lambda key: key in words or _recorded(ports, key) is not None


def sound_of_text(ports: Ports, key: str) -> Attachment | None:
    """The organisation's, or else of somebody near her who said one of her words; None for what is not here."""
    return _recorded(ports, key) or said_words(ports).get(key)


def _recorded(ports: Ports, key: str) -> Attachment | None:
    """Of the newest that counts and is here."""
    order = (col(Recorded.recorded_on).desc(), col(Recorded.id))
    for one in ports.store.find(Recorded, col(Recorded.key) == key, order_by=order, limit=10):
        sound = ports.store.get(Attachment, beside(one.id, "sound"), one.space) if counts(one) else None
        if sound is not None and is_whole(sound) and is_here(ports, sound):
            return sound
    return None


def not_here(ports: Ports, language: str) -> list[Attachment]:
    """The sounds of that language that count and are not on this phone."""
    found = [one for one in ports.store.find(Recorded, col(Recorded.language) == language) if counts(one)]
    sounds = [ports.store.get(Attachment, beside(one.id, "sound"), one.space) for one in found]
    return [one for one in sounds if one is not None and is_whole(one) and not is_here(ports, one)]


def ask_for(ports: Ports, sounds: list[Attachment]) -> None:
    """They come with what is carried next."""
    for one in sounds:
        want(ports, one)


async def content_of_text(ports: Ports, key: str) -> bytes | None:
    """The sound itself."""
    sound = sound_of_text(ports, key)
    return await content_of(ports, sound) if sound else None
