"""Why something does not count, in words: every reason of docs/protocol.md, and those the phone itself finds."""

from __future__ import annotations

from app.i18n import N_, Words
from sync.codes import Reason

WHYS: dict[str, str] = {
    "role": N_("Your role may not write this here."),
    "table": N_("Somebody else used this line for something else."),
    "damaged": N_("It was damaged on this phone. It does not open."),
    Reason.STRANGER.value: N_("The server does not let you write there any more."),
    Reason.SIZE.value: N_("It is too long for the server. Shorten it."),
    Reason.DAY.value: N_("The clock of this phone was wrong when you wrote it."),
    Reason.EPOCH.value: N_(
        "The key was changed meanwhile. It goes by itself when somebody else who reads there opens the app."
    ),
    Reason.GAP.value: N_("The server lacks what came before. It is tried again."),
    Reason.ROOT.value: N_("Server and phone count differently. It is tried again."),
    Reason.CHAIN.value: N_("Somebody came or left meanwhile. It is tried again."),
    Reason.SIGNATURE.value: N_("The server does not know the signature of this phone."),
    Reason.STEWARD.value: N_("Only a coordinator or a worker can do this."),
    Reason.KIND.value: N_("The server does not understand it."),
    "closed": N_("This phone is no longer let in there."),
    "late": N_("It came late. It counts when a coordinator says so."),
    "room": N_("The server has no room for it."),
    "final": N_("Somebody wrote meanwhile. It is tried again."),
}
ANY_WHY = N_("The server did not take it yet. It is tried again.")


def why(t: Words, reason: str) -> str:
    """The sentence for a reason word; an unknown one is still said."""
    return t(WHYS.get(reason, ANY_WHY))
