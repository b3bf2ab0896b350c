"""Danish is read from the left; that Arabic is read from the right is looked at in `test_two_phones.py`."""

from __future__ import annotations

from tests.e2e.person import Person


def test_who_reads_danish_finds_her_lines_on_the_left(sofie: Person) -> None:
    sofie.again().sees("Today").reads_from_her_side()
