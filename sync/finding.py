"""For who has nothing but a device's key: the log that this key once signed itself into, proven by that signature."""

from __future__ import annotations

from collections.abc import Callable, Generator

from sync.ciphers import Signer, Verify
from sync.conversation import TURNS_MAX, Ask, login
from sync.entry import Device, Entry
from sync.errors import ClockBent, Malformed
from sync.wire import SyncAnswer, SyncRequest


def own_log(
    signer: Signer, verify: Verify, clock: Callable[[], int]
) -> Generator[Ask, bytes, tuple[bytes, bytes] | None]:
    """(circle, hash of its first entry), to be pinned; None when the hub delivers no such log, or not all of it.

    Each entry names the one before it by hash: what this device signed proves everything before it. It looks through
    what there is for it to pull and keeps nothing. Raises what the hub says.
    """
    token, cursor, offset = (yield from login(signer)), b"", 0
    entries: dict[bytes, Entry] = {}
    for _ in range(TURNS_MAX):
        given = yield Ask("/sync", SyncRequest(token=token, now=clock() + offset, cursor=cursor).pack())
        try:
            answer = SyncAnswer.unpack(given)
        except ClockBent as bent:
            if offset:
                raise
            offset = bent.hub_now - clock()
            continue
        fresh = [Entry.read(piece) for piece in answer.pieces if isinstance(piece, bytes)]
        entries.update((one.hash, one) for one in fresh)
        for one in fresh:
            if _signs_in(one, signer.device) and verify(one.signer, one.signed, one.signature):
                return _first(entries, one)
        if not answer.more:
            return None
        cursor = answer.cursor
    raise Malformed("a hub that never comes to an end")


def _signs_in(entry: Entry, device: bytes) -> bool:
    return isinstance(entry.claim, Device) and entry.signer == entry.claim.device == device


def _first(entries: dict[bytes, Entry], entry: Entry) -> tuple[bytes, bytes] | None:
    while entry.number:
        before = entries.get(entry.previous)
        if before is None or (before.circle, before.number) != (entry.circle, entry.number - 1):
            return None
        entry = before
    return entry.circle, entry.hash
