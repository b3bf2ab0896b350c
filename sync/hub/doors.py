"""The doors that need no membership: founding, joining, logging in, leaving an invitation."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from hmac import compare_digest, digest

from sync.ciphers import Verify
from sync.codes import Reason, Tip
from sync.entry import Device, Entry, Found
from sync.errors import Malformed, Moved, NotFound, Refused
from sync.hub.store import Sql
from sync.hub.turn import Turn

HELLO_MS = 5 * 60 * 1000
TOKEN_MS = 12 * 60 * 60 * 1000
TOKENS_MAX = 8  # open logins of one device
TRIES_MAX = 5
INVITATIONS_MAX = 1_000  # open ones of an organisation
READMISSIONS_MAX = 10  # open ones of somebody who is no steward
LIFE_MAX_S = 7 * 24 * 60 * 60


def token_hash(token: bytes) -> bytes:
    """What is kept of a token."""
    return sha256(b"bb/token/1" + token).digest()


def hello(secret: bytes, device: bytes, now: int, salt: bytes) -> bytes:
    """A nonce for any key at all, known or not: seconds(4) ‖ salt(4) ‖ MAC(8). Nothing is kept."""
    front = (now // 1000 & 0xFFFFFFFF).to_bytes(4) + salt
    return front + digest(secret, b"bb/hello/1" + device + front, "sha256")[:8]


def login(
    sql: Sql, secret: bytes, verify: Verify, device: bytes, nonce: bytes, signature: bytes, now: int, token: bytes
) -> None:
    """Keeps `token` (16 fresh random bytes) for the device. Raises `NotFound`, whatever the reason."""
    said = int.from_bytes(nonce[:4]) * 1000
    fresh = -1000 <= now - said <= HELLO_MS and compare_digest(nonce, hello(secret, device, said, nonce[4:8]))
    signed = verify(device, b"bb/login/1" + nonce, signature)
    home = home_of(sql, device)
    used = sql("SELECT 1 FROM token WHERE nonce = ?", nonce)
    if not (fresh and signed and home) or used:
        raise NotFound
    heard(sql, device, now)
    sql("DELETE FROM token WHERE organisation = ? AND expires <= ?", home[0], now)
    sql(
        "DELETE FROM token WHERE device = ? AND token NOT IN"
        " (SELECT token FROM token WHERE device = ? ORDER BY expires DESC LIMIT ?)",
        device,
        device,
        TOKENS_MAX - 1,
    )
    sql(
        "INSERT INTO token (token, nonce, organisation, device, expires) VALUES (?, ?, ?, ?, ?)",
        token_hash(token),
        nonce,
        home[0],
        device,
        now + TOKEN_MS,
    )


def home_of(sql: Sql, device: bytes) -> tuple[bytes] | None:
    """(organisation,) of a device that has one."""
    found = sql("SELECT organisation FROM device WHERE device = ?", device)
    return (found[0][0],) if found else None


def who(sql: Sql, token: bytes, now: int) -> tuple[bytes, bytes] | None:
    """(organisation, device) of an open login."""
    found = sql("SELECT organisation, device FROM token WHERE token = ? AND expires > ?", token_hash(token), now)
    return (found[0][0], found[0][1]) if found else None


def home(sql: Sql, raws: Sequence[bytes]) -> bytes:
    """The organisation of the circle that the first of these entries is of. Raises `NotFound`."""
    circle = Entry.read(raws[0]).circle if raws else b""
    found = sql("SELECT organisation FROM circle WHERE circle = ?", circle)
    if not found:
        raise NotFound
    return bytes(found[0][0])


def founding(sql: Sql, hashed_code: bytes, entry: Entry, now: int) -> tuple[bytes, bool]:
    """(organisation, whether it is founded with this very entry already). Raises `NotFound` or `Refused`."""
    if not isinstance(entry.claim, Found):
        raise Refused(Reason.KIND)
    found = sql("SELECT organisation, expires, used FROM founder WHERE code = ?", hashed_code)
    if not found:
        raise NotFound
    ((organisation, expires, used),) = found
    if used:
        first = sql(
            "SELECT 1 FROM entry WHERE organisation = ? AND circle = ? AND number = 0 AND raw = ?",
            organisation,
            entry.circle,
            entry.raw,
        )
        if first:
            return organisation, True
        raise NotFound
    if expires <= now:
        raise NotFound
    return organisation, False


def founded(sql: Sql, hashed_code: bytes, organisation: bytes, root: bytes) -> None:
    """The code is spent, the root circle is named."""
    sql("UPDATE organisation SET root = ? WHERE organisation = ?", root, organisation)
    sql("UPDATE founder SET used = 1 WHERE code = ?", hashed_code)


def leave_invitation(
    sql: Sql, organisation: bytes, device: bytes, name: bytes, once: bytes, package: bytes, lives_s: int, now: int
) -> None:
    """Keeps a sealed package for whoever knows the secret behind `name`. Raises `Refused` or `Malformed`."""
    if not 0 < lives_s <= LIFE_MAX_S:
        raise Malformed("an invitation lives a week at most")
    seats = sql(
        "SELECT max(steward) FROM seat WHERE organisation = ? AND device = ? AND closed IS NULL", organisation, device
    )
    steward = seats[0][0]
    if steward is None:
        raise Refused(Reason.STEWARD)
    sql("DELETE FROM invitation WHERE organisation = ? AND expires <= ?", organisation, now)
    known = sql("SELECT organisation, once, package FROM invitation WHERE id = ?", name)
    if known:
        if known[0] == (organisation, once, package):
            return
        raise Refused(Reason.KIND)
    ((open_ones,),) = sql("SELECT count(*) FROM invitation WHERE organisation = ?", organisation)
    ((mine,),) = sql("SELECT count(*) FROM invitation WHERE organisation = ? AND device = ?", organisation, device)
    if open_ones >= INVITATIONS_MAX or (not steward and mine >= READMISSIONS_MAX):
        raise Refused(Reason.SIZE)
    sql(
        "INSERT INTO invitation (id, organisation, once, package, expires, device) VALUES (?, ?, ?, ?, ?, ?)",
        name,
        organisation,
        once,
        package,
        now + lives_s * 1000,
        device,
    )


def invitation(sql: Sql, name: bytes, now: int) -> tuple[bytes, bytes, bytes]:
    """(organisation, one-time key, package). Raises `NotFound`."""
    found = sql(
        "SELECT organisation, once, package FROM invitation WHERE id = ? AND expires > ? AND tries < ?",
        name,
        now,
        TRIES_MAX,
    )
    if not found:
        raise NotFound
    return found[0][0], found[0][1], found[0][2]


def tips_for(sql: Sql, turn: Turn, organisation: bytes, once: bytes) -> list[Tip]:
    """The tip of every log that grants this one-time key."""
    circles = sql("SELECT circle FROM offered WHERE organisation = ? AND once = ? ORDER BY circle", organisation, once)
    return [tip for tip in (turn.tip(circle) for (circle,) in circles) if tip]


def enrolling(sql: Sql, name: bytes, entries: list[Entry], now: int) -> tuple[bytes, bytes, bytes] | None:
    """The invitation to use, None when these entries stand already. Raises `NotFound`."""
    return None if already_enrolled(sql, entries) else invitation(sql, name, now)


def already_enrolled(sql: Sql, entries: list[Entry]) -> bool:
    """Whether these very entries stand in their logs: the answer was lost, it is given again."""
    return all(
        isinstance(entry.claim, Device)
        and sql(
            "SELECT 1 FROM entry JOIN device ON device.organisation = entry.organisation AND device.device = ?"
            " WHERE entry.circle = ? AND entry.number = ? AND entry.raw = ?",
            entry.claim.device,
            entry.circle,
            entry.number,
            entry.raw,
        )
        for entry in entries
    )


def enrol(sql: Sql, turn: Turn, organisation: bytes, once: bytes, entries: list[Entry]) -> bytes:
    """Signs one device in wherever the one-time key was granted. Raises `Moved` with all tips, or `Refused`."""
    devices = {entry.claim.device if isinstance(entry.claim, Device) else b"" for entry in entries}
    if len(devices) != 1 or b"" in devices or any(entry.signer != once for entry in entries):
        raise Refused(Reason.KIND)
    tips = tips_for(sql, turn, organisation, once)
    for entry in entries:
        if all(circle != entry.circle for circle, _, _ in tips):
            raise Refused(Reason.STRANGER)
        try:
            turn.add_entry(entry)
        except Moved as moved:
            raise Moved(tips) from moved
    return devices.pop()


def heard(sql: Sql, device: bytes, now: int) -> None:
    """It spoke for itself."""
    sql("UPDATE device SET heard = ? WHERE device = ?", now, device)


def spend(sql: Sql, organisation: bytes, name: bytes, once: bytes) -> None:
    """The invitation was used; its sealed package is erased."""
    sql("DELETE FROM invitation WHERE id = ?", name)
    sql("DELETE FROM offered WHERE organisation = ? AND once = ?", organisation, once)


def home_of_invitation(sql: Sql, name: bytes) -> tuple[bytes] | None:
    """(organisation,)"""
    found = sql("SELECT organisation FROM invitation WHERE id = ?", name)
    return (found[0][0],) if found else None


def count_try(sql: Sql, name: bytes) -> None:
    """A wrong try; after the fifth the invitation is not to be found any more."""
    sql("UPDATE invitation SET tries = tries + 1 WHERE id = ?", name)
