"""Sheets of paper that let somebody in when no steward has a phone that opens: made here, once, and then forgotten."""

from __future__ import annotations

from contextlib import suppress

from app.domain.recovery import RECOVERY, recovered
from app.journeys.closing import close_in
from app.journeys.entries import as_steward, offer_until_taken, offer_what_goes
from app.journeys.refusals import NotSteward, refusal_for
from app.journeys.sheets_told import good_sheets, sheets_told
from app.keys import sheets as paper
from app.keys.enrolment import Card, grant_rung, sign_in
from app.keys.shares import SIZE
from app.keys.sheets import Sheet
from app.ports import Ports
from sync.circles import circles_of
from sync.entry import Entry
from sync.errors import Locked, SyncError
from sync.membership import Member, Membership


async def make_sheets(ports: Ports, *, needed: int = 2, sheets: int = 3) -> list[Sheet]:
    """They open everything but what is one person's own; all that were made before open nothing any more.

    The seed is on no disk. Its member signs the root log once, by which whoever gathers the sheets knows the real one.
    Circle by circle the rest is done by all stewards' phones (`open_to_sheets`). Raises `NotSteward`, a `Refusal` for
    the hub's no; then nothing was made that counts, and the old sheets are as good as before. Needs a connection.
    """
    keyring, root = ports.keyring, ports.keyring.me.root
    seed = ports.provider.random(SIZE)
    theirs = paper.recovery_keys(ports.provider, seed, keyring.me)
    theirs.hold(keyring.circles[root])
    card = Card("", RECOVERY, day=ports.today().isoformat())

    def grant(told: Membership) -> Entry:
        devices = [(theirs.device, theirs.box)]
        return grant_rung(keyring, told, person=theirs.me.person, rung=0, card=card, steward=True, devices=devices)

    try:
        made = (await offer_until_taken(ports, [root], as_steward(ports, grant)))[root]

        def sign(told: Membership) -> Entry:
            return sign_in(theirs, theirs.seed, (root, told.number, told.tip), made.hash)

        await offer_until_taken(ports, [root], sign)
    except (Locked, KeyError) as no:
        raise NotSteward from no
    except SyncError as no:
        raise refusal_for(no) from no
    with suppress(SyncError):  # the next sync goes on
        await end_old_sheets(ports)
        await open_to_sheets(ports)
    return paper.make(ports.provider, seed, needed=needed, sheets=sheets)


async def end_old_sheets(ports: Ports) -> None:
    """Of all sets the newest opens; the others are closed in the root log, and so wherever a steward tends."""
    if not _steward(ports):
        return
    told = sheets_told(ports)
    newest = max((at for at, one in enumerate(told) if one.good), default=0)
    for one in told[:newest]:
        await close_in(ports, [ports.keyring.me.root], one.member.person)


async def open_to_sheets(ports: Ports) -> None:
    """Wherever this person is a steward, the sheets are granted the rung she has.

    Cut off anywhere, the next one goes on. Raises `SyncError`.
    """
    theirs = good_sheets(ports) if _steward(ports) else None
    if theirs is None:
        return
    keyring, device = ports.keyring, ports.keyring.device
    circles = circles_of(ports.store.journal)

    def grant(told: Membership) -> Entry | None:
        rung = _to_grant(told, device, theirs)
        if rung is None:
            return None
        card, devices = Card("", RECOVERY), [(theirs.device, theirs.box)]
        return grant_rung(keyring, told, person=theirs.person, rung=rung, card=card, steward=True, devices=devices)

    known = ((held.circle, circles.with_ours(held.circle)) for held in keyring.circles.values() if recovered(held.kind))
    wanted = [circle for circle, told in known if told and _to_grant(told, device, theirs) is not None]
    await offer_what_goes(ports, wanted, grant)


def _to_grant(told: Membership, device: bytes, theirs: Member) -> int | None:
    """The rung this steward can give and they do not have; None when there is nothing to give."""
    mine = min((one.rung for one in told.of_device(device) if one.steward), default=told.rungs)
    have = min((one.rung for one in told.of_device(theirs.device)), default=told.rungs)
    return mine if mine < have else None


def _steward(ports: Ports) -> bool:
    root = circles_of(ports.store.journal).with_ours(ports.keyring.me.root)
    return root is not None and ports.keyring.device in root.stewards
