"""Lines of people who were let go and of whom somebody wrote since, who had not heard of it.

What stays of her counts her and what meeting her took; the line, which is empty by then, adds only that the two spoke.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement
from sqlmodel import col

from app.domain.contacted import SPOKE, contacted
from app.domain.nobodys import counts_person, of_line
from app.ports import Ports
from app.records import NOBODYS, Attempt, Contact, Outcome, RowId, altered


def nobodys(space: str) -> tuple[ColumnElement[bool], ...]:
    """What stays there of who was let go."""
    return col(Attempt.space) == space, col(Attempt.spot) == NOBODYS


def back_again(ports: Ports, space: str) -> dict[RowId, Contact]:
    """{line: as it is to be counted}: met as what stays of her says, spoken with also by a later try of the line."""
    store = ports.store
    ways = store.values(Attempt, "channel", *nobodys(space))
    if not ways:
        return {}
    lines = store.values(Contact, "id", col(Contact.space) == space)
    stays = {line: row for line in lines for row in (counts_person(line), of_line(line)) if row in ways}
    if not stays:
        return {}
    talks = col(Attempt.outcome).in_(sorted(SPOKE)), col(Attempt.contact).in_(stays)
    talked = store.tally(Attempt, "contact", col(Attempt.space) == space, *talks)

    def counted(line: Contact) -> Contact:
        way = ways[stays[line.id]]
        spoke = line.outcome if contacted(line) else Outcome.TALKED.value if line.id in talked else ""
        return altered(line, channel=way, spot="" if way else NOBODYS, outcome=spoke)

    return {line.id: counted(line) for line in store.find(Contact, col(Contact.id).in_(stays))}
