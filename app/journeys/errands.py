"""Going along to an office: what to bring, what to ask, what was agreed there."""

from __future__ import annotations

from app.domain.beside import beside
from app.domain.cpr import refuse_cpr
from app.domain.text import tidy_prose
from app.ports import Ports
from app.records import Errand, Meeting
from app.storage.saw import Saw


def keep_errand(
    ports: Ports,
    *,
    meeting: Meeting,
    shown: Errand | None = None,
    saw: Saw | None = None,
    office: str = "",
    bring: str = "",
    ask: str = "",
    agreed: str = "",
) -> Errand:
    """Beside the meeting, in her plan: she reads all of it."""
    refuse_cpr(bring, ask, agreed)
    said = {"office": office, "bring": tidy_prose(bring), "ask": tidy_prose(ask), "agreed": tidy_prose(agreed)}
    with ports.store.write() as tx:
        if shown:
            return tx.change(shown, saw, **said)
        row, space = beside(meeting.id, "errand"), ports.store.beside(meeting.space, "plan")
        return tx.add(Errand(id=row, space=space, meeting=meeting.id, **said))


def errand_of(ports: Ports, meeting: Meeting) -> Errand | None:
    """What goes along to that meeting."""
    return ports.store.get(Errand, beside(meeting.id, "errand"))
