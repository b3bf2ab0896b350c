"""Who put a question to her in her language: a child never interprets a consent."""

from __future__ import annotations

from app.domain.refusal import Refusal
from app.i18n import N_
from app.records import Spoken


def refuse_child(explained: str) -> None:
    """Refusal of a yes that was asked for through a child, or nobody says how. `explained` = a Spoken."""
    if explained == Spoken.CHILD:
        raise Refusal(N_("A child cannot ask her this. Find a grown-up or an interpreter, and ask another day."))
    if explained not in set(Spoken):
        raise Refusal(N_("Choose how you asked her."))
