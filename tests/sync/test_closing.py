"""Who may shut whom out, who makes the next key, who lets in again: what a log takes and what it refuses."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

import pytest

from sync.entry import Entry, Kind, author_of, make_entry, space_of
from sync.errors import Refused
from sync.hub.verify import verify
from sync.log import told_by
from sync.membership import Membership, Root
from tests.sync.phones import Keys

CHANCE = random.Random(7)
CIRCLE = b"c" * 16
KAREN, OMAR, MIA, NEW, ONCE, STRANGER = (Keys(CHANCE) for _ in range(6))
PERSON = {KAREN: b"k" * 16, OMAR: b"o" * 16, MIA: b"m" * 16}
ROOT = Root(frozenset({KAREN.device, OMAR.device}), frozenset({(PERSON[KAREN], NEW.device)}))
LINKS = [b"link" * 10] * 3


def next_entry(log: list[Entry], kind: int, by: Keys, claims: Sequence[object]) -> Entry:
    last = log[-1]
    return make_entry(CIRCLE, last.number + 1, last.hash, kind, by.device, list(claims), b"", by.sign)


def follow(log: list[Entry], root: Root | None = ROOT) -> Membership:
    return told_by(log, verify=verify, root=root)


def refusal(log: list[Entry], root: Root | None = ROOT) -> str:
    follow(log[:-1], root)
    with pytest.raises(Refused) as no:
        follow(log, root)
    return str(no.value.reason)


def grant(log: list[Entry], keys: Keys, rung: int, *, steward: int = 0, once: bytes = b"") -> list[Entry]:
    devices = [] if once else [[keys.device, keys.box, b"w"]]
    return [*log, next_entry(log, Kind.GRANT, KAREN, [PERSON[keys], rung, steward, 0, once, devices])]


FOUND = make_entry(CIRCLE, 0, b"", Kind.FOUND, KAREN.device, [3, 0, PERSON[KAREN], KAREN.box], b"", KAREN.sign)
WITH_OMAR = grant([FOUND], OMAR, 1, steward=1)
ALL = grant(WITH_OMAR, MIA, 2)
KAREN_GRANT, OMAR_GRANT, MIA_GRANT = (entry.hash for entry in ALL)


def close(
    log: list[Entry],
    by: Keys,
    *targets: tuple[bytes, bytes],
    finals: Iterable[Sequence[object]] = (),
    rekey: Sequence[object] = (),
) -> list[Entry]:
    claims = [[list(one) for one in targets], [list(one) for one in finals], list(rekey)]
    return [*log, next_entry(log, Kind.CLOSE, by, claims)]


def test_a_steward_closes_a_person_and_the_next_key_is_wanted() -> None:
    told = follow(close(ALL, OMAR, (MIA_GRANT, b"")))

    assert told.of_device(MIA.device) == []
    assert told.once_of_device(MIA.device)[0].person == PERSON[MIA]
    assert (told.stale, told.epoch) == (True, 0)
    assert told.late_author_for(MIA.device, 2) == told.authors[author_of(MIA_GRANT, MIA.device)]


def test_a_steward_further_out_closes_one_further_in() -> None:
    assert follow(close(ALL, OMAR, (KAREN_GRANT, b""))).of_device(KAREN.device) == []


def test_a_member_closes_herself_and_nobody_else() -> None:
    assert follow(close(ALL, MIA, (MIA_GRANT, MIA.device))).of_device(MIA.device) == []
    assert refusal(close(ALL, MIA, (OMAR_GRANT, OMAR.device))) == "steward"
    assert refusal(close(ALL, STRANGER, (MIA_GRANT, b""))) == "steward"


def test_she_closes_her_lost_phone_and_gives_herself_another() -> None:
    two = readmit(ALL, MIA, MIA_GRANT, NEW)
    assert len({one.device for one in follow(two).open if one.person == PERSON[MIA]}) == 2
    lost = close(two, NEW, (MIA_GRANT, MIA.device))
    assert follow(lost).of_device(MIA.device) == []
    assert refusal(close(two, NEW, (MIA_GRANT, b""))) == "steward"


def test_a_steward_whom_the_root_does_not_name_closes_nobody() -> None:
    assert refusal(close(ALL, OMAR, (MIA_GRANT, b"")), Root(frozenset({KAREN.device}))) == "steward"


def test_what_was_closed_is_not_closed_again_nor_is_what_never_was() -> None:
    once = close(ALL, KAREN, (MIA_GRANT, b""))
    assert refusal(close(once, KAREN, (MIA_GRANT, b""))) == "stranger"
    assert refusal(close(once, KAREN, (MIA_GRANT, MIA.device))) == "stranger"
    assert refusal(close(ALL, KAREN, (bytes(32), b""))) == "stranger"
    assert refusal(close(ALL, KAREN, (MIA_GRANT, OMAR.device))) == "stranger"


def test_finals_are_of_the_closed_in_this_circle_and_named_once() -> None:
    mia, omar = author_of(MIA_GRANT, MIA.device), author_of(OMAR_GRANT, OMAR.device)
    space = space_of(CIRCLE, 2)
    told = follow(close(ALL, KAREN, (MIA_GRANT, b""), finals=[[space, mia, 4, b"h" * 32]]))
    assert told.counts(space, mia, 4)
    assert not told.counts(space, mia, 5)
    assert not told.counts(space_of(CIRCLE, 1), mia, 1)
    assert told.counts(space, omar, 10**9)
    for wrong in ([[space, omar, 1, b"h" * 32]], [[b"x" * 16, mia, 1, b"h" * 32]], [[space, mia, 1, b"h" * 32]] * 2):
        assert refusal(close(ALL, KAREN, (MIA_GRANT, b""), finals=wrong)) == "kind"


def test_who_stands_innermost_makes_the_next_epoch_with_it() -> None:
    karen = author_of(KAREN_GRANT, KAREN.device)
    told = follow(close(ALL, KAREN, (MIA_GRANT, b""), rekey=[1, [[karen, b"w"]], LINKS]))
    assert (told.epoch, told.stale) == (1, False)
    assert [one.device for one in told.unkeyed] == [OMAR.device]

    assert refusal(close(ALL, OMAR, (MIA_GRANT, b""), rekey=[1, [], LINKS])) == "steward"
    assert refusal(close(ALL, KAREN, (MIA_GRANT, b""), rekey=[2, [], LINKS])) == "epoch"
    assert refusal(close(ALL, KAREN, (MIA_GRANT, b""), rekey=[1, [], LINKS[:2]])) == "kind"
    mia = author_of(MIA_GRANT, MIA.device)
    assert refusal(close(ALL, KAREN, (MIA_GRANT, b""), rekey=[1, [[mia, b"w"]], LINKS])) == "stranger"


def test_who_leaves_does_not_make_the_key_of_those_who_stay() -> None:
    assert refusal(close(ALL, KAREN, (KAREN_GRANT, b""), rekey=[1, [], LINKS])) == "steward"


def test_a_key_is_wrapped_later_for_who_has_not_got_it() -> None:
    omar = author_of(OMAR_GRANT, OMAR.device)
    log = close(ALL, KAREN, (MIA_GRANT, b""), rekey=[1, [], LINKS])
    log = [*log, next_entry(log, Kind.REKEY, KAREN, [1, [[omar, b"w"]], []])]
    told = follow(log)
    assert told.epoch == 1
    assert OMAR.device not in {one.device for one in told.unkeyed}
    assert refusal([*log, next_entry(log, Kind.REKEY, OMAR, [2, [], LINKS])]) == "steward"
    assert refusal([*log, next_entry(log, Kind.REKEY, KAREN, [3, [], LINKS])]) == "epoch"


def readmit(log: list[Entry], by: Keys, grant_: bytes, *devices: Keys, once: bytes = b"") -> list[Entry]:
    wrapped = [[keys.device, keys.box, b"w"] for keys in devices]
    return [*log, next_entry(log, Kind.READMIT, by, [grant_, 0, once, wrapped])]


def test_somebody_further_in_lets_in_again_and_nobody_further_out_does() -> None:
    told = follow(readmit(ALL, OMAR, MIA_GRANT, NEW))
    (back,) = told.of_device(NEW.device)
    assert (back.person, back.rung, back.steward) == (PERSON[MIA], 2, False)

    assert refusal(readmit(ALL, MIA, OMAR_GRANT, NEW)) == "steward"
    assert refusal(readmit(ALL, OMAR, KAREN_GRANT, NEW)) == "steward"
    assert refusal(readmit(ALL, STRANGER, MIA_GRANT, NEW)) == "steward"
    assert refusal(readmit(ALL, KAREN, bytes(32), NEW)) == "stranger"


def test_one_as_far_in_gives_a_key_only_to_a_phone_the_root_knows_as_hers() -> None:
    beside = grant(ALL, OMAR, 0)  # no steward on this rung
    as_omar = Root(frozenset({KAREN.device}), ROOT.homes)
    assert follow(readmit(beside, OMAR, KAREN_GRANT, NEW), as_omar).of_device(NEW.device)
    assert refusal(readmit(beside, OMAR, KAREN_GRANT, STRANGER), as_omar) == "steward"
    assert refusal(readmit(beside, OMAR, KAREN_GRANT, once=ONCE.device), as_omar) == "steward"


def test_who_left_comes_back_by_a_steward_alone() -> None:
    left = close(ALL, KAREN, (MIA_GRANT, b""))
    by_omar = Root(frozenset({KAREN.device}))
    assert refusal(readmit(left, OMAR, MIA_GRANT, NEW), by_omar) == "steward"
    assert follow(readmit(left, KAREN, MIA_GRANT, NEW)).of_device(NEW.device)


def test_an_ended_invitation_signs_nobody_in() -> None:
    log = grant(WITH_OMAR, MIA, 2, once=ONCE.device)
    name = log[-1].hash
    ended = close(log, KAREN, (name, b""))
    claims = [name, MIA.device, MIA.box]
    entry = make_entry(CIRCLE, len(ended), ended[-1].hash, Kind.DEVICE, ONCE.device, claims, b"", ONCE.sign)
    assert refusal([*ended, entry]) == "stranger"


def test_a_closed_phone_signs_no_other_in() -> None:
    lost = close(ALL, KAREN, (MIA_GRANT, MIA.device))
    claims = [MIA_GRANT, NEW.device, NEW.box]
    assert refusal([*lost, next_entry(lost, Kind.DEVICE, MIA, claims)]) == "stranger"


def test_late_work_counts_when_a_steward_says_so_and_never_less_than_before() -> None:
    mia, space = author_of(MIA_GRANT, MIA.device), space_of(CIRCLE, 2)
    left = close(ALL, KAREN, (MIA_GRANT, b""), finals=[[space, mia, 4, b"h" * 32]])

    def admit(by: Keys, n: int, author: bytes = mia) -> list[Entry]:
        return [*left, next_entry(left, Kind.ADMIT, by, [[[space, author, n, b"l" * 32]]])]

    assert follow(admit(OMAR, 7)).counts(space, mia, 7)
    assert refusal(admit(OMAR, 4)) == "kind"
    assert refusal(admit(OMAR, 9, author_of(OMAR_GRANT, OMAR.device))) == "kind"
    assert refusal(admit(STRANGER, 7)) == "steward"


def test_a_log_that_was_judged_before_reads_the_same_without_the_root() -> None:
    log = readmit(close(ALL, KAREN, (MIA_GRANT, b""), rekey=[0 + 1, [], LINKS]), KAREN, MIA_GRANT)
    log[-1] = next_entry(log[:-1], Kind.READMIT, KAREN, [MIA_GRANT, 1, b"", [[NEW.device, NEW.box, b"w"]]])
    assert told_by(log, verify=None, root=None) == follow(log)
