"""Who is in the organisation, and who shares a circle, as the logs tell it to this person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any  # Any: the words of a log entry

from app.keys.enrolment import Card
from app.keys.held import HeldCircle
from app.keys.keyring import Keyring
from app.keys.words import open_words, spoken_for, text_of
from app.ports import Ports
from sync.circles import Circles, circles_of
from sync.journal import Journal
from sync.membership import Membership


@dataclass(frozen=True)
class Person:
    """A pseudonym and what we are told of it. `devices` = (device key, box key) of each phone she is signed in with.

    `left`: every place of hers was closed.
    """

    person: bytes
    card: Card
    rung: int
    steward: bool
    devices: tuple[tuple[bytes, bytes], ...]
    left: bool = False


def people(ports: Ports, circle: bytes | None = None) -> list[Person]:
    """The members of a circle, of the whole organisation if left out, in the order they came.

    Names of mentors and mentees are told only in the circles they share with us; there they are looked for.
    """
    keyring, journal = ports.keyring, ports.store.journal
    circles = circles_of(journal)
    wanted = circle or keyring.me.root
    told = circles.with_ours(wanted)
    if told is None:
        return []
    others = [held for held in keyring.circles if held not in {wanted, keyring.me.root}]
    cards = _cards(keyring, journal, [*others, keyring.me.root, wanted], circles)
    return [_person(told, person, cards) for person in dict.fromkeys(one.person for one in told.grants.values())]


def _person(told: Membership, person: bytes, cards: Mapping[bytes, Card]) -> Person:
    hers = {name: grant for name, grant in told.grants.items() if grant.person == person}
    standing = [grant for name, grant in hers.items() if name not in told.ended]
    devices = {(one.device, one.box): None for one in told.open if one.person == person}
    grants = standing or list(hers.values())
    return Person(
        person=person,
        card=cards.get(person, Card("", "")),
        rung=min(grant.rung for grant in grants),
        steward=any(grant.steward for grant in grants),
        devices=tuple(devices),
        left=not standing,
    )


def _cards(keyring: Keyring, journal: Journal, wanted: list[bytes], circles: Circles) -> dict[bytes, Card]:
    """Later circles and later grants say it better; an empty name never replaces one."""
    cards: dict[bytes, Card] = {}
    for circle in wanted:
        told, held = circles.with_ours(circle), keyring.circles.get(circle)
        if told is None or held is None:
            continue
        for name, words in _words(keyring, journal, held).items():
            grant = told.grants.get(name)
            if grant is not None:
                cards[grant.person] = _better(cards.get(grant.person), words)
    return cards


def _better(known: Card | None, words: Mapping[str, Any]) -> Card:
    name, role, picture = (text_of(words, "member", key) for key in ("name", "role", "picture"))
    if known is None:
        return Card(name, role, picture)
    return Card(name or known.name, role or known.role, picture or known.picture)


def _words(keyring: Keyring, journal: Journal, held: HeldCircle) -> dict[bytes, dict[str, Any]]:
    entries = [*journal.entries(held.circle), *journal.outgoing(held.circle)]
    return {name: open_words(keyring.provider, held, entry) for name, entry in spoken_for(entries).items()}
