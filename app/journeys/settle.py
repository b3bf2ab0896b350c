"""Two people wrote without knowing of each other: somebody who saw both says what stands."""

from __future__ import annotations

from app.domain.text import tidy_prose
from app.journeys.meetings import beside_meeting, remove_meeting
from app.ports import Ports
from app.records import Meeting, Record
from app.storage.saw import Saw


def settle_text(ports: Ports, *, shown: Record, saw: Saw, field: str, text: str) -> None:
    """`text` stands instead of all that lay before her, which `saw` tells; what she did not see stays beside it."""
    with ports.store.write() as tx:
        tx.change(shown, saw.settling(), **{field: tidy_prose(text)})


def keep_row(ports: Ports, *, shown: Record, saw: Saw) -> None:
    """A row that somebody removed and somebody wrote on stays, and so does what goes with a meeting."""
    with ports.store.write() as tx:
        tx.keep(shown, saw)
        for beside in beside_meeting(ports, shown) if isinstance(shown, Meeting) else []:
            if ports.store.came_back(beside):
                tx.keep(beside, ports.store.seen(beside))


def remove_row(ports: Ports, *, shown: Record, saw: Saw) -> None:
    """It goes after all, with what was written on; what she did not see brings it back once more."""
    if isinstance(shown, Meeting):
        remove_meeting(ports, shown=shown, saw=saw)
    else:
        with ports.store.write() as tx:
            tx.remove(shown, saw)
