"""What befalls people: a phone is lost or copied, a second one signed in, somebody leaves or gets another role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.roles import MENTOR
from app.journeys.change_role import change_role
from app.journeys.closing import shut_out
from app.journeys.readmit import give_back, readmit, to_give_back
from app.ports import Refusal
from app.records import Contact, MeetingNote, Step
from sync.errors import SyncError
from tests.erasing import erase, key_of
from tests.histories import writing
from tests.histories.oracle import AREA, NOTES
from tests.histories.swift import SwiftPhone as Phone

if TYPE_CHECKING:
    from tests.histories.history import History

PHONES_MAX = 4  # of one person


def lose_phone(history: History, _: Phone) -> None:
    """It is gone; she comes to a coordinator and gets a new one."""
    if history.waits():
        return
    name = history.chance.choice(["Sofie", "Maja"])
    oracle, steward, live = history.oracle, history.steward, history.oracle.live(name)
    if not live or len(oracle.phones[name]) >= PHONES_MAX:
        return
    old = history.chance.choice(live)
    if any(phone.ports.keyring.next_keys for phone in live):
        return  # one is half-way to a key of its own: two phones to whoever looks at the list
    try:
        steward.sync()
        again = history.world.run(readmit(steward.ports, person=old.ports.me.person))
        new = history.new_phone(name)
        new.join(again)
        history.world.run(shut_out(steward.ports, old.ports.me.person, old.ports.keyring.device))
    except (Refusal, SyncError) as no:
        raise AssertionError(f"a coordinator on a good line: {no!r}") from no
    oracle.phones[name].append(new)
    oracle.reads[new.name] = oracle.reads[old.name] - {NOTES}  # a coordinator has none to give
    shut = [phone for phone in live if phone.ports.keyring.device == old.ports.keyring.device]
    history.shut(shut)


def copy(history: History, phone: Phone) -> None:
    """The whole profile is on a second phone now."""
    name = history.name_of(phone)
    if phone.name in history.oracle.reads and len(history.oracle.phones[name]) < PHONES_MAX:
        other = phone.copied(history.new_name(name))
        history.oracle.shared.add(phone.ports.keyring.device)
        history.copies.clear()  # the hub would wait for one of them
        if AREA not in history.oracle.reads[phone.name]:
            history.oracle.twins |= {phone.name, other.name}  # it may not know yet what was closed
        history.oracle.phones[name].append(other)
        history.oracle.reads[other.name] = set(history.oracle.reads[phone.name])
        history.oracle.ever[other.name] = {
            circle: set(held) for circle, held in history.oracle.ever.get(phone.name, {}).items()
        }


def second_phone(history: History, phone: Phone) -> None:
    """She signs another one in by herself."""
    if history.waits():
        return
    name = history.name_of(phone)
    if phone.name not in history.oracle.reads or len(history.oracle.phones[name]) >= PHONES_MAX:
        return
    try:
        phone.sync()
        again = history.world.run(readmit(phone.ports, person=phone.ports.me.person))
        new = history.new_phone(name)
        new.join(again)
    except (Refusal, SyncError) as no:
        raise AssertionError(f"a member on a good line: {no!r}") from no
    history.oracle.phones[name].append(new)
    history.oracle.reads[new.name] = set(history.oracle.reads[phone.name])


def give_back_notes(history: History, _: Phone) -> None:
    """Whoever still reads the notes gives them back to whoever has only new phones."""
    if history.waits():
        return
    for giver in history.oracle.readers(NOTES):
        giver.sync()
        for waiting in to_give_back(giver.ports):
            history.world.run(give_back(giver.ports, waiting))
            for taker in history.oracle.live(waiting.person.card.name):
                history.oracle.reads[taker.name].add(NOTES)


def leave(history: History, _: Phone) -> None:
    """Maja leaves for good."""
    if history.waits():
        return
    if live := history.oracle.live("Maja"):
        history.steward.sync()
        history.world.run(shut_out(history.steward.ports, live[0].ports.me.person))
        history.shut(live)


def demote(history: History, _: Phone) -> None:
    """Sofie becomes a mentor: the area is closed to her, her file is not."""
    if history.waits():
        return
    live = history.oracle.live("Sofie")
    if any(AREA in history.oracle.reads[phone.name] for phone in live):
        history.steward.sync()
        history.world.run(change_role(history.steward.ports, person=live[0].ports.me.person, role=MENTOR))
        history.mark_twins(live)
        for phone in live:
            history.oracle.reads[phone.name].discard(AREA)


def erase_row(history: History, _: Phone) -> None:
    """A coordinator erases a contact, one of those that people look at; often somebody has it on her screen."""
    if history.waits():
        return
    history.steward.sync()
    there = history.steward.store.find(Contact, order_by=Contact.id)
    if there:
        one = history.chance.choice(there[: writing.CONTACTS])
        try:
            erase(history.steward, key_of(one))
        except (Refusal, SyncError) as no:
            raise AssertionError(f"a coordinator on a good line: {no!r}") from no
        history.oracle.erased.add(one.id)


def copy_hub(history: History, _: Phone) -> None:
    """Somebody makes a backup. It is none to go back to while two phones are one device: see `restore_hub`."""
    copy = history.world.copy_hub()
    if not _one_device(history):
        history.copies.append(copy)


def restore_hub(history: History, _: Phone) -> None:
    """The hub is one of its backups again, some of them very old; often everybody hears of it at once.

    Not while two phones are one device, and to no copy of a time when they were: the hub cannot wait for both
    (docs/decisions/0009).
    """
    if not history.copies or _one_device(history):
        return
    history.oracle.lost |= _only_handed_in(history)
    history.world.restore_hub(history.chance.choice(history.copies[-3:]))
    if history.chance.random() < 0.7:
        everybody = [*history.oracle.everybody(), history.world.phone("Amina")]
        for phone in history.chance.sample(everybody, len(everybody)):
            writing.sync(history, phone)


def _one_device(history: History) -> bool:
    """Whether two phones have one key: one was copied, and they have not noticed yet."""
    keys = [phone.ports.keyring.device for phone in history.oracle.everybody()]
    return len(set(keys)) < len(keys)


def _only_handed_in(history: History) -> set[str]:
    """Words of whoever was shut out of a circle that no phone holds: they lie in the late lane, or count already."""
    oracle = history.oracle
    phones = [*oracle.everybody(), history.world.phone("Amina")]
    held = {text for phone in phones for text in _texts(phone)}
    said = [(act.word, act.phone, {AREA}) for act in oracle.acts if act.field != "gone"]
    said += [(text, text.rsplit(" ", 1)[0], {NOTES}) for text in oracle.notes]
    said += [(text, text.rsplit(" ", 1)[0], {AREA, NOTES}) for text in history.steps.values()]
    return {text for text, name, where in said if text not in held and not where & oracle.reads.get(name, set())}


def _texts(phone: Phone) -> set[str]:
    store = phone.store
    shown = {text for one in store.find(Contact) for text in (one.name, one.note, one.address)}
    shown |= {rival.text for one in store.find(Contact) for rival in store.rivals(one).get("note", [])}
    shown |= {one.text for one in store.find(MeetingNote)} | {one.text for one in store.find(Step)}
    return shown | {str(value) for one in store.unsent() for value in one.fields.values()}
