"""Carry the files of attachments: behind the rows, as the person's switch and budget allow; erase what went."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col

from app.domain.aloud import DANISH
from app.domain.carrying import FREE, SAID_MAX, SMALL, Allowance, Wait, month_of
from app.domain.roles import MENTEE
from app.domain.studio import key_of
from app.i18n.everywhere import who_we_are
from app.journeys.asking import ask_signed_in
from app.journeys.erasing import take_out_too
from app.journeys.ranks import rank_of
from app.keys.attached import FILE_MAX, sealed_sizes
from app.ports import Ports
from app.records import (
    Attachment,
    HouseWord,
    Kind,
    Letter,
    Near,
    OwnWord,
    Recorded,
    Strength,
    VoiceMessage,
    WorkPicture,
)
from app.storage.on_the_way import unheard
from sync.lane import Lane
from sync.parcels import Parcel, Parcels, State

WIFI_ONLY, BUDGET, SPENT, LOOKED = "lane_wifi_only", "lane_budget_mb", "lane_spent", "lane_looked"
"""Under these names the device remembers the switch ("no" when it is off), the budget, "month bytes", and the day on
which the hub was last asked whether it still has what it took.
"""

TRIED = "lane_tried"
"""And the last day on which something was carried: what this phone had no room for is tried once a day."""

SAID = and_(
    col(Attachment.noun).in_(
        [one.__name__.lower() for one in (VoiceMessage, OwnWord, WorkPicture, HouseWord, Near, Letter, Strength)]
    ),
    col(Attachment.kind) != Kind.PHOTO,
    col(Attachment.size) <= SAID_MAX,
)
"""What people say to one another: small, and somebody has tapped for it."""


def allowance(ports: Ports) -> Allowance:
    """As it was set on this phone."""
    recall, usual = ports.platform.recall, Allowance()
    month, _, spent = recall(SPENT).partition(" ")
    budget = int(recall(BUDGET) or usual.budget_mb)
    return Allowance(recall(WIFI_ONLY) != "no", budget, month, int(spent or 0))


def allow(ports: Ports, *, wifi_only: bool, budget_mb: int) -> None:
    """From now on, on this phone."""
    ports.platform.remember(WIFI_ONLY, "" if wifi_only else "no")
    ports.platform.remember(BUDGET, str(budget_mb))


class Gate:
    """Opens for as long as all that was written is with the hub. `asked`: she tapped, so no switch holds it."""

    def __init__(self, ports: Ports, *, asked: bool = False) -> None:
        self._ports = ports
        self._asked = asked
        self.wait: Wait | None = None

    def may(self, size: int) -> bool:
        ports = self._ports
        if unheard(ports.store):
            return False
        self.wait = allowance(ports).wait(ports.platform.network(), ports.today(), size)
        return self._asked or self.wait is None

    def spent(self, size: int) -> None:
        ports = self._ports
        if ports.platform.network() != FREE:
            today, known = ports.today(), allowance(ports)
            now = replace(known, month=month_of(today), spent=known.spent_in(today) + size)
            ports.platform.remember(SPENT, f"{now.month} {now.spent}")


async def carry(ports: Ports, tell: Callable[[], object] = lambda: None, *, asked: bool = False) -> None:
    """What may go now goes, what was asked for comes, what is gone is erased. Raises `SyncError`; cut off anywhere it
    goes on the next time.
    """
    store = ports.store
    try:
        await sweep(ports)
        today, free = ports.today().isoformat(), ports.platform.network() == FREE
        if free:
            _want(ports, or_(col(Attachment.size) <= SMALL, SAID))
        elif ports.me.role == MENTEE:
            _want(ports, and_(col(Attachment.noun) == Near.__name__.lower(), SAID))
        parcels, files = Parcels(store.journal), ports.platform.chunks()
        ask = partial(ask_signed_in, ports)
        look = asked or (free and ports.platform.recall(LOOKED) != today)
        again = asked or ports.platform.recall(TRIED) != today
        ports.platform.remember(TRIED, today)
        for some, tapped, looks in ((_Said(ports), True, False), (parcels, asked, look)):
            gate = Gate(ports, asked=tapped)
            await Lane(some, files, ask, gate, ports.clock.now, rank_of(ports), tell).run(look=looks, again=again)
        if look:
            ports.platform.remember(LOOKED, today)
    except sqlite3.ProgrammingError:
        if ports.open and ports.store is store:
            raise


async def sweep(ports: Ports) -> None:
    """Erases the chunks of attachments that are gone, and files of which the journal knows nothing."""
    async with ports.files_turn:
        store, files = ports.store, ports.platform.chunks()
        parcels = Parcels(store.journal)
        gone = [place for place in parcels.rows() if store.is_gone(place[0].hex(), place[1].hex())]
        named = {name for one in store.find(Attachment) if is_whole(one) for name in names_of(one)} if gone else set()
        for space, row in gone:
            removed = store.is_removed(space.hex(), row.hex())
            if removed:
                take_out_too(ports, Attachment(id=row.hex(), space=space.hex()))
            parcels.gone(space, row, removed=removed, named=named & {one.name for one in parcels.of(space, row)})
        known = parcels.names()
        for name in await files.names():
            if name not in known:
                await files.drop(name)


def want(ports: Ports, attachment: Attachment) -> None:
    """Its chunks are to come; `carry` brings them."""
    names = names_of(attachment)
    sizes = sealed_sizes(attachment.size or 0)
    Parcels(ports.store.journal).want(
        bytes.fromhex(attachment.space), bytes.fromhex(attachment.id), list(zip(names, sizes, strict=True))
    )


class _Said(Parcels):
    """What people said among them: who speaks, and who listens, has tapped; it is small and waits for nothing."""

    def __init__(self, ports: Ports) -> None:
        super().__init__(ports.store.journal)
        said = ports.store.find(Attachment, SAID)
        self._rows = {bytes.fromhex(one.id) for one in said}

    def in_state(self, state: State) -> list[Parcel]:
        return [one for one in super().in_state(state) if one.row in self._rows]


def names_of(attachment: Attachment) -> list[bytes]:
    """Of its chunks, in order."""
    joined = bytes.fromhex(attachment.chunks)
    return [joined[at : at + 32] for at in range(0, len(joined), 32)]


def _want(ports: Ports, these: ColumnElement[bool]) -> None:
    """What is small where it costs nothing; on her own phone the voices of her people wherever she is."""
    store = ports.store
    known = {row for _, row in Parcels(store.journal).rows()}
    other = _in_other_languages(ports)
    for one in store.find(Attachment, these):
        if one.row in other:
            continue
        if bytes.fromhex(one.id) not in known and is_whole(one):
            want(ports, one)


def _in_other_languages(ports: Ports) -> set[str]:
    """Recordings of texts that this phone does not show: its own language and Danish are enough, but not at a door."""
    hers = {ports.platform.recall("language"), DANISH}
    said = who_we_are().items() if ports.me.role != MENTEE else ()
    at_doors = [key_of(language.code, line) for language, lines in said for line in lines]
    others = (col(Recorded.language).not_in(hers), col(Recorded.key).not_in(at_doors))
    return {one.id for one in ports.store.find(Recorded, *others)}


def is_whole(attachment: Attachment) -> bool:
    """Whether the row says all it takes to open the file; another member may have written anything."""
    try:
        size, names, key = attachment.size or 0, names_of(attachment), bytes.fromhex(attachment.key)
    except ValueError:
        return False
    if len(key) != 32 or not 0 < size <= FILE_MAX or len(attachment.chunks) % 64:
        return False
    return len(sealed_sizes(size)) == len(set(names)) == len(names)
