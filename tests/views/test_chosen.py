"""Several that were chosen, said in one line."""

from __future__ import annotations

from app.i18n import Words
from app.views.chosen import all_chosen

TOPICS = {"work": "Work", "danish": "Danish"}


def test_danish_and_ukrainian_write_only_the_beginning_of_a_line_large_and_leave_what_was_written_alone() -> None:
    assert all_chosen(Words("da"), TOPICS, "work,danish") == "Arbejde og dansk"
    assert all_chosen(Words("en"), TOPICS, "work,danish") == "Work and Danish"
    assert all_chosen(Words("uk"), TOPICS, "work,danish") == "Робота і данська"
    assert all_chosen(Words("da"), TOPICS, "danish,Jobbanken") == "Dansk og Jobbanken"
    assert all_chosen(Words("da"), TOPICS, "") == ""
