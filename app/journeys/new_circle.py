"""A new circle, and who is in it from its first day."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.roles import STEWARDS
from app.journeys.people import Person
from app.journeys.refusals import NotSteward
from app.journeys.vouched import vouched
from app.keys.enrolment import Card, found_circle, grant_rung
from app.keys.errors import BadKey
from app.ports import NotKept, Ports
from sync.circles import circles_of
from sync.entry import Entry
from sync.errors import JournalFull, Refused
from sync.log import told_by
from sync.membership import Root


async def new_circle(
    ports: Ports, *, kind: str, name: str, among: Iterable[Person], rung: int = 0, rungs: int = 1
) -> bytes:
    """Founds it and lets each of these in from `rung` down; workers and coordinators may let others in. Its name.

    Works without a connection: the log goes out with the next sync. `NotSteward`, `NotKept`.
    """
    keyring, journal = ports.keyring, ports.store.journal
    root = circles_of(journal).with_ours(keyring.me.root)
    if root is None or keyring.device not in root.stewards:
        raise NotSteward
    card = Card(keyring.me.name, keyring.me.role, keyring.me.picture)
    first, held = found_circle(keyring, kind=kind, name=name, card=card, rungs=rungs)
    keyring.hold(held)
    try:
        with journal.transaction():
            for entry in [first, *_grants(ports, first, among, rung)]:
                journal.offer_entry(entry)
            keyring.keep()
    except JournalFull as full:
        keyring.drop(held.circle)
        raise NotKept from full
    except BaseException:
        keyring.drop(held.circle)
        raise
    await ports.store.refresh((), {held.circle})
    return held.circle


def _grants(ports: Ports, first: Entry, among: Iterable[Person], rung: int) -> list[Entry]:
    """One for each who has a phone that is hers for sure, in a chain behind the first entry."""
    keyring, hers = ports.keyring, vouched(ports)
    stewards = Root(frozenset({keyring.device}))
    told = told_by([first], verify=None, root=stewards)
    entries: list[Entry] = []
    for one in among:
        devices = hers.get(one.person)
        if one.person == keyring.me.person or not devices:
            continue
        leads = one.card.role in STEWARDS
        try:
            entry = grant_rung(
                keyring, told, person=one.person, rung=rung, card=one.card, steward=leads, devices=devices
            )
            told = told_by([entry], verify=None, root=stewards, start=told)
        except (BadKey, Refused):
            continue  # a phone that published no key is given none; the others are
        entries.append(entry)
    return entries
