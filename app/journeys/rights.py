"""What the logs made of each author when they were last read, kept sealed: opening 800 files reads no log.

A cache, and nothing but: what is kept of a circle is good for the very end of its log that it was made at.
"""

from __future__ import annotations

from app.keys.derive import hkdf
from app.keys.errors import BadSeal
from app.keys.keyring import NONCE, Keyring
from sync.errors import Malformed
from sync.journal import Journal
from sync.packing import blob, number, pack, parts, unpack

WHERE = "rights"
MOST = 8 * 1024 * 1024
CIRCLES_MAX = 16_000
AAD = b"bb/rights/2"
"""2: of a readmission the grant it goes back to speaks, not its own words; what was kept before may be a lie."""

Known = dict[bytes, tuple[bytes, str, str, int]]
"""{author: (person, name, role, the rung of her grant)}"""

Kept = dict[bytes, tuple[bytes, Known]]
"""{circle: (hash of the entry that its log ended with, what the log made of its authors)}"""


def ends(journal: Journal) -> dict[bytes, bytes]:
    """{circle: hash of the last entry}, without those of which an entry of ours is on its way."""
    found = journal.run(
        "SELECT circle, hash FROM entry e WHERE number=(SELECT max(number) FROM entry WHERE circle=e.circle)"
        " AND NOT EXISTS (SELECT 1 FROM outgoing o WHERE o.circle=e.circle)"
    )
    return dict(found.fetchall())


def recall(journal: Journal, keyring: Keyring) -> Kept:
    """What was kept, good or not any more."""
    kept = journal.meta(WHERE)
    if kept is None:
        return {}
    try:
        opened = keyring.provider.open(_key(keyring), kept[:NONCE], kept[NONCE:], AAD)
        told = [parts(one, 3) for one in parts(unpack(opened, MOST), 0, CIRCLES_MAX)]
        return {blob(circle, 16): (blob(end, 32), _known(known)) for circle, end, known in told}
    except (BadSeal, Malformed, ValueError, TypeError):
        return {}  # of another version, or damaged: it is made anew


def still_good(journal: Journal, kept: Kept) -> Kept:
    """Of each circle whose log still ends where it did."""
    now = ends(journal)
    return {circle: one for circle, one in kept.items() if now.get(circle) == one[0]}


def keep(journal: Journal, keyring: Keyring, kept: Kept) -> None:
    """Part of an open transaction if there is one."""
    told = [[circle, end, [[author, *said] for author, said in known.items()]] for circle, (end, known) in kept.items()]
    nonce = keyring.provider.random(NONCE)
    journal.set_meta(WHERE, nonce + keyring.provider.seal(_key(keyring), nonce, pack(told), AAD))


def _known(known: object) -> Known:
    found = [parts(one, 5) for one in parts(known, 0, CIRCLES_MAX)]
    return {
        blob(author, 16): (blob(person, 16), str(name), str(role), number(rung))
        for author, person, name, role, rung in found
    }


def _key(keyring: Keyring) -> bytes:
    return hkdf(keyring.seed, AAD)
