"""What must be so, by what people did and were shown; it knows nothing of logs, stamps or joins."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.histories.swift import SwiftPhone as Phone

NOTES, AREA = "notes", "area"


@dataclass
class Oracle:
    """Who has which phone, what everybody may read now, every text that was kept, every key a phone ever held."""

    phones: dict[str, list[Phone]] = field(default_factory=dict)
    reads: dict[str, set[str]] = field(default_factory=dict)
    """{phone: where it reads now}"""

    said: dict[str, set[str]] = field(default_factory=lambda: {NOTES: set(), AREA: set()})
    ever: dict[str, dict[bytes, set[int]]] = field(default_factory=dict)
    """{phone: {circle: epochs it ever held a key of}}"""

    def everybody(self) -> list[Phone]:
        return [phone for phones in self.phones.values() for phone in phones]

    def remember_keys(self, phone: Phone) -> None:
        if phone.ports.open:
            held = self.ever.setdefault(phone.name, {})
            for circle, ring in phone.ports.keyring.circles.items():
                held.setdefault(circle, set()).update(ring.secrets)

    def inside(self) -> set[str]:
        """Who has a phone that reads something."""
        return {name for name, phones in self.phones.items() if phones[-1].name in self.reads}
