"""The sealed words inside log entries: what a circle is called and who its members are, for its members only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any  # Any: unpacked MessagePack

from app.keys.errors import BadSeal
from app.keys.held import HeldCircle
from app.keys.keyring import NONCE
from app.keys.provider import Provider
from sync.entry import Entry, Found, Grant, Readmit
from sync.errors import Locked, Malformed
from sync.packing import pack, unpack

WORDS_MAX = 16 * 1024


def seal_words(provider: Provider, key: bytes, circle: bytes, number: int, words: Mapping[str, Any]) -> bytes:
    """`nonce ‖ ciphertext`, bound to that place in that log; `key` = the circle's entry key."""
    nonce = provider.random(NONCE)
    return nonce + provider.seal(key, nonce, pack(dict(words)), _aad(circle, number))


def open_words(provider: Provider, held: HeldCircle, entry: Entry) -> dict[str, Any]:
    """What the signer said in that entry; nothing when it does not open (the entry itself still counts)."""
    for epoch in sorted(held.secrets, reverse=True):
        try:
            key = held.entry_key(epoch)
            sealed = entry.sealed
            plain = provider.open(key, sealed[:NONCE], sealed[NONCE:], _aad(entry.circle, entry.number))
            words = unpack(plain, WORDS_MAX)
        except (BadSeal, Locked, Malformed):
            continue
        return dict(words) if isinstance(words, dict) else {}
    return {}


def spoken_for(entries: Iterable[Entry]) -> dict[bytes, Entry]:
    """{name of a place: the entry whose words say who has it}, of a whole log in its order.

    Only a steward says who somebody is. A readmission may be signed by a mentor, by her mentee or by herself, so it is
    the grant it goes back to that speaks.
    """
    found: dict[bytes, Entry] = {}
    for entry in entries:
        if isinstance(entry.claim, Found | Grant):
            found[entry.hash] = entry
        elif isinstance(entry.claim, Readmit) and entry.claim.grant in found:
            found[entry.hash] = found[entry.claim.grant]
    return found


def text_of(words: Mapping[str, Any], *path: str) -> str:
    """The text at that path, or ""."""
    found: Any = words
    for key in path:
        found = found.get(key) if isinstance(found, dict) else None
    return found[:200] if isinstance(found, str) else ""


def _aad(circle: bytes, number: int) -> bytes:
    return b"bb/entry/1" + circle + number.to_bytes(8, "big")
