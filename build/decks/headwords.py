"""A word as a dictionary lists it: a noun in the singular after the article that is its own, a verb after *at*.

Told by Stavekontrolden's affixes: `st:spand` is a headword, `st:spand +BESTEMT_ENTAL` a form of it. Where it says
nothing, nothing is marked. What is said in another form all the same (in pairs) stands in assets/decks/forms.txt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build.decks.source import DECKS
from build.decks.spelling import analysed, lines_of, right

FORMS = DECKS / "forms.txt"
STEM = re.compile(r"st:(\S+)")
OF_ITSELF = {"ORD_SIDST", "BINDESTREG", "FUGE_S"}
"""What the dictionary notes of a headword at the end of a compound."""

DEFINITE = "BESTEMT_ENTAL"
OF_A_NOUN = {DEFINITE, "PLUR_UBEK", "PLUR_BEK"}
CALLED = {
    DEFINITE: "definite",
    "PLUR_UBEK": "plural",
    "PLUR_BEK": "plural, definite",
    "GENITIV": "genitive",
    "NUTID": "present",
    "DATID": "past",
    "PERF_PART": "participle",
    "IMPERATIV": "imperative",
}
VOICED = "lnr"
"""*en cykel, cyklen*: the e before one of these may fall out."""

Reading = tuple[str, frozenset[str]]
"""A headword, and what was done to it: nothing, where the word is that headword."""


def not_a_headword(danish: str) -> Iterator[str]:
    """Why a word does not stand here as a dictionary lists it; nothing for a phrase."""
    mark, _, rest = danish.partition(" ")
    if mark == "at" and rest:
        yield from _no_infinitive(rest.split()[0])
    elif mark in {"en", "et"} and rest and " " not in rest:
        yield from _no_singular(mark, rest)
    elif not rest and mark not in said_so():
        yield from _a_form_of(mark[:1].lower() + mark[1:])


@cache
def said_so() -> frozenset[str]:
    """Forms that we teach as they are said."""
    return frozenset(lines_of(FORMS))


def _no_infinitive(verb: str) -> Iterator[str]:
    found = list(_a_form_of(verb))
    yield from found
    if not found and not right(f"{verb}r") and not _irregular(verb):
        yield f"at {verb}: {verb} is no infinitive"


def _no_singular(article: str, noun: str) -> Iterator[str]:
    other = "et" if article == "en" else "en"
    if noun in said_so() or _goes_with(article, noun):
        return
    of_another = [(stem, done) for stem, done in readings(noun) if stem != noun and done & OF_A_NOUN]
    if of_another:
        yield _told(noun, *of_another[0])
    elif _goes_with(other, noun):
        yield f"{article} {noun}: it is {other} {noun}"
    else:
        yield from _a_form_of(noun)


def _a_form_of(word: str) -> Iterator[str]:
    read = readings(word)
    if read and all(done or not word.endswith(stem) for stem, done in read):
        yield _told(word, *read[0])


def _told(word: str, stem: str, done: frozenset[str]) -> str:
    how = ", ".join(name for tag, name in CALLED.items() if tag in done)
    return f"{word} is a form of {stem}" + (f" ({how})" if how else "")


def _goes_with(article: str, noun: str) -> bool:
    """Whether the dictionary has *noun*, or the last part of a compound, with that article at its end."""
    shorter = noun[:-2] + noun[-1] if noun[-2:-1] == "e" and noun[-1] in VOICED else noun
    ends = {noun + article[1]} if noun.endswith("e") else set()
    ends |= {noun + article, noun + noun[-1] + article, shorter + article}
    return any(DEFINITE in done and noun.endswith(stem) for form in ends for stem, done in readings(form))


def _irregular(word: str) -> bool:
    return any(" al:" in line for line in analysed(word))


@cache
def readings(word: str) -> tuple[Reading, ...]:
    """Each way to read it."""
    found = []
    for line in analysed(word):
        stem = STEM.search(line)
        done = frozenset(part[1:] for part in line.split() if part.startswith("+"))
        found.append((stem[1] if stem else word, done - OF_ITSELF))
    return tuple(found)
