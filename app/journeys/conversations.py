"""What two talked over at a meeting, and what went well the last time."""

from __future__ import annotations

from sqlmodel import col

from app.domain.beside import beside
from app.domain.cpr import refuse_cpr
from app.domain.text import tidy_prose
from app.journeys.consents import refuse_notes
from app.ports import Ports
from app.records import Conversation, Meeting
from app.storage.saw import Saw


def keep_conversation(
    ports: Ports,
    *,
    meeting: Meeting,
    shown: Conversation | None = None,
    saw: Saw | None = None,
    succeeded: str = "",
    better: str = "",
    harder: str = "",
    hope: str = "",
    ahead: str = "",
) -> Conversation:
    """Where notes are read, and nowhere else. Any of it may be empty."""
    said = {"succeeded": succeeded, "better": better, "harder": harder, "hope": hope, "ahead": ahead}
    refuse_cpr(*said.values())
    said = {name: tidy_prose(text) for name, text in said.items()}
    with ports.store.write() as tx:
        return tx.change(shown, saw, **said) if shown else tx.add(conversation_at(ports, meeting, **said))


def conversation_of(ports: Ports, meeting: Meeting) -> Conversation | None:
    """What was kept of it, for who may read it."""
    return ports.store.get(Conversation, beside(meeting.id, "conversation"))


def conversation_at(ports: Ports, meeting: Meeting, **said: str) -> Conversation:
    """The one row that goes with a meeting."""
    refuse_notes(ports, meeting.space)
    space = ports.store.beside(meeting.space, "notes")
    row, day = beside(meeting.id, "conversation"), meeting.held_on or ports.today()
    return Conversation(id=row, space=space, meeting=meeting.id, mentee=meeting.mentee, day=day, **said)


def last_success(ports: Ports, mentee: str, but_for: str = "") -> str:
    """In the words of who wrote it; "" when nothing is known, or she may not read it."""
    found = ports.store.find(
        Conversation,
        col(Conversation.mentee) == mentee,
        col(Conversation.succeeded) != "",
        col(Conversation.meeting) != but_for,
        order_by=(col(Conversation.day).desc(), col(Conversation.id)),
        limit=1,
    )
    return found[0].succeeded.partition("\n")[0] if found else ""
