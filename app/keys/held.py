"""The secrets of one circle, by epoch and rung: whoever holds a rung makes the keys of all below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any  # Any: unpacked MessagePack

from app.keys.derive import entry_key, next_rung
from sync.entry import space_of
from sync.errors import Locked
from sync.packing import blob, number, parts


@dataclass(frozen=True)
class HeldCircle:
    """A circle this device has secrets of. `secrets` = {epoch: (the highest rung held, its secret)}; 0 is innermost."""

    circle: bytes
    kind: str
    name: str
    rungs: int
    secrets: Mapping[int, tuple[int, bytes]]

    @property
    def epoch(self) -> int:
        """The newest epoch held."""
        return max(self.secrets)

    @property
    def rung(self) -> int:
        """From here downwards everything of the newest epoch opens."""
        return self.secrets[self.epoch][0]

    def secret(self, rung: int, epoch: int) -> bytes:
        """The secret of that rung; `Locked` above the own one or for an epoch that is not held."""
        top, secret = self.secrets.get(epoch, (self.rungs, b""))
        if not top <= rung < self.rungs:
            raise Locked("not held")
        for lower in range(top + 1, rung + 1):
            secret = next_rung(secret, self.circle, lower, epoch)
        return secret

    def spaces(self) -> list[tuple[int, bytes]]:
        """(rung, space) of all that opens."""
        return self._spaces

    @cached_property
    def _spaces(self) -> list[tuple[int, bytes]]:
        top = min(rung for rung, _ in self.secrets.values())
        return [(rung, space_of(self.circle, rung)) for rung in range(top, self.rungs)]

    def entry_key(self, epoch: int) -> bytes:
        """What opens the words inside this circle's log entries."""
        return entry_key(self.secret(self.rungs - 1, epoch), self.circle, epoch)

    def joined(self, other: HeldCircle) -> HeldCircle:
        """Both together: all epochs, of each the higher rung, if it gives the lower one that is held."""
        both = dict(self.secrets)
        for epoch, (rung, secret) in other.secrets.items():
            top, held = both.get(epoch, (self.rungs, b""))
            if not held or (rung < top and other.secret(top, epoch) == held):
                both[epoch] = rung, secret
        return replace(self, secrets=both)

    def from_rung(self, rung: int) -> HeldCircle:
        """What is left when only that rung and those below may be held."""
        lower = {
            epoch: (max(top, rung), self.secret(max(top, rung), epoch))
            for epoch, (top, _) in self.secrets.items()
            if rung < self.rungs
        }
        return replace(self, secrets=lower)

    def dump(self) -> list[Any]:
        """For the keyring's blob."""
        secrets = [[epoch, *one] for epoch, one in self.secrets.items()]
        return [self.circle, self.kind, self.name, self.rungs, secrets]

    @classmethod
    def load(cls, one: Any) -> HeldCircle:
        """The inverse; `Malformed`."""
        circle, kind, name, rungs, secrets = parts(one, 5)
        by_epoch = {number(epoch): (number(rung), blob(secret, 32)) for epoch, rung, secret in secrets}
        return cls(blob(circle, 16), str(kind), str(name), number(rungs), by_epoch)
