"""What is chosen of a few that are known: as it is offered, kept and said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from app.i18n import Words
from app.i18n.languages import HOUSE

SMALL_INSIDE = (HOUSE.code, "uk")
"""Languages that write also the names of languages small."""


def offered(t: Words, words: Mapping[str, str]) -> list[tuple[str, str]]:
    """(value, words) of each, for a row of chips; `words` = {value: marked text}."""
    return [(value, t(text)) for value, text in words.items()]


def chosen(t: Words, words: Mapping[str, str], said: str) -> str:
    """What was chosen, in words; what an older or a newer app wrote stands as it is."""
    return t(words[said]) if said in words else t.isolated(said)


def all_chosen(t: Words, words: Mapping[str, str], said: str) -> str:
    """Several that were chosen, one after the other, as in "Arbejde og dansk"."""
    every = split(said)
    later = [inside(t, chosen(t, words, one)) if one in words else t.isolated(one) for one in every[1:]]
    return t.listed([*(chosen(t, words, one) for one in every[:1]), *later])


def inside(t: Words, text: str) -> str:
    """A text of the app that begins large, said inside a line: some write it small there; no letters of a name."""
    abbreviated = text[1:2].isupper()
    return text if abbreviated or t.code not in SMALL_INSIDE else text[:1].lower() + text[1:]


def tapped(several: Sequence[str], one: str, order: Iterable[str]) -> list[str]:
    """What is chosen once `one` was tapped: with it, or without. In `order`; what is not in it (a newer app's) last."""
    now, known = set(several) ^ {one}, list(order)
    return [*(each for each in known if each in now), *(each for each in several if each in now and each not in known)]


def split(said: str) -> list[str]:
    """The single ones of several that were chosen."""
    return [one for part in said.split(",") if (one := part.strip())]


def joined(several: Sequence[str]) -> str:
    """Several that were chosen, as they are kept."""
    return ",".join(several)
