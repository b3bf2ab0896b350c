"""A hub that lies is named on the screen: each way by its own words, on Today and where the sync is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

import pytest

from app.domain.roles import MENTOR, WORKER
from app.journeys.contacts import change_contact, log_contact
from app.journeys.invite import Invitation, invite, places_for
from app.keys.enrolment import Card
from app.keys.native import NativeProvider
from app.records import Contact
from sync.circles import circles_of
from sync.entry import Entry, Kind, make_entry
from sync.head import Head
from sync.version import Version
from sync.wire import Piece, SyncAnswer
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, Phone

TELL = "Tell your coordinator."
HELD_BACK = f"The server is holding something back. {TELL}"
CHANGED = f"Something from the server is missing or was changed. It is not shown. {TELL}"
OLDER = f"The server shows something older than this phone has seen. The newer one stands here. {TELL}"
UNSIGNED = f"The server brought something that nobody here signed. It does not count. {TELL}"
TWICE = f"The server says two different things in one place. What came first stands here. {TELL}"
LET_IN_BY_NOBODY = f"The server shows somebody whom nobody here let in. That person can read nothing. {TELL}"
PUT_BACK = f"The server was put back to an older copy. This phone brought it what was missing. {TELL}"
ALL = {HELD_BACK, CHANGED, OLDER, UNSIGNED, TWICE, LET_IN_BY_NOBODY, PUT_BACK}

Lie = Callable[[tuple[Piece, ...]], Iterable[Piece]]
NATIVE, SPY = NativeProvider(), bytes(range(32))


def lied_to(phone: Phone, lie: Lie) -> None:
    """From now on that phone hears what the lie makes of each answer."""

    def spoil(path: str, answer: bytes) -> bytes:
        if path != "/sync":
            return answer
        told = SyncAnswer.unpack(answer)
        return replace(told, pieces=tuple(lie(told.pieces))).pack()

    phone.wire.spoil = spoil


def without(unwanted: Callable[[Piece], bool]) -> Lie:
    return lambda pieces: (piece for piece in pieces if not unwanted(piece))


def says(phone: Phone, *words: str) -> None:
    """These, and none of the others, on Today and on the page of the sync."""

    async def walk(screen: Screen) -> None:
        for route in ("/", "/more/sync"):
            await screen.go(route)
            await screen.app.syncing.now(phone.ports)
            await screen.settle()
            assert {one for one in ALL if screen.sees(one)} == set(words), (route, screen.texts())

    show(phone, walk)


def log(phone: Phone, name: str) -> Contact:
    return log_contact(phone.ports, row=phone.ports.new_row(), name=name)


def names(phone: Phone) -> set[str]:
    return {one.name for one in phone.store.find(Contact)}


def area(phone: Phone) -> bytes:
    return bytes.fromhex(phone.store.places("area")[0].circle)


def grant_at(phone: Phone, back: int, device: bytes, sign: Callable[[bytes], bytes], by: bytes) -> Entry:
    """A grant `back` places before the next entry of the area's log, signed `by` a device the hub has, or had."""
    claims = [b"p" * 16, 0, 1, 0, b"", [[device, NATIVE.x_public(SPY), b"w"]]]
    told = circles_of(phone.store.journal).of(area(phone))
    assert told is not None
    number = told.number + 1 - back
    before = next(name for name, place in told.hashes.items() if place == number - 1)
    return make_entry(area(phone), number, before, Kind.GRANT, by, claims, b"", sign)


def test_one_that_tells_the_truth_in_another_order_is_not_accused(org: Organisation) -> None:
    for name in ("Hodan", "Leyla"):
        log(org.coordinator, name)
    org.coordinator.sync()
    lied_to(org.worker, reversed)

    says(org.worker)
    assert {"Hodan", "Leyla"} <= names(org.worker)


@pytest.mark.parametrize("kept", [Head, bytes])
def test_heads_or_logs_that_are_kept_back(org: Organisation, kept: type[Piece]) -> None:
    org.world.run(
        invite(org.coordinator.ports, member=Card("Ulla", WORKER), grants=places_for(org.coordinator.ports, WORKER))
    )
    log(org.coordinator, "Hodan")
    org.coordinator.sync()
    lied_to(org.worker, without(lambda piece: isinstance(piece, kept)))

    says(org.worker, HELD_BACK)
    assert "Hodan" not in names(org.worker)


def test_an_author_who_is_kept_back_while_another_has_seen_him(org: Organisation) -> None:
    ulla = org.world.bring_in(org.coordinator, "Ulla", WORKER)
    org.world.sync_all()
    log(org.coordinator, "Hodan")
    org.coordinator.sync()
    ulla.sync()
    log(ulla, "Leyla")
    ulla.sync()
    space = bytes.fromhex(org.coordinator.store.places("area")[0].space)
    author = org.coordinator.store.members.mine(space)
    lied_to(org.worker, without(lambda piece: not isinstance(piece, bytes) and piece.author == author))

    says(org.worker, HELD_BACK)
    assert names(org.worker) & {"Hodan", "Leyla"} == {"Leyla"}


