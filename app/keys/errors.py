"""What keys refuse.

KeysError
  BadSeal     these bytes were not sealed with that key for that place, or were changed
  BadKey      not a key: wrong length, or a point that gives an empty secret
  WrongPin    not what opens; nothing was destroyed, the next try waits
  NoLock      this profile was never given a lock
"""

from __future__ import annotations

from app.domain.refusal import Refusal
from app.i18n import N_
from sync.errors import Malformed


class KeysError(Exception):
    """Never carries a key, a PIN or an opened text."""


class BadSeal(KeysError, Malformed):
    """It does not open: another key, another place, or changed on the way."""


class BadKey(KeysError):
    """No secret can be agreed with that key."""


class WrongPin(KeysError, Refusal):
    """`wait_ms` until the next try counts; 0 when the next may come at once."""

    def __init__(self, wait_ms: int) -> None:
        Refusal.__init__(self, N_("That does not open this phone. Nothing is lost: try again."))
        self.wait_ms = wait_ms


class NoLock(KeysError, Refusal):
    """There is no keyring here: joining was broken off before anything was kept."""

    def __init__(self) -> None:
        Refusal.__init__(self, N_("Nobody has finished joining here. Open your invitation again."))
