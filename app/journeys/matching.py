"""Finding her a mentor: what she wishes, who is proposed, and what both say."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col

from app.domain.beside import beside
from app.domain.matching import Proposal, agreed_with, is_agreed, is_open, parted, places_left, proposals
from app.domain.roles import MENTOR, STEWARDS
from app.i18n import N_
from app.journeys.first_meeting import call_off_as_three, met_as_three
from app.journeys.mentors import mentors, paths
from app.journeys.open_file import grant
from app.journeys.readers import file_of, once_mentors, readers
from app.journeys.tasks import around
from app.ports import Ports, Refusal
from app.records import Agreement, Answer, Match, Mentee, Mentor, RowId, Wish


def wish_of(ports: Ports, mentee: Mentee) -> Wish:
    """What is written; an empty one at first, the same row on every phone."""
    row = beside(mentee.id, "wish")
    return ports.store.get(Wish, row, mentee.space) or Wish(id=row, space=mentee.space, mentee=mentee.id)


def say_wish(ports: Ports, *, mentee: Mentee, **wishes: str) -> None:
    """She said what she would like; nothing is required."""
    wish = wish_of(ports, mentee)
    with ports.store.write() as tx:
        tx.add(Wish(id=wish.id, space=wish.space, mentee=mentee.id))
        tx.change(wish, None, **wishes)


def proposed_for(ports: Ports, mentee: Mentee) -> list[Proposal]:
    """Who could be hers, each with what the two share. Reads three tables whole: mentors are tens, not thousands."""
    ready = {mentor for mentor, path in paths(ports).items() if path.ready_on}
    return proposals(
        wish_of(ports, mentee),
        mentors(ports),
        ready=ready,
        matches=ports.store.find(Match),
        agreements=ports.store.find(Agreement),
        today=ports.today(),
    )


def with_room(ports: Ports, some: Sequence[Mentor], mentee: RowId = "") -> list[Mentor]:
    """Those of them who have room for one more, or for this `mentee`, as far as this phone knows."""
    matches, agreements, today = ports.store.find(Match), ports.store.find(Agreement), ports.today()
    agreed = {one.id: agreed_with(one, matches, agreements, today) for one in some}
    return [one for one in some if mentee in agreed[one.id] or places_left(one, matches, agreed[one.id])]


def known_elsewhere(ports: Ports) -> int:
    """How many mentors nobody here can propose: how far they are is read in the area that knows them, not in hers."""
    read = paths(ports)
    return sum(one.id not in read and not one.ended_on for one in mentors(ports))


def propose(ports: Ports, *, row: RowId, mentee: Mentee, mentor: Mentor) -> Match:
    """Asked, not decided: neither of the two is bound by it."""
    if any(one.mentor == mentor.id and is_open(one) for one in matches_of(ports, mentee)):
        raise Refusal(N_("This mentor is proposed to her already."))
    if not with_room(ports, [mentor], mentee.id):
        raise Refusal(N_("This mentor has no room now."))
    match = Match(id=row, space=mentee.space, mentee=mentee.id, mentor=mentor.id, proposed_on=ports.today())
    with ports.store.write() as tx:
        return tx.add(match)


def says(ports: Ports, *, shown: Match, she: str | None = None, mentor: str | None = None) -> None:
    """What one of the two said, after they met; each may say no without a reason, and then they meet no more."""
    if Answer.YES in {she, mentor} and not met_as_three(ports, shown):
        raise Refusal(N_("First the three of you meet. Then both say yes or no."))
    told = {name: value for name, value in (("she_says", she), ("mentor_says", mentor)) if value is not None}
    with ports.store.write() as tx:
        if not is_open(tx.change(shown, None, **told)):
            call_off_as_three(ports, tx, shown)


async def give_file(ports: Ports, *, mentee: Mentee, shown: Match) -> None:
    """Both said yes: the mentor reads and writes in the file from her next sync on. Needs a connection."""
    mentor = ports.store.get(Mentor, shown.mentor)
    if not is_agreed(shown) or mentor is None:
        raise Refusal(N_("First both of them say yes."))
    if not mentor.person:
        raise Refusal(N_("Choose first who she is on the phone. That stands on her page."))
    circle = next(place.circle for place in ports.store.places("case") if place.space == mentee.space)
    await grant(ports, person=bytes.fromhex(mentor.person), circle=bytes.fromhex(circle))


def may_give_file(ports: Ports, mentee: Mentee) -> bool:
    """Only who is on its innermost rung, and no mentor herself."""
    me = ports.store.me_in(mentee.space)
    return me is not None and me[2].rung == 0 and me[2].role in STEWARDS


def has_file(ports: Ports, mentee: Mentee, mentor: Mentor | None) -> bool:
    """Is the file open to that mentor?"""
    place = file_of(ports, mentee.space)
    known = {one.person for one in readers(ports, place)} if place else set()
    return mentor is not None and mentor.person in known


def lost_mentor(ports: Ports, mentee: Mentee) -> bool:
    """She had a mentor and has none now: that one left, or the two went their own ways."""
    place, matches = file_of(ports, mentee.space), matches_of(ports, mentee)
    persons = ports.store.values(Mentor, "person", col(Mentor.id).in_({one.mentor for one in matches}))
    had = once_mentors(ports, place) if place else set()
    here = {one.person for one in around(ports, mentee.space) if one.role == MENTOR}
    apart = {person for _, person in parted(matches, persons)}
    lost = (had - here) | apart
    agreed = any(is_agreed(one) and persons.get(one.mentor, "") not in lost for one in matches)
    return bool(lost or any(one.ended_on for one in matches)) and not (here - apart or agreed)


def end_match(ports: Ports, *, shown: Match) -> None:
    """The two go their own ways; there is room again."""
    with ports.store.write() as tx:
        tx.change(shown, ended_on=ports.today())
        call_off_as_three(ports, tx, shown)


def matches_of(ports: Ports, mentee: Mentee) -> list[Match]:
    """The newest first; one mentee may have several mentors."""
    order = (col(Match.proposed_on).desc(), col(Match.id))
    return ports.store.find(Match, col(Match.mentee) == mentee.id, order_by=order)
