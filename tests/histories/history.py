"""One world and what happens in it, by chance: people write, sync, lose phones, forget, leave and come back."""

from __future__ import annotations

import random
from collections.abc import Callable

from app.domain.roles import MENTOR
from app.journeys.change_role import change_role
from app.journeys.closing import shut_out
from app.journeys.contacts import log_contact
from app.journeys.late import late_work, let_count
from app.journeys.meetings import log_meeting
from app.journeys.readmit import give_back, readmit, to_give_back
from app.journeys.tending import is_out
from app.ports import Refusal
from app.records import Mentee
from sync.errors import SyncError
from tests.histories.line import Killed, bad
from tests.histories.oracle import AREA, NOTES, Oracle
from tests.histories.swift import SwiftPhone as Phone
from tests.histories.swift import SwiftWorld
from tests.world import Organisation

PHONES_MAX = 3  # of one person
BENT = (0, 600_000, -600_000, 40 * 86_400_000, -400 * 86_400_000)  # ms


class History:
    """Karen, the first coordinator, is never shut out in these histories."""

    def __init__(self, org: Organisation, world: SwiftWorld, seed: int) -> None:
        self.org, self.world, self.chance = org, world, random.Random(seed)
        self.oracle = Oracle(
            {name: [world.phone(name)] for name in ("Karen", "Bente", "Sofie", "Maja")},
            {"Karen": {AREA}, "Bente": {AREA}, "Sofie": {AREA, NOTES}, "Maja": {NOTES}},
        )
        self.count = 0
        self.kinds: list[tuple[int, Callable[[Phone], None]]] = [
            (45, self.write),
            (43, self.sync),
            (3, self.bend_clock),
            (5, self.lose_phone),
            (2, self.give_back_notes),
            (1, self.leave),
            (1, self.demote),
        ]

    @property
    def steward(self) -> Phone:
        return self.oracle.phones["Karen"][0]

    def step(self) -> None:
        """One thing that one of them does."""
        chance = self.chance
        self.world.later(seconds=chance.choice([1, 60, 3600, 90_000]))
        phone = chance.choice(self.oracle.everybody())
        weights, kinds = zip(*self.kinds, strict=True)
        (kind,) = chance.choices(kinds, weights)
        kind(phone)

    # -- with her own phone

    def write(self, phone: Phone) -> None:
        """A contact, or a meeting with a note."""
        ports, where = phone.ports, self.chance.choice([NOTES, AREA])
        text = self._text(phone)
        try:
            if where == AREA:
                log_contact(ports, row=ports.new_row(), name=text)
            else:
                (cover,) = phone.store.find(Mentee)
                log_meeting(ports, row=ports.new_row(), mentee=cover, held_on=ports.today(), note=text)
        except (Refusal, ValueError):
            return  # she has no such place, and was told so
        self.oracle.said[where].add(text)

    def sync(self, phone: Phone) -> None:
        """On a line that may lose an answer, or everything, or the app."""
        phone.fate = bad(self.chance) if self.chance.random() < 0.5 else None
        died = self.chance.random() < 0.2
        try:
            phone.sync()
        except SyncError:
            pass
        except Killed:
            died = True
        phone.fate = None
        self.oracle.remember_keys(phone)
        if died:
            phone.kill()
            phone.unlock()

    def bend_clock(self, phone: Phone) -> None:
        phone.clock.bent_ms = self.chance.choice(BENT)

    # -- what befalls people

    def lose_phone(self, _: Phone) -> None:
        """Her phone is gone; she comes to a coordinator and gets a new one."""
        name = self.chance.choice(["Sofie", "Maja"])
        if name not in self.oracle.inside() or len(self.oracle.phones[name]) == PHONES_MAX:
            return
        old, steward = self.oracle.phones[name][-1], self.steward
        try:
            steward.sync()
            again = self.world.run(readmit(steward.ports, person=old.ports.me.person))
            new = self.world.phone(f"{name} {len(self.oracle.phones[name])}")
            new.join(again)
            self.world.run(shut_out(steward.ports, old.ports.me.person, old.ports.keyring.device))
        except (Refusal, SyncError) as no:
            raise AssertionError(f"a coordinator on a good line: {no!r}") from no
        self.oracle.phones[name].append(new)
        reads = self.oracle.reads.pop(old.name)
        self.oracle.reads[new.name] = reads - {NOTES}  # a coordinator has none to give

    def give_back_notes(self, _: Phone) -> None:
        """Whoever still reads the notes gives them back to whoever has a new phone."""
        for giver in self.oracle.everybody():
            if NOTES not in self.oracle.reads.get(giver.name, ()):
                continue
            giver.sync()
            for waiting in to_give_back(giver.ports):
                self.world.run(give_back(giver.ports, waiting))
                taker = self.oracle.phones[waiting.person.card.name][-1]
                self.oracle.reads[taker.name].add(NOTES)

    def leave(self, _: Phone) -> None:
        """Maja leaves for good."""
        if "Maja" in self.oracle.inside():
            phone = self.oracle.phones["Maja"][-1]
            self.steward.sync()
            self.world.run(shut_out(self.steward.ports, phone.ports.me.person))
            self.oracle.reads.pop(phone.name, None)

    def demote(self, _: Phone) -> None:
        """Sofie becomes a mentor: the area is closed to her, her file is not."""
        phone = self.oracle.phones["Sofie"][-1]
        if AREA in self.oracle.reads.get(phone.name, ()):
            self.steward.sync()
            self.world.run(change_role(self.steward.ports, person=phone.ports.me.person, role=MENTOR))
            self.oracle.reads[phone.name].discard(AREA)

    # -- the end

    def settle(self) -> None:
        """Good lines; late work is let count by whoever is a steward there; everything is in step."""
        for phone in self.oracle.everybody():
            phone.clock.bent_ms = 0
        for _ in range(4):
            for phone in self.oracle.everybody():
                phone.sync()
                self.oracle.remember_keys(phone)
            for phone in self.oracle.everybody():
                if not is_out(phone.ports):
                    for work in self.world.run(late_work(phone.ports)):
                        self.world.run(let_count(phone.ports, work))

    def _text(self, phone: Phone) -> str:
        self.count += 1
        return f"{phone.name} {self.count}"
