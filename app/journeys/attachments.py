"""A photo or a recording beside something that was written: add it, see how far it is, open it, take it away."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col

from app.domain.carrying import Wait
from app.i18n import N_
from app.journeys.carrying import Gate, is_whole, names_of, want
from app.journeys.erasing import take_out
from app.keys.attached import FILE_MAX, open_chunks, seal_chunks
from app.keys.errors import BadSeal
from app.ports import NotKept, Ports, Refusal
from app.records import Attachment, Kind, Record, RowId
from app.storage.saw import Saw
from app.storage.writing import Tx
from sync.chunk import name_of
from sync.circles import circles_of
from sync.errors import JournalFull
from sync.lane import MISSING
from sync.parcels import Parcels, State

THUMB_MAX = 8 * 1024
WENT = "went"  # with the phone that had it


@dataclass(frozen=True)
class Carriage:
    """How far a file is: of `parts`, so many are on this phone and so many (as far as it knows) on the hub.

    `at` = when the hub had the last, ms; `asked` for here and not all come; `wait` = what holds it; `reason` of a no.
    """

    parts: int
    here: int
    there: int
    at: int | None
    asked: bool
    wait: Wait | None
    reason: str


@dataclass(frozen=True)
class File:
    """What is to be kept beside something; `row` = its own id."""

    row: RowId
    kind: Kind
    content: bytes
    thumb: bytes = b""


async def attach(
    ports: Ports,
    *,
    row: RowId,
    beside: Record,
    space: str,
    kind: Kind,
    content: bytes,
    thumb: bytes = b"",
    together: bool = False,
) -> Attachment:
    """Keeps the file sealed on this phone for good, and says that it is there. A second tap keeps it once.

    `together`: what it belongs to is new, and written in the same step.
    """
    files = [File(row, kind, content, thumb)]
    (kept,) = await attach_all(ports, files, beside=beside, space=space, together=together)
    return kept


async def attach_all(
    ports: Ports, files: Sequence[File], *, beside: Record, space: str, together: bool = True
) -> list[Attachment]:
    """The same of several: all of them are kept in one step, or none is."""
    if any(not file.content or len(file.content) > FILE_MAX for file in files):
        raise Refusal(N_("This file is too large."))
    async with ports.files_turn:
        there = {file.row: ports.store.get(Attachment, file.row, space) for file in files}
        kept = [there[file.row] or await _sealed(ports, file, beside, space) for file in files]
        new = [one for one in kept if there[one.id] is None]
        if new:
            with ports.store.write() as tx:
                for one in new:
                    tx.add(one)
                if together:
                    tx.add(beside)
        return kept


async def _sealed(ports: Ports, file: File, beside: Record, space: str) -> Attachment:
    """Its parts lie on this phone; nothing says so yet."""
    key, folder = ports.provider.random(32), ports.platform.chunks()
    chunks: list[tuple[bytes, int]] = []
    try:
        for sealed in seal_chunks(ports.provider, key, bytes.fromhex(file.row), file.content):
            chunks.append((name_of(sealed), len(sealed)))
            await folder.keep(chunks[-1][0], sealed)
        Parcels(ports.store.journal).add(bytes.fromhex(space), bytes.fromhex(file.row), chunks)
    except JournalFull as full:
        raise NotKept from full
    return Attachment(
        id=file.row,
        space=space,
        noun=type(beside).__name__.lower(),
        row=beside.id,
        kind=file.kind.value,
        size=len(file.content),
        key=key.hex(),
        chunks=b"".join(name for name, _ in chunks).hex(),
        thumb=b64encode(file.thumb).decode() if len(file.thumb) <= THUMB_MAX else "",
        added_on=ports.today(),
    )


def attached_to(ports: Ports, record: Record) -> list[Attachment]:
    """The oldest first; only what this app can open and show."""
    found = ports.store.find(
        Attachment,
        col(Attachment.row) == record.id,
        col(Attachment.kind).in_(list(Kind)),
        order_by=(col(Attachment.added_on), col(Attachment.id)),
    )
    return [one for one in found if is_whole(one) and len(one.thumb) <= 2 * THUMB_MAX]


def how_far(ports: Ports, attachment: Attachment) -> Carriage:
    """As this phone knows it."""
    parcels = Parcels(ports.store.journal).of(bytes.fromhex(attachment.space), bytes.fromhex(attachment.id))
    names = names_of(attachment)
    left = [one for one in parcels if one.state in {State.BRING, State.WANTED}]
    gate = Gate(ports)
    if left:
        gate.may(left[0].size)
    return Carriage(
        parts=len(names),
        here=sum(one.state in {State.BRING, State.KEPT} for one in parcels),
        there=sum(one.state == State.KEPT for one in parcels),
        at=max((one.at for one in parcels if one.at), default=None),
        asked=any(one.state == State.WANTED for one in parcels),
        wait=gate.wait,
        reason=_why(ports, attachment, next((one.reason for one in left if one.reason), "")),
    )


def _why(ports: Ports, attachment: Attachment, reason: str) -> str:
    """What no hub has, made on phones that may write there no more, comes never."""
    if reason != MISSING:
        return reason
    space, circles = bytes.fromhex(attachment.space), circles_of(ports.store.journal)
    said = ports.store.journal.versions_of(space, bytes.fromhex(attachment.id))
    makers = [circles.member(space, one.author) for one in said]
    out = [one is not None and circles.author(space, one.device) is None for one in makers]
    return WENT if out and all(out) else MISSING


async def content_of(ports: Ports, attachment: Attachment) -> bytes | None:
    """The file, when all of it is on this phone; a damaged part is fetched again. None asks for `fetch`."""
    files, sealed = ports.platform.chunks(), []
    parcels = Parcels(ports.store.journal)
    known = {one.name: one for one in parcels.of(bytes.fromhex(attachment.space), bytes.fromhex(attachment.id))}
    for name in names_of(attachment):
        one = await files.read(name) if name in known else None
        if one is not None and name_of(one) == name:
            sealed.append(one)
        elif name in known:
            parcels.lost(known[name])
    if len(sealed) != len(names_of(attachment)):
        return None
    key, row = bytes.fromhex(attachment.key), bytes.fromhex(attachment.id)
    try:
        return await open_chunks(ports.provider, key, row, attachment.size or 0, sealed)
    except BadSeal as no:
        raise Refusal(N_("This file is damaged.")) from no


def fetch(ports: Ports, attachment: Attachment) -> None:
    """She wants to see it: it comes with what is carried next."""
    want(ports, attachment)


def take_away(ports: Ports, attachment: Attachment, saw: Saw) -> None:
    """Its row goes; its bytes go from this phone and the hub when they are carried next."""
    with ports.store.write() as tx:
        remove_file(ports, tx, attachment, saw)


def remove_file(ports: Ports, tx: Tx, file: Attachment, saw: Saw | None = None) -> None:
    """In this step of writing. `saw` = what lay before her, or else all that is said of it now.

    A phone that never had the file notes its parts as well, so that the hub is told of them whoever brought them.
    """
    take_out(ports, tx, file, saw or ports.store.seen(file))
    if is_whole(file) and not Parcels(ports.store.journal).of(bytes.fromhex(file.space), bytes.fromhex(file.id)):
        try:
            want(ports, file)
        except JournalFull as full:
            raise NotKept from full
