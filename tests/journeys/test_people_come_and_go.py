"""Random histories of leaving, losing, forgetting and coming back, on bad lines: nothing kept is lost or leaks.

The oracle knows who was let in and shut out when, and every text that was kept; it knows nothing of logs or joins.
`BB_SEEDS` = how many histories (8 if left out).
"""

from __future__ import annotations

import os
import random
from dataclasses import dataclass, field

import httpx
import pytest

from app.domain.roles import COORDINATOR, MENTOR
from app.journeys.change_role import change_role
from app.journeys.closing import shut_out
from app.journeys.contacts import log_contact
from app.journeys.late import late_work, let_count
from app.journeys.meetings import log_meeting
from app.journeys.readmit import give_back, readmit, to_give_back
from app.journeys.tending import is_out
from app.ports import Refusal
from app.records import Contact, MeetingNote, Mentee
from sync.circles import Circles
from sync.errors import SyncError
from sync.log import space_of
from tests.world import Organisation, Phone, World, run

SEEDS = int(os.environ.get("BB_SEEDS", "8"))
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

    def remember_keys(self, phone: Phone) -> None:
        if phone.ports.open:
            held = self.ever.setdefault(phone.name, {})
            for circle, ring in phone.ports.keyring.circles.items():
                held.setdefault(circle, set()).update(ring.secrets)


