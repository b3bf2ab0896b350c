"""Rows that a steward erased: on either kind of database only their leaves are left, wherever they lay."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from sync.entry import Kind, make_entry, space_of
from sync.hub.desk import check
from sync.packing import unpack
from sync.version import NO_WORDS, NOTHING, Version
from sync.wire import Push
from tests.hub.closing import bring, close
from tests.hub.conftest import Organisation, found
from tests.hub.phones import Hub, Phone, row
from tests.hub.restoring import Scene, again, done, lost_push, reason, scene_of

HERS, OTHERS = row("hers"), row("others")


@pytest.fixture
def scene(organisation: Organisation) -> Scene:
    """On either kind of database."""
    return scene_of(organisation)


def erase(by: Phone, circle: bytes, *rows: bytes, rung: int = 0) -> str | None:
    """Why the hub did not take the entry, or None."""
    return reason(bring(by, circle, Kind.ERASE, [[[space_of(circle, rung), one] for one in rows]]))


def kept(hub: Hub, name: bytes) -> list[Version]:
    with hub.store.read() as sql:
        rows = sql("SELECT space, row, author, n, epoch, suite, nonce, sealed FROM version WHERE row = ?", name)
    return [Version(*one) for one in rows]


def bytes_of(hub: Hub) -> bytes:
    """All that lies there; of a file what an operator reads in it."""
    return b"".join(hub.copy().values())


def wrong(hub: Hub) -> list[str]:
    found: list[str] = check(hub.store, {})["wrong"]
    return found


def test_what_everybody_said_of_the_row_is_gone_and_its_place_and_number_stay(scene: Scene) -> None:
    hub, karen, mia, omar = scene.org.hub, scene.org.karen, scene.mia, scene.omar
    mia.push(scene.area, 0, (HERS, b"her words"), (OTHERS, b"of another"))
    omar.push(scene.area, 0, (HERS, b"his words"))
    before = {one.author: one for one in kept(hub, HERS)}

    assert erase(karen, scene.area, HERS) is None

    after = {one.author: one for one in kept(hub, HERS)}
    assert after == {author: one.without_words for author, one in before.items()}
    assert {one.leaf for one in after.values()} == {one.leaf for one in before.values()}
    assert [one.suite for one in kept(hub, OTHERS)] == [1]
    lies = bytes_of(hub)
    assert b"of another" in lies
    if isinstance(hub.database, Path):  # PostgreSQL forgets with VACUUM
        assert b"her words" not in lies
        assert b"his words" not in lies
    assert wrong(hub) == []


def test_nobody_pulls_it_anew_and_a_new_member_gets_the_leaf(scene: Scene) -> None:
    scene.mia.push(scene.area, 0, (HERS, b"her words"))
    for phone in scene.phones:
        phone.sync_all()
    assert erase(scene.org.karen, scene.area, HERS) is None

    scene.omar.got.clear()
    scene.omar.sync_all()
    new = scene.org.member((scene.area, 0, 0))
    new.sync_all()

    assert [one for one in scene.omar.got if isinstance(one, Version)] == []
    given = {one.row: one for one in new.got if isinstance(one, Version)}
    assert (given[HERS].suite, given[HERS].nonce, len(given[HERS].sealed)) == (NO_WORDS, NOTHING, 32)
    assert b"before" in new.bodies()


def test_its_authors_go_on_and_what_they_say_of_it_later_is_answered_and_kept_as_a_leaf(scene: Scene) -> None:
    hub, mia = scene.org.hub, scene.mia
    mia.push(scene.area, 0, (HERS, b"her words"))
    assert erase(scene.org.karen, scene.area, HERS) is None
    mia.sync_all()

    late = mia.push_of(scene.area, 0, (HERS, b"more words"), (OTHERS, b"of another"))
    answers = [mia.sync(pushes=(late,)).push_answers, mia.sync(pushes=(late,)).push_answers]
    mia.remember(late)
    mia.push(scene.area, 0, (OTHERS, b"still others"))

    assert answers == [(None,), (None,)]
    (left,) = kept(hub, HERS)
    assert left == late.versions[0].without_words
    assert wrong(hub) == []


def test_an_entry_and_words_of_the_row_in_one_request(scene: Scene) -> None:
    hub, karen = scene.org.hub, scene.org.karen
    karen.sync_all()
    tip = karen.logs[scene.area][-1]
    space = space_of(scene.area, 0)
    claims = [[[space, HERS]]]
    entry = make_entry(scene.area, tip.number + 1, tip.hash, Kind.ERASE, karen.key.public, claims, b"", karen.key.sign)
    push = karen.push_of(scene.area, 0, (HERS, b"her words"))

    answer = karen.sync(entries=(entry.raw,), pushes=(push,))

    assert (answer.entry_answers, answer.push_answers) == ((None,), (None,))
    assert [one.suite for one in kept(hub, HERS)] == [NO_WORDS]


# -- who may


def test_who_is_no_steward_of_the_circle_and_of_the_organisation_erases_nothing(scene: Scene) -> None:
    scene.mia.push(scene.area, 0, (HERS, b"her words"))

    assert erase(scene.mia, scene.area, HERS) == "steward"  # of nothing
    assert erase(scene.omar, scene.area, HERS) == "steward"  # of the circle alone
    assert [one.suite for one in kept(scene.org.hub, HERS)] == [1]


def test_rows_of_another_circle_and_what_is_no_list_of_rows_are_refused(scene: Scene) -> None:
    karen = scene.org.karen
    foreign: list[object] = [[[space_of(scene.org.file, 0), HERS]]]

    assert reason(bring(karen, scene.area, Kind.ERASE, foreign)) == "kind"
    assert reason(bring(karen, scene.area, Kind.ERASE, [[]])) == "kind"
    assert reason(bring(karen, scene.area, Kind.ERASE, [[[space_of(scene.area, 0), b"short"]]])) == "kind"
    assert erase(karen, scene.area, *(row(n) for n in range(513))) == "kind"
    assert erase(karen, scene.area, *(row(n) for n in range(512))) is None


def test_a_hub_takes_none_before_its_operator_says_so(database: Path | str) -> None:
    hub = Hub(database, erases=False)
    org = found(hub)

    before = erase(org.karen, org.area, HERS)
    hub.erases = True
    hub.again()

    assert (before, erase(org.karen, org.area, HERS)) == ("kind", None)
    hub.close()


def test_a_leaf_of_a_row_that_no_entry_erases_is_refused(scene: Scene) -> None:
    hub, mia = scene.org.hub, scene.mia
    push = mia.push_of(scene.area, 0, (HERS, b"her words"))
    blank = replace(push, versions=tuple(one.without_words for one in push.versions))

    (no,) = mia.sync(pushes=(blank,)).push_answers

    assert reason(no) == "kind"
    assert kept(hub, HERS) == []


@pytest.mark.parametrize("other", [{"nonce": b"n" * 12}, {"sealed": bytes(31)}, {"sealed": bytes(33)}])
def test_what_only_looks_like_a_leaf_is_of_a_suite_that_nobody_knows(other: dict[str, bytes]) -> None:
    version = Version(bytes(16), HERS, bytes(16), 1, 0, 1, b"n" * 12, bytes(40)).without_words
    odd = version._replace(**other)  # type: ignore[arg-type]

    assert (version.is_blank, version.leaf) == (True, version.sealed)
    assert (odd.is_blank, odd.leaf) == (False, sha256(odd.aad + odd.nonce + odd.sealed).digest())
    assert odd.without_words.sealed == odd.leaf


# -- late work


def test_words_in_the_late_lane_are_erased_and_the_rest_of_it_counts_when_it_is_admitted(scene: Scene) -> None:
    hub, karen, mia = scene.org.hub, scene.org.karen, scene.mia
    mia.push(scene.area, 0, (HERS, b"her words"))
    assert close(karen, scene.area, mia) is None
    mia.login()
    first = mia.push_of(scene.area, 0, (HERS, b"late words"), (OTHERS, b"late of another"))
    assert [reason(no) for no in mia.sync(pushes=(first,)).push_answers] == ["late"]
    mia.remember(first)

    assert erase(karen, scene.area, HERS) is None
    second = mia.push_of(scene.area, 0, (HERS, b"later words"))
    assert [reason(no) for no in mia.sync(pushes=(second, first)).push_answers] == ["late", "late"]

    with hub.store.read() as sql:
        pushes = [Push.read(unpack(raw, 1 << 20)) for (raw,) in sql("SELECT push FROM late ORDER BY n")]
    assert [one.suite for push in pushes for one in push.versions] == [NO_WORDS, 1, NO_WORDS]
    assert wrong(hub) == []
    head = second.head
    admit = bring(karen, scene.area, Kind.ADMIT, [[[head.space, head.author, head.n, head.hash]]])
    assert reason(admit) is None
    assert {one.suite for one in kept(hub, HERS)} == {NO_WORDS}
    assert b"late of another" in {one.sealed.rstrip(b".") for one in kept(hub, OTHERS)}
    assert wrong(hub) == []


# -- a hub that was put back


def entries_after(phone: Phone, circle: bytes, number: int) -> tuple[bytes, ...]:
    return tuple(one.raw for one in phone.logs[circle] if one.number > number)


def test_a_hub_put_back_from_before_erases_again_when_it_hears_of_it(scene: Scene) -> None:
    hub, karen, mia = scene.org.hub, scene.org.karen, scene.mia
    tip = karen.logs[scene.area][-1].number
    first = scene.first.versions[0].row
    assert erase(karen, scene.area, first) is None
    mia.sync_all()

    scene.restore()
    assert [one.suite for one in kept(hub, first)] == [1]  # as the copy has it
    answers, _ = again(karen, entries=entries_after(karen, scene.area, tip))
    done(*scene.phones)

    assert answers == [None]
    assert [one.suite for one in kept(hub, first)] == [NO_WORDS]
    assert wrong(hub) == []


def lost_and_erased(scene: Scene) -> tuple[Push, tuple[bytes, ...]]:
    """What the hub will have lost of two rows once it is put back, and the entries that erase the first of them."""
    karen = scene.org.karen
    push = lost_push(scene, (HERS, b"her words"), (OTHERS, b"of another"))
    karen.sync_all()
    tip = karen.logs[scene.area][-1].number
    assert erase(karen, scene.area, HERS) is None
    return push, entries_after(karen, scene.area, tip)


def test_who_had_not_heard_of_it_brings_no_words_back(scene: Scene) -> None:
    hub, karen, mia = scene.org.hub, scene.org.karen, scene.mia
    push, entries = lost_and_erased(scene)

    scene.restore()
    again(karen, entries=entries)
    again(mia, staged=push.versions[:1])
    with hub.store.read() as sql:
        staged = [unpack(raw, 1 << 20)[3] for (raw,) in sql("SELECT version FROM again")]
    _, answers = again(mia, pushes=(replace(push, versions=push.versions[1:]),))
    done(*scene.phones)

    assert staged == [NO_WORDS]
    assert answers == [None]
    assert [one.suite for one in kept(hub, HERS)] == [NO_WORDS]
    assert wrong(hub) == []


def test_what_was_staged_before_the_entry_came_again_is_erased_too(scene: Scene) -> None:
    hub, karen, mia = scene.org.hub, scene.org.karen, scene.mia
    push, entries = lost_and_erased(scene)

    scene.restore()
    again(mia, staged=push.versions[:1])
    again(karen, entries=entries)
    _, answers = again(mia, pushes=(replace(push, versions=push.versions[1:]),))

    assert answers == [None]
    assert [one.suite for one in kept(hub, HERS)] == [NO_WORDS]


def test_a_phone_that_has_only_leaves_heals_the_hub_with_them(scene: Scene) -> None:
    hub, karen, omar = scene.org.hub, scene.org.karen, scene.omar
    push, entries = lost_and_erased(scene)
    left = replace(push, versions=(push.versions[0].without_words, push.versions[1]))

    scene.restore()
    _, early = again(omar, pushes=(left,))
    again(karen, entries=entries)
    _, late = again(omar, pushes=(left,))

    assert [reason(no) for no in early] == ["kind"]
    assert late == [None]
    assert [one.suite for one in kept(hub, HERS)] == [NO_WORDS]
    assert wrong(hub) == []


def test_a_copy_that_was_made_afterwards_has_no_bytes_of_it(scene: Scene) -> None:
    hub = scene.org.hub
    scene.mia.push(scene.area, 0, (HERS, b"her words"))
    assert erase(scene.org.karen, scene.area, HERS) is None

    copy = hub.copy()
    hub.put_back(copy)

    assert [one.suite for one in kept(hub, HERS)] == [NO_WORDS]
    assert wrong(hub) == []


def test_a_row_that_lost_its_words_without_an_entry_is_found_by_check(scene: Scene) -> None:
    hub = scene.org.hub
    scene.mia.push(scene.area, 0, (HERS, b"her words"))
    with hub.store.write() as sql:
        sql("UPDATE version SET suite = 0, nonce = ?, sealed = leaf WHERE row = ?", NOTHING, HERS)

    assert [said.endswith("are without words that nobody erased") for said in wrong(hub)] == [True]
