"""Who shares is what stewards signed, one entry after another."""

from __future__ import annotations

import random

import pytest

from sync.entry import Entry, Kind, author_of, make_entry, space_of
from sync.errors import Refused
from sync.hub.verify import verify
from sync.log import told_by
from sync.membership import Membership, Root
from tests.sync.phones import Keys

CHANCE = random.Random(5)
CIRCLE = b"c" * 16
KAREN, OMAR, MIA, ONCE = (Keys(CHANCE) for _ in range(4))
FOUND = make_entry(CIRCLE, 0, b"", Kind.FOUND, KAREN.device, [3, 0, b"k" * 16, KAREN.box], b"", KAREN.sign)


def follow(*entries: Entry, stewards: frozenset[bytes] | None = frozenset({KAREN.device})) -> Membership:
    return told_by(entries, verify=verify, root=None if stewards is None else Root(stewards))


def after(entry: Entry, kind: int, by: Keys, claims: list[object], *, place: int | None = None) -> Entry:
    number = entry.number + 1 if place is None else place
    return make_entry(CIRCLE, number, entry.hash, kind, by.device, claims, b"", by.sign)


def grant(entry: Entry, keys: Keys | None = None, rung: int = 0, by: Keys = KAREN, **more: object) -> Entry:
    devices = [[keys.device, keys.box, b"w"]] if keys else []
    claims = [b"p" * 16, rung, more.get("steward", 0), more.get("epoch", 0), more.get("once", b""), devices]
    return after(entry, Kind.GRANT, by, claims)


def refused(*entries: Entry, stewards: frozenset[bytes] | None = frozenset({KAREN.device})) -> str:
    with pytest.raises(Refused) as no:
        follow(*entries, stewards=stewards)
    return str(no.value.reason)


def test_the_founder_stands_innermost_and_is_a_steward() -> None:
    told = follow(FOUND)

    (member,) = told.authors.values()
    assert member.author == author_of(FOUND.hash, KAREN.device)
    assert (member.rung, member.steward, member.number) == (0, True, 0)
    assert told.spaces == tuple(space_of(CIRCLE, rung) for rung in range(3))
    assert told.stewards == {KAREN.device}


def test_a_grant_names_devices_and_each_is_an_author() -> None:
    entry = grant(FOUND, OMAR, rung=1)

    told = follow(FOUND, entry)

    member = told.authors[author_of(entry.hash, OMAR.device)]
    assert (member.rung, member.steward, member.device) == (1, False, OMAR.device)
    assert told.author_for(OMAR.device, 0) is None
    assert told.author_for(OMAR.device, 2) == member


def test_a_new_grant_is_a_new_author_and_the_newest_that_reaches_writes() -> None:
    low = grant(FOUND, OMAR, rung=1)
    high = grant(low, OMAR, rung=0)
    lower = grant(high, OMAR, rung=2)

    told = follow(FOUND, low, high, lower)

    assert [m.number for m in told.of_device(OMAR.device)] == [1, 2, 3]
    assert [getattr(told.author_for(OMAR.device, rung), "number", None) for rung in range(4)] == [2, 2, 3, None]


