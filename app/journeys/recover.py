"""Enough recovery sheets lie together: who holds them is let in as a coordinator, and every member's phone says so."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.domain.refusal import Refusal
from app.domain.roles import COORDINATOR, STEWARDS
from app.i18n import N_
from app.journeys.invite import SHORT_S, Place, invite
from app.journeys.join import Joined, check_reachable, join
from app.journeys.members import LogMembers
from app.journeys.opening import lock_of, take_granted
from app.journeys.people import Person, people
from app.journeys.refusals import refusal_for
from app.keys.enrolment import Card
from app.keys.keyring import Keyring, Self
from app.keys.sheets import Sheet, recovery_keys, seed_of
from app.ports import Me, Ports
from app.storage.store import Store
from sync.circles import circles_of
from sync.client import talk
from sync.conversation import converse
from sync.errors import NotFound, SyncError
from sync.finding import own_log
from sync.journal import Journal


class UnknownSheets(Refusal):
    """The hub knows no such member."""

    def __init__(self) -> None:
        super().__init__(N_("This server does not know these sheets. Look at the address that is printed on them."))


class OldSheets(Refusal):
    """The root log has closed their member."""

    def __init__(self) -> None:
        super().__init__(N_("Newer sheets were made after these. These open nothing any more."))


class HeldBack(Refusal):
    """The log that their own key signed is not there, or not whole."""

    def __init__(self) -> None:
        super().__init__(N_("The server does not show the organisation that made these sheets. Tell who runs it."))


@dataclass(frozen=True)
class Opened:
    """What the sheets open, before anything is done: the organisation, and those of its stewards one may be."""

    organisation: str
    stewards: tuple[Person, ...]
    ports: Ports = field(repr=False)

    def close(self) -> None:
        """Forgets the key; nothing of it was on a disk."""
        if self.ports.open:
            store = self.ports.store
            self.ports.locked()
            store.close()
            store.journal.connection.close()


async def open_sheets(ports: Ports, sheets: Sequence[Sheet], *, hub_url: str = "") -> Opened:
    """Looks, no more. Raises a `Refusal`: too few, wrong, unknown here, old. Needs a connection."""
    seed, hub = seed_of(sheets), hub_url or ports.hub_url
    check_reachable(ports, hub)
    journal = Journal(sqlite3.connect(":memory:"))
    keyring = recovery_keys(ports.provider, seed, Self(bytes(16), bytes(16), "", bytes(16), bytes(32), hub))
    keyring.keeper = lock_of(ports, journal, "")  # nobody gives it a PIN
    try:
        root = await talk(own_log(keyring, ports.provider.verify, ports.clock.now), ports.http, hub)
        if root is None:
            raise HeldBack
        journal.pin(*root)
        keyring.me = replace(keyring.me, root=root[0], root_hash=root[1])
        await _pull(ports, journal, keyring)
        told = circles_of(journal).of(root[0])
        if told is not None and not told.of_device(keyring.device):
            raise OldSheets
        if told is None or root[0] not in keyring.circles:
            raise HeldBack
    except BaseException as no:
        journal.connection.close()
        if isinstance(no, NotFound):
            raise UnknownSheets from no
        if isinstance(no, SyncError):
            raise refusal_for(no) from no
        raise
    me = keyring.me = replace(keyring.me, organisation_name=keyring.circles[root[0]].name)
    theirs = Ports(ports.platform, ports.provider, ports.clock)
    store = Store(journal, keyring, LogMembers(journal, keyring), ports.clock)
    theirs.unlocked(keyring=keyring, store=store, me=Me(me.person, me.name, me.role), hub_url=hub)
    stewards = tuple(one for one in people(theirs) if one.card.role in STEWARDS and one.card.name and not one.left)
    return Opened(me.organisation_name, stewards, theirs)


async def let_in(ports: Ports, opened: Opened, *, name: str, person: bytes | None = None) -> Joined:
    """An invitation signed by the sheets' key, for everything they open, looked at on this phone; `enrol` takes it.

    `person` = the steward she is, somebody new if left out. The key is forgotten when this returns.
    """
    card = Card(name, COORDINATOR, day=ports.today().isoformat())
    given = await invite(opened.ports, member=card, grants=_places(opened.ports), lives_s=SHORT_S, person=person)
    joined = await join(ports, secret=given.secret, hub_url=opened.ports.hub_url)
    opened.close()
    return joined


def _places(theirs: Ports) -> list[Place]:
    """Every circle whose running key they hold, as far in as they are: somebody must make the next key there."""
    circles = circles_of(theirs.store.journal)
    places = []
    for held in theirs.keyring.circles.values():
        told = circles.of(held.circle)
        rung = min((one.rung for one in told.of_device(theirs.keyring.device)), default=held.rungs) if told else 0
        if told and held.secrets.get(told.epoch, (held.rungs, b""))[0] <= rung < held.rungs:
            places.append(Place(held.circle, rung, steward=True))
    return places


async def _pull(ports: Ports, journal: Journal, keyring: Keyring) -> None:
    await talk(
        converse(
            journal,
            keyring,
            keyring,
            ports.provider.verify,
            ports.clock.now,
            learn=lambda grown: take_granted(journal, keyring, grown),
        ),
        ports.http,
        keyring.me.hub_url,
    )
