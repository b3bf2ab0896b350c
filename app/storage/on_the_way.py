"""What is not yet where it belongs: words and attachments that the hub has not, and those this phone waits for."""

from __future__ import annotations

from app.storage.store import Store
from sync.parcels import Parcels, State


def unheard(store: Store) -> bool:
    """Whether words wait to which no hub has said no yet."""
    return any(not one.reason for one in store.journal.waiting())


def bringing(store: Store) -> set[bytes]:
    """The rows of which the hub has not said that it has every part."""
    return _in_state(store, State.BRING)


def fetching(store: Store) -> set[bytes]:
    """The rows of which a part was asked for and has not come."""
    return _in_state(store, State.WANTED)


def _in_state(store: Store, state: State) -> set[bytes]:
    return {one.row for one in Parcels(store.journal).in_state(state)}
