"""A member whose app was patched: she says what her role does not let her, with stamps of her own making."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from app.records import Step
from app.storage.writing import Speech
from sync.errors import SyncError
from sync.piece import Begin, Pieces
from sync.stamp import Stamp
from sync.unsent import UnsentRow
from sync.version import GONE
from tests.histories.swift import SwiftPhone as Phone

if TYPE_CHECKING:
    from tests.histories.history import History

Stamped = dict[bytes, list[tuple[UnsentRow, Stamp]]]
FORBIDDEN = 666
SKEWS = (-(10**15), -(86_400_000 << 16), 0, 3_600_000 << 16, 86_400_000 << 16, 5 * 86_400_000 << 16)


def lie(history: History, _: Phone) -> None:
    """Amina removes a step, or sets the order of it, which she may not; and writes a word beside, which she may."""
    amina, chance = history.world.phone("Amina"), history.chance
    sync(amina)
    steps = amina.store.find(Step, order_by=Step.id)
    if not steps:
        return
    shown = chance.choice(steps)
    me = amina.store.me_in(shown.space)
    if me is None:
        return
    text = history.text(amina)
    words: dict[str, Any] = {"text": (text, amina.store.seen(shown).edits.get("text", {}))}
    words |= {GONE: (True, {me[1]: 1 << 61})} if chance.random() < 0.5 else {"position": (FORBIDDEN, None)}
    key = bytes.fromhex(shown.space), bytes.fromhex(shown.id)
    with amina.store.write() as tx:
        tx.speeches[key] = Speech("step", me[1], words)
    with bent_stamps(chance):
        sync(amina)


def sync(amina: Phone) -> None:
    try:
        amina.sync()
    except SyncError:
        return


@contextmanager
def bent_stamps(chance: Random, skew: int | None = None, *, honest_day: bool | None = None) -> Iterator[None]:
    """What is offered meanwhile is stamped as she likes; the day of her head is the true one, or follows the lie."""
    by, honest = chance.choice(SKEWS), chance.random() < 0.5
    by, honest = by if skew is None else skew, honest if honest_day is None else honest_day

    true = Pieces._stamped

    def bent(self: Pieces, begin: Begin, chosen: list[UnsentRow], now: int) -> tuple[Stamped, Stamp]:
        writes, latest = true(self, begin, chosen, now)
        lies = {row: [(one, max(1, stamp + by)) for one, stamp in each] for row, each in writes.items()}
        return lies, latest if honest else max(1, latest + by)

    with patch.object(Pieces, "_stamped", bent):
        yield
