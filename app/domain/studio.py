"""When a recording of a text counts, who may still say it, which one is played, and how far a language or a deck is."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.aloud import Part, to_say
from app.records import Recorded, StudioRight

SENTENCE = re.compile(r"(?<=[.?!؟።۔])\s+")
STOPS = ".።۔"
TOGETHER = 4
"""Sentences of a text that is recorded in one go, at most."""

VOICES = 2
"""People who say one text. Who hears a word from two people learns the word, and not how one of them speaks."""


def key_of(language: str, text: str) -> str:
    """Of exactly this text: when a word of it changes, nobody hears the old one.

    Nobody hears a full stop at its end, either.
    """
    return hashlib.sha256(f"bb/said/1 {language} {text.strip().rstrip(STOPS)}".encode()).hexdigest()[:32]


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

    @property
    def share(self) -> int:
        """Of a hundred texts so many are ready."""
        return 100 * self.ready // max(self.texts, 1)


def coverage(keys: Collection[str], recorded: Iterable[Recorded], lacking: int = 0) -> Coverage:
    """`keys` of all prompts in one language; `lacking` texts are not said in it yet, so nobody can record them."""
    wanted = set(keys)
    there = [one for one in recorded if one.key in wanted]
    ready = {one.key for one in there if counts(one)}
    return Coverage(len(wanted) + lacking, len(ready), len({one.key for one in there} - ready))


def may_join(said: Iterable[Recorded], me: str) -> bool:
    """Whether I may say a text that is `said` so far: two people at most, each once."""
    speakers = {one.speaker for one in said}
    return me not in speakers and len(speakers) < VOICES


def asks_for_ears(said: Iterable[Recorded], me: str) -> bool:
    """Whether somebody else said it, and I could be the second person."""
    return any(not counts(one) and one.speaker != me for one in said)


def in_turn(speakers: Iterable[str], last: str) -> str:
    """Whose voice comes after that of `last`; "" where nobody speaks."""
    there = sorted(speakers)
    return next((one for one in there if one > last), there[0] if there else "")


def by_key(recorded: Iterable[Recorded]) -> dict[str, list[Recorded]]:
    """{text: all that was recorded of it}."""
    found: dict[str, list[Recorded]] = {}
    for one in recorded:
        found.setdefault(one.key, []).append(one)
    return found


def voices_of(said: Iterable[Recorded]) -> int:
    """By how many people a text is heard."""
    return len({one.speaker for one in said if counts(one)})


@dataclass(frozen=True)
class Voices:
    """How many texts are heard from nobody, from one person, from two; of how many a recording waits for ears."""

    nobody: int
    one: int
    two: int
    waiting: int

    @property
    def share(self) -> int:
        """Of a hundred texts so many have a voice."""
        heard = self.one + self.two
        return 100 * heard // max(heard + self.nobody, 1)


def voices(keys: Iterable[str], recorded: Iterable[Recorded]) -> Voices:
    """Of the texts with these keys."""
    said = by_key(recorded)
    many = [(min(voices_of(said.get(key, ())), VOICES), said.get(key, [])) for key in dict.fromkeys(keys)]
    waiting = sum(any(not counts(one) for one in there) for _, there in many)
    nobody, one, two = (sum(heard == num for heard, _ in many) for num in range(VOICES + 1))
    return Voices(nobody, one, two, waiting)


def next_of(
    keys: Sequence[str], said: Mapping[str, Sequence[Recorded]], me: str, *, speaks: bool, after: str = ""
) -> str:
    """The key that I can do something for next, beginning behind `after`: first what nobody says; "" where all is done.

    `speaks`: I may record; else I listen to what others said.
    """
    at = keys.index(after) + 1 if after in keys else 0
    onward = [key for key in (*keys[at:], *keys[:at]) if key != after]
    if not speaks:
        return next((key for key in onward if asks_for_ears(said.get(key, ()), me)), "")
    mine = [key for key in onward if may_join(said.get(key, ()), me)]
    return next((key for key in mine if key not in said), mine[0] if mine else "")


def pieces_of(language: str, text: str, there: Callable[[str], bool]) -> list[str]:
    """The keys of the recordings that say `text`: of the whole, else of its sentences, as many together as were
    recorded in one go; none if one lacks.
    """
    whole = key_of(language, text)
    return [whole] if there(whole) else _of_sentences(language, SENTENCE.split(text.strip()), there)


def _of_sentences(language: str, sentences: Sequence[str], there: Callable[[str], bool]) -> list[str]:
    for many in range(min(len(sentences), TOGETHER), 0, -1):
        first, later = key_of(language, " ".join(sentences[:many])), sentences[many:]
        if there(first) and not later:
            return [first]
        if there(first) and (rest := _of_sentences(language, later, there)):
            return [first, *rest]
    return []


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
