"""What Today asks of many rows is answered from an index of the few: no look at each of ten thousand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy.dialects import sqlite
from sqlmodel import col, func, select

from app.domain.agenda import ahead, begun, soon
from app.domain.followups import is_due
from app.records import Contact, Meeting
from app.storage.memory import Memory

TODAY = date(2026, 3, 10)
MOMENT = "2026-03-10T14:00"


@pytest.mark.parametrize(
    ("question", "index"),
    [
        (select(Meeting).where(ahead(MOMENT)).order_by(col(Meeting.starts)).limit(6), "few_meeting_starts"),
        (select(Meeting).where(begun(MOMENT)).order_by(col(Meeting.starts).desc()).limit(6), "few_meeting_starts"),
        (select(Meeting.mentee, func.min(Meeting.starts)).where(soon(TODAY, 60)), "few_meeting_starts"),
        (select(Contact).where(is_due(TODAY)), "few_contact_followup_on"),
        (select(func.count()).select_from(Contact).where(is_due(TODAY)), "few_contact_met_on"),
    ],
)
def test_it_is_answered_from_the_few(question: Any, index: str) -> None:
    memory = Memory()
    asked = str(question.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
    plan = [step[3] for step in memory.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}").all()]
    memory.close()
    assert any(index in step for step in plan), plan
    assert not any(step.startswith("SCAN") for step in plan), plan
