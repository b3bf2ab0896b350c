"""A sealed chunk is put on the hub and fetched from it, as the tests of the lane need it."""

from __future__ import annotations

from sync.chunk import name_of
from tests.hub.phones import Phone


def put(phone: Phone, space: bytes, sealed: bytes) -> bytes:
    """Its name."""
    name = name_of(sealed)
    assert phone.hub.ask("/put", phone.token, space, name, sealed) == []
    return name


def get(phone: Phone, space: bytes, name: bytes) -> bytes:
    (sealed,) = phone.hub.ask("/get", phone.token, space, name)
    return bytes(sealed)
