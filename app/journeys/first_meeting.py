"""The first meeting of a mentor, a mentee and one of us: a day alone, or an hour and a place that she sees, too."""

from __future__ import annotations

from datetime import date

from app.domain.beside import beside
from app.journeys.appointments import add_planned, call_off
from app.ports import Ports
from app.records import MAY_COME, Match, Meeting, MeetingState, Mentee, Mentor, RowId
from app.storage.writing import Tx


def meet_as_three(ports: Ports, *, shown: Match, on: date | None) -> None:
    """The day on which they meet for the first time, with one of us there."""
    with ports.store.write() as tx:
        tx.change(shown, meets_on=on)


def plan_as_three(
    ports: Ports, *, shown: Match, mentee: Mentee, starts: str, place: str = "", place_kind: str = ""
) -> Meeting:
    """The same with an hour and a place: she sees it on her phone, with both names. One of us goes along.

    From then on the meeting says the day: it may be moved.
    """
    mentor = ports.store.get(Mentor, shown.mentor)
    names = ", ".join(name for name in (ports.me.name, mentor.name if mentor else "") if name)
    with ports.store.write() as tx:
        told = {"starts": starts, "place": place, "place_kind": place_kind, "with_whom": names}
        planned = add_planned(ports, tx, row=_row_of_three(ports, shown), mentee=mentee, **told)
        tx.change(shown, meets_on=None)
        return planned


def meeting_of_three(ports: Ports, match: Match) -> Meeting | None:
    """As it was planned; None where only a day was said, and where it was called off."""
    return ports.store.get(Meeting, _row_of_three(ports, match), match.space)


def met_as_three(ports: Ports, match: Match) -> bool:
    """Somebody told that they met, or the day has come for which it stands."""
    planned, today = meeting_of_three(ports, match), ports.today()
    if planned is None:
        return match.meets_on is not None and match.meets_on <= today
    return planned.state == MeetingState.HELD or "" < planned.starts[:10] <= today.isoformat()


def call_off_as_three(ports: Ports, tx: Tx, match: Match) -> None:
    """In this transaction, if it is still to come. One whose hour has passed may have been: it waits to be told of."""
    planned, now = meeting_of_three(ports, match), ports.clock.local_now()
    if planned and planned.state in MAY_COME and planned.starts > f"{now:%Y-%m-%dT%H:%M}":
        call_off(ports, tx, planned)


def _row_of_three(ports: Ports, match: Match) -> RowId:
    """Planned on two phones it is one row; after one that was called off or taken away comes another."""
    row = beside(match.id, "three")
    while _is_off(ports, match, row):
        row = beside(row, "three")
    return row


def _is_off(ports: Ports, match: Match, row: RowId) -> bool:
    there = ports.store.get(Meeting, row, match.space)
    return there.state == MeetingState.CANCELLED if there else ports.store.is_removed(match.space, row)
