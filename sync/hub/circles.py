"""What the logs say, folded and kept at hand; the seats that SQL asks about are written with each entry."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from threading import Lock

from sync.codes import Reason
from sync.entry import Device, Entry
from sync.errors import Refused
from sync.hub.limits import Buckets, Rate
from sync.hub.store import Sql
from sync.log import told_by
from sync.membership import Membership

KEPT = 2_000  # folded logs in memory
SIGNED = Rate(300, 1 / 60)  # entries of one person who leads nobody, or of all keys that one circle does not know
_ELSEWHERE = "SELECT 1 FROM device WHERE device = ? AND organisation <> ?"


class Circles:
    """The memberships of many circles. A log is folded once and then followed; its tip in the database decides."""

    def __init__(self, *, erases: bool = False) -> None:
        """`erases`: entries that erase are taken, for every app out there knows them."""
        self.erases = erases
        self.signed = Buckets(SIGNED)
        self._told: OrderedDict[tuple[bytes, bytes], Membership] = OrderedDict()
        self._turn = Lock()

    def told(self, sql: Sql, organisation: bytes, circle: bytes) -> Membership | None:
        """What that log says now, None when there is none."""
        tip = sql(
            "SELECT number, hash FROM entry WHERE organisation = ? AND circle = ? ORDER BY number DESC LIMIT 1",
            organisation,
            circle,
        )
        if not tip:
            return None
        known = self._told.get((organisation, circle))
        if known is None or known.tip != tip[0][1]:
            known = _folded(sql, organisation, circle, known)
        with self._turn:
            self._told[organisation, circle] = known
            self._told.move_to_end((organisation, circle))
            if len(self._told) > KEPT:
                self._told.popitem(last=False)
        return known

    def see_few(self, told: Membership, entry: Entry, free: Collection[bytes], now: int) -> None:
        """A log weighs on every phone that reads it, for ever: who is not `free` signs few entries. Raises `Busy`."""
        if entry.signer not in free:
            known = (one.person for one in told.authors.values() if one.device == entry.signer)
            self.signed.take(next(known, told.circle), now)


def _folded(sql: Sql, organisation: bytes, circle: bytes, known: Membership | None) -> Membership:
    """The log to its end; on from `known` only where the database has that very entry in its place."""
    rows = sql(
        "SELECT hash, raw FROM entry WHERE organisation = ? AND circle = ? AND number >= ? ORDER BY number",
        organisation,
        circle,
        known.number if known else 0,
    )
    if known and (
        not rows or rows[0][0] != known.tip
    ):  # the database was set back meanwhile, or we look at a while ago
        return _folded(sql, organisation, circle, None)
    # They were judged when they came: signatures and stewards are not judged again.
    entries = (Entry.read(raw) for _, raw in (rows[1:] if known else rows))
    return told_by(entries, verify=None, root=None, start=known)


def write_seats(sql: Sql, organisation: bytes, before: Membership | None, told: Membership, seq: int) -> None:
    """The authors that an entry brought or closed, and the spaces when it is the first; `seq` of the entry."""
    known = before.authors if before else {}
    for author, member in told.authors.items():
        if known.get(author) is member:
            continue
        sql(
            "INSERT INTO seat (organisation, circle, author, device, rung, steward) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (organisation, circle, author) DO NOTHING",
            organisation,
            told.circle,
            author,
            member.device,
            member.rung,
            int(member.steward),
        )
        sql(
            "INSERT INTO device (device, organisation) VALUES (?, ?) ON CONFLICT (device) DO NOTHING",
            member.device,
            organisation,
        )
        if sql(_ELSEWHERE, member.device, organisation):  # another organisation took it in at this very moment
            raise Refused(Reason.KIND)
    _write_closed(sql, organisation, before, told, seq)
    _write_used(sql, organisation, before, told)
    for grant, once in told.once.items():
        if before is None or grant not in before.once:
            sql(
                "INSERT INTO offered (organisation, once, circle) VALUES (?, ?, ?)"
                " ON CONFLICT (organisation, once, circle) DO NOTHING",
                organisation,
                once,
                told.circle,
            )
    if before is None:
        for rung, space in enumerate(told.spaces):
            sql(
                "INSERT INTO space (organisation, space, circle, rung, seq) VALUES (?, ?, ?, ?, 0)",
                organisation,
                space,
                told.circle,
                rung,
            )


def _write_closed(sql: Sql, organisation: bytes, before: Membership | None, told: Membership, seq: int) -> None:
    """Nothing more is served to them, and their logins end."""
    if before is None:
        return
    for author in told.closed.keys() - before.closed.keys():
        sql(
            "UPDATE seat SET closed = ? WHERE organisation = ? AND circle = ? AND author = ?",
            seq,
            organisation,
            told.circle,
            author,
        )
        sql("DELETE FROM token WHERE device = ?", told.authors[author].device)


def _write_used(sql: Sql, organisation: bytes, before: Membership | None, told: Membership) -> None:
    """An invitation goes with the last grant that it opens: used, or ended."""
    for grant in before.once.keys() - told.once.keys() if before else ():
        gone = (organisation, before.once[grant] if before else b"")
        sql("DELETE FROM offered WHERE organisation = ? AND once = ? AND circle = ?", *gone, told.circle)
        if not sql("SELECT 1 FROM offered WHERE organisation = ? AND once = ?", *gone):
            sql("DELETE FROM invitation WHERE organisation = ? AND once = ?", *gone)


def by_invitation(told: Membership, entry: Entry) -> bool:
    """Whether a one-time key that was not used yet signs a device in."""
    return isinstance(entry.claim, Device) and told.once.get(entry.claim.grant) == entry.signer


def elsewhere(sql: Sql, organisation: bytes, before: Membership | None, told: Membership) -> bool:
    """Whether an entry brought a device that belongs to another organisation: a key has one home."""
    known = before.authors if before else {}
    return any(
        sql(_ELSEWHERE, member.device, organisation) for author, member in told.authors.items() if author not in known
    )
