"""When a recording of a text counts, which one is played, and whether a language is whole."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from app.domain.aloud import Part, to_say
from app.records import Recorded, StudioRight

SENTENCE = re.compile(r"(?<=[.?!؟።])\s+")


def key_of(language: str, text: str) -> str:
    """Of exactly this text: when a word of it changes, nobody hears the old one."""
    return hashlib.sha256(f"bb/said/1 {language} {text.strip()}".encode()).hexdigest()[:32]


def trusted(rights: Iterable[StudioRight]) -> set[tuple[str, str]]:
    """(person, language) of who may speak now."""
    return {(one.person, one.language) for one in rights if one.ended_on is None}


def counts(one: Recorded) -> bool:
    """Two people stand for it: who spoke, and somebody else who listened."""
    return bool(one.speaker and one.confirmed_by) and one.confirmed_by != one.speaker


@dataclass(frozen=True)
class Coverage:
    """Of `texts` prompts so many are recorded and confirmed; `waiting` for a second person."""

    texts: int
    ready: int
    waiting: int

    @property
    def whole(self) -> bool:
        """Only then a language is offered "with voice"."""
        return self.texts > 0 and self.ready == self.texts


def coverage(keys: Collection[str], recorded: Iterable[Recorded], lacking: int = 0) -> Coverage:
    """`keys` of all prompts in one language; `lacking` texts are not said in it yet, so nobody can record them."""
    wanted = set(keys)
    there = [one for one in recorded if one.key in wanted]
    ready = {one.key for one in there if counts(one)}
    return Coverage(len(wanted) + lacking, len(ready), len({one.key for one in there} - ready))


def pieces_of(language: str, text: str, there: Callable[[str], bool]) -> list[str]:
    """The keys of the recordings that say `text`: of the whole, else of each of its sentences; none if one lacks."""
    whole = key_of(language, text)
    if there(whole):
        return [whole]
    pieces = [key_of(language, piece) for piece in SENTENCE.split(text.strip())]
    return pieces if len(pieces) > 1 and all(there(piece) for piece in pieces) else []


@dataclass(frozen=True)
class Said:
    """One thing after the other: a recording by its `key`, or else a `text` by the device's voice of that `tag`."""

    key: str = ""
    text: str = ""
    tag: str = ""


def aloud(parts: Sequence[Part], tags: Sequence[str], there: Callable[[str], bool]) -> list[Said]:
    """All that can be said, in the same order; each text once."""
    said: dict[str, list[Said]] = {}
    for language, text in parts:
        if not text.strip() or text in said:
            continue
        if keys := pieces_of(language, text, there):
            said[text] = [Said(key=key) for key in keys]
        elif by_device := to_say([(language, text)], tags):
            said[text] = [Said(text=each, tag=tag) for each, tag in by_device]
    return [one for each in said.values() for one in each]