class History:
    """One world and what happens in it."""

    def __init__(self, org: Organisation, seed: int) -> None:
        self.org, self.world, self.chance = org, org.world, random.Random(seed)
        self.bente = org.world.bring_in(org.coordinator, "Bente", COORDINATOR)
        org.world.sync_all()
        self.oracle = Oracle(
            {"Karen": [org.coordinator], "Bente": [self.bente], "Sofie": [org.worker], "Maja": [org.mentor]},
            {"Karen": {AREA}, "Bente": {AREA}, "Sofie": {AREA, NOTES}, "Maja": {NOTES}},
        )
        self.count = 0

    @property
    def steward(self) -> Phone:
        """A coordinator, who is never shut out in these histories."""
        return self.org.coordinator

    def phones(self) -> list[Phone]:
        return [phone for phones in self.oracle.phones.values() for phone in phones]

    # -- what people do

    def write(self, phone: Phone) -> None:
        self.count += 1
        text = f"{phone.name} {self.count}"
        ports = phone.ports
        where = self.chance.choice([NOTES, AREA])
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
        """On a line that may lose an answer, or everything."""
        fate = self.chance.random()
        if fate < 0.25:
            phone.cut()
        elif fate < 0.5:
            left = self.chance.randrange(1, 5)

            def lose(path: str, answer: bytes) -> bytes:
                nonlocal left
                left -= 1
                if left == 0:
                    raise httpx.ReadError(path)
                return answer

            phone.wire.spoil = lose
        try:
            phone.sync()
        except SyncError:
            pass
        finally:
            phone.mend()
            phone.wire.spoil = None
        self.oracle.remember_keys(phone)
        if self.chance.random() < 0.2:
            phone.kill()
            phone.unlock()

    def lose_phone(self, name: str) -> None:
        """Her phone is gone; she comes to a coordinator and gets a new one."""
        old = self.oracle.phones[name][-1]
        steward = self.steward
        try:
            steward.sync()
            again = run(readmit(steward.ports, person=old.ports.me.person))
            new = self.world.phone(f"{name} {len(self.oracle.phones[name])}")
            new.join(again)
            run(shut_out(steward.ports, old.ports.me.person, old.ports.keyring.device))
        except (Refusal, SyncError) as no:
            raise AssertionError(f"a coordinator on a good line: {no!r}") from no
        self.oracle.phones[name].append(new)
        reads = self.oracle.reads.pop(old.name)
        self.oracle.reads[new.name] = reads - {NOTES}  # a coordinator has none to give

    def give_back_notes(self) -> None:
        """Whoever still reads the notes gives them back to whoever has a new phone."""
        for giver in self.phones():
            if NOTES not in self.oracle.reads.get(giver.name, ()):
                continue
            giver.sync()
            for waiting in to_give_back(giver.ports):
                run(give_back(giver.ports, waiting))
                taker = self.oracle.phones[waiting.person.card.name][-1]
                self.oracle.reads[taker.name].add(NOTES)

    def leave(self, name: str) -> None:
        phone = self.oracle.phones[name][-1]
        self.steward.sync()
        run(shut_out(self.steward.ports, phone.ports.me.person))
        self.oracle.reads.pop(phone.name, None)

    def demote(self) -> None:
        """Sofie becomes a mentor: the area is closed to her, her file is not."""
        phone = self.oracle.phones["Sofie"][-1]
        self.steward.sync()
        run(change_role(self.steward.ports, person=phone.ports.me.person, role=MENTOR))
        self.oracle.reads[phone.name].discard(AREA)

    def step(self) -> None:
        chance = self.chance
        self.world.later(seconds=chance.choice([1, 60, 3600, 90_000]))
        phone = chance.choice(self.phones())
        what = chance.random()
        if what < 0.45:
            self.write(phone)
        elif what < 0.88:
            self.sync(phone)
        elif what < 0.91:
            phone.clock.bent_ms = chance.choice([0, 600_000, -600_000, 40 * 86_400_000, -400 * 86_400_000])
        elif what < 0.94 and "Sofie" in self._in() and len(self.oracle.phones["Sofie"]) < 3:
            self.lose_phone("Sofie")
        elif what < 0.96 and "Maja" in self._in() and len(self.oracle.phones["Maja"]) < 3:
            self.lose_phone("Maja")
        elif what < 0.98:
            self.give_back_notes()
        elif what < 0.99 and "Maja" in self._in():
            self.leave("Maja")
        elif "Sofie" in self._in() and self.oracle.reads[self.oracle.phones["Sofie"][-1].name] >= {AREA}:
            self.demote()

    def _in(self) -> set[str]:
        return {name for name, phones in self.oracle.phones.items() if phones[-1].name in self.oracle.reads}

    # -- the end

    def settle(self) -> None:
        """Good lines; late work is let count by whoever is a steward there; everything is in step."""
        for phone in self.phones():
            phone.mend()
            phone.clock.bent_ms = 0
        for _ in range(4):
            for phone in self.phones():
                phone.sync()
                self.oracle.remember_keys(phone)
            for phone in self.phones():
                if not is_out(phone.ports):
                    for work in run(late_work(phone.ports)):
                        run(let_count(phone.ports, work))

    def check(self) -> None:
        file = self.org.file
        readers = {
            where: [p for p in self.phones() if where in self.oracle.reads.get(p.name, ())] for where in (AREA, NOTES)
        }
        for phone in readers[AREA]:
            assert {one.name for one in phone.store.find(Contact)} == self.oracle.said[AREA], phone.name
        for phone in readers[NOTES]:
            assert {one.text for one in phone.store.find(MeetingNote)} == self.oracle.said[NOTES], phone.name
        for phone in self.phones():
            inside = self.oracle.reads.get(phone.name, set())
            assert phone.store.waiting().things == 0, phone.name
            assert not phone.sync().holding_back, (phone.name, phone.store.journal.withheld())
            assert is_out(phone.ports) == (phone.name not in self.oracle.reads), phone.name
            spaces = {version.space for version in phone.store.journal.versions()}
            if NOTES not in inside:
                assert space_of(file, 0) not in spaces, phone.name
            if phone.name not in self.oracle.reads:
                assert spaces <= {space for space in spaces if self._own(phone, space)}, phone.name
        self._check_keys()

    def _own(self, phone: Phone, space: bytes) -> bool:
        place = Circles(phone.store.journal).place(space)
        held = phone.ports.keyring.circles.get(place[0]) if place else None
        return held is not None and held.kind == "own"

    def _check_keys(self) -> None:
        """Who was shut out never held a key of the epoch that runs now."""
        told = Circles(self.steward.store.journal)
        for circle in self.steward.ports.keyring.circles:
            now = told.of(circle)
            assert now
            open_here = {one.device for one in now.open}
            someone = any(one.rung == 0 for one in now.open)
            for phone in self.phones():
                if phone.ports.keyring.device in open_here or not someone:
                    continue
                epochs = self.oracle.ever.get(phone.name, {}).get(circle, set())
                assert now.epoch not in epochs, (phone.name, now.epoch)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_nothing_kept_is_lost_and_nothing_leaks(seed: int) -> None:
    with World(seed=seed) as world:
        history = History(world.organisation(), seed)
        for _ in range(random.Random(seed).randrange(30, 90)):
            history.step()
        history.settle()
        history.check()
