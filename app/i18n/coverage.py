"""How much of a language is there: texts that are said in it, and texts that somebody who speaks it has read."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from app.i18n.catalogue import REVIEWED
from app.i18n.languages import HOUSE, LANGUAGES, SOURCE, Language

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

FILE = "coverage.json"

_SOURCES = Path(__file__).resolve().parents[2] / "locales"


@dataclass(frozen=True)
class Coverage:
    """Of `texts` in all: how many are `said` in it, how many of those are `reviewed`."""

    texts: int = 0
    said: int = 0
    reviewed: int = 0


def coverage() -> dict[Language, Coverage]:
    """Of every language that has a catalogue; Danish and English are what all others are made from."""
    shipped = resources.files("app.i18n.compiled") / FILE
    found = json.loads(shipped.read_text("utf-8")) if shipped.is_file() and not _SOURCES.is_dir() else from_sources()
    return {each: Coverage(**found[each.code]) for each in LANGUAGES if each.code in found}


def from_sources() -> dict[str, dict[str, int]]:
    """{code: fields of its Coverage}, from locales/. Only in a working tree."""
    from babel.messages.pofile import read_po

    found = {}
    for language in LANGUAGES:
        path = _SOURCES / language.code / "LC_MESSAGES" / "app.po"
        if path.exists():
            with path.open("rb") as stream:
                found[language.code] = asdict(counted(read_po(stream, locale=language.code)))
    whole = found[HOUSE.code]["texts"]
    return {**found, SOURCE: asdict(Coverage(whole, whole, whole))}


def counted(catalogue: Catalog) -> Coverage:
    """Of one catalogue."""
    texts = [message for message in catalogue if message.id]
    said = [each for each in texts if (all(each.string) if isinstance(each.string, (tuple, list)) else each.string)]
    return Coverage(len(texts), len(said), sum(REVIEWED in each.user_comments for each in said))
