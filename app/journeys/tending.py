"""What a phone does by itself after a sync: shut what the root log shut, make the next key, leave what it is out of."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from app.journeys.areas import KIND as AREA
from app.journeys.asking import ask_signed_in
from app.journeys.carrying import sweep
from app.journeys.closing import close_where
from app.journeys.copied import go_on_alone, goes_on_alone
from app.journeys.entries import offer_what_goes
from app.journeys.own_phones import share_with_own_phones
from app.journeys.partners import unshare_what_ended
from app.journeys.recovery import end_old_sheets, open_to_sheets
from app.journeys.rights import ends
from app.journeys.sync import SyncReport, sync_now
from app.journeys.vouched import homes
from app.keys.enrolment import OWN, found_own
from app.keys.leaving import Target, rekey_entry
from app.keys.words import open_words, spoken_for, text_of
from app.ports import Ports
from sync.circles import circles_of
from sync.codes import Reason
from sync.entry import Entry, Rekey
from sync.errors import SyncError
from sync.journal import Journal
from sync.membership import Membership
from sync.piece import DAMAGED
from sync.talk import WAITS

UNTOLD = "erased"
"""Under this name the journal keeps the circles that were erased here and of which the hub was not told yet."""

TENDED = "tended"
"""Under this name it keeps where the logs ended when nothing was left to do; nobody reads 800 of them for nothing."""

FINAL = {str(reason) for reason in (Reason.SIZE, Reason.KIND, Reason.STRANGER, Reason.GAP)} | {DAMAGED}
"""Why a write of a closed author will not be taken, ever: it is shown to her, and waits for nothing.