def test_an_invitation_is_taken_once() -> None:
    entry = grant(FOUND, once=ONCE.device)
    first = after(entry, Kind.DEVICE, ONCE, [entry.hash, OMAR.device, OMAR.box])
    second = after(first, Kind.DEVICE, ONCE, [entry.hash, MIA.device, MIA.box])
    by_omar = after(first, Kind.DEVICE, OMAR, [entry.hash, MIA.device, MIA.box])

    assert author_of(entry.hash, OMAR.device) in follow(FOUND, entry, first).authors
    assert refused(FOUND, entry, first, second) == "stranger"
    assert author_of(entry.hash, MIA.device) in follow(FOUND, entry, first, by_omar).authors


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        ([grant(FOUND, OMAR)], "chain"),
        ([FOUND, FOUND], "chain"),
        ([FOUND, after(FOUND, Kind.GRANT, KAREN, [b"p" * 16, 0, 0, 0, b"", []], place=2)], "chain"),
        ([FOUND, grant(grant(FOUND, OMAR), MIA)], "chain"),
        ([FOUND, grant(FOUND, OMAR, by=OMAR)], "steward"),
        ([FOUND, grant(FOUND, OMAR), grant(grant(FOUND, OMAR), MIA, by=OMAR)], "steward"),
        ([FOUND, grant(FOUND, OMAR, epoch=1)], "epoch"),
        ([FOUND, grant(FOUND, OMAR, rung=3)], "kind"),
        ([FOUND, after(FOUND, Kind.DEVICE, OMAR, [b"g" * 32, OMAR.device, OMAR.box])], "stranger"),
        ([FOUND, after(FOUND, Kind.DEVICE, OMAR, [FOUND.hash, OMAR.device, OMAR.box])], "stranger"),
        ([FOUND, after(FOUND, Kind.FOUND, KAREN, [1, 0, b"p" * 16, b"b" * 32])], "kind"),
    ],
)
def test_what_does_not_follow_is_refused_with_the_reason(entries: list[Entry], reason: str) -> None:
    assert refused(*entries) == reason


def test_a_steward_of_the_circle_must_be_one_in_the_root_log() -> None:
    omar = grant(FOUND, OMAR, steward=1)
    mia = grant(omar, MIA, by=OMAR)

    assert refused(FOUND, omar, mia) == "steward"
    assert len(follow(FOUND, omar, mia, stewards=frozenset({KAREN.device, OMAR.device})).authors) == 3
    assert refused(FOUND, stewards=frozenset({OMAR.device})) == "steward"
    assert len(follow(FOUND, omar, mia, stewards=None).authors) == 3  # the root log itself


def test_a_steward_on_a_lower_rung_lets_nobody_in_above() -> None:
    omar = grant(FOUND, OMAR, rung=1, steward=1)
    stewards = frozenset({KAREN.device, OMAR.device})

    assert refused(FOUND, omar, grant(omar, MIA, rung=0, by=OMAR), stewards=stewards) == "steward"
    assert len(follow(FOUND, omar, grant(omar, MIA, rung=1, by=OMAR), stewards=stewards).authors) == 3


def test_a_changed_byte_breaks_the_signature() -> None:
    raw = bytearray(FOUND.raw)
    raw[-1] ^= 1

    assert refused(Entry.read(bytes(raw))) == "signature"


def test_an_entry_is_named_by_its_signature_too() -> None:
    raw = bytearray(FOUND.raw)
    raw[-1] ^= 1

    assert Entry.read(bytes(raw)).hash != FOUND.hash


def test_following_in_steps_tells_the_same_as_at_once() -> None:
    entries = [FOUND, grant(FOUND, OMAR, once=ONCE.device)]
    entries.append(after(entries[-1], 99, MIA, ["of a newer app"]))
    entries.append(after(entries[-1], Kind.DEVICE, ONCE, [entries[1].hash, MIA.device, MIA.box]))
    told = None
    for entry in entries:
        told = told_by([entry], verify=verify, root=Root(frozenset({KAREN.device})), start=told)

    assert told == follow(*entries)
    assert told is not None
    assert set(told.hashes) == {entry.hash for entry in entries}


def test_a_device_is_one_persons_and_a_log_that_was_judged_before_is_read_all_the_same() -> None:
    first = grant(FOUND, MIA, 0)
    other = after(first, Kind.GRANT, KAREN, [b"q" * 16, 1, 0, 0, b"", [[OMAR.device, OMAR.box, b"w"]]])
    taken = after(other, Kind.READMIT, MIA, [other.hash, 0, b"", [[MIA.device, MIA.box, b"w"]]])

    assert refused(FOUND, first, other, taken) == "stranger"
    told = told_by([FOUND, first, other, taken], verify=None, root=None)
    assert told.of_device(MIA.device)[-1].person == b"q" * 16
    later = after(taken, Kind.READMIT, MIA, [other.hash, 0, b"", [[OMAR.device, OMAR.box, b"w"]]])
    assert told_by([later], verify=verify, root=Root(), start=told).number == 4
