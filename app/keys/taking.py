"""Taking in what a verified log gives this device: the secrets of circles, and of higher rungs, it was granted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from app.keys.enrolment import secret_for_me
from app.keys.keyring import Keyring
from sync.circles import Circles
from sync.log import Entry


def take_secrets(
    keyring: Keyring, circles: Circles, entries: Callable[[bytes], Sequence[Entry]], known: Iterable[bytes]
) -> bool:
    """Looks through the logs of the circles `known`; True when something was taken, and the keyring wants keeping."""
    taken = False
    for circle in known:
        told = circles.of(circle)
        if told is None:
            continue
        held = keyring.circles.get(circle)
        for mine in told.of_device(keyring.device):
            if held is not None and held.epoch >= told.epoch and held.rung <= mine.rung:
                continue
            given = secret_for_me(keyring, told, entries(circle), mine)
            if given is not None:
                keyring.hold(given)
                held, taken = keyring.circles[circle], True
    return taken
