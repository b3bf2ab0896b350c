"""One world and what happens in it, by chance; who does what, how often, stands in `KINDS`."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from app.domain.roles import COORDINATOR, MENTOR, WORKER
from app.journeys.late import late_work, let_count
from app.journeys.refusals import PutBack
from app.journeys.tending import is_out
from app.records import Contact
from sync.hub.desk import waive
from sync.hub.restored import awaited
from tests.histories import befalling, forging, patched, writing
from tests.histories.oracle import AREA, NOTES, Act, Oracle
from tests.histories.swift import SwiftPhone as Phone
from tests.histories.swift import SwiftWorld
from tests.world import Organisation

ROUNDS = 12  # at most, until nobody has anything new to say
LEANING = 5
ROLES = {"Karen": COORDINATOR, "Bente": COORDINATOR, "Maja": MENTOR}
TRIMMED = 0.3  # how often the hub lies to a steward about late work


class History:
    """Karen, the first coordinator, is never shut out in these histories."""

    def __init__(self, org: Organisation, world: SwiftWorld, seed: int, *, erases: bool = True) -> None:
        """`erases`: rows are erased, too; histories that were found before that was a kind stay what they were."""
        self.org, self.world, self.chance = org, world, random.Random(seed)
        self.oracle = Oracle(
            {name: [world.phone(name)] for name in ("Karen", "Bente", "Sofie", "Maja")},
            {"Karen": {AREA}, "Bente": {AREA}, "Sofie": {AREA, NOTES}, "Maja": {NOTES}},
        )
        known = self.steward.store.find(Contact)
        self.oracle.acts = [Act("Sofie", one.id, "name", one.name, frozenset()) for one in known]
        self.screens: dict[str, writing.Open] = {}
        self.copies: list[Path] = []  # of the hub
        self.steps: dict[str, str] = {}  # in the plan, with the first text; nobody who may removes one
        self._kinds = KINDS if erases else KINDS[:-1]
        self._leans_to = self.chance.randrange(len(self._kinds))  # of one kind of thing more happens than of others
        self._count = 0

    @property
    def steward(self) -> Phone:
        return self.oracle.phones["Karen"][0]

    def step(self) -> None:
        """One thing that one of them does."""
        self.world.later(seconds=self.chance.choice([1, 60, 3600, 90_000]))
        phone = self.chance.choice(self.oracle.everybody())
        weights = [
            weight * (LEANING if place == self._leans_to else 1) for place, (weight, _) in enumerate(self._kinds)
        ]
        (kind,) = self.chance.choices([kind for _, kind in self._kinds], weights)
        kind(self, phone)

    def settle(self) -> None:
        """Good lines; late work is let count by whoever is a steward there; until everything is in step."""
        everybody = [*self.oracle.everybody(), self.world.phone("Amina")]
        for phone in everybody:
            phone.clock.bent_ms = 0
        for _ in range(ROUNDS):
            before, waited, put_back = self.world.told(), self.waits(), False
            for phone in everybody:
                put_back |= phone.sync().put_back
                self.oracle.remember_keys(phone)
            for phone in everybody:
                if not is_out(phone.ports):
                    if self.chance.random() < TRIMMED:
                        forging.trim_late_work(self, phone)
                    for work in self.world.run(late_work(phone.ports)):
                        with suppress(PutBack):  # the hub waits for somebody; the next round lets it count
                            self.world.run(let_count(phone.ports, work))
            if self.world.told() == before and not waited and not self.waits() and not put_back:
                return
            self._waive_keys_of_nobody()
        raise AssertionError("it never comes to rest")

    def _waive_keys_of_nobody(self) -> None:
        """Both of two copies may have gone on under a new key: the operator knows that the old one will not come."""
        with self.world.hub_store.read() as sql:
            keys = {device for _, device, _ in awaited(sql)}
        for key in keys - {phone.ports.keyring.device for phone in self.world.phones.values()}:
            waive(self.world.hub_store, {"device": key.hex()})

    # -- what the kinds of steps share

    def waits(self) -> bool:
        """Whether the hub was restored, and waits for somebody before anyone may come or go."""
        with self.world.hub_store.read() as sql:
            return bool(awaited(sql))

    def is_worker(self, phone: Phone) -> bool:
        """Whether that phone of Sofie's is a worker's still."""
        return self.role_of(phone) == WORKER

    def role_of(self, phone: Phone) -> str:
        """What a coordinator made of her; Sofie is a worker until she has no area any more."""
        name = self.name_of(phone)
        return ROLES.get(name) or (WORKER if AREA in self.oracle.reads[phone.name] else MENTOR)

    def text(self, phone: Phone) -> str:
        """One that nobody else says."""
        self._count += 1
        return f"{phone.name} {self._count}"

    def name_of(self, phone: Phone) -> str:
        return next(name for name, phones in self.oracle.phones.items() if phone in phones)

    def new_name(self, name: str) -> str:
        return f"{name} {len(self.oracle.phones[name])}"

    def new_phone(self, name: str) -> Phone:
        return self.world.phone(self.new_name(name))

    def shut(self, phones: Sequence[Phone]) -> None:
        """They are out."""
        self.mark_twins(phones)
        for phone in phones:
            self.oracle.reads.pop(phone.name)

    def mark_twins(self, phones: Sequence[Phone]) -> None:
        """Their key is closed now, and it was not theirs alone."""
        self.oracle.twins |= {phone.name for phone in phones if phone.ports.keyring.device in self.oracle.shared}


KINDS: list[tuple[int, Callable[[History, Phone], None]]] = [
    (20, writing.write),
    (8, writing.look),
    (24, writing.keep),
    (1, writing.take_back),
    (40, writing.sync),
    (3, writing.bend_clock),
    (1, writing.bend_hub),
    (4, befalling.lose_phone),
    (2, befalling.copy),
    (1, befalling.second_phone),
    (3, befalling.give_back_notes),
    (1, befalling.leave),
    (1, befalling.demote),
    (2, patched.lie),
    (2, forging.call_names),
    (1, forging.spend_late),
    (2, befalling.copy_hub),
    (2, befalling.restore_hub),
    (1, befalling.erase_row),
]
