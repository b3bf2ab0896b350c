"""Which contacts are one person, when somebody said of some pairs that they are."""

from __future__ import annotations

from collections.abc import Iterable

from app.records import Contact, RowId, SamePerson


def joined_with(row: RowId, pairs: Iterable[SamePerson]) -> set[RowId]:
    """Every line that is about the same person, but `row` itself; through others, too."""
    beside: dict[RowId, set[RowId]] = {}
    for pair in pairs:
        beside.setdefault(pair.one, set()).add(pair.other)
        beside.setdefault(pair.other, set()).add(pair.one)
    found, to_look = {row}, [row]
    while to_look:
        fresh = beside.get(to_look.pop(), set()) - found
        found |= fresh
        to_look += fresh
    return found - {row}


def each_once(contacts: Iterable[Contact], pairs: Iterable[SamePerson]) -> list[list[Contact]]:
    """The lines of each person together: so many lists, so many people."""
    by_row = {contact.id: contact for contact in contacts}
    told = [pair for pair in pairs if pair.one in by_row and pair.other in by_row]
    people, seen = [], set()
    for row, contact in by_row.items():
        if row not in seen:
            others = joined_with(row, told) if told else set()
            seen |= {row, *others}
            people.append([contact, *(by_row[each] for each in sorted(others))])
    return people
