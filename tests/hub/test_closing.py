"""Whoever was closed is served nothing more, and what she still hands in lies apart until a steward says so."""

from __future__ import annotations

import os

import pytest

from sync.entry import Entry, Kind, make_entry, space_of
from sync.errors import LoginNeeded, NotFound, Refused
from sync.version import Version
from tests.hub.closing import bring, close, heads
from tests.hub.conftest import Organisation
from tests.hub.phones import row


def test_a_closed_member_gets_the_log_as_far_as_her_end_and_no_row(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    mia = organisation.member((area, 0, 0))
    mia.sync_all()
    assert close(karen, area, mia) is None
    karen.push(area, 0, (row("after"), b"secret"))
    organisation.member((area, 0, 0))

    mia.login()
    mia.got.clear()
    mia.sync_all()
    mia.sync_all(cursor=b"", loads=((area, b""),))

    assert b"secret" not in mia.bodies()
    numbers = [
        one.number for one in map(Entry.read, (p for p in mia.got if isinstance(p, bytes))) if one.circle == area
    ]
    assert max(numbers) == mia.logs[area][-1].number
    assert mia.logs[area][-1].kind == Kind.CLOSE


def test_her_login_ends_with_it(organisation: Organisation) -> None:
    mia = organisation.member((organisation.area, 0, 0))
    mia.sync_all()
    assert close(organisation.karen, organisation.area, mia) is None
    with pytest.raises(LoginNeeded):
        mia.sync()


def test_an_entry_that_closes_names_every_head_as_it_is(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    mia = organisation.member((area, 0, 0))
    mia.sync_all()
    mia.push(area, 0, (row("one"), b"one"))
    before = heads(karen, area, mia)
    mia.push(area, 0, (row("two"), b"two"))

    for wrong in (before, [], [[*heads(karen, area, mia)[0][:3], os.urandom(32)]]):
        no = close(karen, area, mia, wrong)
        assert isinstance(no, Refused)
        assert no.reason == "final"
    assert close(karen, area, mia) is None


def test_late_work_lies_apart_until_it_is_admitted_and_then_reaches_all(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    mia, omar = organisation.member((area, 0, 0)), organisation.member((area, 0, 0))
    mia.sync_all()
    mia.push(area, 0, (row("one"), b"one"))
    assert close(karen, area, mia) is None
    mia.login()

    for name in (b"two", b"three"):
        late = mia.push_of(area, 0, (row(name), name))
        for _ in range(2):  # an answer may be lost
            (no,) = mia.sync(pushes=(late,)).push_answers
            assert isinstance(no, Refused)
            assert no.reason == "late"
        mia.remember(late)
    organisation.hub.again()
    omar.sync_all()
    assert omar.bodies() == {b"one"}

    ((space, author, n, name, rows, pushes),) = karen.hub.ask("/late", karen.token, [area])[0]
    assert (space, author, n, rows, len(pushes)) == (space_of(area, 0), mia.author(area), 3, 2, 2)
    no = bring(karen, area, Kind.ADMIT, [[[space, author, n, os.urandom(32)]]])
    assert isinstance(no, Refused)
    assert no.reason == "final"
    assert bring(karen, area, Kind.ADMIT, [[[space, author, n, name]]]) is None
    omar.sync_all()

    assert omar.bodies() == {b"one", b"two", b"three"}
    assert karen.hub.ask("/late", karen.token, [area]) == [[]]
    (again,) = mia.sync(pushes=(late,)).push_answers
    assert again is None


def test_what_is_handed_in_with_the_word_that_lets_work_count_is_not_let_in_by_it(organisation: Organisation) -> None:
    """She was let in again, leads now, and hands in more while her own word names how far it counts."""
    karen, area = organisation.karen, organisation.area
    mia, omar = organisation.member((area, 0, 0)), organisation.member((area, 0, 0))
    mia.sync_all()
    mia.push(area, 0, (row("one"), b"one"))
    assert close(karen, area, mia) is None
    mia.login()
    two = mia.push_of(area, 0, (row("two"), b"two"))
    mia.sync(pushes=(two,))
    mia.remember(two)
    three = mia.push_of(area, 0, (row("three"), b"three"))
    for circle in (organisation.root, area):
        karen.sync_all()
        karen.grant(circle, mia, steward=1)
    mia.login()
    mia.sync_all()

    tip = mia.logs[area][-1]
    claims = [[[two.space, two.author, two.head.n, two.head.hash]]]
    admit = make_entry(area, tip.number + 1, tip.hash, Kind.ADMIT, mia.key.public, claims, b"", mia.key.sign)
    answer = mia.sync(entries=(admit.raw,), pushes=(three,))
    assert answer.entry_answers == (None,)
    (no,) = answer.push_answers
    assert isinstance(no, Refused)
    assert no.reason == "final"
    omar.sync_all()
    assert omar.bodies() == {b"one", b"two"}
    (no,) = mia.sync(pushes=(three,)).push_answers
    assert isinstance(no, Refused)
    assert no.reason == "late"


def test_late_work_is_judged_as_any_other(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    mia = organisation.member((area, 0, 0))
    mia.sync_all()
    mia.push(area, 0, (row("one"), b"one"))
    assert close(karen, area, mia) is None
    mia.login()
    for wrong, reason in (
        ({"root": os.urandom(32)}, "root"),
        ({"signature": os.urandom(64)}, "signature"),
        ({"before": 7}, "gap"),
        ({"epoch": 3}, "epoch"),
        ({"day": 10**6}, "day"),
    ):
        (no,) = mia.sync(pushes=(mia.push_of(area, 0, (row("two"), b"two"), **wrong),)).push_answers
        assert isinstance(no, Refused)
        assert no.reason == reason
    assert karen.hub.ask("/late", karen.token, [area]) == [[]]


def test_the_root_shuts_every_door_at_once(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    mia = organisation.member((area, 0, 1))
    mia.sync_all()
    assert close(karen, organisation.root, mia) is None
    karen.push(area, 0, (row("after"), b"secret"))
    mia.login()
    mia.got.clear()
    mia.sync_all()
    mia.sync_all(cursor=b"")

    assert not any(isinstance(piece, Version) for piece in mia.got)
    (no,) = mia.sync(pushes=(mia.push_of(area, 0, (row("x"), b"x")),)).push_answers
    assert isinstance(no, Refused)
    assert no.reason == "closed"
    assert isinstance(bring(mia, area, Kind.CLOSE, [[[karen.grants[area], b""]], [], []]), Refused)
    with pytest.raises(NotFound):
        mia.hub.ask("/heads", mia.token, [[area, karen.author(area)]])
    with pytest.raises(Refused):
        mia.hub.ask("/invite", mia.token, os.urandom(16), os.urandom(32), b"p", 60)


def test_only_stewards_ask_about_others(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    mia = organisation.member((area, 0, 0))
    mia.sync_all()
    for path, given in (
        ("/heads", [[area, karen.author(area)]]),
        ("/late", [area]),
    ):
        with pytest.raises(NotFound):
            mia.hub.ask(path, mia.token, given)
    (own,) = mia.hub.ask("/devices", mia.token)
    assert [device for device, _heard, _gone in own] == [mia.key.public]


def test_a_phone_says_it_erased_what_it_was_shut_out_of_and_nothing_else(organisation: Organisation) -> None:
    karen, area, root = organisation.karen, organisation.area, organisation.root
    mia = organisation.member((area, 0, 0))
    mia.sync_all()
    assert close(karen, area, mia) is None
    mia.login()
    mia.hub.ask("/erased", mia.token, [area, root, os.urandom(16)])

    (known,) = karen.hub.ask("/devices", karen.token)
    said = {bytes(device): (heard, gone) for device, heard, gone in known}
    assert said[mia.key.public] == (organisation.hub.clock(), [area])
    assert said[karen.key.public][1] == []


def test_who_is_let_in_again_is_served_what_came_meanwhile(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    mia = organisation.member((area, 0, 0))
    mia.sync_all()
    assert close(karen, area, mia) is None
    karen.push(area, 0, (row("after"), b"meanwhile"))
    claims = [mia.grants[area], 0, b"", [[mia.key.public, os.urandom(32), b"w"]]]
    assert bring(karen, area, Kind.READMIT, claims) is None
    mia.login()
    mia.sync_all(loads=((area, b""),))

    assert b"meanwhile" in mia.bodies()
