"""The toolbox: short guides for a conversation, on every phone, versioned, with their state said honestly."""

from __future__ import annotations

import json
from dataclasses import dataclass

from app.i18n import N_
from app.ports import Ports, Refusal

LANGUAGES = ("da", "en")
"""What the guides are written in, the source first."""


@dataclass(frozen=True)
class Guide:
    """`points` to keep in mind, and sentences one can `say`."""

    key: str
    title: str
    when: str
    points: tuple[str, ...]
    say: tuple[str, ...]


@dataclass(frozen=True)
class Toolbox:
    """`language` is what they are written in; `draft` until practitioners have read them."""

    version: int
    draft: bool
    language: str
    guides: tuple[Guide, ...]


async def toolbox(ports: Ports, language: str) -> Toolbox:
    """In that language, or in Danish where there is none. The file is read only now, from this device."""
    code = language if language in LANGUAGES else LANGUAGES[0]
    try:
        said = json.loads(await ports.platform.asset(f"words/guides/{code}.json"))
    except OSError as no:
        raise Refusal(N_("The guides cannot be fetched now. Try again when you have a connection.")) from no
    guides = tuple(
        Guide(each["key"], each["title"], each["when"], tuple(each["points"]), tuple(each["say"]))
        for each in said["guides"]
    )
    return Toolbox(said["version"], said["state"] == "draft", code, guides)
