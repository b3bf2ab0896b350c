"""What comes "again" to a hub that was never restored, or only copied back by hand, is judged as anything else is."""

from __future__ import annotations

import os

import pytest

from sync.entry import Entry, Kind, make_entry
from sync.hub.restored import put_back_all
from sync.hub.store import DAY_MS
from sync.version import Version
from tests.hub.closing import close
from tests.hub.conftest import Organisation
from tests.hub.phones import Phone, row
from tests.hub.restoring import again, have, reason


def staged(organisation: Organisation) -> int:
    """Versions that lie on the hub without a head."""
    with organisation.hub.store.read() as sql:
        return int(sql("SELECT count(*) FROM again")[0][0])


def steward(organisation: Organisation) -> Phone:
    """Mia, who leads in the organisation and in the area."""
    mia = Phone(organisation.hub)
    organisation.karen.sync_all()
    mia.join(*organisation.karen.invite(mia, (organisation.root, 0, 1), (organisation.area, 0, 1)))
    for phone in (mia, organisation.karen):
        phone.sync_all()
    return mia


# -- pushes


def test_no_head_of_a_day_to_come_is_taken_again_and_honest_words_go_on(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    today = organisation.hub.clock() // DAY_MS
    bob = organisation.member((area, 0, 0))
    bob.sync_all()

    for days in (2, 36_500):
        far = bob.push_of(area, 0, (row("far"), b"far"), day=today + days)
        assert [reason(no) for no in again(bob, pushes=(far,))[1]] == ["day"]
    tomorrow = bob.push_of(area, 0, (row("near"), b"near"), day=today + 1)
    assert again(bob, pushes=(tomorrow,))[1] == [None]

    karen.push(area, 0, (row("honest"), b"honest"))
    bob.sync_all()
    assert b"honest" in bob.bodies()


def test_no_epoch_that_the_log_does_not_know_is_taken_again(organisation: Organisation) -> None:
    area = organisation.area
    bob = organisation.member((area, 0, 0))
    bob.sync_all()
    ahead = bob.push_of(area, 0, (row("a"), b"a"), epoch=77)

    assert [reason(no) for no in again(bob, pushes=(ahead,))[1]] == ["epoch"]
    assert again(bob, pushes=(bob.push_of(area, 0, (row("a"), b"a")),))[1] == [None]


@pytest.mark.parametrize("waiting", [False, True])
def test_versions_without_a_head_are_kept_only_of_who_reads_there_or_where_it_waits(
    organisation: Organisation, waiting: bool
) -> None:
    karen, area = organisation.karen, organisation.area
    reader, other = organisation.member((area, 0, 0)), organisation.member()
    reader.sync_all()
    if waiting:
        with organisation.hub.store.write() as sql:
            put_back_all(sql, os.urandom, organisation.hub.clock())
        organisation.hub.again()
        for phone in (karen, reader, other):
            phone.login()
    there = reader.push_of(area, 0, (row("a"), b"a"), (row("b"), b"b"))
    nowhere = Version(os.urandom(16), row("a"), other.person, 1, 0, 1, bytes(12), bytes(60))

    again(other, staged=(nowhere,))
    assert staged(organisation) == 0
    again(other, staged=there.versions)
    assert staged(organisation) == 2 * waiting
    again(reader, staged=there.versions)
    assert staged(organisation) == 2 + 2 * waiting

    for phone in (karen, reader, other):
        again(phone, newest=have(phone)[0])
    assert staged(organisation) == 0


# -- entries


def test_a_dismissed_steward_signs_nothing_more_whoever_brings_it(organisation: Organisation) -> None:
    karen, root, area = organisation.karen, organisation.root, organisation.area
    mia = steward(organisation)
    assert close(karen, root, mia) is None
    mia.login()
    accomplice = Phone(organisation.hub)
    entry = mia.grant_entry(area, accomplice.person, device=accomplice.key.public, steward=1)
    founded = mia.found_entry()
    second = mia.key.sign, [mia.grants[area], accomplice.key.public, os.urandom(32)]
    tip = mia.logs[area][-1]
    phone = make_entry(area, tip.number + 1, tip.hash, Kind.DEVICE, mia.key.public, second[1], b"", second[0])

    for token in (b"", mia.token, karen.token):
        assert [reason(no) for no in again(karen, token=token, entries=(entry.raw,))[0]] == ["steward"]
        assert [reason(no) for no in again(karen, token=token, entries=(phone.raw,))[0]] == ["steward"]
    assert [reason(no) for no in again(mia, entries=(founded.raw,))[0]] == ["steward"]

    assert close(karen, area, mia) is None
    with organisation.hub.store.read() as sql:
        assert sql("SELECT 1 FROM seat WHERE device = ?", accomplice.key.public) == []


def test_what_a_steward_signed_before_she_left_comes_again_where_one_of_today_signed_on_top(
    organisation: Organisation,
) -> None:
    """Somebody only put a copy in the place of the database: nothing waits, and the logs are healed all the same."""
    hub, karen, root, area = organisation.hub, organisation.karen, organisation.root, organisation.area
    mia = steward(organisation)
    copy = hub.copy()
    ulla = Phone(hub)
    mia.grant(root, ulla)
    mia.grant(area, ulla)
    karen.sync_all()
    assert close(karen, root, mia) is None
    assert close(karen, area, mia) is None
    ulla.login()
    hub.restore(copy)

    assert again(karen, entries=tuple(one.raw for one in karen.logs[root]))[0] == [None] * len(karen.logs[root])
    alone = karen.logs[area][:-1]
    assert [reason(no) for no in again(karen, entries=tuple(one.raw for one in alone))[0]][-1] == "steward"
    forged = Entry.read(karen.logs[area][-1].raw[:-64] + bytes(64))
    some = (*alone, forged)
    assert [reason(no) for no in again(karen, entries=tuple(one.raw for one in some))[0]][-2:] == ["steward", "chain"]
    assert again(karen, entries=tuple(one.raw for one in karen.logs[area]))[0] == [None] * len(karen.logs[area])


# -- what is told


def test_only_who_shared_a_circle_hears_how_far_it_is_here(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    mia, stranger = organisation.member((area, 0, 0)), organisation.member()
    mia.sync_all()
    mia.push(area, 0, (row("hers"), b"hers"))
    assert close(karen, area, mia) is None
    end = karen.logs[area][-1]
    karen.push(area, 0, (row("after"), b"after"))
    for _ in range(3):
        organisation.member((area, 0, 0))
    mia.login()

    assert have(stranger, area)[1] == have(stranger, os.urandom(16))[1] == []
    ((_, number, tip, heads),) = have(mia, area)[1]
    assert (number, tip) == (end.number, end.hash)
    assert [author for _, author, _, _ in heads] == [mia.author(area)]
    ((_, number, _, heads),) = have(karen, area)[1]
    assert (number, len(heads)) == (karen.logs[area][-1].number, 2)


def test_who_was_shut_out_of_all_hears_no_more_of_any_circle(organisation: Organisation) -> None:
    karen, root, area = organisation.karen, organisation.root, organisation.area
    mia = organisation.member((area, 0, 0))
    mia.sync_all()
    known = karen.logs[area][-1].number
    assert close(karen, root, mia) is None
    for _ in range(2):
        organisation.member((area, 0, 0))
    mia.login()

    told = {circle: number for circle, number, _, _ in have(mia, area, root)[1]}

    assert told == {area: known, root: next(one.number for one in karen.logs[root] if one.kind == Kind.CLOSE)}


def test_where_a_log_ends_is_not_told_to_who_brings_something_else_there(organisation: Organisation) -> None:
    karen, area = organisation.karen, organisation.area
    stranger = organisation.member()
    organisation.member((area, 0, 0))
    other = make_entry(area, 0, b"", Kind.FOUND, stranger.key.public, [1, 0, bytes(16), bytes(32)], b"", karen.key.sign)

    for token in (b"", stranger.token):
        ((no,), _) = again(stranger, token=token, entries=(other.raw,))
        assert reason(no) == "Moved"
        assert getattr(no, "tips", None) == ()
