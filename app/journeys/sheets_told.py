"""What the root log tells every member of recovery sheets: who made them and when, who used them and for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.recovery import RECOVERY
from app.keys.words import open_words, spoken_for, text_of
from app.ports import Ports
from sync.circles import circles_of
from sync.entry import Device, Entry, Found, Grant, Readmit
from sync.membership import Member, Membership


@dataclass(frozen=True)
class Used:
    """They let `name` in; `entry` = the hash of the log entry that did."""

    entry: bytes
    day: date | None
    name: str


@dataclass(frozen=True)
class SheetsTold:
    """One set of sheets. `whole`: its key signed the log when it was made, so that it knows it again.

    `good`: whole, and the newest such set, and not closed: these sheets open.
    """

    member: Member
    made_on: date | None
    made_by: str
    whole: bool
    good: bool
    used: tuple[Used, ...]


def sheets_told(ports: Ports) -> list[SheetsTold]:
    """In the order they were made."""
    keyring, journal = ports.keyring, ports.store.journal
    told, held = circles_of(journal).with_ours(keyring.me.root), keyring.circles.get(keyring.me.root)
    if told is None or held is None:
        return []
    entries = [*journal.entries(held.circle), *journal.outgoing(held.circle)]
    comings = [one for one in entries if isinstance(one.claim, Found | Grant | Readmit)]
    words = {one.hash: open_words(keyring.provider, held, one) for one in comings}
    made = {
        one.hash: member
        for one in comings
        if isinstance(one.claim, Grant)  # a steward's: a readmission makes no sheets, whatever it says
        and text_of(words[one.hash], "member", "role") == RECOVERY
        and (member := _member(told, one.hash))
    }
    whole = [name for name, member in made.items() if any(_signs_in(one, member) for one in entries)]
    standing = [name for name in whole if name not in told.ended and made[name].author not in told.closed]
    named = {name: text_of(words[one.hash], "member", "name") for name, one in spoken_for(comings).items()}
    names = {told.grants[name].person: called for name, called in named.items()}
    people = {one.device: one.person for one in told.authors.values()}
    by_hash = {one.hash: one for one in comings}
    return [
        SheetsTold(
            member=member,
            made_on=_day(words[name]),
            made_by=names.get(people.get(by_hash[name].signer, b""), ""),
            whole=name in whole,
            good=name in standing[-1:],
            used=tuple(
                Used(one.hash, _day(words[one.hash]), names.get(told.grants[one.hash].person, ""))
                for one in comings
                if one.signer == member.device
            ),
        )
        for name, member in made.items()
    ]


def good_sheets(ports: Ports) -> Member | None:
    """Whom the sheets that open now make of somebody; None when there are none."""
    return next((one.member for one in sheets_told(ports) if one.good), None)


SEEN = "sheets_seen"
"""Under this name the journal keeps the entries about sheets that she was shown, 8 bytes of each hash."""


def news_of_sheets(ports: Ports) -> list[SheetsTold]:
    """Sets of which she was not yet shown that they were made, or every use."""
    seen = ports.store.journal.meta(SEEN) or b""
    known = {seen[at : at + 8] for at in range(0, len(seen), 8)}
    return [one for one in sheets_told(ports) if one.whole and any(name not in known for name in _names(one))]


def saw_sheets(ports: Ports) -> None:
    """She looked at what there is to tell."""
    shown = [name for one in sheets_told(ports) for name in _names(one)]
    ports.store.journal.set_meta(SEEN, b"".join(shown) or None)


def _names(one: SheetsTold) -> list[bytes]:
    return [each[:8] for each in (one.member.grant, *(use.entry for use in one.used))]


def recovery_persons(ports: Ports) -> set[bytes]:
    """They are nobody: to be left out where people are counted."""
    return {one.member.person for one in sheets_told(ports)}


def _member(told: Membership, grant: bytes) -> Member | None:
    return next((one for one in told.authors.values() if one.grant == grant), None)


def _signs_in(entry: Entry, member: Member) -> bool:
    claim = entry.claim
    return isinstance(claim, Device) and claim.grant == member.grant and entry.signer == claim.device == member.device


def _day(words: Mapping[str, object]) -> date | None:
    try:
        return date.fromisoformat(text_of(words, "member", "day"))
    except ValueError:
        return None
