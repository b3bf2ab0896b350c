"""A year in every file of a worker: forty meetings, one to come, an agreement, a step, a track, a task."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from app.ports import Ports
from app.records import Agreement, Meeting, MeetingState, Mentee, Step, Task, Track
from tests.bench.filling import PIECE

PAIRS = 500
MEETINGS_EACH = 40


def a_year_in_each(ports: Ports) -> None:
    """Tasks are for the person of this phone."""
    today, me = ports.today(), ports.me.person.hex()
    for start in range(0, PAIRS, PIECE // MEETINGS_EACH):
        with ports.store.write() as tx:
            for mentee in ports.store.find(Mentee, order_by=Mentee.id, limit=PIECE // MEETINGS_EACH, offset=start):
                said: dict[str, Any] = {"space": mentee.space, "mentee": mentee.id}
                for number in range(MEETINGS_EACH):
                    day = today - timedelta(days=7 * number + 3)
                    held = MeetingState.HELD.value
                    tx.add(Meeting(id=ports.new_row(), state=held, held_on=day, minutes=55, **said), fresh=True)
                planned = f"{today + timedelta(days=4)}T14:00"
                tx.add(
                    Meeting(id=ports.new_row(), state=MeetingState.PLANNED.value, starts=planned, **said), fresh=True
                )
                tx.add(Track(id=ports.new_row(), kind="work", **said), fresh=True)
                tx.add(Task(id=ports.new_row(), kind="call", person=me, due_on=today, **said), fresh=True)
                plan = ports.store.beside(mentee.space, "plan")
                tx.add(Agreement(id=ports.new_row(), space=plan, mentee=mentee.id, agreed_on=today), fresh=True)
                tx.add(Step(id=ports.new_row(), space=plan, text="Tage bussen"), fresh=True)
