"""What the server did that it must not, each in words of its own: what is safe, and whom to tell."""

from __future__ import annotations

import flet as ft

from app.i18n import N_, Words
from app.journeys.sync import was_restored
from app.ports import Ports
from app.views.kit import problem
from app.views.sync_words import reason
from app.views.syncing import Syncing
from sync.errors import Untold
from sync.inbox import FELL, FORK, FOUNDED, ROOT, SIGNATURE, STRANGER

HELD_BACK = N_("The server is holding something back. Tell your coordinator.")
_UNSIGNED = N_("The server brought something that nobody here signed. It does not count. Tell your coordinator.")
_WORDS = {
    # Words: some rows of a colleague did not come as she signed them
    ROOT: N_("Something from the server is missing or was changed. It is not shown. Tell your coordinator."),
    FELL: N_(
        "The server shows something older than this phone has seen. The newer one stands here. Tell your coordinator."
    ),
    SIGNATURE: _UNSIGNED,
    FOUNDED: _UNSIGNED,
    # Words: e.g. two lists of who is a member; the one that came first is believed
    FORK: N_("The server says two different things in one place. What came first stands here. Tell your coordinator."),
    # Words: a member appeared, and no coordinator or worker had invited that person
    STRANGER: N_(
        "The server shows somebody whom nobody here let in. That person can read nothing. Tell your coordinator."
    ),
}

# Words: the server's disk was put back to how it was some time ago; nothing is lost
_PUT_BACK = N_(
    "The server was put back to an older copy. This phone brought it what was missing. Tell your coordinator."
)


def untrue(t: Words, ports: Ports, syncing: Syncing) -> list[ft.Control]:
    """A strip for each way in which the server was caught; none when it is believed."""
    texts = [_WORDS.get(why, HELD_BACK) for why in syncing.holding_back]
    if was_restored(ports) and syncing.problem != reason(Untold()):
        texts.append(_PUT_BACK)
    return [problem(t(text), key=f"untrue-{at}") for at, text in enumerate(dict.fromkeys(texts))]
