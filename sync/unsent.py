"""What was typed and no hub has taken: sealed as it will be offered if nothing comes between, else it is said anew."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from sync.errors import Malformed
from sync.stamp import Stamp, ms_of, settle
from sync.version import SUITE, Said, Version, unpack_said

ANEW = 1  # another version stands for it
AS_TYPED = 2


class UnsentRow(NamedTuple):
    """A sealed write that no hub has acknowledged; `offered` = 0, or `ANEW` (see `Journal.offered`), or `AS_TYPED`.

    `raw` = the phone's clock (ms) and `floor` = the greatest stamp known when it was written; `n`, `epoch` and `stamp`
    are those it will have unless the clock, the key or another write says otherwise by then.
    """

    number: int
    space: bytes
    row: bytes
    author: bytes
    n: int
    epoch: int
    suite: int
    nonce: bytes
    sealed: bytes
    raw: int
    floor: Stamp
    stamp: Stamp
    leaf: bytes
    offered: int

    @property
    def aad(self) -> bytes:
        """What the seal is bound to."""
        return self.version.aad

    @property
    def version(self) -> Version:
        """The very bytes, as a version."""
        return Version(self.space, self.row, self.author, self.n, self.epoch, self.suite, self.nonce, self.sealed)

    def typed_at(self, *, offset: int, hub_now: int) -> int:
        """When it was typed, by the hub's clock; all in ms.

        Where the phone's clock was set back since, `offset` belongs to another clock, and its own stamp says it.
        """
        at = self.raw + offset
        return at if at <= hub_now else min(ms_of(self.stamp), hub_now)

    def settled(self, *, offset: int, hub_now: int, previous: Stamp) -> Stamp:
        """Its stamp if it is offered now; `offset` and `hub_now` in ms, `previous` = that of the write before it.

        Until it is offered, call it with the phone's corrected now: the stamp is provisional.
        """
        floor = min(self.floor, self.stamp - 1)  # it was below, whatever the disk says now
        return settle(self.typed_at(offset=offset, hub_now=hub_now), 0, hub_now, floor, previous)

    def fits(self, author: bytes, epoch: int, stamp: Stamp, after: int) -> bool:
        """Whether it can go as it is, behind that author's write number `after`."""
        made_for = (self.author, self.epoch, self.stamp, self.suite)
        return made_for == (author, epoch, stamp, SUITE) and self.n > after and self.leaf == self.version.leaf

    def said(self, body: bytes, stamp: Stamp) -> Said:
        """What it says, opened and stamped; raises `Malformed`."""
        said = unpack_said(body, self.suite)
        if any(word.stamp != self.stamp for word in said.fields.values()):
            raise Malformed("not as it was kept")
        if stamp == self.stamp:
            return said
        return replace(said, fields={name: word._replace(stamp=stamp) for name, word in said.fields.items()})


def fold(base: Said | None, later: Said) -> Said:
    """What the author says after `later`: a field said again replaces."""
    return later if base is None else Said(later.table, {**base.fields, **later.fields})
