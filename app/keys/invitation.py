"""An invitation: a one-time secret that opens a sealed package on the hub and signs one device in."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass

from app.keys.derive import hkdf
from app.keys.enrolment import Card
from app.keys.errors import BadSeal
from app.keys.held import HeldCircle
from app.keys.keyring import NONCE
from app.keys.letters import hear, spell
from app.keys.provider import Provider
from sync.errors import Malformed
from sync.packing import blob, number, pack, parts, unpack
from sync.wire import PACKAGE_MAX

SECRET = 16
_MARK = "#join="


@dataclass(frozen=True)
class Once:
    """What the one-time secret gives: the name on the hub, the package's key, the seed of the one-time key."""

    secret: bytes

    @property
    def id(self) -> bytes:
        return hkdf(self.secret, b"bb/invite/id")[:16]

    @property
    def key(self) -> bytes:
        return hkdf(self.secret, b"bb/invite/key")

    @property
    def seed(self) -> bytes:
        return hkdf(self.secret, b"bb/invite/sign")


@dataclass(frozen=True)
class Given:
    """One circle in a package: what is held of it, and the grant (the hash of its entry) to sign in under."""

    held: HeldCircle
    grant: bytes


@dataclass(frozen=True)
class Package:
    """What the invited learns, and what she pins: the root circle and the hash of its first entry."""

    organisation: bytes
    name: str
    root: bytes
    root_hash: bytes
    person: bytes
    card: Card
    circles: Sequence[Given]

    def seal(self, provider: Provider, once: Once) -> bytes:
        """`nonce ‖ ciphertext`, as it lies on the hub."""
        nonce = provider.random(NONCE)
        return nonce + provider.seal(once.key, nonce, self.dump(), _aad(once))

    def dump(self) -> bytes:
        circles = [
            [one.held.circle, one.held.kind, one.held.name, one.held.rungs, rung, one.held.epoch, secret, one.grant]
            for one in self.circles
            for rung, secret in (one.held.secrets[one.held.epoch],)
        ]
        return pack(
            {
                "organisation": self.organisation,
                "name": self.name,
                "root": self.root,
                "root_hash": self.root_hash,
                "person": self.person,
                "member": self.card.words(),
                "circles": circles,
            }
        )

    @classmethod
    def open(cls, provider: Provider, once: Once, sealed: bytes) -> Package:
        """`BadSeal` for whatever is not a package sealed for that secret."""
        return cls.load(provider.open(once.key, sealed[:NONCE], sealed[NONCE:], _aad(once)))

    @classmethod
    def load(cls, dumped: bytes) -> Package:
        """The inverse of `dump`; `BadSeal`."""
        try:
            told = unpack(dumped, PACKAGE_MAX)
            card = Card(*(str(told["member"][key]) for key in ("name", "role", "picture")))
            circles = [_given(parts(one, 8, 16)) for one in parts(told["circles"], 1, 4096)]
            organisation, root, person = (blob(told[key], 16) for key in ("organisation", "root", "person"))
            return cls(organisation, str(told["name"]), root, blob(told["root_hash"], 32), person, card, circles)
        except (Malformed, KeyError, TypeError) as cause:
            raise BadSeal("not a package") from cause


def link(hub_url: str, secret: bytes) -> str:
    """What is opened, or drawn as a QR: the secret stands in the fragment, which no browser sends anywhere."""
    return f"{hub_url.rstrip('/')}/{_MARK}{base64.urlsafe_b64encode(secret).decode().rstrip('=')}"


def spoken(secret: bytes) -> str:
    """The secret to read out: 26 letters and digits."""
    return spell(secret)


def read_secret(typed: str) -> tuple[str, bytes] | None:
    """(the hub's address or "", the secret) of a link, its fragment or the spoken form; None for anything else."""
    text = typed.strip()
    hub_url, mark, fragment = text.rpartition(_MARK)
    body = fragment if mark else text.removeprefix(_MARK.lstrip("#"))
    try:
        secret = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)) if len(body) == 22 else b""
    except (binascii.Error, ValueError):
        secret = b""
    if len(secret) != SECRET:
        secret = hear(body, SECRET)
    return (hub_url.rstrip("/"), secret) if len(secret) == SECRET else None


def _given(one: list[object]) -> Given:
    circle, kind, name, rungs, rung, epoch, secret, grant = one[:8]
    held = HeldCircle(
        blob(circle, 16), str(kind), str(name), number(rungs, 8), {number(epoch): (number(rung, 7), blob(secret, 32))}
    )
    return Given(held, blob(grant, 32))


def _aad(once: Once) -> bytes:
    return b"bb/invite/1" + once.id
