"""Taking in what a verified log gives this device: the secrets of circles, of higher rungs, of other epochs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from app.keys.enrolment import OWN, secret_for_me
from app.keys.keyring import Keyring
from app.keys.leaving import secrets_of_epochs
from app.keys.words import open_words, text_of
from sync.circles import Circles
from sync.entry import Entry
from sync.membership import Membership

HELPED = "helped"
"""The own circle of somebody who chose this person as her helper: its key is kept for her, and nothing of it shown."""


def take_secrets(
    keyring: Keyring, circles: Circles, entries: Callable[[bytes], Sequence[Entry]], known: Iterable[bytes]
) -> bool:
    """Looks through the logs of the circles `known`; True when something was taken, and the keyring wants keeping."""
    taken = False
    for circle in known:
        told = circles.of(circle)
        if told is not None and told.of_device(keyring.device):
            log = entries(circle)
            taken = _from_grants(keyring, told) or taken
            taken = _from_epochs(keyring, told, log) or taken
            _name(keyring, told, log)
    return taken


def _name(keyring: Keyring, told: Membership, log: Sequence[Entry]) -> None:
    """What the circle is and is called stands in its first entry, which opens with the first epoch's secret."""
    held = keyring.circles.get(told.circle)
    if held is None or held.kind:
        return
    words = open_words(keyring.provider, held, log[0])
    kind = text_of(words, "kind")
    anothers = kind == OWN and told.own_of != keyring.me.person
    keyring.drop(told.circle)
    keyring.hold(replace(held, kind=HELPED if anothers else kind, name=text_of(words, "name")))


def _from_grants(keyring: Keyring, told: Membership) -> bool:
    taken = False
    for mine in told.of_device(keyring.device):
        held = keyring.circles.get(told.circle)
        epoch = told.grants[mine.grant].epoch
        if held is not None and held.secrets.get(epoch, (told.rungs, b""))[0] <= mine.rung:
            continue
        given = secret_for_me(keyring, told, mine)
        if given is not None:
            keyring.hold(given)
            taken = True
    return taken


def _from_epochs(keyring: Keyring, told: Membership, log: Sequence[Entry]) -> bool:
    held = keyring.circles.get(told.circle)
    if held is None or not told.epoch:
        return False
    known = secrets_of_epochs(keyring, told, log)
    if known == dict(held.secrets):
        return False
    keyring.hold(replace(held, secrets=known))
    return True
