"""Somebody leaves, or a phone is lost: every door is shut, and what comes after is sealed anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.i18n import N_
from app.journeys.asking import ask_signed_in
from app.journeys.entries import PIECE, offer_what_goes
from app.journeys.refusals import LastSteward, NotSteward, refusal_for
from app.journeys.sheets_told import recovery_persons
from app.journeys.vouched import homes
from app.keys.leaving import Target, close_entry
from app.ports import Ports, Refusal
from sync.circles import Circles, circles_of
from sync.entry import Entry, Final
from sync.errors import Malformed, SyncError
from sync.membership import Member, Membership
from sync.packing import ARRAY_MAX, blob, number, parts

Tell = Callable[[int, int], None]
"""(done, all)"""


@dataclass(frozen=True)
class Shut:
    """What was done: circles that are shut now, and those that another steward's phone shuts when it syncs next."""

    done: int
    left: int


async def shut_out(ports: Ports, person: bytes, device: bytes = b"", tell: Tell | None = None) -> Shut:
    """Closes a person, or one phone of hers, in the root log first and then wherever this person is a steward.

    Who goes herself shuts the root last: once it is shut, this phone is told nothing more about the others. The first
    entry shuts the door at once. Cut off after it, `tend` of any steward's phone does the rest; the same journey again
    goes on where it stopped. `NotSteward`, or a `Refusal` for what the hub says.
    """
    root = ports.keyring.me.root
    told = circles_of(ports.store.journal).with_ours(root)
    if told is None or ports.keyring.device not in told.stewards:
        raise NotSteward
    others = {one.person for one in told.open if one.steward} - {person} - recovery_persons(ports)
    if not device and not others:
        raise LastSteward
    goes = person == ports.keyring.me.person and not device

    async def shut_root() -> None:
        if _targets(told, person, device) and root not in await close_in(ports, [root], person, device, now=True):
            raise NotSteward

    try:
        if not goes:
            await shut_root()
        circles = [circle for circle in shared(ports, person, device) if circle != root]
        done = 0
        for start in range(0, len(circles), PIECE):
            if tell:
                tell(start, len(circles))
            done += len(await close_in(ports, circles[start : start + PIECE], person, device))
        if goes:
            await shut_root()
    except SyncError as no:
        raise refusal_for(no) from no
    return Shut(done + 1, len(circles) - done)


async def close_my_phone(ports: Ports, device: bytes) -> None:
    """Another phone of this person is lost: closed wherever both are. A `Refusal` for what the hub says."""
    me, root = ports.keyring.me.person, ports.keyring.me.root
    if device in {b"", ports.keyring.device}:
        raise Refusal(N_("This is the phone in your hand. It is not lost."))
    wanted = [circle for circle in shared(ports, me, device) if circle != root]
    try:
        await close_in(ports, wanted, me, device)
        await close_in(ports, [root], me, device, now=True)
    except SyncError as no:
        raise refusal_for(no) from no


def shared(ports: Ports, person: bytes, device: bytes = b"") -> list[bytes]:
    """The circles, as far as this phone knows them, where that person (or that phone of hers) is open."""
    circles = circles_of(ports.store.journal)
    known = ((circle, circles.with_ours(circle)) for circle in ports.keyring.circles)
    return [circle for circle, told in known if told is not None and _targets(told, person, device)]


async def close_in(
    ports: Ports, circles: Sequence[bytes], person: bytes, device: bytes = b"", *, now: bool = False
) -> set[bytes]:
    """Closes her there; returns the circles where she is closed now. Raises `SyncError`."""
    return await close_where(ports, circles, lambda told: _targets(told, person, device), now=now)


async def close_where(
    ports: Ports, circles: Sequence[bytes], targets: Callable[[Membership], list[Target]], *, now: bool = False
) -> set[bytes]:
    """Closes whatever `targets` names of a circle; a device innermost there makes the next epoch with it.

    `now`: `Untold` while a restored hub waits; else it is left for later.
    """
    finals: dict[bytes, list[Final]] = {}

    async def look(wanted: Sequence[bytes]) -> None:
        finals.clear()
        told = circles_of(ports.store.journal)
        asked = []
        for circle in wanted:
            known = told.with_ours(circle)
            meant = _authors(known, targets(known)) if known else []
            asked += [[circle, one.author] for one in meant]
            finals[circle] = []
        for start in range(0, len(asked), 512):
            (heads,) = parts(await ask_signed_in(ports, "/heads", asked[start : start + 512]), 1)
            spaces = {space: circle for circle in wanted for space in _spaces(told, circle)}
            for space, author, n, name in (parts(one, 4) for one in parts(heads, 0, ARRAY_MAX)):
                final = Final(blob(space, 16), blob(author, 16), number(n), blob(name, 32))
                if final.space not in spaces:
                    raise Malformed("a head that nobody asked about")
                finals[spaces[final.space]].append(final)

    def make(told: Membership) -> Entry | None:
        meant = targets(told)
        return close_entry(ports.keyring, told, meant, finals[told.circle], _homes(ports, told)) if meant else None

    may = [circle for circle in circles if _may(ports, circle, targets)]
    await offer_what_goes(ports, may, make, look, now=now)
    told = circles_of(ports.store.journal)
    return {circle for circle in may if (known := told.with_ours(circle)) and not targets(known)}


def _may(ports: Ports, circle: bytes, targets: Callable[[Membership], list[Target]]) -> bool:
    told = circles_of(ports.store.journal).with_ours(circle)
    if told is None:
        return False
    own = all(device and told.grants[name].person == ports.keyring.me.person for name, device in targets(told))
    return own or any(one.steward for one in told.of_device(ports.keyring.device))


def _targets(told: Membership, person: bytes, device: bytes) -> list[Target]:
    """Her grants as a whole, or her one phone under each."""
    if device:
        return [(one.grant, device) for one in told.of_device(device) if one.person == person]
    return [(name, b"") for name, grant in told.grants.items() if grant.person == person and name not in told.ended]


def _homes(ports: Ports, told: Membership) -> frozenset[tuple[bytes, bytes]] | None:
    """Whose phones get the next key; the root circle knows its own."""
    return None if told.circle == ports.keyring.me.root else homes(ports)


def _authors(told: Membership, targets: Sequence[Target]) -> list[Member]:
    wanted = {(grant, device) for grant, device in targets}
    return [one for one in told.open if (one.grant, b"") in wanted or (one.grant, one.device) in wanted]


def _spaces(circles: Circles, circle: bytes) -> tuple[bytes, ...]:
    told = circles.with_ours(circle)
    return told.spaces if told else ()
