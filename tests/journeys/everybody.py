"""One phone of each role, and what a patched app of theirs would try."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from app.domain.roles import COORDINATOR, MENTEE, MENTOR, PARTNER, WORKER
from app.journeys.among_few import begin
from app.journeys.partners import begin_with, partners
from app.journeys.tending import keep_in_step
from app.records import Record, is_prose
from app.storage.errors import NoSuchPlace
from app.storage.saw import Covered
from app.storage.values import Value
from app.storage.writing import Speech
from tests.world import Phone, World, run


def a_value(noun: type[Record], field: str) -> Any:
    """Something that is not the default, as it goes over the wire."""
    annotation = str(noun.model_fields[field].annotation)
    if field == "state":
        return "held"
    if "date" in annotation:
        return "2026-02-03"
    if "bool" in annotation:
        return True
    if "int" in annotation:
        return 7
    return "2026-03-09T16:00" if field == "starts" else f"x-{field}"


@dataclass
class Everybody:
    """One phone of each role, and the mentee's file."""

    file: bytes
    of: dict[str, Phone]


def place_of(phone: Phone, where: str) -> str | None:
    try:
        return phone.store.space(where)
    except NoSuchPlace:
        return None


def patched_write(phone: Phone, space: str, row: str, table: str, noun: type[Record], field: str, value: Any) -> bool:
    """Seals and keeps a field without asking whether its author may; False when she is no author there at all."""
    author = phone.store.members.mine(bytes.fromhex(space))
    if author is None:
        return False
    covered: Covered | None = {} if is_prose(noun, field) else None
    words: dict[str, tuple[Value, Covered | None]] = {field: (value, covered)}
    voices = phone.store._voices
    key = bytes.fromhex(space), bytes.fromhex(row)
    voices.keep({key: Speech(table, author, words)}, phone.store._rows.floor)
    phone.store._rows.put(voices.of_many([key]))
    return True


@contextmanager
def together() -> Iterator[Everybody]:
    """An organisation with a matter of a few and a partner, in step."""
    with World(seed=9) as world:
        org = world.organisation()
        run(
            begin(
                org.coordinator.ports,
                row=org.coordinator.ports.new_row(),
                name="Few",
                text="Words",
                persons=[org.worker.ports.me.person],
            )
        )
        run(begin_with(org.coordinator.ports, name="Egeby"))
        circle = bytes.fromhex(partners(org.coordinator.ports)[0].circle)
        guest = world.bring_in(org.coordinator, "Guest", PARTNER, circle)
        world.sync_all()
        for phone in world.phones.values():
            run(keep_in_step(phone.ports))
            run(keep_in_step(phone.ports))
        of = {WORKER: org.worker, COORDINATOR: org.coordinator, MENTOR: org.mentor, MENTEE: org.mentee, PARTNER: guest}
        yield Everybody(org.file, of)
