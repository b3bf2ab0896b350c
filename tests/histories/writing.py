"""What people do with their own phones: write, change, remove, leave a screen open, sync on a bad line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.journeys.contacts import change_contact, log_contact, remove_contact
from app.journeys.meetings import log_meeting
from app.journeys.settle import keep_row
from app.ports import Refusal
from app.records import Contact, Mentee, Step
from app.storage.saw import Saw
from sync.errors import SyncError
from tests.histories.line import Killed, bad
from tests.histories.oracle import AREA, NOTES, Act
from tests.histories.swift import SwiftPhone as Phone

if TYPE_CHECKING:
    from tests.histories.history import History

CONTACTS = 3  # that people look at: they meet there
BENT = (0, 600_000, -600_000, 40 * 86_400_000, -400 * 86_400_000)  # ms
HUB_BENT = (0, 0, 300_000, -300_000, 3 * 86_400_000, -3 * 86_400_000)


@dataclass
class Open:
    """A contact on somebody's screen: the record, what it covers, and what she sees of the text."""

    shown: Contact
    saw: Saw
    note: frozenset[str]


def write(history: History, phone: Phone) -> None:
    """A contact, or a meeting with a note, or a step in the plan."""
    ports, where = phone.ports, history.chance.choice([NOTES, AREA, AREA, "plan"])
    text = history.text(phone)
    try:
        if where == AREA:
            made = log_contact(ports, row=ports.new_row(), name=text)
            history.oracle.acts.append(Act(phone.name, made.id, "name", text, frozenset()))
        elif where == "plan":
            with ports.store.write() as tx:
                made_step = tx.add(Step(id=ports.new_row(), space=ports.store.space("plan"), text=text))
            history.steps[made_step.id] = text
        else:
            (cover,) = phone.store.find(Mentee)
            log_meeting(ports, row=ports.new_row(), mentee=cover, held_on=ports.today(), note=text)
            history.oracle.notes.add(text)
    except (Refusal, ValueError):
        return  # she has no such place, and was told so


def look(history: History, phone: Phone) -> None:
    """She opens a contact; the screen may stay open for days."""
    there = phone.store.find(Contact, order_by=Contact.id)
    if there and AREA in history.oracle.reads.get(phone.name, ()):
        shown = history.chance.choice(there[:CONTACTS])
        saw, rivals = phone.store.seen(shown), phone.store.rivals(shown).get("note", [])
        own = frozenset(one.text for one in rivals if one.mine)
        if rivals and history.chance.random() < 0.3:
            history.screens[phone.name] = Open(shown, saw.settling(), frozenset(one.text for one in rivals))
        else:
            history.screens[phone.name] = Open(shown, saw, frozenset({shown.note} - {""}) | own)


def keep(history: History, phone: Phone) -> None:
    """What she typed on the screen that is open, whatever happened meanwhile."""
    screen = history.screens.pop(phone.name, None)
    if screen is None:
        look(history, phone)
        screen = history.screens.pop(phone.name, None)
    if screen is None or not phone.ports.open:
        return
    kind = history.chance.choice(["note", "note", "address", "gone"])
    text = history.text(phone)
    had = screen.note if kind == "note" else frozenset({screen.shown.address} - {""})
    try:
        if kind == "gone":
            remove_contact(phone.ports, shown=screen.shown, saw=screen.saw)
        else:
            change_contact(phone.ports, shown=screen.shown, saw=screen.saw, **{kind: text})
    except (Refusal, ValueError):
        return  # it is not hers to write any more, and she was told so
    history.oracle.acts.append(Act(phone.name, screen.shown.id, kind, text, had))


def take_back(history: History, phone: Phone) -> None:
    """A row that somebody removed and somebody wrote on is said to stay."""
    for shown in phone.store.find(Contact, order_by=Contact.id):
        if phone.store.came_back(shown):
            try:
                keep_row(phone.ports, shown=shown, saw=phone.store.seen(shown))
            except Refusal:
                return


def sync(history: History, phone: Phone) -> None:
    """On a line that may lose an answer, or everything, or the app."""
    phone.fate = bad(history.chance) if history.chance.random() < 0.5 else None
    died = history.chance.random() < 0.15
    try:
        phone.sync()
        history.oracle.heard_all(phone)
    except SyncError:
        pass
    except Killed:
        died = True
    phone.fate = None
    history.oracle.remember_keys(phone)
    if died:
        history.screens.pop(phone.name, None)
        phone.kill()
        phone.unlock()


def bend_hub(history: History, _: Phone) -> None:
    """The hub's own clock is set wrong, or right again."""
    history.world.hub_bent_ms = history.chance.choice(HUB_BENT)


def bend_clock(history: History, phone: Phone) -> None:
    phone.clock.bent_ms = history.chance.choice(BENT)
