"""A mentor and a mentee meet: plan it, tell how it went, change it, take it away."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlmodel import col

from app.domain.agenda import still_open, whose
from app.domain.beside import beside
from app.domain.cpr import refuse_cpr
from app.domain.roles import MENTOR
from app.domain.text import tidy, tidy_prose
from app.i18n import N_
from app.journeys.appointments import add_planned, call_off, row_of_next, start_of
from app.journeys.attachments import attached_to, remove_file
from app.journeys.consents import refuse_notes
from app.journeys.conversations import conversation_at, conversation_of
from app.journeys.errands import errand_of
from app.journeys.ways import way_known
from app.ports import Ports, Refusal
from app.records import (
    Agreement,
    Appointment,
    Conversation,
    Errand,
    Meeting,
    MeetingNote,
    MeetingState,
    Mentee,
    RowId,
    Step,
)
from app.storage.saw import Saw

DAY_MINUTES = 24 * 60
USUAL_MINUTES = 60


def plan_meeting(
    ports: Ports, *, row: RowId, mentee: Mentee, starts: str, place: str = "", topics: str = "", place_kind: str = ""
) -> Meeting:
    """Keep a meeting to come, and show it to her. `starts` is local, "YYYY-MM-DDTHH:MM"."""
    refuse_cpr(place, topics)
    with ports.store.write() as tx:
        return add_planned(
            ports, tx, row=row, mentee=mentee, starts=starts, place=place, place_kind=place_kind, topics=topics
        )


def log_meeting(
    ports: Ports,
    *,
    row: RowId,
    mentee: Mentee,
    held_on: date,
    mentor: str = "",
    minutes: int | None = None,
    arranging: int | None = None,
    transport: int | None = None,
    place: str = "",
    place_kind: str = "",
    topics: str = "",
    spoken: str = "",
    note: str = "",
    thought: str = "",
    succeeded: str = "",
    step: str = "",
    step_by: str = "",
    next_starts: str | None = None,
    planned: Meeting | None = None,
) -> Meeting:
    """Keep the meeting: the facts where the coordinator reads them, the note where she does not.

    `note` = what was seen or heard, `thought` = what it may mean, `succeeded` = what went well; `step` = the next
    small one, for her plan. `mentor` = the pseudonym of who met her; else who planned
    it as her mentor, else who writes this.
    `planned` = the plan it comes from, as shown: then that row is told on, else `row` is new.
    `next_starts` plans the next one, too.
    """
    if held_on > ports.today():
        raise Refusal(N_("A meeting cannot be in the future."))
    check_minutes(minutes, arranging, transport)
    refuse_cpr(place, topics, note, thought, succeeded, step)
    facts = {
        "mentor": mentor or (planned.mentor if planned else "") or ports.me.person.hex(),
        "state": MeetingState.HELD.value,
        "held_on": held_on,
        "minutes": minutes,
        "arranging": arranging,
        "transport": transport,
        "place": tidy(place),
        "place_kind": place_kind,
        "topics": tidy(topics),
        "spoken": spoken,
    }
    meeting = Meeting(id=planned.id if planned else row, space=mentee.space, mentee=mentee.id, **facts)
    said, meant, well, small = (tidy_prose(text) for text in (note, thought, succeeded, step))
    with ports.store.write() as tx:
        kept = tx.change(planned, **facts) if planned else tx.add(meeting)
        if hers := ports.store.get(Appointment, beside(kept.id, "appointment")):
            tx.change(hers, state=kept.state)
        if said or meant:
            tx.add(_note(ports, meeting, said, meant))
        if well:
            tx.add(conversation_at(ports, meeting, succeeded=well))
        if small:
            plan = ports.store.beside(mentee.space, "plan")
            tx.add(Step(id=beside(row, "step"), space=plan, text=small, by=step_by))
        if next_starts:
            again = row_of_next(ports, row, planned)
            add_planned(ports, tx, row=again, mentee=mentee, starts=next_starts, place=place, place_kind=place_kind)
    return kept


def change_meeting(ports: Ports, *, shown: Meeting, **fields: Any) -> Meeting:
    """Keep what differs from `shown`; a new hour of a planned meeting makes it a moved one, and she sees it."""
    said = {name: tidy(value) for name, value in fields.items()}
    if said.get("starts"):
        said["starts"] = start_of(said["starts"])
    check_minutes(*(said.get(name) for name in ("minutes", "arranging", "transport")))
    refuse_cpr(*(value for value in said.values() if isinstance(value, str)))
    held_on = said.get("held_on")
    if held_on and held_on > ports.today():
        raise Refusal(N_("A meeting cannot be in the future."))
    if shown.state == MeetingState.PLANNED and said.get("starts", shown.starts) != shown.starts:
        said.setdefault("state", MeetingState.MOVED.value)
    with ports.store.write() as tx:
        if said.get("state") == MeetingState.CANCELLED:
            return call_off(ports, tx, shown, **said)
        kept = tx.change(shown, **said)
        if hers := ports.store.get(Appointment, beside(shown.id, "appointment")):
            way = way_known(ports, hers.space, kept.place) if kept.place != hers.place else {}
            tx.change(hers, None, starts=kept.starts, place=kept.place, place_kind=kept.place_kind, **way)
    return kept


def change_note(ports: Ports, *, shown: MeetingNote, saw: Saw, text: str, thought: str | None = None) -> MeetingNote:
    """Keep another text; `saw.settling()` when several stood side by side and she read them all."""
    refuse_cpr(text, thought or "")
    said = {"text": tidy_prose(text)} | ({} if thought is None else {"thought": tidy_prose(thought)})
    with ports.store.write() as tx:
        return tx.change(shown, saw, **said)


def add_note(ports: Ports, *, meeting: Meeting, text: str, thought: str = "") -> MeetingNote:
    """Keep a note to a meeting that has none yet."""
    refuse_cpr(text, thought)
    with ports.store.write() as tx:
        return tx.add(_note(ports, meeting, tidy_prose(text), tidy_prose(thought)))


def remove_meeting(ports: Ports, *, shown: Meeting, saw: Saw) -> None:
    """Take the meeting away, with its note, its photos and her appointment.

    Unless somebody wrote what was not on this screen.
    """
    with ports.store.write() as tx:
        tx.remove(shown, saw)
        for file in attached_to(ports, shown):
            remove_file(ports, tx, file)
        for with_it in beside_meeting(ports, shown):
            tx.remove(with_it, ports.store.seen(with_it))


def note_of(ports: Ports, meeting: Meeting) -> MeetingNote | None:
    """The note to that meeting, if there is one that this person may read."""
    return ports.store.get(MeetingNote, beside(meeting.id, "note"))


def beside_meeting(ports: Ports, meeting: Meeting) -> list[MeetingNote | Appointment | Conversation | Errand]:
    """What goes with a meeting, as far as this person reads it: its note, and the appointment that the mentee sees."""
    with_it = (
        note_of(ports, meeting),
        ports.store.get(Appointment, beside(meeting.id, "appointment")),
        conversation_of(ports, meeting),
        errand_of(ports, meeting),
    )
    return [each for each in with_it if each]


def plan_to_tell(ports: Ports, mentee: str, mentor: str = "") -> Meeting | None:
    """The latest meeting with her that was planned for today or earlier and that nobody told of yet.

    A mentor tells of no other mentor's; whoever works here of any, or of those of that `mentor` (a pseudonym).
    """
    mine = whose(ports.me.person.hex() if ports.me.role == MENTOR else mentor)
    until = f"{ports.today().isoformat()}T99"
    plans = ports.store.find(
        Meeting,
        col(Meeting.mentee) == mentee,
        still_open(),
        col(Meeting.starts) < until,
        *mine,
        order_by=(col(Meeting.starts).desc(), col(Meeting.id)),
        limit=1,
    )
    return plans[0] if plans else None


def last_held(ports: Ports, mentee: str, mentor: str = "") -> Meeting | None:
    """The last time she met somebody, or that `mentor` (a pseudonym)."""
    order = (col(Meeting.held_on).desc(), col(Meeting.id))
    held = ports.store.find(
        Meeting,
        col(Meeting.mentee) == mentee,
        col(Meeting.state) == MeetingState.HELD.value,
        *whose(mentor),
        order_by=order,
        limit=1,
    )
    return held[0] if held else None


def usual_minutes(ports: Ports, mentee: str, mentor: str) -> int:
    """As long as she agreed with that mentor (a pseudonym), else as long as the two met the last time."""
    agreed = (col(Agreement.mentee) == mentee, col(Agreement.mentor) == mentor, col(Agreement.minutes) > 0)
    of_both, last = ports.store.find(Agreement, *agreed, limit=1), last_held(ports, mentee, mentor)
    return (of_both[0].minutes if of_both else None) or (last.minutes if last else None) or USUAL_MINUTES


def _note(ports: Ports, meeting: Meeting, text: str, thought: str) -> MeetingNote:
    refuse_notes(ports, meeting.space)
    space = ports.store.beside(meeting.space, "notes")
    return MeetingNote(id=beside(meeting.id, "note"), space=space, meeting=meeting.id, text=text, thought=thought)


def check_minutes(*lengths: int | None) -> None:
    """Refusal for what is no length of a meeting."""
    if any(length is not None and not 0 <= length <= DAY_MINUTES for length in lengths):
        raise Refusal(N_("A meeting lasts between nothing and a day."))
