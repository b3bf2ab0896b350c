"""Mentors and how they become ones: what each brings, the steps of the path, and who decided that she is ready."""

from __future__ import annotations

from datetime import date

from sqlmodel import col

from app.domain.beside import beside
from app.domain.cpr import refuse_cpr
from app.domain.matching import NEEDED
from app.domain.text import tidy
from app.i18n import N_
from app.journeys.areas import chosen_area, writes_in
from app.ports import Ports, Refusal
from app.records import Mentor, MentorPath, RowId
from app.storage.order import by_name

STEPS = ("talk_on", "courses_on", "undertaking_on", "screened_on")
MOST_MENTEES = 20


def add_mentor(ports: Ports, *, row: RowId, name: str, person: str = "", space: str = "") -> Mentor:
    """Somebody is interested: what she brings stands with the staff, her path where only workers and leaders read:
    in the area with that `space`, else where one wrote last.
    """
    called = tidy(name)
    if not called:
        raise Refusal(N_("Write the name of the mentor."))
    refuse_cpr(called)
    mentor = Mentor(id=row, space=ports.store.space("staff"), name=called, person=person)
    path = MentorPath(id=path_row(row), space=chosen_area(ports, space), mentor=row, interest_on=ports.today())
    with ports.store.write() as tx:
        kept = tx.add(mentor)
        writes_in(ports, tx, path.space)
        tx.add(path)
    return kept


def change_mentor(ports: Ports, *, shown: Mentor, **brings: str | int | date | None) -> None:
    """What she brings, how many mentees, a rest, the end."""
    capacity = brings.get("capacity")
    if isinstance(capacity, int) and not 0 <= capacity <= MOST_MENTEES:
        raise Refusal(N_("A mentor has room for up to twenty mentees."))
    refuse_cpr(*(value for value in brings.values() if isinstance(value, str)))
    with ports.store.write() as tx:
        tx.change(shown, **{name: tidy(value) for name, value in brings.items()})


def my_offer(ports: Ports) -> Mentor | None:
    """What stands of herself; None while nobody said who of the mentors she is."""
    found = ports.store.find(Mentor, col(Mentor.person) == ports.me.person.hex(), order_by=col(Mentor.id), limit=1)
    return found[0] if found else None


def change_my_offer(ports: Ports, *, shown: Mentor, **brings: str | int | date | None) -> None:
    """She says herself what she brings, for how many there is room, and that she rests."""
    if shown.person != ports.me.person.hex():
        raise Refusal(N_("This is what somebody else offers."))
    change_mentor(ports, shown=shown, **brings)


def tick(ports: Ports, *, shown: MentorPath, step: str, yes: bool) -> None:
    """A step was taken today; or it was not, and then nobody is ready."""
    if step not in STEPS:
        raise ValueError("a screen offered what the record does not know")
    with ports.store.write() as tx:
        tx.change(shown, None, **{step: ports.today() if yes else None})
        if not yes and step in NEEDED:
            tx.change(shown, ready_on=None, ready_by="")


def find_ready(ports: Ports, *, shown: MentorPath) -> None:
    """Decided by the person who taps, by name and day."""
    if any(getattr(shown, step) is None for step in NEEDED):
        raise Refusal(N_("First the talk, the courses and the undertaking."))
    with ports.store.write() as tx:
        tx.change(shown, ready_on=ports.today(), ready_by=ports.me.person.hex())


def path_of(ports: Ports, mentor: Mentor) -> MentorPath | None:
    """Only those who read the area find one."""
    return ports.store.get(MentorPath, path_row(mentor.id))


def mentors(ports: Ports, limit: int | None = None) -> list[Mentor]:
    """By name; who ended, last."""
    return ports.store.find(
        Mentor, order_by=(col(Mentor.ended_on).is_not(None), by_name(Mentor.name), col(Mentor.id)), limit=limit
    )


def paths(ports: Ports) -> dict[str, MentorPath]:
    """{mentor: her path}"""
    return {one.mentor: one for one in ports.store.find(MentorPath)}


def path_row(mentor: RowId) -> RowId:
    """The same one on every phone."""
    return beside(mentor, "path")
