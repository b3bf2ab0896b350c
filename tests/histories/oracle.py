"""What must be so, by what people did and were shown; it knows nothing of logs, stamps or joins."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from tests.histories.swift import SwiftPhone as Phone

NOTES, AREA = "notes", "area"


@dataclass(frozen=True)
class Act:
    """Somebody wrote `word` into a field of a contact, or removed it ("gone"); `had` = what lay before her there."""

    phone: str
    row: str
    field: str
    word: str
    had: frozenset[str]


@dataclass
class Oracle:
    """Who has which phone, what everybody may read now, everything that was kept, every key a phone ever held."""

    phones: dict[str, list[Phone]] = field(default_factory=dict)
    reads: dict[str, set[str]] = field(default_factory=dict)
    """{phone: where it reads now}; one that is not here was shut out"""

    twins: set[str] = field(default_factory=set)
    """Copies that were shut out under one key: what the later one hands in finds its place taken."""

    shared: set[bytes] = field(default_factory=set)
    """Keys that two phones had at once, until the last that has one has heard all that the others said under it."""

    lost: set[str] = field(default_factory=set)
    """Handed in late by who was shut out, who erased them then, and in no copy that the hub became again."""

    erased: set[str] = field(default_factory=set)
    """Rows of contacts that a steward erased: nobody has a word of them, whatever anybody writes on them later."""

    notes: set[str] = field(default_factory=set)
    acts: list[Act] = field(default_factory=list)
    ever: dict[str, dict[bytes, set[int]]] = field(default_factory=dict)
    """{phone: {circle: epochs it ever held a key of}}"""

    def everybody(self) -> list[Phone]:
        return [phone for phones in self.phones.values() for phone in phones]

    def live(self, name: str) -> list[Phone]:
        """The phones of hers that were not shut out."""
        return [phone for phone in self.phones[name] if phone.name in self.reads]

    def readers(self, where: str) -> list[Phone]:
        return [phone for phone in self.everybody() if where in self.reads.get(phone.name, ())]

    def heard_all(self, phone: Phone) -> None:
        """After a sync that went well: the key is its own where no other phone has it any more."""
        key = phone.ports.keyring.device
        if not any(one.ports.keyring.device == key for one in self.everybody() if one is not phone):
            self.shared.discard(key)

    def remember_keys(self, phone: Phone) -> None:
        if phone.ports.open:
            held = self.ever.setdefault(phone.name, {})
            for circle, ring in phone.ports.keyring.circles.items():
                held.setdefault(circle, set()).update(ring.secrets)

    # -- contacts: `stuck` = words that are shown, with the reason, on the phone they were written on; some of them
    # were sent by its twin all the same

    def standing(self, row: str, name: str, stuck: Collection[str]) -> tuple[set[str], set[str]]:
        """(what must be shown, what may be) of all that was written there: nobody who had it before her answered it."""
        said = [act for act in self.acts if (act.row, act.field) == (row, name)]
        sure = [act for act in said if act.word not in stuck]
        return {act.word for act in sure} - _answered(said), {act.word for act in said} - _answered(sure)

    def rows(self, stuck: Collection[str]) -> tuple[set[str], set[str]]:
        """(those that must be shown: the last thing done to them was a write; those that may be)."""
        last = {act.row: act.field for act in self.acts if act.word not in stuck}
        must = {row for row, name in last.items() if name != "gone"}
        return must - self.erased, {act.row for act in self.acts} - self.erased


def _answered(said: list[Act]) -> set[str]:
    return {word for act in said for word in act.had if word != act.word}
