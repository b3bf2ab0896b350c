"""Whom to follow up, and in which order."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, SQLModel, create_engine, select

from app.domain.followups import LONGEST_FIRST, PATIENCE_DAYS, followups_due, is_due
from app.records import Contact

TODAY = date(2026, 3, 10)


def contact(name: str, met: int | None = None, due: int | None = None, outcome: str = "") -> Contact:
    return Contact(
        id=name,
        name=name,
        outcome=outcome,
        met_on=None if met is None else TODAY - timedelta(met),
        followup_on=None if due is None else TODAY - timedelta(due),
    )


def test_who_waits_longest_comes_first() -> None:
    people = [contact("a", due=1), contact("b", due=5), contact("c", due=0), contact("d", due=-1)]
    due = followups_due(people, TODAY)
    assert [(wait.contact.name, wait.days_waiting) for wait in due] == [("b", 5), ("a", 1), ("c", 0)]


def test_interest_is_answered_within_a_week() -> None:
    met = contact("a", met=PATIENCE_DAYS, outcome="interested")
    fresh = contact("b", met=PATIENCE_DAYS - 1, outcome="interested")
    assert [due.contact.name for due in followups_due([met, fresh], TODAY)] == ["a"]


def test_who_takes_part_is_not_chased_for_having_been_interested() -> None:
    part = contact("a", met=90, outcome="interested")
    part.joined_on = TODAY
    promised = contact("b", met=90, due=0, outcome="interested")
    promised.joined_on = TODAY
    assert [one.contact.name for one in followups_due([part, promised], TODAY)] == ["b"]


def test_a_contact_without_a_day_is_not_chased() -> None:
    assert followups_due([contact("a"), contact("b", outcome="interested"), contact("c", met=90)], TODAY) == []


OFFSET = st.none() | st.integers(-20, 40)


@given(st.lists(st.tuples(OFFSET, OFFSET, st.sampled_from(["", "interested", "talked"])), max_size=20))
def test_sql_names_exactly_who_is_due_in_the_same_order(days: list[tuple[int | None, int | None, str]]) -> None:
    people = [contact(str(i), met, due, outcome) for i, (met, due, outcome) in enumerate(days)]
    engine = create_engine("sqlite://")
    SQLModel.metadata.create_all(engine)
    with Session(engine, expire_on_commit=False) as session:
        session.add_all(people)
        session.commit()
        found = list(session.exec(select(Contact.id).where(is_due(TODAY)).order_by(*LONGEST_FIRST)))
        assert found == [due.contact.id for due in followups_due(people, TODAY)]
    engine.dispose()
