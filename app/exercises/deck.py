"""A deck: the words of one kind of work, and what is asked beside single words; read from a pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property

from app.exercises.shape import shaped

DRAFT, REVIEWED = "draft", "reviewed"
SAFETY = "safety"
"""A kind of work, and a group of words in any other: a wrong word there can hurt somebody."""

ARTICLES = ("en ", "et ", "at ")


class Level(IntEnum):
    """LASLLIAM 1 to 4: all at or below A1."""

    L1 = 1
    L2 = 2
    L3 = 3
    L4 = 4


LONGEST = {Level.L1: 1, Level.L2: 4, Level.L3: 6, Level.L4: 8}
"""Words in what is said at a level."""


@dataclass(frozen=True)
class Gloss:
    """A word in her language, and whether somebody who speaks it has read it; no state = that of the deck."""

    text: str
    state: str = ""

    @classmethod
    def short(cls, text: str) -> Gloss:
        """As most are written: the text alone."""
        return cls(text)


Glosses = Mapping[str, Gloss]


@dataclass(frozen=True)
class Saying:
    """The word in use."""

    da: str
    level: Level


@dataclass(frozen=True)
class Item:
    """A word or a short phrase, as it is heard and read: a noun with its article, a verb with *at*."""

    id: str
    da: str
    group: str
    levels: tuple[Level, ...]  # understand, read, produce
    gloss: Glosses = field(default_factory=dict)
    picture: str = ""
    like: tuple[str, ...] = ()  # items of the deck that its picture shows too: never beside it
    tiles: tuple[str, ...] = ()
    can: str = ""
    says: tuple[Saying, ...] = ()

    @property
    def bare(self) -> str:
        """Without its article or *at*."""
        return self.da[3:] if self.da.startswith(ARTICLES) else self.da


@dataclass(frozen=True)
class CanDo:
    """What she can do now."""

    id: str
    picture: str
    da: str
    gloss: Glosses = field(default_factory=dict)


@dataclass(frozen=True)
class Pair:
    """Two words that differ in one sound."""

    id: str
    one: str
    other: str


@dataclass(frozen=True)
class Step:
    """One picture of a routine."""

    da: str
    picture: str


@dataclass(frozen=True)
class Routine:
    """What is done in one order."""

    id: str
    da: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Thing:
    """A picture on a scene; x, y = its middle, in hundredths of the scene."""

    id: str
    picture: str
    x: int
    y: int


@dataclass(frozen=True)
class Task:
    """What is said, and what is tapped then: one thing, or a thing and where it goes."""

    say: str
    level: Level
    tap: tuple[str, ...]


@dataclass(frozen=True)
class Scene:
    """A room with things in it."""

    id: str
    things: tuple[Thing, ...]
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class Sign:
    """A sign or a label, and what one does who reads it."""

    id: str
    means: str
    not_: tuple[str, ...]
    picture: str = ""
    text: str = ""


@dataclass(frozen=True)
class Number:
    """A number, clock, price, phone number or shift; written as on paper, said as people say it."""

    id: str
    kind: str
    value: str
    say: str
    others: tuple[str, ...]


@dataclass(frozen=True)
class Dialogue:
    """A colleague speaks; one reply fits."""

    id: str
    hear: str
    right: str
    wrong: tuple[str, ...]
    level: Level


@dataclass(frozen=True)
class Field:
    """One line of a form, and the card of an invented person."""

    id: str
    label: str
    card: Mapping[str, str]
    answer: str
    others: tuple[str, ...]


@dataclass(frozen=True)
class Mission:
    """Done in life with her mentor or a colleague; never checked."""

    id: str
    da: str
    picture: str = ""
    gloss: Glosses = field(default_factory=dict)


Part = Item | Pair | Routine | Scene | Sign | Number | Dialogue | Field | Mission


@dataclass(frozen=True)
class Deck:
    """One kind of work; `word` names everywhere the whole id of a part: cleaning.mop, cleaning.routine.floor."""

    deck: str
    title: Mapping[str, str]
    industry: str
    version: int
    licence: str
    items: tuple[Item, ...]
    picture: str = ""
    du: str = ""
    gloss_state: str = DRAFT
    review: Mapping[str, str] = field(default_factory=dict)
    cans: tuple[CanDo, ...] = ()
    pairs: tuple[Pair, ...] = ()
    routines: tuple[Routine, ...] = ()
    scenes: tuple[Scene, ...] = ()
    signs: tuple[Sign, ...] = ()
    numbers: tuple[Number, ...] = ()
    dialogues: tuple[Dialogue, ...] = ()
    fields: tuple[Field, ...] = ()
    missions: tuple[Mission, ...] = ()
    drawings: Mapping[str, str] = field(default_factory=dict)  # {name of a picture: SVG}; only in a pack

    @property
    def id(self) -> str:
        return self.deck

    @cached_property
    def parts(self) -> dict[str, Part]:
        """{word: part}, words of a language first."""
        nouns: tuple[tuple[str, tuple[Part, ...]], ...] = (
            ("pair.", self.pairs),
            ("routine.", self.routines),
            ("scene.", self.scenes),
            ("sign.", self.signs),
            ("number.", self.numbers),
            ("dialogue.", self.dialogues),
            ("field.", self.fields),
            ("mission.", self.missions),
        )
        found: dict[str, Part] = {f"{self.deck}.{item.id}": item for item in self.items}
        return found | {f"{self.deck}.{noun}{part.id}": part for noun, parts in nouns for part in parts}

    def item(self, word: str) -> Item | None:
        """The item of this whole id; None for what is none, or not in this deck."""
        found = self.parts.get(word)
        return found if isinstance(found, Item) else None

    def state_of(self, gloss: Gloss) -> str:
        return gloss.state or self.gloss_state

    def told(self, part: Item | CanDo | Mission) -> dict[str, str]:
        """{language: what it means there}; what concerns safety only where somebody who speaks it has read it."""
        risky = self.industry == SAFETY or (isinstance(part, Item) and part.group == SAFETY)
        shown = part.gloss.items()
        return {code: each.text for code, each in shown if not risky or self.state_of(each) == REVIEWED}


def read(pack: Mapping[str, object], *, strict: bool = False) -> Deck:
    """The deck in a pack; a ValueError (BadPart) names the part that is missing, wrong, or (`strict`) unknown."""
    return shaped(Deck, pack, strict=strict)


def deck_of(word: str) -> str:
    """The id of the deck that a whole id belongs to."""
    return word.partition(".")[0]
