"""What the hub's no means to a person who is joining, founding or inviting."""

from __future__ import annotations

import traceback

from app.domain.locks import PICTURES, PIN, WORDS
from app.domain.refusal import Refusal
from app.i18n import N_
from sync.errors import Busy, ClockBent, JournalFull, NotFound, SyncError, TooOld, Unreachable, Untold


class NotAnInvitation(Refusal):
    """What was typed or scanned is no invitation at all."""

    def __init__(self) -> None:
        super().__init__(N_("This is not a whole invitation. Open the link again, or type every letter of the code."))


class Foreign(Refusal):
    """The invitation is for a hub that this app, which came from another address, cannot speak to."""

    def __init__(self, address: str) -> None:
        super().__init__(N_("This invitation is for another address: %(address)s. Open it there."), address=address)


class CameraRefused(Refusal):
    """She, or her phone, does not let the app see."""

    def __init__(self, app: str) -> None:
        super().__init__(N_("%(app)s may not use the camera. Type the code instead."), app=app)


class NoCamera(Refusal):
    """There is none, or another app holds it."""

    def __init__(self) -> None:
        super().__init__(N_("There is no camera to use. Type the code instead."))


class Spent(Refusal):
    """Used, expired, withdrawn or mistyped: the hub does not say which, see docs/decisions/0024."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "This invitation was used already or is too old. Ask for a new one."
                " If it was not you who used it, tell the person who invited you."
            )
        )


class Damaged(Refusal):
    """The package does not open with this secret."""

    def __init__(self) -> None:
        super().__init__(N_("This invitation came through damaged. Ask for a new one."))


class NotSteward(Refusal):
    """She may not let others in there."""

    def __init__(self) -> None:
        super().__init__(N_("Only a coordinator or a worker can do this."))


class LastSteward(Refusal):
    """Without her nobody could let anybody in."""

    def __init__(self) -> None:
        super().__init__(N_("Nobody else could let people in. Invite another coordinator first."))


SHORT = {
    PIN: N_("A PIN has at least 6 digits."),
    PICTURES: N_("Tap six pictures."),
    WORDS: N_("Write all five words."),
}


class ShortPin(Refusal):
    """Fewer than six digits, six pictures, five words."""

    def __init__(self, kind: str = PIN) -> None:
        super().__init__(SHORT[kind])


class NotConfirmed(Refusal):
    """The phone's safe did not say that it is she; no try was made."""

    def __init__(self) -> None:
        super().__init__(N_("The phone did not confirm that it is you. Nothing is lost: try again."))


class PutBack(Refusal):
    """The hub was restored, and takes nothing new before the other phones were there."""

    def __init__(self) -> None:
        super().__init__(
            N_("The server was put back from a copy and waits for the other phones. Nothing is lost: try again later.")
        )


class OpenElsewhere(Refusal):
    """Another tab of this browser has her journal."""

    def __init__(self, app: str) -> None:
        super().__init__(N_("%(app)s is open in another tab."), app=app)


class Unforeseen(Refusal):
    """Whatever it was: nothing that was kept is lost by it."""

    def __init__(self) -> None:
        super().__init__(N_("That did not work. Everything is kept on this phone."))


def refusal_at_the_lock(fault: Exception, app: str) -> Refusal:
    """What it means to a person that her lock does not open, or cannot be made; `app` = its name on this device."""
    match fault:
        case Refusal():
            return fault
        case PermissionError():
            return OpenElsewhere(app)
        case JournalFull() | TooOld():
            return refusal_for(fault)
        case _:
            return unforeseen(fault)


def unforeseen(fault: Exception) -> Unforeseen:
    """For whoever must go on whatever happens: where it came from goes to the console."""
    traceback.print_exception(fault)
    return Unforeseen()


def refusal_for(no: SyncError) -> Refusal:
    """The words for it; nothing was lost, whichever it is."""
    match no:
        case NotFound():
            return Spent()
        case Untold():
            return PutBack()
        case Unreachable():
            return Refusal(N_("The server cannot be reached. Nothing is lost: try again when you have a connection."))
        case Busy():
            return Refusal(N_("The server is busy. Try again in a moment."))
        case TooOld():
            return Refusal(N_("This app is too old for the server. Close it, open it again and take the new version."))
        case ClockBent():
            return Refusal(N_("The clock of this device is wrong. Set it right, then try again."))
        case JournalFull():
            return Refusal(N_("This phone has no room left. Nothing was lost: make room, then keep it again."))
        case _:
            return Refusal(N_("The server gave an answer that this app does not understand. Try again later."))
