"""What can go wrong between a phone and the hub, named for what it means."""

from __future__ import annotations

from collections.abc import Sequence

# SyncError
# ├── Malformed        bytes that are not what the protocol says (TooLarge: too many of them)
# ├── SentTooMuch      the hub, or who stands before it, takes no request that long
# ├── Locked           the key of that epoch is not on this phone
# ├── Unreachable      no answer, or none in time
# ├── Refused          the hub, or the log, says no for good, and why
# ├── ClockBent        this phone's clock is more than two minutes off
# ├── LoginNeeded      the hub does not know the token
# ├── Untold           the hub was restored, and does not know (yet) what it knew once
# ├── TooOld           this app is older than the hub can serve
# ├── Moved            a log grew meanwhile: look again
# ├── NotFound         unknown, used up, expired or not yours
# ├── Busy             come back later
# ├── HoldingBack      the hub delivered less than the authors signed for
# └── JournalFull      the disk took nothing more; what was kept is kept


class SyncError(Exception):
    """The root: nothing that was acknowledged is lost by any of these."""


class Malformed(SyncError):
    """Bytes that are not what the protocol says."""


class TooLarge(Malformed):
    """More bytes than the protocol allows."""


class SentTooMuch(SyncError):
    """The hub, or who stands before it, takes no request that long; it took nothing of it."""


class Locked(SyncError):
    """This phone does not hold the key of that space and epoch."""


class Unreachable(SyncError):
    """No answer came, or none in time; whether the hub heard us is not known."""


class Refused(SyncError):
    """A no that repeating does not change. `reason` is one of `codes.Reason`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ClockBent(SyncError):
    """The hub took nothing: our clock and its own differ by more than two minutes. `hub_now` in ms since 1970."""

    def __init__(self, hub_now: int) -> None:
        super().__init__(hub_now)
        self.hub_now = hub_now


class LoginNeeded(SyncError):
    """The hub does not know the token (any more)."""


class Untold(SyncError):
    """The hub was restored from a backup: it does not know what it told us, or waits for others who knew more."""


class TooOld(SyncError):
    """The hub no longer speaks this version of the protocol."""


class Moved(SyncError):
    """A log grew. `tips` = the logs as they are now, (circle, number, hash) each."""

    def __init__(self, tips: Sequence[tuple[bytes, int, bytes]] = ()) -> None:
        super().__init__(len(tips))
        self.tips = tuple(tips)


class NotFound(SyncError):
    """Unknown, used up, expired or not yours: the hub does not say which."""


class Busy(SyncError):
    """The hub asks to be left alone for `seconds`."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class HoldingBack(SyncError):
    """The hub delivered less than the authors signed for."""


class JournalFull(SyncError):
    """The disk is full; the last step was not kept, everything before it was."""
