"""Which contacts are one person, when somebody said of some pairs that they are."""

from __future__ import annotations

from collections.abc import Iterable

from app.records import Contact, RowId, SamePerson


def lines_of_each(pairs: Iterable[SamePerson]) -> dict[RowId, set[RowId]]:
    """{line: every line that is about the same person, itself among them}; through others, too."""
    return belonging((pair.one, pair.other) for pair in pairs)


def belonging(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """{name: every name that goes with it, itself among them}; through others, too."""
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        both = found.get(one, {one}) | found.get(other, {other})
        found.update(dict.fromkeys(both, both))
    return found


def joined_with(row: RowId, pairs: Iterable[SamePerson]) -> set[RowId]:
    """Every line that is about the same person, but `row` itself."""
    return lines_of_each(pairs).get(row, {row}) - {row}


def each_once(contacts: Iterable[Contact], pairs: Iterable[SamePerson]) -> list[list[Contact]]:
    """The lines of each person together: so many lists, so many people. Also through a line that is here no more."""
    by_row = {contact.id: contact for contact in contacts}
    hers = lines_of_each(pairs)
    people, seen = [], set()
    for row, contact in by_row.items():
        if row not in seen:
            others = (hers.get(row, {row}) - {row}) & by_row.keys()
            seen |= {row, *others}
            people.append([contact, *(by_row[each] for each in sorted(others))])
    return people
