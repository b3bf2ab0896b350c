"""A recovery sheet: one share of the seed behind the recovery member's keys, to be drawn as a QR and to be typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from app.domain.recovery import RECOVERY
from app.domain.refusal import Refusal
from app.i18n import N_
from app.keys.derive import hkdf
from app.keys.keyring import Keyring, Self
from app.keys.letters import hear, spell
from app.keys.provider import Provider
from app.keys.shares import SIZE, join, split

MARK = "BB/SHEET/1:"
"""What a QR begins with, all of it in the letters that a QR packs tightest."""

MOST = 8
_CHECK = 2
_LENGTH = 1 + SIZE + SIZE + _CHECK
"""Number and needed (4 bits each), share, commitment, check: 56 letters."""


class NotASheet(Refusal):
    """Too short, too long, or a letter is wrong."""

    def __init__(self) -> None:
        super().__init__(N_("This is not a whole recovery sheet. Look at every letter again."))


class SameSheet(Refusal):
    """A sheet counts once."""

    def __init__(self) -> None:
        super().__init__(N_("You have given this sheet already. Take another one."))


class OtherSheets(Refusal):
    """Of another organisation, or made on another day."""

    def __init__(self) -> None:
        super().__init__(N_("This sheet does not belong with the others. All must be made together."))


class TooFewSheets(Refusal):
    """Fewer than the sheets themselves ask for."""

    def __init__(self) -> None:
        super().__init__(N_("More sheets are needed."))


class WrongSheets(Refusal):
    """Enough, whole, of one set by their own word, and yet not what was split: one was forged."""

    def __init__(self) -> None:
        super().__init__(N_("These sheets do not open anything. One of them is not genuine."))


@dataclass(frozen=True)
class Sheet:
    """`needed` sheets of one `commitment` give the seed; its `number` is the share's."""

    number: int
    needed: int
    commitment: bytes
    share: bytes = field(repr=False)

    @property
    def typed(self) -> str:
        """14 groups of four letters."""
        body = bytes([self.number << 4 | self.needed]) + self.share + self.commitment
        return spell(body + _check(body), 4)

    @property
    def drawn(self) -> str:
        """What its QR says."""
        return MARK + self.typed.replace("-", "")


def make(provider: Provider, seed: bytes, *, needed: int, sheets: int) -> list[Sheet]:
    """Any `needed` of the `sheets` give the seed back; 2 to 8."""
    if not 2 <= needed <= sheets <= MOST:
        raise ValueError("2 to 8 sheets, of which at least 2 are needed")
    shares = split(seed, [provider.random(SIZE) for _ in range(needed - 1)], sheets)
    return [Sheet(number, needed, commitment(seed), share) for number, share in shares.items()]


def read(text: str) -> Sheet:
    """What was scanned or typed; `NotASheet`."""
    told = hear(re.sub("[^0-9A-Za-z:/]", "", text).upper().removeprefix(MARK), _LENGTH)
    body, check = told[:-_CHECK], told[-_CHECK:]
    if not told or check != _check(body):
        raise NotASheet
    sheet = Sheet(body[0] >> 4, body[0] & 15, body[1 + SIZE :], body[1 : 1 + SIZE])
    if not (1 <= sheet.number <= MOST and 2 <= sheet.needed <= MOST):
        raise NotASheet
    return sheet


def add(sheets: Sequence[Sheet], text: str) -> tuple[Sheet, ...]:
    """These and one more; `NotASheet`, `SameSheet`, `OtherSheets`."""
    one = read(text)
    if any((one.commitment, one.needed) != (other.commitment, other.needed) for other in sheets):
        raise OtherSheets
    if any(one.number == other.number for other in sheets):
        raise SameSheet
    return (*sheets, one)


def seed_of(sheets: Sequence[Sheet]) -> bytes:
    """The seed, and no other; `TooFewSheets`, `WrongSheets`."""
    if not sheets or len(sheets) < sheets[0].needed:
        raise TooFewSheets
    seed = join({sheet.number: sheet.share for sheet in sheets[: sheets[0].needed]})
    if commitment(seed) != sheets[0].commitment:
        raise WrongSheets
    return seed


def commitment(seed: bytes) -> bytes:
    """Stands on every sheet; too few or wrong shares would else give another seed in silence."""
    return sha256(b"bb/recovery/1" + seed).digest()[:SIZE]


def recovery_keys(provider: Provider, seed: bytes, me: Self) -> Keyring:
    """The keyring of the recovery member, without secrets yet; `me` = whoever stands for the organisation."""
    who = replace(me, person=hkdf(seed, b"bb/recovery/person")[:16], name="", role=RECOVERY)
    return Keyring(provider, who, hkdf(seed, b"bb/recovery/sign"), hkdf(seed, b"bb/recovery/box"))


def _check(body: bytes) -> bytes:
    return sha256(b"bb/sheet/1" + body).digest()[:_CHECK]
