"""The whole case load: how each file stands, and looking through one file after the other with three questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import col

from app.domain.agenda import ahead
from app.domain.caseload import (
    FileNow,
    files_now,
    in_order,
    last_held,
    last_looks,
    stands_still,
    to_look_at,
)
from app.domain.roles import STEWARDS
from app.journeys.ending import ended_files
from app.journeys.falls_to import is_mine
from app.journeys.placements import placements_of
from app.ports import Ports
from app.records import Ending, Look, Meeting, MeetingState, Mentee, RowId, Task, Track

STANDS = (Mentee, Meeting, Task, Ending)
"""From what one sees whether a file stands still."""


@dataclass(frozen=True)
class Decision:
    """What came of a look: a task in the making."""

    row: RowId
    kind: str
    person: str
    due_on: date | None


@dataclass(frozen=True)
class CaseLoad:
    """Rows of mentees: who was not met for longest first; `unseen`: what nobody looked through today."""

    going: list[RowId]
    still: list[RowId]
    ended: list[RowId]
    unseen: list[RowId]


def case_load(ports: Ports) -> CaseLoad:
    """Every file this person has, by five light questions; what is shown of them is asked for by `files_of`."""
    store, today = ports.store, ports.today()
    met = store.latest(Meeting, "mentee", "held_on", col(Meeting.state) == MeetingState.HELD.value)
    order = in_order(store.values(Mentee, "name"), met)
    over = ended_files(ports)
    still = store.tally(Mentee, "id", stands_still(today))
    going = [row for row in order if row not in over]
    looked = store.latest(Look, "mentee", "looked_on")
    return CaseLoad(
        going,
        [row for row in going if row in still],
        [row for row in order if row in over],
        to_look_at(going, looked, today),
    )


def files_of(ports: Ports, rows: Sequence[RowId]) -> list[FileNow]:
    """How each of these stands, in their order, from facts alone; what is not here is left out."""
    find, now = ports.store.find, ports.clock.local_now()
    mentees = {one.id: one for one in find(Mentee, col(Mentee.id).in_(rows))}
    return files_now(
        [mentees[row] for row in rows if row in mentees],
        held=find(Meeting, last_held(rows)),
        ahead=find(Meeting, col(Meeting.mentee).in_(rows), ahead(now.date().isoformat())),
        tasks=find(Task, col(Task.mentee).in_(rows), col(Task.done_on).is_(None)),
        looks=find(Look, last_looks(rows)),
        tracks=find(Track, col(Track.mentee).in_(rows), col(Track.ended_on).is_(None)),
        endings=find(Ending, col(Ending.mentee).in_(rows), order_by=(col(Ending.ended_on), col(Ending.id))),
        places=placements_of(ports, *rows),
        now=now,
    )


def file_now(ports: Ports, row: RowId) -> FileNow | None:
    """One file as it stands; None when it is not here."""
    return next(iter(files_of(ports, [row])), None)


def standing_still(ports: Ports) -> int:
    """How many files stand still."""
    store, today = ports.store, ports.today()
    return store.once(f"standing still {today}", STANDS, lambda: store.count(Mentee, stands_still(today)))


def all_at_rest(ports: Ports) -> list[FileNow]:
    """The files of which every track rests and that are hers to look after; a mentor, who is not prompted, has none."""
    tally, runs = ports.store.tally, col(Track.ended_on).is_(None)
    rests = tally(Track, "mentee", runs, col(Track.rests_since).is_not(None))
    goes_on = tally(Track, "mentee", runs, col(Track.rests_since).is_(None)) if rests else {}
    rows = sorted(row for row in rests if row not in goes_on)
    files = files_of(ports, rows) if rows else []
    return [one for one in files if one.all_rest and is_mine(ports, one.mentee, among=STEWARDS)]


def look_through(
    ports: Ports,
    *,
    row: RowId,
    mentee: Mentee,
    met: str = "",
    knows: str = "",
    waits: str = "",
    decided: Sequence[Decision] = (),
) -> Look:
    """Keeps that somebody looked, what she answered, and each decision as a task: all of it, or nothing."""
    look = Look(
        id=row, space=mentee.space, mentee=mentee.id, looked_on=ports.today(), met=met, knows=knows, waits=waits
    )
    with ports.store.write() as tx:
        kept = tx.add(look)
        for one in decided:
            task = Task(
                id=one.row,
                space=mentee.space,
                mentee=mentee.id,
                kind=one.kind,
                person=one.person,
                due_on=one.due_on,
            )
            tx.add(task)
    return kept
