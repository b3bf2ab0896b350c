"""Who she asks for, and handing her file to somebody else: for a while both are there, then it is asked what became."""

from __future__ import annotations

from datetime import date, timedelta

from sqlmodel import col

from app.domain.roles import STEWARDS
from app.i18n import N_
from app.journeys.ending import closed_files, ended_files
from app.journeys.tasks import around
from app.ports import Ports, Refusal
from app.records import Followed, HandOver, Mentee, RowId
from app.storage.saw import Saw

OVERLAP_DAYS = 14
"""So long both are there, unless they agree otherwise."""


def set_contact(ports: Ports, *, shown: Mentee, contact_person: str, deputy: str) -> None:
    """She knows one face; when that one is away, another one."""
    if contact_person and contact_person == deputy:
        raise Refusal(N_("The deputy is somebody else."))
    with ports.store.write() as tx:
        tx.change(shown, contact_person=contact_person, deputy=deputy)


def hand_over(
    ports: Ports,
    *,
    row: RowId,
    mentee: Mentee,
    taker: str,
    begins_on: date,
    until: date,
    recommends: str = "",
    she_knows: bool = False,
) -> HandOver:
    """Offered; the other one takes it. Until then, and for the days of the overlap, the first one stays."""
    giver = mentee.contact_person or ports.me.person.hex()
    if taker not in {one.person for one in around(ports, mentee.space)}:
        raise Refusal(N_("Choose who takes over. It must be somebody who has this file."))
    if taker == giver:
        raise Refusal(N_("The file is with this person already."))
    if until < begins_on:
        raise Refusal(N_("The time with both ends before it begins."))
    over = HandOver(
        id=row,
        space=mentee.space,
        mentee=mentee.id,
        giver=giver,
        taker=taker,
        begins_on=begins_on,
        until=until,
        recommends=recommends,
        told_her_on=ports.today() if she_knows else None,
    )
    with ports.store.write() as tx:
        return tx.add(over)


def may_take_back(ports: Ports, over: HandOver) -> bool:
    """Not taken yet, and offered by this person or in her name."""
    line = ports.store.byline(over, "taker")
    mine = over.giver == ports.me.person.hex() or (line is not None and line.mine)
    return over.taken_on is None and mine


def not_handed_over(ports: Ports, *, shown: HandOver, saw: Saw) -> None:
    """It was offered to the wrong one, or too early. Who took it meanwhile has it."""
    with ports.store.write() as tx:
        tx.remove(shown, saw)


def gone_since(over: HandOver, contact_person: str) -> str:
    """Why an offer waits no more: its file is with `contact_person`, no longer with who gave it; "" while it waits."""
    if contact_person in {"", over.giver}:
        return ""
    if contact_person == over.taker:
        return N_("The file is with this person already.")
    return N_("The file is with somebody else by now.")


def take_over_file(ports: Ports, *, shown: HandOver) -> None:
    """I have read the sheet and she asks for me from now on; who gave it is the deputy while both are there."""
    mentee = ports.store.get(Mentee, shown.mentee, shown.space)
    if mentee and (gone := gone_since(shown, mentee.contact_person)):
        raise Refusal(gone)
    with ports.store.write() as tx:
        before = mentee.deputy if mentee and mentee.deputy not in {shown.giver, shown.taker} else ""
        tx.change(shown, taken_on=ports.today(), deputy=before)
        if mentee:
            tx.change(mentee, contact_person=shown.taker, deputy=shown.giver)


def overlaps_over(ports: Ports) -> list[HandOver]:
    """What this person took: the time with both has passed, and who gave the file is its deputy still."""
    taken = (
        col(HandOver.taker) == ports.me.person.hex(),
        col(HandOver.taken_on).is_not(None),
        col(HandOver.over_on).is_(None),
        col(HandOver.until) < ports.today(),
    )
    found = ports.store.find(HandOver, *taken, order_by=(col(HandOver.until), col(HandOver.id)))
    files = {one.id: one.deputy for one in ports.store.find(Mentee)} if found else {}
    closed = closed_files(ports) if found else ()
    return [one for one in found if files.get(one.mentee) == one.giver and one.mentee not in closed]


def deputies_after(over: HandOver) -> list[str]:
    """Who may be the deputy then: who was it before, who gave the file, nobody."""
    return list(dict.fromkeys([*filter(None, [over.deputy]), over.giver, ""]))


def end_overlap(ports: Ports, *, shown: HandOver, deputy: str) -> None:
    """From now on one of `deputies_after` stands in for her contact person; nobody loses the file by it."""
    if deputy not in deputies_after(shown):
        raise ValueError("a screen chose whom it did not offer")
    mentee = ports.store.get(Mentee, shown.mentee, shown.space)
    with ports.store.write() as tx:
        tx.change(shown, over_on=ports.today())
        if mentee and mentee.deputy == shown.giver != deputy:
            tx.change(mentee, deputy=deputy)


def asks_what_became(over: HandOver, today: date) -> bool:
    """It was taken, the time with both is over, and something was recommended; who said it may say it anew."""
    over_by_now = over.until is not None and over.until < today
    return over.taken_on is not None and bool(over.recommends) and (over_by_now or bool(over.followed))


def say_followed(ports: Ports, *, shown: HandOver, followed: str) -> None:
    """Was the recommendation followed? It is asked, and it is no examination."""
    if followed not in {"", *Followed}:
        raise ValueError("a screen offered what the record does not know")
    with ports.store.write() as tx:
        tx.change(shown, followed=followed)


def say_she_knows(ports: Ports, *, shown: HandOver) -> None:
    """She was told who comes."""
    with ports.store.write() as tx:
        tx.change(shown, told_her_on=ports.today())


def hand_overs_of(ports: Ports, mentee: Mentee) -> list[HandOver]:
    """The newest first."""
    order = (col(HandOver.begins_on).desc(), col(HandOver.id))
    return ports.store.find(HandOver, col(HandOver.mentee) == mentee.id, order_by=order)


def waiting_hand_overs(ports: Ports) -> list[HandOver]:
    """What waits for this person: files to take, and, for who leads, what became of the recommendation.

    A file that has ended is taken over while somebody is to ask after her, and asked about no more.
    """
    mine = col(HandOver.taker) == ports.me.person.hex()
    offered = ports.store.find(HandOver, mine, col(HandOver.taken_on).is_(None), order_by=col(HandOver.begins_on))
    files = ports.store.values(Mentee, "contact_person", col(Mentee.id).in_({one.mentee for one in offered}))
    closed = closed_files(ports) if offered else ()
    waits = [one for one in offered if one.mentee not in closed]
    to_take = [one for one in waits if not gone_since(one, files.get(one.mentee, ""))]
    if ports.me.role not in STEWARDS:
        return to_take
    asked = (
        col(HandOver.taken_on).is_not(None),
        col(HandOver.recommends) != "",
        col(HandOver.followed) == "",
        col(HandOver.until) < ports.today(),
    )
    found = ports.store.find(HandOver, *asked, order_by=col(HandOver.until))
    ended = ended_files(ports) if found else ()
    return [*to_take, *(one for one in found if one.mentee not in ended)]


def overlap_from(day: date) -> date:
    """The usual last day with both."""
    return day + timedelta(days=OVERLAP_DAYS)
