"""A circle's log: who shares, in a chain of signed entries; `told_by` folds it into who may do what."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from sync.ciphers import Verify
from sync.codes import Reason
from sync.entry import (
    Admit,
    Close,
    Device,
    Entry,
    Erase,
    Final,
    Found,
    Grant,
    Readmit,
    Rekey,
    author_of,
    own_circle,
)
from sync.errors import Refused
from sync.membership import Member, Membership, Root


def told_by(
    entries: Iterable[Entry],
    *,
    verify: Verify | None,
    root: Root | None,
    start: Membership | None = None,
) -> Membership:
    """What the log says after `entries`, which follow `start` (or begin with `found`).

    `root` = what the root log says, None for the root log itself; `verify` None: the entries were judged when they
    came, and only their shape is looked at. Raises `Refused` with `chain`, `signature`, `steward`, `epoch`,
    `stranger` or `kind`.
    """
    told = start
    for entry in entries:
        told = _take(told, entry, verify, root)
    if told is None:
        raise Refused(Reason.CHAIN)
    return told


def _take(told: Membership | None, entry: Entry, verify: Verify | None, root: Root | None) -> Membership:
    """One entry more."""
    if told is None:
        if entry.number != 0 or entry.previous:
            raise Refused(Reason.CHAIN)
    elif entry.circle != told.circle or entry.number != told.number + 1 or entry.previous != told.tip:
        raise Refused(Reason.CHAIN)
    if verify is not None and not verify(entry.signer, entry.signed, entry.signature):
        raise Refused(Reason.SIGNATURE)

    claim = entry.claim
    if told is None:
        if not isinstance(claim, Found):
            raise Refused(Reason.CHAIN)
        return _founded(entry, claim, root)
    told = replace(told, tip=entry.hash, number=entry.number, hashes={**told.hashes, entry.hash: entry.number})
    match claim:
        case Found():
            raise Refused(Reason.KIND)
        case Grant() | Readmit() | Device():
            return _come_in(told, entry, claim, root, judged=verify is None)
        case Close() | Rekey() | Admit():
            return _gone_out(told, entry, claim, root)
        case Erase():
            return _erased(told, entry, claim)
        case None:
            return told


def _founded(entry: Entry, claim: Found, root: Root | None) -> Membership:
    own = claim.rungs == 1 and entry.circle == own_circle(claim.person, entry.signer)
    if root is not None and not (entry.signer in root.stewards or (own and (claim.person, entry.signer) in root.homes)):
        raise Refused(Reason.STEWARD)
    if claim.epoch != 0:
        raise Refused(Reason.EPOCH)
    name = entry.hash
    founder = Grant(claim.person, 0, True, claim.epoch, b"", ((entry.signer, claim.box, b""),))
    authors = _authors(name, founder, 0)
    return Membership(
        circle=entry.circle,
        tip=name,
        number=0,
        epoch=claim.epoch,
        rungs=claim.rungs,
        authors=authors,
        keyed=frozenset(authors),
        grants={name: founder},
        hashes={name: 0},
        own_of=claim.person if own else b"",
    )


# -- coming in


def _come_in(
    told: Membership, entry: Entry, claim: Grant | Readmit | Device, root: Root | None, *, judged: bool
) -> Membership:
    match claim:
        case Grant():
            after = _granted(told, entry, claim, root)
        case Readmit():
            after = _readmitted(told, entry, claim, root, judged=judged)
        case Device():
            after = _joined(told, entry, claim)
    if judged:
        return after
    lets_lost_in = isinstance(claim, Grant) or (isinstance(claim, Readmit) and _steward(told, entry, root, _anywhere))
    if told.knows_otherwise(told, after) or (told.shut & after.came_since(told).keys() and not lets_lost_in):
        raise Refused(Reason.STRANGER)
    return after


def _granted(told: Membership, entry: Entry, claim: Grant, root: Root | None) -> Membership:
    """By a steward as far in; in her own circle by herself, to a helper."""
    helper = told.is_own(entry.signer) and not claim.steward
    if not (helper or _steward(told, entry, root, lambda one: one.rung <= claim.rung)):
        raise Refused(Reason.STEWARD)
    if claim.rung >= told.rungs:
        raise Refused(Reason.KIND)
    return _with_grant(told, entry, claim)


def _readmitted(told: Membership, entry: Entry, claim: Readmit, root: Root | None, *, judged: bool) -> Membership:
    """The same place once more. Somebody further in may give it, or a steward as far in, or she herself.

    In a place nobody stands further in than, anybody as far in may give it to a device that the root log already knows
    as that person's; in the root log itself to whoever is not a steward. An ended grant is a steward's to give again.
    """
    old = told.grants.get(claim.grant)
    if old is None:
        raise Refused(Reason.STRANGER)
    steward = _steward(told, entry, root, lambda one: one.rung <= old.rung)
    mine = told.of_device(entry.signer)
    further_in = any(one.rung < old.rung or (one.person == old.person and one.rung == old.rung) for one in mine)
    if root is None:
        as_far = not old.steward
    else:
        as_far = not claim.once and all((old.person, device) in root.homes for device, _, _ in claim.devices)
    beside = any(one.rung == old.rung for one in mine) and (as_far or judged)
    if not (steward or ((further_in or beside) and claim.grant not in told.ended)):
        raise Refused(Reason.STEWARD)
    return _with_grant(told, entry, replace(old, epoch=claim.epoch, once=claim.once, devices=claim.devices))


def _with_grant(told: Membership, entry: Entry, grant: Grant) -> Membership:
    if grant.epoch != told.epoch:
        raise Refused(Reason.EPOCH)
    name = entry.hash
    return replace(
        told,
        authors={**told.authors, **_authors(name, grant, entry.number)},
        grants={**told.grants, name: grant},
        once={**told.once, name: grant.once} if grant.once else told.once,
        keyed=told.keyed | {author_of(name, device) for device, _, wrapped in grant.devices if wrapped},
    )


def _joined(told: Membership, entry: Entry, claim: Device) -> Membership:
    grant = told.grants.get(claim.grant)
    if grant is None or claim.grant in told.ended:
        raise Refused(Reason.STRANGER)
    by_once = told.once.get(claim.grant) == entry.signer
    signer = author_of(claim.grant, entry.signer)
    if not by_once and (signer not in told.authors or signer in told.closed):
        raise Refused(Reason.STRANGER)
    if author_of(claim.grant, claim.device) in told.closed:
        raise Refused(Reason.STRANGER)
    joining = replace(grant, devices=((claim.device, claim.box, b""),))
    given = {author_of(claim.grant, claim.device)} if grant.epoch == told.epoch else set()
    return replace(
        told,
        keyed=told.keyed | given,
        authors={**told.authors, **_authors(claim.grant, joining, entry.number)},
        once={name: key for name, key in told.once.items() if name != claim.grant} if by_once else told.once,
    )


# -- going out


def _gone_out(told: Membership, entry: Entry, claim: Close | Rekey | Admit, root: Root | None) -> Membership:
    match claim:
        case Close():
            return _closed(told, entry, claim, root)
        case Rekey():
            return _rekeyed(told, entry, claim)
        case Admit():
            return _admitted(told, entry, claim, root)


def _closed(told: Membership, entry: Entry, claim: Close, root: Root | None) -> Membership:
    """A steward closes anybody, and she in her own circle; everybody closes her own phones, this one or another."""
    persons = {one.person for one in told.of_device(entry.signer)}
    meant = [told.authors.get(author_of(grant, device)) for grant, device in claim.targets]
    own = all(one is not None and one.person in persons for one in meant)
    if not (own or told.is_own(entry.signer) or _steward(told, entry, root, _anywhere)):
        raise Refused(Reason.STEWARD)
    gone: dict[bytes, int] = {}
    ended: set[bytes] = set()
    for grant, device in claim.targets:
        if grant not in told.grants or grant in told.ended:
            raise Refused(Reason.STRANGER)
        authors = [author_of(grant, device)] if device else [one.author for one in told.open if one.grant == grant]
        if any(author not in told.authors or author in told.closed for author in authors):
            raise Refused(Reason.STRANGER)
        ended |= set() if device else {grant}
        gone.update(dict.fromkeys(authors, entry.number))
    if any(final.author not in gone or final.space not in told.spaces for final in claim.finals):
        raise Refused(Reason.KIND)
    told = replace(
        told,
        closed={**told.closed, **gone},
        ended=told.ended | ended,
        once={name: key for name, key in told.once.items() if name not in ended},
        finals=_with_finals(told, claim.finals),
        stale=True,
    )
    return _rekeyed(told, entry, claim.rekey) if claim.rekey else told


def _rekeyed(told: Membership, entry: Entry, claim: Rekey) -> Membership:
    """A device on the innermost rung makes the next epoch, or wraps the running one for more devices."""
    if not any(one.rung == 0 for one in told.of_device(entry.signer)):
        raise Refused(Reason.STEWARD)
    fresh = bool(claim.links)
    if claim.epoch != told.epoch + fresh:
        raise Refused(Reason.EPOCH)
    if fresh and len(claim.links) != told.rungs:
        raise Refused(Reason.KIND)
    if any(author not in told.authors or author in told.closed for author, _ in claim.wraps):
        raise Refused(Reason.STRANGER)
    given = frozenset(author for author, _ in claim.wraps)
    keyed = given if fresh else told.keyed | given
    return replace(told, epoch=claim.epoch, stale=told.stale and not fresh, keyed=keyed)


def _admitted(told: Membership, entry: Entry, claim: Admit, root: Root | None) -> Membership:
    if not _steward(told, entry, root, _anywhere):
        raise Refused(Reason.STEWARD)
    for final in claim.finals:
        if final.space not in told.spaces or told.counts(final.space, final.author, final.n):
            raise Refused(Reason.KIND)
    return replace(told, finals=_with_finals(told, claim.finals))


def _erased(told: Membership, entry: Entry, claim: Erase) -> Membership:
    """By a steward, else nothing happens: whether the root log knows her as one is asked when it is read."""
    rows = frozenset((space, row) for space, row in claim.rows if space in told.spaces)
    if not rows or not _steward(told, entry, None, _anywhere):
        return told
    return replace(told, erasures=(*told.erasures, (entry.signer, rows)))


# --


def _anywhere(_: Member) -> bool:
    return True


def _steward(told: Membership, entry: Entry, root: Root | None, near: Callable[[Member], bool]) -> bool:
    allowed = root is None or entry.signer in root.stewards
    return allowed and any(one.steward and near(one) for one in told.of_device(entry.signer))


def _with_finals(told: Membership, finals: Iterable[Final]) -> dict[tuple[bytes, bytes], Final]:
    named = [(final.space, final.author) for final in finals]
    if len(named) != len(set(named)):
        raise Refused(Reason.KIND)
    return {**told.finals, **{(final.space, final.author): final for final in finals}}


def _authors(name: bytes, grant: Grant, place: int) -> dict[bytes, Member]:
    return {
        author_of(name, device): Member(
            author_of(name, device), name, grant.person, grant.rung, grant.steward, device, box, place
        )
        for device, box, _ in grant.devices
    }
