"""What a Danish teacher would mark in a deck: spelling, form, length, wrong answers, meanings, too few of a thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from random import Random

from app.domain.cpr import holds_cpr
from app.exercises.deck import LONGEST, CanDo, Deck, Item, Level, Mission
from app.exercises.kinds import ask
from app.exercises.kinds.one_of import level_of
from app.exercises.question import Kind, Strand
from app.exercises.shape import Place
from app.i18n.languages import HOUSE, LANGUAGES, OFFERED
from build.decks.headwords import not_a_headword
from build.decks.spelling import misspelt
from build.decks.spoken import somebodys

Marked = Iterator[tuple[Place, str]]

NEEDED = tuple(each.code for each in OFFERED if each != HOUSE)
"""Languages that somebody may choose: every gloss stands in them."""

DRAFTS = tuple(each.code for each in LANGUAGES if not each.offered)
TITLED = (HOUSE.code, *NEEDED)
ENOUGH = {
    "items": (56, 64),
    "cans": (4, 6),
    "routines": (3, 5),
    "scenes": (2, 3),
    "signs": (4, 8),
    "numbers": (6, 12),
    "dialogues": (6, 10),
    "fields": (3, 5),
    "missions": (4, 6),
}
PAIRS = 6
GROUP = (4, 8)
STEP, MEANT = Level.L3, Level.L4
"""What has no level of its own is no longer than at this one: a routine and its steps; what a sign means, a mission."""

APART = (30, 28)
"""Hundredths of a scene, across or down, from middle to middle: on a phone 320 wide two things just do not touch."""


def errors(deck: Deck) -> Marked:
    """What a pack must not be given out with."""
    yield from ((place, f"{text} reads as a CPR number") for place, text in danish(deck) if holds_cpr(text))
    for place, text in written(deck):
        yield from ((place, f"{phone} may be somebody's: begin it with 1") for phone in somebodys(text))
    yield from _spelling(deck)
    yield from _headwords(deck)
    yield from _lengths(deck)
    yield from _wrong_answers(deck)
    yield from _glosses(deck)
    yield from _rooms(deck)
    for twice in (word for word, times in Counter(item.da for item in deck.items).items() if times > 1):
        yield ("items",), f"{twice} stands here twice"


def notes(deck: Deck) -> Marked:
    """What to look at again."""
    for name, (fewest, most) in ENOUGH.items():
        there = len(getattr(deck, name))
        if not fewest <= there <= most:
            yield (name,), f"{there} {name}; {fewest} to {most} are meant"
    if 0 < len(deck.pairs) < PAIRS:
        yield ("pairs",), f"{len(deck.pairs)} pairs; {PAIRS} or more are meant, or none"
    for group, there in Counter(item.group for item in deck.items).items():
        if not GROUP[0] <= there <= GROUP[1]:
            yield ("items",), f"the group {group} has {there} words; {GROUP[0]} to {GROUP[1]} are meant"
    for number, can in enumerate(deck.cans):
        if not any(item.can == can.id for item in deck.items):
            yield ("cans", number), f"no word counts towards {can.id}"
    there_are = [part for _place, part in glossed(deck)]
    for language in DRAFTS:
        missing = sum(not said_in(part, language) for part in there_are)
        if missing:
            yield ("items",), f"{missing} of {len(there_are)} are missing in {language}, which is not offered yet"


def danish(deck: Deck) -> Iterator[tuple[Place, str]]:
    """Every Danish text of the deck."""
    yield ("title", "da"), deck.title.get("da", "")
    for number, item in enumerate(deck.items):
        yield ("items", number, "da"), item.da
        yield from ((("items", number, "says", at, "da"), saying.da) for at, saying in enumerate(item.says))
    for name in ("cans", "missions"):
        yield from (((name, number, "da"), part.da) for number, part in enumerate(getattr(deck, name)))
    for number, pair in enumerate(deck.pairs):
        yield from ((("pairs", number), word) for word in (pair.one, pair.other))
    for number, routine in enumerate(deck.routines):
        yield ("routines", number), routine.da
        yield from ((("routines", number, "steps", at), step.da) for at, step in enumerate(routine.steps))
    for number, scene in enumerate(deck.scenes):
        yield from ((("scenes", number, "tasks", at), task.say) for at, task in enumerate(scene.tasks))
    for number, sign in enumerate(deck.signs):
        yield from ((("signs", number), text) for text in (sign.text, sign.means, *sign.not_))
    yield from ((("numbers", number), figure.say) for number, figure in enumerate(deck.numbers))
    for number, turn in enumerate(deck.dialogues):
        yield from ((("dialogues", number), text) for text in (turn.hear, turn.right, *turn.wrong))
    for number, line in enumerate(deck.fields):
        texts = (line.label, line.answer, *line.others, *line.card, *line.card.values())
        yield from ((("fields", number), text) for text in texts)


def written(deck: Deck) -> Iterator[tuple[Place, str]]:
    """Every Danish text, and the digits."""
    yield from danish(deck)
    for number, figure in enumerate(deck.numbers):
        yield from ((("numbers", number), text) for text in (figure.value, *figure.others))


def _spelling(deck: Deck) -> Marked:
    for place, text in danish(deck):
        yield from ((place, f"{word} is spelt wrong, or missing in known.txt") for word in misspelt(text))


def _headwords(deck: Deck) -> Marked:
    for number, item in enumerate(deck.items):
        yield from ((("items", number, "da"), why) for why in not_a_headword(item.da))


def _lengths(deck: Deck) -> Marked:
    said: list[tuple[Place, str, Level]] = []
    for number, item in enumerate(deck.items):
        level, many = min(item.levels), how_many_words(item)
        if many > LONGEST[level]:
            yield ("items", number, "da"), f"{item.da} counts as {many} words; {LONGEST[level]} at {level.name}"
        said += [(("items", number, "says", at), saying.da, saying.level) for at, saying in enumerate(item.says)]
    for number, scene in enumerate(deck.scenes):
        said += [(("scenes", number, "tasks", at), task.say, task.level) for at, task in enumerate(scene.tasks)]
    for number, turn in enumerate(deck.dialogues):
        said += [(("dialogues", number), text, turn.level) for text in (turn.hear, turn.right, *turn.wrong)]
    for number, routine in enumerate(deck.routines):
        said += [(("routines", number), routine.da, STEP)]
        said += [(("routines", number, "steps", at), step.da, STEP) for at, step in enumerate(routine.steps)]
    for number, sign in enumerate(deck.signs):
        said += [(("signs", number), text, MEANT) for text in (sign.means, *sign.not_)]
    said += [(("missions", number), mission.da, MEANT) for number, mission in enumerate(deck.missions)]
    for place, text, level in said:
        if len(text.split()) > LONGEST[level]:
            yield place, f"{text} has {len(text.split())} words; {LONGEST[level]} at {level.name}"


def how_many_words(item: Item) -> int:
    """Without its article; a verb and the little word that belongs to it are one: *at tørre af*, *at rejse sig*."""
    many = len(item.bare.split())
    return many - 1 if item.da.startswith("at ") and many > 1 else many


def _wrong_answers(deck: Deck) -> Marked:
    for number, item in enumerate(deck.items):
        wanted = {Kind.HEAR_PICTURE, Kind.PICTURE_VOICE} if item.picture else set()
        wanted |= {Kind.HEAR_WORD} if level_of(item, Strand.READ) >= Level.L2 else set()
        for kind in sorted(wanted):
            if ask(kind, f"{deck.id}.{item.id}", deck, Random(0)) is None:
                yield ("items", number), f"{item.id}: too few wrong answers at its level to be asked as {kind}"


def _glosses(deck: Deck) -> Marked:
    for language in TITLED:
        if not deck.title.get(language):
            yield ("title",), f"the title is missing in {language}"
    for place, part in glossed(deck):
        for language in NEEDED:
            if not said_in(part, language):
                yield place, f"{part.id} is missing in {language}"


def glossed(deck: Deck) -> Iterator[tuple[Place, Item | CanDo | Mission]]:
    """Every part that is explained in her language."""
    parts: tuple[tuple[str, Sequence[Item | CanDo | Mission]], ...] = (
        ("items", deck.items),
        ("cans", deck.cans),
        ("missions", deck.missions),
    )
    for name, each in parts:
        yield from (((name, number), part) for number, part in enumerate(each))


def said_in(part: Item | CanDo | Mission, language: str) -> bool:
    gloss = part.gloss.get(language)
    return gloss is not None and bool(gloss.text.strip())


def _rooms(deck: Deck) -> Marked:
    for number, scene in enumerate(deck.scenes):
        for one, other in combinations(scene.things, 2):
            if abs(one.x - other.x) < APART[0] and abs(one.y - other.y) < APART[1]:
                yield ("scenes", number, "things"), f"{scene.id}: {one.id} and {other.id} stand on one another"
