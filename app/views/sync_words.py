"""What a fault of the sync means to a person: what is safe, what is not yet done."""

from __future__ import annotations

from app.i18n import N_
from sync.errors import (
    Busy,
    ClockBent,
    HoldingBack,
    JournalFull,
    Malformed,
    NotFound,
    Refused,
    SyncError,
    Unreachable,
    Untold,
)

_REASONS: tuple[tuple[type[SyncError], str], ...] = (
    (Unreachable, N_("No connection. Everything is kept on this phone.")),
    (Busy, N_("The server is busy. Everything is kept on this phone.")),
    (ClockBent, N_("The clock of this phone is wrong. Everything is kept on this phone.")),
    (HoldingBack, N_("The server is holding something back. Tell your coordinator.")),
    (Malformed, N_("The server answers nonsense. Everything is kept on this phone.")),
    (NotFound, N_("The server does not know this phone. Tell your coordinator.")),
    (Untold, N_("The server was put back from a copy. What is new waits here until the other phones were there.")),
    (Refused, N_("The server refused something. It is kept on this phone.")),
    (JournalFull, N_("This phone has no room left. Make room, then sync again.")),
)


def reason(fault: SyncError) -> str:
    """A marked text for `t(…)`."""
    return next(
        (text for kind, text in _REASONS if isinstance(fault, kind)),
        N_("That did not work. Everything is kept on this phone."),
    )
