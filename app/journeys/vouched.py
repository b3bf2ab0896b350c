"""Which phones are somebody's for sure: a steward signed them in, or she did from one of those."""

from __future__ import annotations

from collections.abc import Callable

from app.i18n import N_
from app.journeys.people import Person
from app.ports import Ports, Refusal
from sync.circles import circles_of
from sync.entry import Device, Entry, Found, Grant, Readmit
from sync.membership import Membership

Phones = tuple[tuple[bytes, bytes], ...]
"""(device key, box key) each"""

Signed = tuple[bytes, int]
"""(whose key, the number of the entry it signed)"""


class NoPhone(Refusal):
    """She is not known, or has none."""

    def __init__(self) -> None:
        super().__init__(N_("This person has no phone signed in yet. Invite her instead."))


class NotVouched(Refusal):
    """Only somebody who is no steward let her phone in."""

    def __init__(self) -> None:
        super().__init__(
            N_("Her phone was not let in by a worker or coordinator. Let her in once more yourself first.")
        )


def vouched(ports: Ports) -> dict[bytes, Phones]:
    """{person: her open phones that may be given keys without anybody meeting her}, of the whole organisation.

    Any member may sign a phone in for another who is no steward, and with a patched app for any such person at all.
    Such a phone is given keys by a tap of somebody who met her (`give_back`), and by nothing else.
    """
    journal = ports.store.journal
    root = circles_of(journal).with_ours(ports.keyring.me.root)
    if root is None:
        return {}
    by_steward = stewards_of(root)
    whose = {one.device: one.person for one in root.authors.values()}
    sure: set[bytes] = set()
    for device, signers in comings([*journal.entries(root.circle), *journal.outgoing(root.circle)]):
        mine = {signer for signer, _ in signers if whose.get(signer) == whose.get(device)}
        if mine & sure or any(by_steward(*one) for one in signers):
            sure.add(device)
    found: dict[bytes, dict[tuple[bytes, bytes], None]] = {}
    for one in root.open:
        if one.device in sure:
            found.setdefault(one.person, {})[one.device, one.box] = None
    return {person: tuple(phones) for person, phones in found.items()}


def hers_for_sure(ports: Ports, known: Person) -> Phones:
    """The phones that a grant for her gives keys to. `NoPhone`, `NotVouched`."""
    if not known.devices:
        raise NoPhone
    phones = vouched(ports).get(known.person)
    if not phones:
        raise NotVouched
    return phones


def homes(ports: Ports) -> frozenset[tuple[bytes, bytes]]:
    """(person, device) of every phone that is open in the root log: none other is given a key that comes."""
    root = circles_of(ports.store.journal).with_ours(ports.keyring.me.root)
    return root.root(ever=False).homes if root else frozenset()


def comings(entries: list[Entry]) -> list[tuple[bytes, list[Signed]]]:
    """(device, who signed it in) each time that a log names one, in order; of somebody invited who invited as well."""
    by_name = {entry.hash: entry for entry in entries}
    found: list[tuple[bytes, list[Signed]]] = []
    for entry in entries:
        claim, signed = entry.claim, [(entry.signer, entry.number)]
        if isinstance(claim, Found):
            found.append((entry.signer, signed))
        elif isinstance(claim, Device):
            grant = by_name.get(claim.grant)
            found.append((claim.device, [*signed, (grant.signer, grant.number)] if grant else signed))
        elif isinstance(claim, Grant | Readmit):
            found += [(device, signed) for device, _, _ in claim.devices]
    return found


def stewards_of(root: Membership) -> Callable[[bytes, int], bool]:
    """(device, number of an entry) → whether it was a steward's when it signed that."""
    terms: dict[bytes, list[tuple[int, int]]] = {}
    for one in root.authors.values():
        if one.steward:
            term = one.number, root.closed.get(one.author, root.number + 1)
            terms.setdefault(one.device, []).append(term)
    return lambda device, number: any(first <= number <= last for first, last in terms.get(device, ()))
