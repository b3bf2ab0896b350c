"""What must hold between the parts of a deck before a phone may be given it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from app.exercises.deck import DRAFT, REVIEWED, CanDo, Deck, Field, Item, Mission, Number, Routine, Scene, Sign
from app.exercises.shape import Place
from build.decks.spoken import SAID, wrongly_said
from build.pwa.drawings import chosen, on_the_face

LICENCES = {"CC-BY-4.0", "CC0-1.0"}
INDUSTRIES = {"everyday", "cleaning", "kitchen", "elderly", "warehouse", "childcare", "shop", "safety"}
STATES = {DRAFT, REVIEWED}
REVIEWS = {"open", "approved"}
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

Wrong = Iterator[tuple[Place, str]]


def faults_of(deck: Deck, name: str) -> Wrong:
    """(place, reason) of each fault; `name` = that of the file."""
    yield from _head(deck, name)
    yield from _states(deck)
    yield from _ids(deck)
    yield from _pictures(deck)
    yield from _items(deck)
    for number, pair in enumerate(deck.pairs):
        if pair.one == pair.other:
            yield ("pairs", number), f"{pair.id}: the two words are one"
    for number, routine in enumerate(deck.routines):
        yield from _routine(routine, ("routines", number))
    for number, scene in enumerate(deck.scenes):
        yield from _scene(scene, ("scenes", number))
    for number, sign in enumerate(deck.signs):
        yield from _sign(sign, ("signs", number))
    for number, figure in enumerate(deck.numbers):
        yield from _number(figure, ("numbers", number))
    for number, turn in enumerate(deck.dialogues):
        yield from _one_right(turn.right, turn.wrong, ("dialogues", number), turn.id)
    for number, line in enumerate(deck.fields):
        yield from _field(line, ("fields", number))


def _head(deck: Deck, name: str) -> Wrong:
    if deck.deck != name:
        yield ("deck",), f"the file is called {name}, the deck {deck.deck}"
    if deck.licence not in LICENCES:
        yield ("licence",), f"{deck.licence} is not one of {', '.join(sorted(LICENCES))}"
    if deck.industry not in INDUSTRIES:
        yield ("industry",), f"{deck.industry} is not one of {', '.join(sorted(INDUSTRIES))}"
    if deck.version < 1:
        yield ("version",), f"{deck.version} is no version; the first is 1"


def _states(deck: Deck) -> Wrong:
    """Who misspells one would leave unread for read, or read for unread."""
    said: list[tuple[Place, str, set[str]]] = [(("gloss_state",), deck.gloss_state, STATES)]
    said += [(("review", who), state, REVIEWS) for who, state in deck.review.items()]
    parts: dict[str, Sequence[Item | CanDo | Mission]] = {
        "items": deck.items,
        "cans": deck.cans,
        "missions": deck.missions,
    }
    for name, each in parts.items():
        for number, part in enumerate(each):
            states = {gloss.state for gloss in part.gloss.values() if gloss.state}
            said += [((name, number, "gloss"), state, STATES) for state in sorted(states)]
    for place, state, known in said:
        if state not in known:
            yield place, f"{state} is not one of {', '.join(sorted(known))}"


def _ids(deck: Deck) -> Wrong:
    lists: dict[str, Sequence[object]] = {
        name: getattr(deck, name)
        for name in (
            "items", "cans", "pairs", "routines", "scenes", "signs", "numbers", "dialogues", "fields", "missions",
        )
    }  # fmt: skip
    for name, parts in lists.items():
        seen: set[str] = set()
        for number, part in enumerate(parts):
            id_ = str(getattr(part, "id", ""))
            if not ID.fullmatch(id_):
                yield (name, number, "id"), f"{id_}: an id is a-z, 0-9 and single hyphens"
            if id_ in seen:
                yield (name, number, "id"), f"{id_} stands in {name} twice"
            seen.add(id_)


def _pictures(deck: Deck) -> Wrong:
    drawn, early = chosen(), on_the_face()
    if deck.picture not in early:
        yield ("picture",), f"{deck.picture} comes with a deck only; that of a deck is shown before its pack is there"
    for place, picture in pictures_of(deck):
        if picture not in drawn:
            yield place, f"{picture} is not in assets/drawings/chosen.txt"


def pictures_of(deck: Deck) -> Iterator[tuple[Place, str]]:
    """Where each picture is named."""
    named: list[tuple[Place, str]] = [(("picture",), deck.picture)]
    for name in ("items", "cans", "signs", "missions"):
        named += [((name, number, "picture"), part.picture) for number, part in enumerate(getattr(deck, name))]
    for number, routine in enumerate(deck.routines):
        named += [(("routines", number, "steps", at, "picture"), step.picture) for at, step in enumerate(routine.steps)]
    for number, scene in enumerate(deck.scenes):
        named += [(("scenes", number, "things", at, "picture"), one.picture) for at, one in enumerate(scene.things)]
    return ((place, picture) for place, picture in named if picture)


def _items(deck: Deck) -> Wrong:
    cans = {can.id for can in deck.cans}
    there = {item.id for item in deck.items}
    for number, item in enumerate(deck.items):
        place: Place = ("items", number)
        if len(item.levels) != 3:
            yield (*place, "levels"), f"{item.id}: three levels, to understand, to read, to produce"
        if item.can and item.can not in cans:
            yield (*place, "can"), f"{item.id}: {item.can} is no can-do of this deck"
        for missing in set(item.like) - there:
            yield (*place, "like"), f"{item.id}: {missing} is no item of this deck"
        if item.tiles and "".join(item.tiles).replace(" ", "") != item.bare.replace(" ", ""):
            yield (*place, "tiles"), f"{item.id}: the tiles spell {''.join(item.tiles)}, the word is {item.bare}"


def _routine(routine: Routine, place: Place) -> Wrong:
    if not 3 <= len(routine.steps) <= 5:
        yield (*place, "steps"), f"{routine.id}: three to five steps"
    for what, seen in (("picture", [step.picture for step in routine.steps]), ("text", [s.da for s in routine.steps])):
        yield from ((place, f"{routine.id}: two steps with the {what} {twice}") for twice in _twice(seen))


def _scene(scene: Scene, place: Place) -> Wrong:
    there = [thing.id for thing in scene.things]
    if len(there) < 3:
        yield (*place, "things"), f"{scene.id}: at least three things"
    for twice in (*_twice(there), *_twice(thing.picture for thing in scene.things)):
        yield (*place, "things"), f"{scene.id}: two things are {twice}"
    for number, thing in enumerate(scene.things):
        if not (0 <= thing.x <= 100 and 0 <= thing.y <= 100):
            yield (*place, "things", number), f"{thing.id} stands outside the scene (x and y are 0 to 100)"
    if not scene.tasks:
        yield place, f"{scene.id}: nothing is asked"
    for number, task in enumerate(scene.tasks):
        if not 1 <= len(task.tap) <= 2 or len(set(task.tap)) != len(task.tap):
            yield (*place, "tasks", number, "tap"), "one thing is tapped, or a thing and where it goes"
        for missing in set(task.tap) - set(there):
            yield (*place, "tasks", number, "tap"), f"{missing} is not on this scene"


def _sign(sign: Sign, place: Place) -> Wrong:
    if not sign.picture and not sign.text:
        yield place, f"{sign.id}: a sign has a picture or a text"
    yield from _one_right(sign.means, sign.not_, place, sign.id)


def _number(number: Number, place: Place) -> Wrong:
    if number.kind not in SAID:
        yield (*place, "kind"), f"{number.kind} is not one of {', '.join(sorted(SAID))}"
        return
    yield from _one_right(number.value, number.others, place, number.id)
    yield from ((place, f"{number.id}: {why}") for why in wrongly_said(number))


def _field(line: Field, place: Place) -> Wrong:
    if line.answer not in line.card.values():
        yield (*place, "answer"), f"{line.id}: the answer does not stand on the card"
    yield from _one_right(line.answer, line.others, place, line.id)


def _one_right(right: str, wrong: Sequence[str], place: Place, name: str) -> Wrong:
    if len(wrong) < 2:
        yield place, f"{name}: at least two wrong answers"
    yield from ((place, f"{name}: {twice} stands here twice") for twice in _twice((right, *wrong)))


def _twice(values: Iterable[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if value and times > 1]
