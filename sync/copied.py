"""A profile that was copied: the same device writes in two places, so the later one goes on under a key of its own."""

from __future__ import annotations

from sync.ciphers import Sealer
from sync.codes import Reason
from sync.errors import Locked, Malformed
from sync.head import Head
from sync.journal import Journal
from sync.membership import Member
from sync.stamp import Stamp
from sync.unsent import UnsentRow
from sync.version import Said, Version, Word, pack_said, sealed_version, unpack_said

COPIED = "copied"
"""Under this name the journal keeps that it knows; nothing new is offered until this phone has another key."""


def is_copied(journal: Journal) -> bool:
    """Whether the hub has words of this very device that were not written here."""
    return journal.meta(COPIED) is not None


def notice(journal: Journal) -> None:
    """From now on it knows. That the hub refused to let the one speak on for the other says nothing of the words."""
    journal.set_meta(COPIED, b"1")
    journal.run("DELETE FROM refusal WHERE reason=?", (Reason.GAP,))


def wrote_elsewhere(journal: Journal, head: Head, known: int) -> bool:
    """Whether that verified head of this device's own, beyond the `known` n, is not the one that is offered here."""
    offered = journal.run("SELECT signature FROM offered WHERE space=? AND author=?", (head.space, head.author))
    return head.n > known and head.signature not in {one for (one,) in offered}


def speak_as(journal: Journal, sealer: Sealer, space: bytes, old: bytes, member: Member, now: int) -> None:
    """What was typed there as `old` is said as that member; what the hub's version of `old` says already, is not.

    `now` = corrected, ms. Words of which the field, value and stamp are there left both copies before they parted.
    """
    previous = journal.previous(space)
    for one in [one for one in journal.unsent() if one.space == space and one.author == old]:
        previous = max(previous, one.settled(offset=journal.offset, hub_now=now, previous=previous))
        try:
            said = one.said(sealer.open(space, one.epoch, one.aad, one.nonce, one.sealed), previous)
        except (Locked, Malformed):
            continue
        there = _said(journal, sealer, one)
        fresh = {name: word for name, word in said.fields.items() if there.get(name) != (word.value, word.stamp)}
        fresh = {name: _unseen(word, old) if name in there else word for name, word in fresh.items()}
        if fresh:
            _say_again(journal, sealer, one, member.author, Said(said.table, fresh), previous)
        else:
            journal.run("DELETE FROM unsent WHERE number=?", (one.number,))


def _unseen(word: Word, old: bytes) -> Word:
    """What stands there as hers may be the other's, who had her key: that she has not seen, whatever its stamp."""
    if not word.saw or old not in word.saw:
        return word
    return word._replace(saw={author: stamp for author, stamp in word.saw.items() if author != old})


def _say_again(journal: Journal, sealer: Sealer, one: UnsentRow, author: bytes, said: Said, stamp: Stamp) -> None:
    version = sealed_version(sealer, (one.space, one.row, author, one.n), pack_said(said))
    journal.run(
        "UPDATE unsent SET (space, row, author, n, epoch, suite, nonce, sealed, leaf, stamp) = (?,?,?,?,?,?,?,?,?,?)"
        " WHERE number=?",
        (*version, version.leaf, stamp, one.number),
    )
    journal.run("DELETE FROM refusal WHERE number=?", (one.number,))


def _said(journal: Journal, sealer: Sealer, one: UnsentRow) -> dict[str, tuple[object, int]]:
    """{field: (value, stamp)} that the hub has of that author on that row."""
    mine = [version for version in journal.versions_of(one.space, one.row) if version.author == one.author]
    return {name: (word.value, word.stamp) for version in mine for name, word in _open(sealer, version).fields.items()}


def _open(sealer: Sealer, version: Version) -> Said:
    try:
        body = sealer.open(version.space, version.epoch, version.aad, version.nonce, version.sealed)
        return unpack_said(body, version.suite)
    except (Locked, Malformed):
        return Said("", {})
