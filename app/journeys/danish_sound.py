"""How Danish is heard on this phone: by somebody who recorded it, else by the phone's Danish voice."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.aloud import DANISH
from app.domain.studio import Said, aloud, pieces_of
from app.journeys.studio_sound import none_there, there_of
from app.ports import Ports


def spoken(ports: Ports, says: Sequence[str]) -> list[Said]:
    """How each is said, also one that is said twice. Empty where one of them cannot be said.

    Where people have recorded one of two words only, the phone says both, if it can: another voice would tell them
    apart.
    """
    there = there_of(ports, says) if ports.open else none_there
    texts = [text for text in says if text]
    whole = all(pieces_of(DANISH, text, there) for text in texts)
    for known in (there,) if whole else (none_there, there):
        found = [aloud([(DANISH, text)], ports.platform.voice.tags, known) for text in texts]
        if all(found):
            return [one for each in found for one in each]
    return []
