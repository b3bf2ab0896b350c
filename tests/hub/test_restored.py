"""A hub that was put back from a copy: whom it waits for, what it takes again, and on whose word."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace

import pytest

from sync.codes import Code, error_parts
from sync.entry import Entry, Kind, make_entry
from sync.errors import LoginNeeded, Malformed, NotFound, Untold
from sync.head import Head
from sync.hub.again import AHEAD
from sync.hub.desk import status, waive
from sync.hub.store import DAY_MS
from sync.version import Version
from sync.wire import Push
from tests.hub.closing import close
from tests.hub.conftest import Organisation
from tests.hub.phones import Phone, row
from tests.hub.restoring import Scene, again, done, have, lost_push, reason, scene_of


@pytest.fixture
def scene(organisation: Organisation) -> Scene:
    """On either kind of database."""
    return scene_of(organisation)


# -- everybody hears of it


def test_no_login_and_no_cursor_of_before_is_known_and_nobody_speaks_before_he_compared(scene: Scene) -> None:
    hub, karen = scene.org.hub, scene.org.karen
    karen.sync_all()
    hub.put_back(scene.copy)

    with pytest.raises(LoginNeeded):
        karen.sync()
    karen.login()
    for cursor in (karen.cursor, b""):
        with pytest.raises(Untold):
            karen.sync(cursor=cursor)
    done(karen)
    assert karen.sync(cursor=b"").pieces


def test_a_circle_takes_nothing_new_before_all_who_sign_there_were_heard(scene: Scene) -> None:
    karen, mia, omar, area = scene.org.karen, scene.mia, scene.omar, scene.area
    scene.restore()
    done(karen, mia)
    push = mia.push_of(area, 0, (row("new"), b"new"))
    grant = karen.grant_entry(area, os.urandom(16), device=os.urandom(32))

    early = mia.sync(pushes=(push,)).push_answers + karen.sync(entries=(grant.raw,)).entry_answers
    done(omar)
    after = mia.sync(pushes=(push,)).push_answers

    assert [error_parts(no) for no in early] == [[Code.UNTOLD], [Code.UNTOLD]]
    assert after == (None,)
    assert scene.waits() == 0


def test_a_newly_founded_circle_waits_for_nobody(scene: Scene) -> None:
    scene.restore()
    done(scene.org.karen)
    circle = scene.org.karen.found_circle()
    scene.org.karen.push(circle, 0, (row("a"), b"a"))


def test_who_never_logged_in_is_not_waited_for_and_an_open_invitation_is(organisation: Organisation) -> None:
    """Recovery sheets are a member on paper."""
    hub, karen, area = organisation.hub, organisation.karen, organisation.area
    for circle in (organisation.root, area):
        paper = Phone(hub)
        karen.grant(circle, paper, steward=1)
    without = hub.copy()
    mia = Phone(hub)
    karen.invite(mia, (organisation.root, 0, 0))
    waiting = []
    for copy in (without, hub.copy()):
        hub.put_back(copy)
        karen.login()
        done(karen)
        waiting.append(len(status(hub.store, {})["awaited"]))
    waived = waive(hub.store, {"device": "all"})

    assert waiting == [0, 1]
    assert waived == {"waived": 1}
    assert status(hub.store, {})["waiting"] == 0


def test_a_phone_that_will_not_come_is_waived_by_the_beginning_of_its_key(scene: Scene) -> None:
    scene.restore()
    done(scene.org.karen, scene.mia)
    named = [device for device, _ in status(scene.org.hub.store, {})["awaited"]]

    assert named == [scene.omar.key.public.hex()]
    assert waive(scene.org.hub.store, {"device": "00" * 16}) == {"waived": 0}
    assert waive(scene.org.hub.store, {"device": named[0][:8].upper()}) == {"waived": 1}
    assert scene.waits() == 0


# -- what comes again


def test_anybody_brings_anybodys_words_and_the_signed_head_decides(scene: Scene) -> None:
    push = lost_push(scene, (row("after"), b"after"), (row("before"), b"changed"))
    scene.restore()

    assert again(scene.omar, pushes=(push,))[1] == [None]
    assert again(scene.mia, pushes=(push,))[1] == [None]  # a second one brings the same
    done(*scene.phones)
    scene.org.karen.got.clear()
    scene.org.karen.sync_all()
    assert scene.org.karen.bodies() == {b"after", b"changed"}
    scene.mia.push(scene.area, 0, (row("next"), b"next"))


Forge = Callable[[Push], Push]


@pytest.mark.parametrize(
    ("forge", "why"),
    [
        (lambda push: replace(push, head=replace(push.head, signature=bytes(64))), "signature"),
        (lambda push: replace(push, head=replace(push.head, root=bytes(32))), "root"),
        (lambda push: replace(push, head=replace(push.head, log_hash=bytes(32))), "chain"),
        (lambda push: replace(push, versions=push.versions[1:]), "root"),
        (lambda push: replace(push, versions=push.versions[:-1]), "gap"),
        (lambda push: replace(push, before=0), "gap"),
        (lambda push: replace(push, versions=(push.versions[0]._replace(epoch=7), *push.versions[1:])), "epoch"),
        (lambda push: replace(push, versions=(push.versions[0]._replace(nonce=bytes(12)), *push.versions[1:])), "root"),
        (lambda push: replace(push, author=bytes(16)), "stranger"),
    ],
)
def test_what_was_not_signed_like_that_is_not_taken_again(scene: Scene, forge: Forge, why: str) -> None:
    push = lost_push(scene, (row("a"), b"a"), (row("b"), b"b"))
    scene.restore()

    assert reason(again(scene.omar, pushes=(forge(push),))[1][0]) == why
    assert again(scene.omar, pushes=(push,))[1] == [None]


def test_large_words_come_in_parts_and_each_bringers_parts_are_his_own(scene: Scene) -> None:
    push = lost_push(scene, *[(row(number), b"%d" % number) for number in range(6)])
    scene.restore()
    first, last = push.versions[:4], replace(push, versions=push.versions[4:])
    junk = tuple(one._replace(sealed=bytes(40)) for one in first)

    again(scene.omar, staged=junk)
    again(scene.mia, staged=first)

    assert reason(again(scene.omar, pushes=(last,))[1][0]) == "root"
    assert again(scene.mia, pushes=(last,))[1] == [None]
    with scene.org.hub.store.read() as sql:
        assert sql("SELECT count(*) FROM again WHERE n <= ?", push.head.n) == [(0,)]


def test_no_head_that_comes_again_opens_the_day_rule_for_years(scene: Scene) -> None:
    today = scene.org.hub.clock() // DAY_MS
    scene.restore()
    for days in (4000, AHEAD + 2):
        push = scene.mia.push_of(scene.area, 0, (row("a"), b"a"), day=today + days)
        assert [reason(no) for no in again(scene.mia, pushes=(push,))[1]] == ["day"]
    push = scene.mia.push_of(scene.area, 0, (row("a"), b"a"), day=today + 1 + AHEAD)
    assert again(scene.mia, pushes=(push,))[1] == [None]
    scene.mia.remember(push)
    done(*scene.phones)

    late = scene.mia.push_of(scene.area, 0, (row("b"), b"b"), day=today + AHEAD + 2)
    assert reason(scene.mia.sync(pushes=(late,)).push_answers[0]) == "day"
    fine = scene.mia.push_of(scene.area, 0, (row("b"), b"b"), day=today + 1 + AHEAD)
    assert scene.mia.sync(pushes=(fine,)).push_answers == (None,)


def test_logs_come_again_from_anybody_and_shut_the_door_before_their_heads_are_here(scene: Scene) -> None:
    karen, mia, omar, area = scene.org.karen, scene.mia, scene.omar, scene.area
    push = lost_push(scene, (row("after"), b"after"))
    assert close(karen, area, mia) is None
    end = karen.logs[area][-1]
    scene.restore()

    assert again(omar, entries=(end.raw,))[0] == [None]
    with pytest.raises(LoginNeeded):
        mia.sync()
    assert reason(again(omar, pushes=(replace(push, head=_other(mia, push)),))[1][0]) == "final"
    assert again(omar, pushes=(push,))[1] == [None]
    mia.login()
    more = mia.push_of(area, 0, (row("more"), b"more"))
    assert reason(again(omar, pushes=(more,))[1][0]) == "stranger"
    assert reason(again(mia, pushes=(more,))[1][0]) == "late"
    _, ((_, _, _, mine),) = have(mia, area)
    assert [one[2] for one in mine] == [more.head.n]
    _, ((_, _, _, seen),) = have(omar, area)
    assert [one[2] for one in seen] == [push.head.n]


def _other(phone: Phone, push: Push) -> Head:
    """Another head of hers over the same rows, with the same n."""
    head = replace(push.head, seen=b"other" * 8)
    return replace(head, signature=phone.key.sign(head.signed))


def test_words_beyond_an_end_that_comes_again_make_way_for_it(scene: Scene) -> None:
    """She who was shut out came first, with more than she had said by then; all are asked to offer anew."""
    karen, mia, omar, area = scene.org.karen, scene.mia, scene.omar, scene.area
    assert close(karen, area, mia) is None
    end = karen.logs[area][-1]
    scene.restore()
    sneaked = mia.push_of(area, 0, (row("sneaked"), b"sneaked"))
    assert again(mia, pushes=(sneaked,))[1] == [None]
    done(mia, omar)

    assert again(omar, entries=(end.raw,))[0] == [None]
    omar.login()
    with pytest.raises(Untold):
        omar.sync()
    _, ((_, number, _, seen),) = have(omar, area)

    assert (number, seen) == (end.number, [])
    assert again(omar, pushes=(scene.first,))[1] == [None]


def test_without_a_restore_a_close_still_names_the_heads_that_are_here(scene: Scene) -> None:
    karen, mia, area = scene.org.karen, scene.mia, scene.area
    karen.sync_all()
    tip = karen.logs[area][-1]
    claims = [[[mia.grants[area], b""]], [], []]
    entry = make_entry(area, tip.number + 1, tip.hash, Kind.CLOSE, karen.key.public, claims, b"", karen.key.sign)

    assert reason(again(karen, entries=(entry.raw,))[0][0]) == "final"


def test_a_device_that_the_hub_forgot_brings_the_entries_that_let_it_in(scene: Scene) -> None:
    org = scene.org
    zoe = org.member((scene.area, 0, 0))
    zoe.sync_all()
    logs = [entry.raw for circle in (org.root, scene.area) for entry in zoe.logs[circle]]
    scene.restore()
    with pytest.raises(NotFound):
        zoe.login()

    assert again(zoe, token=b"", entries=tuple(logs)) == ([None] * len(logs), [])
    zoe.login()
    done(zoe, *scene.phones)
    zoe.push(scene.area, 0, (row("zoe"), b"zoe"))


def test_nobody_brings_more_than_entries_and_only_signed_ones(scene: Scene) -> None:
    karen, area = scene.org.karen, scene.area
    entry = karen.grant_entry(area, os.urandom(16), device=os.urandom(32))
    forged = Entry.read(entry.raw[:-64] + bytes(64))
    scene.restore()

    assert [reason(no) for no in again(karen, token=b"", entries=(forged.raw,))[0]] == ["signature"]
    with pytest.raises(NotFound):
        again(karen, token=b"", entries=(Phone(scene.org.hub).found_entry().raw,))
    with pytest.raises(NotFound):
        again(karen, token=b"")
    for more in ({"newest": bytes(16)}, {"staged": (_version(),)}):
        with pytest.raises(Malformed):
            again(karen, token=b"", **more)


def _version() -> Version:
    return Version(bytes(16), bytes(16), bytes(16), 1, 0, 1, bytes(12), bytes(20))


def test_who_was_shut_out_of_all_adds_nothing_under_the_name_of_healing(scene: Scene) -> None:
    karen, mia, root = scene.org.karen, scene.mia, scene.org.root
    assert close(karen, root, mia) is None
    scene.restore()
    again(scene.omar, entries=(karen.logs[root][-1].raw,))
    mia.login()

    push = mia.push_of(scene.area, 0, (row("a"), b"a"))
    assert reason(again(mia, pushes=(push,))[1][0]) == "closed"


def test_a_circle_founded_after_the_copy_comes_back_and_waits_for_its_own(scene: Scene) -> None:
    karen, mia = scene.org.karen, scene.mia
    circle = karen.found_circle()
    karen.grant(circle, mia)
    mia.sync_all()
    mia.push(circle, 0, (row("a"), b"a"))
    scene.restore()

    assert again(karen, entries=tuple(entry.raw for entry in karen.logs[circle]))[0] == [None, None]
    done(karen, scene.omar)
    no = karen.sync(pushes=(karen.push_of(circle, 0, (row("k"), b"k")),)).push_answers
    done(mia)

    assert [error_parts(one) for one in no] == [[Code.UNTOLD]]
    karen.push(circle, 0, (row("k"), b"k"))
