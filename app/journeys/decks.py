"""The decks on this device: which there are, and one of them, refused when its bytes are not those that were made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from app.exercises.deck import Deck, read
from app.i18n import N_
from app.platform import Platform
from app.ports import Refusal

FIRST = "everyday"
"""The deck that everybody begins with."""


@dataclass(frozen=True)
class Pack:
    """A deck as it stands on the shelf."""

    id: str
    file: str
    sha256: str
    picture: str
    title: Mapping[str, str]

    def called(self, code: str) -> str:
        """In that language, else in Danish."""
        return self.title.get(code) or self.title.get("da") or self.id


async def packs(platform: Platform) -> list[Pack]:
    """All of them, the one to begin with first. They lie on this device: no connection is needed."""
    try:
        index = json.loads(await platform.asset("decks/index.json"))["decks"]
        found = [
            Pack(one["id"], one["file"], one["sha256"], one.get("picture", ""), one.get("title", {})) for one in index
        ]
    except (OSError, ValueError, LookupError, TypeError) as no:
        raise Refusal(N_("The exercises cannot be read now. Try again when you have a connection.")) from no
    return sorted(found, key=lambda pack: pack.id != FIRST)


async def deck_in(platform: Platform, pack: Pack) -> Deck | None:
    """Read; None for one that is damaged or of an app that this one does not understand: the others go on working."""
    try:
        content = await platform.asset(f"decks/{pack.file}")
        if hashlib.sha256(content).hexdigest() != pack.sha256:
            return None
        return read(json.loads(content))
    except (OSError, ValueError):
        return None
