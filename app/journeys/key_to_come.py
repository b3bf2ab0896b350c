"""Where a newer key than this phone's is in use: what is said there since does not open yet, and is not missing."""

from __future__ import annotations

from app.i18n import N_
from app.ports import Ports, Refusal
from sync.circles import circles_of

NOT_ALL = N_("Not everything that is written here opens on this phone yet. Ask a colleague first.")


def key_to_come(ports: Ports, kind: str) -> bool:
    """Whether that is so in any space of that kind: nothing is known not to have been said there."""
    return any(waits_for_key(ports, place.space) for place in ports.store.places(kind))


def waits_for_key(ports: Ports, space: str) -> bool:
    """The same of one space; somebody else who reads there gives this phone the key when she opens the app."""
    circles = circles_of(ports.store.journal)
    place = circles.place(bytes.fromhex(space))
    told = circles.of(place[0]) if place else None
    held = ports.keyring.circles.get(told.circle) if told else None
    return told is not None and (held is None or held.epoch < told.epoch)


def refuse_half_read(ports: Ports, space: str) -> None:
    """What somebody said last may be a no."""
    if waits_for_key(ports, space):
        raise Refusal(NOT_ALL)
