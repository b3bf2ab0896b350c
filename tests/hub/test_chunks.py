"""Chunks of attachments: kept for who reads a space now, byte for byte, and for nobody else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sync.chunk import ASKED_MAX, SEALED_MAX, name_of
from sync.codes import Reason, pack_request
from sync.entry import Kind, make_entry, space_of
from sync.errors import LoginNeeded, Malformed, NotFound, Refused
from sync.hub.limits import Room
from tests.hub.chunks import get, put
from tests.hub.conftest import Organisation, found
from tests.hub.phones import PLENTY, Hub, Key, Phone


def lack(phone: Phone, space: bytes, *names: bytes) -> list[bytes]:
    (lacking,) = phone.hub.ask("/lack", phone.token, space, list(names))
    return list(lacking)


def stored(hub: Hub, space: bytes) -> tuple[int, int]:
    """(what is counted, what lies there), bytes."""
    with hub.store.read() as sql:
        ((counted,),) = sql("SELECT stored FROM space WHERE space = ?", space)
        lies = sum(len(sealed) for (sealed,) in sql("SELECT sealed FROM chunk WHERE space = ?", space))
    return counted, lies


def test_what_one_member_brings_another_gets_byte_for_byte_also_after_a_restart(organisation: Organisation) -> None:
    karen, space = organisation.karen, space_of(organisation.area, 0)
    mia = organisation.member((organisation.area, 0, 0))
    whole = os.urandom(SEALED_MAX)

    name = put(karen, space, whole)
    organisation.hub.again()

    assert get(mia, space, name) == whole
    assert lack(mia, space, name, bytes(32)) == [bytes(32)]


def test_a_chunk_that_comes_again_is_kept_once(organisation: Organisation) -> None:
    karen, space = organisation.karen, space_of(organisation.area, 0)
    mia = organisation.member((organisation.area, 0, 0))

    for phone in (karen, karen, mia):
        put(phone, space, b"the same bytes")

    assert stored(organisation.hub, space) == (14, 14)


def test_bytes_of_another_name_are_not_taken(organisation: Organisation) -> None:
    karen, space = organisation.karen, space_of(organisation.area, 0)

    for name, sealed in ((name_of(b"one"), b"other"), (bytes(31), b"x"), (name_of(b""), b"")):
        with pytest.raises(Malformed):
            karen.hub.ask("/put", karen.token, space, name, sealed)
    large = os.urandom(SEALED_MAX + 1)
    with pytest.raises(Malformed):
        karen.hub.ask("/put", karen.token, space, name_of(large), large)
    with pytest.raises(Malformed):
        lack(karen, space, *([bytes(32)] * (ASKED_MAX + 1)))

    assert stored(organisation.hub, space) == (0, 0)


def test_a_space_that_is_not_hers_is_not_to_be_found_whatever_she_asks(organisation: Organisation) -> None:
    karen, file = organisation.karen, organisation.file
    mentee = organisation.member((file, 2, 0))
    notes, plan = space_of(file, 0), space_of(file, 2)
    name = put(karen, notes, b"of the notes")
    put(karen, plan, b"of the plan")
    foreign = found(organisation.hub).karen

    for phone, space in ((mentee, notes), (foreign, notes), (foreign, plan), (karen, os.urandom(16))):
        for asked in (lack, get):
            with pytest.raises(NotFound):
                asked(phone, space, name)
        with pytest.raises(NotFound):
            put(phone, space, b"slipped in")
        with pytest.raises(NotFound):
            phone.hub.ask("/drop", phone.token, space, [name])

    assert get(mentee, plan, name_of(b"of the plan")) == b"of the plan"
    with pytest.raises(NotFound):
        get(mentee, plan, name)


def test_nobody_is_served_without_a_login(organisation: Organisation) -> None:
    space = space_of(organisation.area, 0)
    name = put(organisation.karen, space, b"chunk")
    stranger = Phone(organisation.hub)

    for token in (bytes(16), os.urandom(16)):
        stranger.token = token
        with pytest.raises(LoginNeeded):
            get(stranger, space, name)
        with pytest.raises(LoginNeeded):
            put(stranger, space, b"chunk")
        with pytest.raises(LoginNeeded):
            lack(stranger, space, name)
        with pytest.raises(LoginNeeded):
            stranger.hub.ask("/drop", token, space, [name])


def test_who_was_closed_in_a_circle_gets_nothing_of_it_from_then_on(organisation: Organisation) -> None:
    karen, area, space = organisation.karen, organisation.area, space_of(organisation.area, 0)
    mia = organisation.member((area, 0, 0))
    name = put(mia, space, b"hers")
    tip = karen.logs[area][-1]
    claims = [[[mia.grants[area], b""]], [], []]
    close = make_entry(area, tip.number + 1, tip.hash, Kind.CLOSE, karen.key.public, claims, b"s", karen.key.sign)
    assert karen.sync(entries=(close.raw,)).entry_answers == (None,)

    mia.login()

    for step in (lambda: get(mia, space, name), lambda: put(mia, space, b"late"), lambda: lack(mia, space, name)):
        with pytest.raises(NotFound):
            step()
    assert get(karen, space, name) == b"hers"


def test_only_who_brought_a_chunk_or_a_steward_of_the_circle_erases_it(organisation: Organisation) -> None:
    karen, space, hub = organisation.karen, space_of(organisation.area, 0), organisation.hub
    mia, ida = (organisation.member((organisation.area, 0, 0)) for _ in range(2))
    hers, also = put(mia, space, b"hers"), put(mia, space, b"also hers")

    assert hub.ask("/drop", ida.token, space, [hers]) == []
    assert lack(ida, space, hers) == []

    for _ in range(2):
        assert hub.ask("/drop", mia.token, space, [hers]) == []
    assert hub.ask("/drop", karen.token, space, [also]) == []

    assert lack(ida, space, hers, also) == [hers, also]
    assert stored(hub, space) == (0, 0)


def test_what_another_brought_stays_and_keeps_nothing_else_from_being_erased(organisation: Organisation) -> None:
    space, hub = space_of(organisation.area, 0), organisation.hub
    mia, ida = (organisation.member((organisation.area, 0, 0)) for _ in range(2))
    first, foreign, last = put(mia, space, b"first"), put(ida, space, b"foreign"), put(mia, space, b"last")

    assert hub.ask("/drop", mia.token, space, [first, foreign, last]) == []

    assert lack(mia, space, first, foreign, last) == [first, last]
    assert stored(hub, space) == (7, 7)


def test_a_space_and_an_organisation_have_so_much_room_and_erasing_makes_room_again(database: Path | str) -> None:
    hub = Hub(database, rates=PLENTY, room=Room(organisation=30, space=20))
    organisation = found(hub)
    karen, area, case = organisation.karen, space_of(organisation.area, 0), space_of(organisation.file, 1)
    first = put(karen, area, b"15 bytes of it.")

    with pytest.raises(Refused) as no:
        put(karen, area, b"six.66")
    assert no.value.reason == Reason.ROOM
    put(karen, area, b"15 bytes of it.")
    put(karen, case, b"also 15 bytes..")
    with pytest.raises(Refused):
        put(karen, space_of(organisation.file, 0), b"!")

    hub.ask("/drop", karen.token, area, [first])
    put(karen, area, b"six.66")
    hub.close()


def test_bytes_that_the_disk_spoilt_are_given_to_nobody_and_taken_anew(organisation: Organisation) -> None:
    karen, hub, space = organisation.karen, organisation.hub, space_of(organisation.area, 0)
    mia = organisation.member((organisation.area, 0, 0))
    asked, brought = put(karen, space, b"asked for"), put(karen, space, b"brought again")
    for name in (asked, brought):
        spoil(hub, name)

    put(mia, space, b"brought again")
    assert get(karen, space, brought) == b"brought again"

    with pytest.raises(NotFound):
        get(mia, space, asked)
    assert lack(mia, space, asked, brought) == [asked]
    put(mia, space, b"asked for")
    assert get(karen, space, asked) == b"asked for"
    assert stored(hub, space) == (22, 22)


def spoil(hub: Hub, name: bytes) -> None:
    """As a bad disk does."""
    with hub.store.write() as sql:
        ((sealed,),) = sql("SELECT sealed FROM chunk WHERE hash = ?", name)
        sql("UPDATE chunk SET sealed = ? WHERE hash = ?", bytes([sealed[0] ^ 1]) + bytes(sealed[1:]), name)


def test_a_key_of_nobody_never_gets_a_word_about_what_is_there(organisation: Organisation) -> None:
    space = space_of(organisation.area, 0)
    name = put(organisation.karen, space, b"chunk")
    token = Key().public[:16]

    there = organisation.hub.post("/get", _asking(token, space, name)).content
    not_there = organisation.hub.post("/get", _asking(token, space, bytes(32))).content

    assert there == not_there


def _asking(token: bytes, space: bytes, name: bytes) -> bytes:
    return pack_request(token, space, name)
