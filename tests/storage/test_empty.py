"""A table in which nothing ever stood is not asked; one that had a row is, even when the row is gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event

from app.records import Contact
from app.storage.memory import Memory
from app.storage.store import Store
from tests.storage.desk import Desk

QUESTIONS: list[tuple[Callable[[Store], Any], Any]] = [
    (lambda store: store.find(Contact, matching="amina"), []),
    (lambda store: store.get(Contact, "0a" * 16), None),
    (lambda store: store.count(Contact), 0),
    (lambda store: store.values(Contact, "name"), {}),
    (lambda store: store.tally(Contact, "channel"), {}),
    (lambda store: store.total(Contact, "channel", "minutes"), {}),
    (lambda store: store.latest(Contact, "channel", "met_on"), {}),
    (lambda store: store.soonest(Contact, "channel", "met_on"), {}),
]


def asked(desk: Desk, question: Callable[[Store], Any]) -> tuple[Any, int]:
    """(The answer, how many statements SQLite saw for it)."""
    seen: list[str] = []

    def listen(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    memory = desk.store._rows.memory.connection
    event.listen(memory, "before_cursor_execute", listen)
    try:
        return question(desk.store), len(seen)
    finally:
        event.remove(memory, "before_cursor_execute", listen)


@pytest.mark.parametrize(("question", "nothing"), QUESTIONS)
def test_nothing_is_sought_where_nothing_ever_stood(desk: Desk, question: Callable[[Store], Any], nothing: Any) -> None:
    assert asked(desk, question) == (nothing, 0)


@pytest.mark.parametrize(("question", "nothing"), QUESTIONS)
def test_what_came_and_went_is_asked_for_and_answered_alike(
    desk: Desk, question: Callable[[Store], Any], nothing: Any
) -> None:
    with desk.store.write() as tx:
        tx.add(Contact(id="0a" * 16, space=desk.area, name="Amina"))
    answer, times = asked(desk, question)
    assert answer != nothing
    assert times > 0

    kept = desk.one(Contact, "0a" * 16)
    with desk.store.write() as tx:
        tx.remove(kept, desk.store.seen(kept))
    answer, times = asked(desk, question)
    assert answer == nothing
    assert times > 0


def test_a_rehearsal_asks_all_the_same(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Memory, "asks_empty", True)
    assert all(asked(desk, question)[1] > 0 for question, _ in QUESTIONS)
