"""From a talk to words: which groups of which decks a topic of a meeting brings to mind."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import chain, zip_longest

from app.exercises.deck import Deck
from app.records import Topic

OFFERED = 5

GROUPS: Mapping[str, tuple[str, ...]] = {
    Topic.EVERYDAY: ("everyday.do", "everyday.food", "everyday.greetings"),
    Topic.DANISH: ("everyday.greetings", "everyday.self"),
    Topic.WORK: ("safety.shift", "safety.say", "everyday.time"),
    Topic.EDUCATION: ("everyday.school", "everyday.time"),
    Topic.LETTERS: ("everyday.self", "safety.papers"),
    Topic.MONEY: ("everyday.buying", "shop.prices", "safety.papers"),
    Topic.HOME: ("everyday.home", "cleaning.rooms"),
    Topic.CHILDREN: ("everyday.school", "everyday.people"),
    Topic.PEOPLE: ("everyday.people", "everyday.greetings"),
    Topic.WAYS: ("everyday.on-the-way", "everyday.time"),
    Topic.LEISURE: ("everyday.weather", "everyday.do"),
    Topic.RIGHTS: ("safety.papers", "safety.say"),
    Topic.HOPES: ("everyday.do", "everyday.self"),
}
"""deck.group; one that a phone does not have offers nothing."""

ELSE = ("everyday.greetings", "everyday.self")
"""When nobody wrote what was talked about."""


def decks_for(topics: Iterable[str]) -> list[str]:
    """Ids of the decks where these topics have words."""
    return list(dict.fromkeys(group.partition(".")[0] for group in _groups(topics)))


def words_for(topics: Iterable[str], decks: Iterable[Deck], before: Collection[str] = ()) -> list[str]:
    """At most five whole ids, from each group in turn; those chosen `before` come last."""
    by_group: dict[str, list[str]] = {}
    for deck in decks:
        for item in deck.items:
            by_group.setdefault(f"{deck.id}.{item.group}", []).append(f"{deck.id}.{item.id}")
    of_each = [sorted(by_group.get(group, ()), key=lambda word: word in before) for group in _groups(topics)]
    in_turn = dict.fromkeys(word for word in chain(*zip_longest(*of_each)) if word)
    return sorted(in_turn, key=lambda word: word in before)[:OFFERED]


def _groups(topics: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(GROUPS.get(topic, ()) for topic in topics))) or ELSE
