"""At an event each says privately whom she would like to meet; who turned the phone learns only of pairs."""

from __future__ import annotations

from collections.abc import Collection

from sqlmodel import col

from app.domain.matching import is_open, stage
from app.domain.would_meet import over, pairs
from app.journeys.matching import matches_of, with_room
from app.journeys.mentors import mentors, paths
from app.ports import Ports
from app.records import Mentee, Mentor, RowId, Side, WouldMeet


def may_be_met(ports: Ports) -> list[Mentor]:
    """The mentors who are ready and have room, by name."""
    known, today = paths(ports), ports.today()
    return with_room(ports, [one for one in mentors(ports) if stage(known.get(one.id), one, today) == "ready"])


def say_whom(ports: Ports, *, side: str, who: RowId, chosen: Collection[RowId]) -> None:
    """All that she says now; what she said before is forgotten, and so is what waited too long."""
    if side not in set(Side):
        raise ValueError("a screen offered what the record does not know")
    hers = col(WouldMeet.mentee) if side == Side.SHE else col(WouldMeet.mentor)
    before = ports.store.find(WouldMeet, hers == who, col(WouldMeet.side) == side)
    space, today = ports.store.space("own"), ports.today()
    with ports.store.write() as tx:
        for one in {one.id: one for one in [*before, *_over(ports)]}.values():
            tx.remove(one, ports.store.seen(one))
        for other in chosen:
            mentee, mentor = (who, other) if side == Side.SHE else (other, who)
            row = ports.new_row()
            tx.add(WouldMeet(id=row, space=space, mentee=mentee, mentor=mentor, side=side, said_on=today))


def forget_old(ports: Ports) -> None:
    """One side alone goes after two days, whoever looks or does not look."""
    old = _over(ports)
    if old:
        with ports.store.write() as tx:
            for one in old:
                tx.remove(one, ports.store.seen(one))


def both_said(ports: Ports) -> list[tuple[Mentee, Mentor]]:
    """Who would like to meet each other and is not proposed yet. Nothing tells of one side alone."""
    found = []
    for row, other in pairs(ports.store.find(WouldMeet), ports.today()):
        mentee, mentor = ports.store.get(Mentee, row), ports.store.get(Mentor, other)
        if mentee and mentor and not _asked(ports, mentee, mentor):
            found.append((mentee, mentor))
    return found


def _asked(ports: Ports, mentee: Mentee, mentor: Mentor) -> bool:
    return any(one.mentor == mentor.id and is_open(one) for one in matches_of(ports, mentee))


def _over(ports: Ports) -> list[WouldMeet]:
    return over(ports.store.find(WouldMeet), ports.today())
