"""The demo organisation's group: nine Tuesdays, who came, and one who did not come the last time."""

from __future__ import annotations

from datetime import date, timedelta

from app.journeys.attendance import mark, take_seat
from app.journeys.cohorts import change_cohort, cohorts, new_cohort
from app.journeys.group_sessions import guest_came, keep_session, tell_session
from app.ports import Ports
from app.records import Mentee, Presence

NAME = "Sprogcaféen"
SAID = {"kind": "language", "language": "ar", "area": "Egeparken", "place": "Beboerhuset, 1. sal", "sessions": 12}
WOMEN = {"kind": "network", "area": "Egeparken", "place": "Beboerhuset"}
"""Of the group that already has its afternoons without minutes."""

CAME = ("came", "came", "part", "said", "came", "came", "came", "part", "away")
"""Week by week, the last one a few days ago."""

THEMES = ("danish", "danish,ways", "work", "everyday", "children", "work,education", "letters", "hopes", "work")
GUESTS = (3, 4, 2, 5, 4, 6, 3, 4, 5)
WITH_ROLE_MODEL = 5
"""The week in which somebody came who has gone the same way."""


def groups(worker: Ports, today: date) -> None:
    """Sofie's language café."""
    for known in cohorts(worker):
        change_cohort(worker, shown=known, **WOMEN)
    cohort = new_cohort(worker, row=worker.new_row(), name=NAME, **SAID)
    mentees = worker.store.find(Mentee)
    for mentee in mentees:
        take_seat(worker, mentee=mentee, cohort=cohort, yes=True)
    for week, presence in enumerate(CAME):
        day = today - timedelta(days=2 + 7 * (len(CAME) - 1 - week))
        session = keep_session(worker, cohort=cohort, held_on=day, minutes=120)
        tell_session(worker, shown=session, topics=THEMES[week], role_model="yes" if week == WITH_ROLE_MODEL else "no")
        for mentee in mentees:
            mark(worker, session=session, mentee=mentee, presence=Presence(presence))
        for _ in range(GUESTS[week]):
            guest_came(worker, session)
