"""A mentor and a mentee meet: plan it, tell how it went, change it, take it away."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from typing import Any

from app.domain.text import tidy, tidy_prose
from app.i18n import N_
from app.ports import Ports, Refusal
from app.records import Appointment, Meeting, MeetingNote, MeetingState, Mentee, RowId
from app.storage.saw import Saw

DAY_MINUTES = 24 * 60


def plan_meeting(
    ports: Ports, *, row: RowId, mentee: Mentee, starts: str, place: str = "", topics: str = ""
) -> Meeting:
    """Keep a meeting to come, and show it to her. `starts` is local, "YYYY-MM-DDTHH:MM"."""
    meeting = Meeting(
        id=row,
        space=mentee.space,
        mentee=mentee.id,
        state=MeetingState.PLANNED.value,
        starts=_start(starts),
        place=tidy(place),
        topics=tidy(topics),
    )
    with ports.store.write() as tx:
        kept = tx.add(meeting)
        tx.add(_appointment(ports, meeting))
    return kept


def log_meeting(
    ports: Ports,
    *,
    row: RowId,
    mentee: Mentee,
    held_on: date,
    minutes: int | None = None,
    place: str = "",
    topics: str = "",
    note: str = "",
    next_starts: str | None = None,
    planned: Meeting | None = None,
) -> Meeting:
    """Keep the meeting: the facts where the coordinator reads them, the note where she does not.

    `planned` = the plan it comes from, as shown: then that row is told on, else `row` is new.
    `next_starts` plans the next one, too.
    """
    if held_on > ports.today():
        raise Refusal(N_("A meeting cannot be in the future."))
    _check_minutes(minutes)
    facts = {
        "state": MeetingState.HELD.value,
        "held_on": held_on,
        "minutes": minutes,
        "place": tidy(place),
        "topics": tidy(topics),
    }
    meeting = Meeting(id=planned.id if planned else row, space=mentee.space, mentee=mentee.id, **facts)
    text = tidy_prose(note)
    with ports.store.write() as tx:
        kept = tx.change(planned, **facts) if planned else tx.add(meeting)
        if text:
            tx.add(_note(ports, meeting, text))
        if next_starts:
            ahead = Meeting(
                id=_beside(row, "next"),
                space=mentee.space,
                mentee=mentee.id,
                state=MeetingState.PLANNED.value,
                starts=_start(next_starts),
                place=tidy(place),
            )
            tx.add(ahead)
            tx.add(_appointment(ports, ahead))
    return kept


def change_meeting(ports: Ports, *, shown: Meeting, **fields: Any) -> Meeting:
    """Keep what differs from `shown`; a new hour of a planned meeting makes it a moved one, and she sees it."""
    said = {name: tidy(value) for name, value in fields.items()}
    if said.get("starts"):
        said["starts"] = _start(said["starts"])
    _check_minutes(said.get("minutes"))
    held_on = said.get("held_on")
    if held_on and held_on > ports.today():
        raise Refusal(N_("A meeting cannot be in the future."))
    if shown.state == MeetingState.PLANNED and said.get("starts", shown.starts) != shown.starts:
        said.setdefault("state", MeetingState.MOVED.value)
    with ports.store.write() as tx:
        kept = tx.change(shown, **said)
        hers = ports.store.get(Appointment, _beside(shown.id, "appointment"))
        if hers and said.get("state") == MeetingState.CANCELLED:
            tx.remove(hers, ports.store.seen(hers))
        elif hers:
            tx.change(hers, starts=kept.starts, place=kept.place)
    return kept


def change_note(ports: Ports, *, shown: MeetingNote, saw: Saw, text: str) -> MeetingNote:
    """Keep another text; `saw.settling()` when several stood side by side and she read them all."""
    with ports.store.write() as tx:
        return tx.change(shown, saw, text=tidy_prose(text))


def add_note(ports: Ports, *, meeting: Meeting, text: str) -> MeetingNote:
    """Keep a note to a meeting that has none yet."""
    with ports.store.write() as tx:
        return tx.add(_note(ports, meeting, tidy_prose(text)))


def remove_meeting(ports: Ports, *, shown: Meeting, saw: Saw) -> None:
    """Take the meeting away, with its note and her appointment, unless somebody wrote what was not on this screen."""
    with ports.store.write() as tx:
        tx.remove(shown, saw)
        for beside in beside_meeting(ports, shown):
            tx.remove(beside, ports.store.seen(beside))


def note_of(ports: Ports, meeting: Meeting) -> MeetingNote | None:
    """The note to that meeting, if there is one that this person may read."""
    return ports.store.get(MeetingNote, _beside(meeting.id, "note"))


def beside_meeting(ports: Ports, meeting: Meeting) -> list[MeetingNote | Appointment]:
    """What goes with a meeting, as far as this person reads it: its note, and the appointment that the mentee sees."""
    pair = (note_of(ports, meeting), ports.store.get(Appointment, _beside(meeting.id, "appointment")))
    return [each for each in pair if each]


def _note(ports: Ports, meeting: Meeting, text: str) -> MeetingNote:
    space = ports.store.beside(meeting.space, "notes")
    return MeetingNote(id=_beside(meeting.id, "note"), space=space, meeting=meeting.id, text=text)


def _appointment(ports: Ports, meeting: Meeting) -> Appointment:
    return Appointment(
        id=_beside(meeting.id, "appointment"),
        space=ports.store.beside(meeting.space, "plan"),
        meeting=meeting.id,
        starts=meeting.starts,
        place=meeting.place,
        with_whom=ports.me.name,
    )


def _beside(row: RowId, what: str) -> RowId:
    """The row that goes with `row`: the same one on every phone and at every tap."""
    return hashlib.sha256(f"bb/beside/1 {what} {row}".encode()).hexdigest()[:32]


def _start(starts: str) -> str:
    try:
        return datetime.fromisoformat(starts).strftime("%Y-%m-%dT%H:%M")
    except ValueError as cause:
        raise Refusal(N_("Choose a day and an hour.")) from cause


def _check_minutes(minutes: int | None) -> None:
    if minutes is not None and not 0 <= minutes <= DAY_MINUTES:
        raise Refusal(N_("A meeting lasts between nothing and a day."))
