"""Nobody who leads nobody makes a log so long that it weighs on every phone that must read it."""

from __future__ import annotations

import os

from sync.entry import Entry, Kind, make_entry
from sync.errors import Busy
from tests.hub.conftest import Organisation
from tests.hub.phones import Key, Phone

NEWER = 77
"""A kind of entry that this app does not know: anybody's key may sign it."""


def chained(phone: Phone, circle: bytes, how_many: int, kind: int = NEWER) -> list[Entry]:
    """Signed by keys that nobody knows, or, as one more phone of hers, by her own."""
    log = list(phone.logs[circle])
    grant = next((one.hash for one in reversed(log) if one.kind == Kind.GRANT), b"")
    for _ in range(how_many):
        signer = Key() if kind == NEWER else phone.key
        claims = [] if kind == NEWER else [grant, os.urandom(32), os.urandom(32)]
        log.append(make_entry(circle, log[-1].number + 1, log[-1].hash, kind, signer.public, claims, b"", signer.sign))
    return log[-how_many:]


def taken(phone: Phone, entries: list[Entry]) -> int:
    answers = phone.sync(entries=tuple(one.raw for one in entries)).entry_answers
    firsts = [no for no in answers if no is not None][:1]
    assert all(isinstance(no, Busy) for no in firsts), firsts
    return sum(no is None for no in answers)


def test_a_member_signs_few_entries_an_hour_whatever_key_or_kind_she_takes(organisation: Organisation) -> None:
    for kind in (NEWER, Kind.DEVICE):
        mentor = organisation.member((organisation.file, 0, 0))
        mentor.sync_all()
        assert taken(mentor, chained(mentor, organisation.file, 400, kind)) == 300
        mentor.sync_all()
        organisation.hub.clock.ms += 10 * 60 * 1000
        assert taken(mentor, chained(mentor, organisation.file, 20, kind)) == 10


def test_the_hand_of_who_leads_is_free(organisation: Organisation) -> None:
    karen = organisation.karen
    last = karen.logs[organisation.area][-1]
    entries = []
    for _ in range(400):
        claims = [os.urandom(16), 0, 0, 0, Key().public, []]
        last = make_entry(
            organisation.area, last.number + 1, last.hash, Kind.GRANT, karen.key.public, claims, b"s", karen.key.sign
        )
        entries.append(last)
    assert taken(karen, entries) == 400
