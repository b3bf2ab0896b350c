"""Mentors meet: planned by one of us; each takes a talk of two from her own phone, first come, first served."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col

from app.domain.cpr import refuse_cpr
from app.domain.slots import Claim, begins, holders, lost
from app.domain.text import tidy
from app.i18n import N_
from app.ports import Ports, Refusal
from app.records import MentorMeeting, RowId, SlotTaken

MOST_SLOTS, MOST_MINUTES = 20, 12 * 60
SOON = timedelta(days=7)


def plan_mentor_meeting(ports: Ports, *, row: RowId, **said: Any) -> MentorMeeting:
    """All who work here find it after the next sync."""
    fields = _checked(ports, said)
    with ports.store.write() as tx:
        return tx.add(MentorMeeting(id=row, space=ports.store.space("staff"), **fields))


def call_off(ports: Ports, *, shown: MentorMeeting, yes: bool) -> None:
    """It does not take place; or it does after all."""
    with ports.store.write() as tx:
        tx.change(shown, off=yes)


def mentor_meetings(ports: Ports, limit: int) -> list[MentorMeeting]:
    """The latest first."""
    return ports.store.find(
        MentorMeeting, order_by=(col(MentorMeeting.starts).desc(), col(MentorMeeting.id)), limit=limit
    )


def ahead(ports: Ports) -> list[MentorMeeting]:
    """Those of today or later that take place, the next one first."""
    where = (col(MentorMeeting.starts) >= ports.today().isoformat(), col(MentorMeeting.off).is_(False))
    return ports.store.find(MentorMeeting, *where, order_by=(col(MentorMeeting.starts), col(MentorMeeting.id)))


def claims(ports: Ports, meeting: MentorMeeting) -> list[Claim]:
    """All that were taken and not given back."""
    found = []
    for one in ports.store.find(SlotTaken, col(SlotTaken.meeting) == meeting.id):
        line = ports.store.byline(one, "slot")
        if line and one.slot:
            sent = not (line.mine and ports.store.whereabouts(one).here)
            found.append(Claim(one.id, one.slot, line.at, line.who, line.mine, sent))
    return found


def take_slot(ports: Ports, *, row: RowId, meeting: MentorMeeting, slot: int) -> SlotTaken:
    """It is hers unless somebody was first; then she is told. One for each: what she had before is free again."""
    at = begins(meeting, slot)
    if meeting.off or at is None or at < ports.clock.local_now():
        raise Refusal(N_("This time is over. Choose another one."))
    known = claims(ports, meeting)
    has = holders(known).get(slot)
    if has and not has.mine:
        raise Refusal(N_("Somebody has this time already. Choose another one."))
    with ports.store.write() as tx:
        for mine in (one for one in known if one.mine and one.slot != slot):
            _give_back(ports, tx, mine)
        if has:
            return SlotTaken(id=has.row, space=meeting.space, meeting=meeting.id, slot=slot)
        return tx.add(SlotTaken(id=row, space=meeting.space, meeting=meeting.id, slot=slot))


def give_back(ports: Ports, *, meeting: MentorMeeting) -> None:
    """She needs no time after all, or has read that somebody else has it."""
    with ports.store.write() as tx:
        for mine in (one for one in claims(ports, meeting) if one.mine):
            _give_back(ports, tx, mine)


def went_to_others(ports: Ports) -> list[MentorMeeting]:
    """Where somebody else was first: she is told, and chooses again."""
    return [meeting for meeting in ahead(ports) if lost(claims(ports, meeting))]


def planned_by_me(ports: Ports, meeting: MentorMeeting) -> bool:
    """Then she reads who took which time; nobody else does."""
    line = ports.store.byline(meeting, "starts")
    return line is not None and line.mine


def _give_back(ports: Ports, tx: Any, claim: Claim) -> None:  # Any: the transaction of the store
    record = ports.store.get(SlotTaken, claim.row)
    if record is not None:
        tx.remove(record, ports.store.seen(record))


def _checked(ports: Ports, said: dict[str, Any]) -> dict[str, Any]:
    fields = {name: tidy(value) if isinstance(value, str) else value for name, value in said.items()}
    if not fields.get("starts"):
        raise Refusal(N_("Choose the day and the hour."))
    if datetime.fromisoformat(fields["starts"]) < ports.clock.local_now():
        raise Refusal(N_("Choose a time that is still to come."))
    if not 0 <= fields.get("slots", 0) <= MOST_SLOTS:
        raise Refusal(N_("Plan at most %(most)d talks of two."), most=MOST_SLOTS)
    if not all(0 <= fields.get(name, 0) <= MOST_MINUTES for name in ("minutes", "slot_minutes")):
        raise Refusal(N_("A meeting lasts between nothing and a day."))
    refuse_cpr(fields.get("place", ""))
    return fields
