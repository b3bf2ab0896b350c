"""Two go their own ways: the match ends, and with it the mentor's way into that one file."""

from __future__ import annotations

from sqlmodel import col

from app.domain.matching import is_agreed, is_open
from app.domain.roles import MENTOR, STEWARDS
from app.journeys.closing import close_in
from app.journeys.matching import end_match, has_file, matches_of
from app.journeys.people import people
from app.journeys.readers import file_of, readers
from app.journeys.refusals import NotSteward, refusal_for
from app.ports import Ports
from app.records import Match, Mentee, Mentor
from sync.errors import SyncError


def loses_file(ports: Ports, mentee: Mentee, shown: Match) -> bool:
    """Is the file open to her as the mentor of this match alone?

    Not to a worker or coordinator, to her contact person or deputy, or to whom another match that holds gives it.
    """
    mentor, place = ports.store.get(Mentor, shown.mentor), file_of(ports, mentee.space)
    if mentor is None or place is None or not has_file(ports, mentee, mentor):
        return False
    person = mentor.person
    roles = {one.role for one in readers(ports, place) if one.person == person}
    roles |= {one.card.role for one in people(ports) if one.person.hex() == person}
    same = ports.store.values(Mentor, "person", col(Mentor.person) == person)
    others = [one for one in matches_of(ports, mentee) if one.mentor in same and one.id != shown.id]
    named = person in {mentee.contact_person, mentee.deputy}
    return MENTOR in roles and not (roles & STEWARDS or named or any(is_agreed(one) for one in others))


def open_after_parting(ports: Ports, mentee: Mentee) -> list[Match]:
    """Of each mentor who went her own way and still has the file by it, the last match."""
    matches = matches_of(ports, mentee)
    going_on = {one.mentor for one in matches if is_open(one)}
    last = {one.mentor: one for one in reversed(matches) if one.ended_on and one.mentor not in going_on}
    return [one for one in last.values() if loses_file(ports, mentee, one)]


async def part(ports: Ports, *, mentee: Mentee, shown: Match) -> None:
    """There is room again; a file that was hers by this match alone is closed to her first, which needs a connection.

    Without one nothing ends. What she wrote stays; cut off between, the same journey again goes on.
    """
    mentor, place = ports.store.get(Mentor, shown.mentor), file_of(ports, mentee.space)
    if mentor and place and loses_file(ports, mentee, shown):
        circle = bytes.fromhex(place.circle)
        try:
            closed = await close_in(ports, [circle], bytes.fromhex(mentor.person), now=True)
        except SyncError as no:
            raise refusal_for(no) from no
        if not closed:
            raise NotSteward
    if shown.ended_on is None:
        end_match(ports, shown=shown)