def test_a_row_that_is_left_out(org: Organisation) -> None:
    left_out = bytes.fromhex(log(org.coordinator, "Hodan").id)
    log(org.coordinator, "Leyla")
    org.coordinator.sync()
    lied_to(org.worker, without(lambda piece: isinstance(piece, Version) and piece.row == left_out))

    says(org.worker, CHANGED)
    assert not names(org.worker) & {"Hodan", "Leyla"}


def test_rows_that_are_swapped(org: Organisation) -> None:
    rows = {bytes.fromhex(log(org.coordinator, name).id) for name in ("Hodan", "Leyla")}
    org.coordinator.sync()

    def swap(pieces: tuple[Piece, ...]) -> Iterable[Piece]:
        for piece in pieces:
            if isinstance(piece, Version) and piece.row in rows:
                yield piece._replace(row=next(iter(rows - {piece.row})))
            else:
                yield piece

    lied_to(org.worker, swap)

    says(org.worker, CHANGED)
    assert not names(org.worker) & {"Hodan", "Leyla"}


def test_an_old_head_that_is_shown_again(org: Organisation) -> None:
    seen: list[Piece] = []

    def keep(pieces: tuple[Piece, ...]) -> Iterable[Piece]:
        seen.extend(piece for piece in pieces if isinstance(piece, Head))
        return pieces

    contact = log(org.coordinator, "Hodan")
    org.coordinator.sync()
    lied_to(org.worker, keep)
    org.worker.sync()
    coordinator = org.coordinator
    change_contact(coordinator.ports, shown=contact, saw=coordinator.store.seen(contact), name="Hodan A.")
    org.coordinator.sync()
    org.worker.sync()
    lied_to(org.worker, lambda _: seen[:1])

    says(org.worker, OLDER)
    assert "Hodan A." in names(org.worker)


def test_a_head_that_its_author_did_not_sign(org: Organisation) -> None:
    log(org.coordinator, "Hodan")
    org.coordinator.sync()
    lied_to(
        org.worker,
        lambda pieces: (replace(one, signature=bytes(64)) if isinstance(one, Head) else one for one in pieces),
    )

    says(org.worker, UNSIGNED, HELD_BACK)  # and the rows lie there without a head
    assert "Hodan" not in names(org.worker)


def test_a_root_of_its_own_for_who_is_new(org: Organisation) -> None:
    root = org.coordinator.ports.keyring.me.root
    spy = NATIVE.ed_public(SPY)
    claims = [1, 0, bytes(16), NATIVE.x_public(SPY)]
    forged = make_entry(root, 0, b"", Kind.FOUND, spy, claims, b"", partial(NATIVE.sign, SPY)).raw
    invited: Invitation = org.world.run(
        invite(org.coordinator.ports, member=Card("Ulla", WORKER), grants=places_for(org.coordinator.ports, WORKER))
    )
    ulla = org.world.phone("Ulla")

    def own_root(pieces: tuple[Piece, ...]) -> Iterable[Piece]:
        for piece in pieces:
            first = isinstance(piece, bytes) and Entry.read(piece).circle == root and not Entry.read(piece).number
            yield forged if first else piece

    lied_to(ulla, own_root)
    ulla.join(invited)

    says(ulla, UNSIGNED, HELD_BACK)  # and the other logs cannot be followed without it


def test_somebody_whom_no_steward_let_in(org: Organisation) -> None:
    spy = NATIVE.ed_public(SPY)
    forged = grant_at(org.worker, 0, spy, partial(NATIVE.sign, SPY), spy)
    lied_to(org.worker, lambda _: (forged.raw,))

    says(org.worker, LET_IN_BY_NOBODY)


def test_a_log_that_is_told_in_two_ways(org: Organisation) -> None:
    keys = org.coordinator.ports.keyring
    rewritten = grant_at(org.worker, 1, bytes(32), keys.sign, keys.device)
    lied_to(org.worker, lambda _: (rewritten.raw,))

    says(org.worker, TWICE)


def test_one_that_is_put_back_in_silence(org: Organisation) -> None:
    copy = org.world.copy_hub()
    log(org.worker, "Hodan")
    org.worker.sync()
    org.world.restore_hub(copy, silently=True)

    says(org.worker, PUT_BACK)
    org.coordinator.sync()
    assert "Hodan" in names(org.coordinator)


def test_what_was_put_back_is_said_for_a_week(org: Organisation) -> None:
    org.world.restore_hub(org.world.copy_hub())
    org.world.sync_all(rounds=3)

    says(org.worker, PUT_BACK)
    org.world.later(days=8)
    says(org.worker)


def test_her_mentor_is_told_too(org: Organisation) -> None:
    cover = org.cover(org.worker)
    with org.worker.store.write() as tx:
        tx.change(cover, name="Amina A.")
    org.worker.sync()
    lied_to(org.mentor, without(lambda piece: isinstance(piece, Head)))

    says(org.mentor, HELD_BACK)
    assert org.mentor.ports.me.role == MENTOR