A gap: another copy of this phone handed in first.
"""


async def keep_in_step(ports: Ports) -> SyncReport:
    """A sync, and what follows from it. Raises `SyncError`."""
    report = await sync_now(ports)
    if ports.open:
        await tend(ports)
    if ports.open and await go_on_alone(ports):
        return await keep_in_step(ports)
    return report


async def tend(ports: Ports) -> None:
    """Safe to cut off anywhere, and to do twice: the next one goes on. Raises `SyncError`."""
    journal = ports.store.journal
    before = _where_logs_end(journal)
    if before != journal.meta(TENDED):
        journal.set_meta(WAITS, None)
        await end_old_sheets(ports)
        await _shut_what_the_root_shut(ports)
        await open_to_sheets(ports)
        await _make_keys(ports)
        await found_own_place(ports)
        await share_with_own_phones(ports)
        _know_my_role(ports)
        if await leave_behind(ports) and _where_logs_end(journal) == before and not journal.meta(WAITS):
            journal.set_meta(TENDED, before)
    unshare_what_ended(ports)
    await _tell_erased(ports)


def _where_logs_end(journal: Journal) -> bytes:
    return sha256(b"".join(sorted(circle + end for circle, end in ends(journal).items()))).digest()


async def _shut_what_the_root_shut(ports: Ports) -> None:
    """Who is closed in the root log is closed wherever this person is a steward, and in her own circle.

    Who leads nobody any more works in no housing area: whoever changed her role is not in all of them.
    """
    circles, device = circles_of(ports.store.journal), ports.keyring.device
    root = circles.with_ours(ports.keyring.me.root)
    if root is None or is_out(ports):
        return
    leads = device in root.stewards

    here = {grant.person for name, grant in root.grants.items() if name not in root.ended}
    left = {grant.person for grant in root.grants.values()} - here
    lead = {grant.person for name, grant in root.grants.items() if name not in root.ended and grant.steward}
    of_areas = {circle for circle, held in ports.keyring.circles.items() if held.kind == AREA}
    homes = {(one.person, one.device) for one in root.open}
    lost = {(one.person, one.device) for one in root.authors.values()} - homes

    def targets(told: Membership) -> list[Target]:
        """The grants of persons who left, and the phones that were lost by persons who did not."""
        out = left | (here - lead) if told.circle in of_areas else left
        grants = [name for name, one in told.grants.items() if name not in told.ended and one.person in out]
        phones = [one for one in told.open if (one.person, one.device) in lost and one.grant not in grants]
        return [(name, b"") for name in grants] + [(one.grant, one.device) for one in phones]

    known = ((circle, circles.with_ours(circle)) for circle in ports.keyring.circles)
    wanted = [
        circle
        for circle, told in known
        if told is not None and told.circle != root.circle and (leads or told.is_own(device)) and targets(told)
    ]
    if wanted:
        await close_where(ports, wanted, targets)


async def _make_keys(ports: Ports) -> None:
    """Innermost in a circle whose key somebody outside knows, or somebody inside does not: make it, wrap it."""
    device = ports.keyring.device
    circles = circles_of(ports.store.journal)

    def make(told: Membership) -> Entry | None:
        if not _wants_key(told, device):
            return None
        entry = rekey_entry(ports.keyring, told, None if told.circle == ports.keyring.me.root else homes(ports))
        of_use = isinstance(entry.claim, Rekey) and (entry.claim.links or entry.claim.wraps)
        return entry if of_use else None

    known = ((circle, circles.with_ours(circle)) for circle in ports.keyring.circles)
    wanted = [circle for circle, told in known if told is not None and _wants_key(told, device)]
    if wanted:
        await offer_what_goes(ports, wanted, make)


def _wants_key(told: Membership, device: bytes) -> bool:
    return (told.stale or bool(told.unkeyed)) and any(one.rung == 0 for one in told.of_device(device))


async def found_own_place(ports: Ports) -> None:
    """Everybody has a circle of her own, for drafts and practice; made off-line, it goes out with the next sync."""
    keyring, journal = ports.keyring, ports.store.journal
    if is_out(ports) or any(held.kind == OWN for held in keyring.circles.values()):
        return
    entry, held = found_own(keyring)
    keyring.hold(held)
    try:
        with journal.transaction():
            journal.offer_entry(entry)
            keyring.keep()
    except BaseException:
        keyring.drop(held.circle)
        raise
    await ports.store.refresh((), {held.circle})


def _know_my_role(ports: Ports) -> None:
    """What the newest grant in the root log makes of this person: another role is another face of the app."""
    keyring, journal = ports.keyring, ports.store.journal
    told, held = circles_of(journal).of(keyring.me.root), keyring.circles.get(keyring.me.root)
    mine = told.of_device(keyring.device) if told else []
    if not mine or held is None:
        return
    said = spoken_for(journal.entries(held.circle)).get(mine[-1].grant)
    role = text_of(open_words(keyring.provider, held, said), "member", "role") if said else ""
    if role and role != keyring.me.role:
        keyring.me = replace(keyring.me, role=role)
        keyring.keep()
        ports.became(role)


# -- out


def is_out(ports: Ports) -> bool:
    """Whether the root log has closed this phone: she is no longer part of the organisation with it."""
    told = circles_of(ports.store.journal).of(ports.keyring.me.root)
    device = ports.keyring.device
    return told is not None and not told.of_device(device) and bool(told.once_of_device(device))


async def leave_behind(ports: Ports) -> bool:
    """Erases what no grant of this phone opens any more, once its unsent work was handed in; True when all is erased.

    What the hub will never take keeps its key, for its author to read and copy; what others said goes all the same.
    """
    keyring, journal = ports.keyring, ports.store.journal
    circles = circles_of(journal)
    changed, done = False, True
    _drop_what_came_back(ports)
    for circle, held in list(keyring.circles.items()):
        told = circles.of(circle)
        if told is None or not (told.once_of_device(keyring.device) or _closed_before(ports, told)):
            continue
        rung = min((one.rung for one in told.of_device(keyring.device)), default=told.rungs)
        closed = [space for place, space in held.spaces() if place < rung]
        left = journal.unsent_in(closed)
        if not closed or not set(left) <= FINAL:
            done = done and not left
            continue
        if left:
            done = False
            changed = changed or journal.holds(closed)
            journal.forget(closed)
            continue
        with journal.transaction():
            journal.forget(closed)
            keyring.lower(circle, rung)
            keyring.keep()
            if rung == told.rungs:
                journal.set_meta(UNTOLD, (journal.meta(UNTOLD) or b"") + circle)
            else:
                journal.load_anew(circle)
        changed = True
    if changed:
        await ports.store.open()
        await sweep(ports)
    return done


def _drop_what_came_back(ports: Ports) -> None:
    """A hub that was put back may take this phone for one that is in still, and send what no key here opens."""
    keyring, journal = ports.keyring, ports.store.journal
    for circle in journal.circles():
        told = circles_of(journal).of(circle) if circle not in keyring.circles else None
        if told is None or told.of_device(keyring.device) or not told.once_of_device(keyring.device):
            continue
        if journal.holds(told.spaces) and not journal.unsent_in(told.spaces):
            journal.forget(told.spaces)


def _closed_before(ports: Ports, told: Membership) -> bool:
    """Whether this phone, which has another key since, was closed there under its first."""
    return goes_on_alone(ports) and not told.of_device(ports.keyring.device)


async def _tell_erased(ports: Ports) -> None:
    journal = ports.store.journal
    kept = journal.meta(UNTOLD)
    if not kept:
        return
    try:
        await ask_signed_in(ports, "/erased", [kept[at : at + 16] for at in range(0, len(kept), 16)][:512])
    except SyncError:
        return  # the next sync tells it
    journal.set_meta(UNTOLD, kept[512 * 16 :] or None)
