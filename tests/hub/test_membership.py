"""Nobody is sent what is not theirs."""

from __future__ import annotations

import os

import pytest

from sync.entry import Entry, space_of
from sync.errors import LoginNeeded, NotFound, Refused
from sync.head import Head
from sync.version import Version
from sync.wire import SyncAnswer
from tests.hub.conftest import Organisation
from tests.hub.phones import Hub, Key, Phone, row


def speak_of_the_file(organisation: Organisation) -> None:
    for rung, words in enumerate((b"a note", b"a fact", b"a plan")):
        organisation.karen.push(organisation.file, rung, (row("mentee"), words))


def test_a_stranger_gets_nothing(organisation: Organisation) -> None:
    speak_of_the_file(organisation)
    stranger = Phone(organisation.hub)

    with pytest.raises(NotFound):
        stranger.login()
    for token in (b"", os.urandom(16), bytes(16)):
        stranger.token = token or bytes(16)
        with pytest.raises(LoginNeeded):
            stranger.sync()
    assert stranger.got == []


def test_a_member_of_another_organisation_gets_nothing(organisation: Organisation) -> None:
    speak_of_the_file(organisation)
    other = Phone(organisation.hub)
    other.found_organisation()

    other.sync_all(cursor=b"", loads=((organisation.file, b""), (organisation.root, b"")))

    assert {Entry.read(piece).signer for piece in other.got} == {other.key.public}


@pytest.mark.parametrize(
    ("rung", "words"), [(0, {b"a note", b"a fact", b"a plan"}), (1, {b"a fact", b"a plan"}), (2, {b"a plan"})]
)
def test_a_member_is_sent_her_rung_and_what_lies_below(
    organisation: Organisation, rung: int, words: set[bytes]
) -> None:
    phone = organisation.member((organisation.file, rung, 0))
    speak_of_the_file(organisation)
    spaces = {space_of(organisation.file, below) for below in range(rung, 3)}

    phone.sync_all()
    phone.sync_all(cursor=b"")
    phone.sync_all(loads=((organisation.file, b""), (organisation.area, b"")))

    assert phone.bodies() == words
    assert {piece.space for piece in phone.got if isinstance(piece, Version | Head)} == spaces


def test_no_byte_for_a_mentee_holds_what_stands_above_her(organisation: Organisation) -> None:
    mentee = organisation.member((organisation.file, 2, 0))
    speak_of_the_file(organisation)

    sent = mentee.ask_sync(cursor=b"").content + mentee.ask_sync(loads=((organisation.file, b""),)).content

    assert b"a plan" in sent
    assert b"a note" not in sent
    assert b"a fact" not in sent


def test_who_is_granted_later_loads_what_was_said_before(organisation: Organisation) -> None:
    speak_of_the_file(organisation)
    worker = organisation.member()
    worker.sync_all()
    assert worker.bodies() == set()

    organisation.karen.grant(organisation.file, worker, 1)
    worker.got.clear()
    worker.sync_all()
    (news,) = worker.got
    assert Entry.read(news).circle == organisation.file
    answer = worker.sync(loads=((organisation.file, b""),))

    assert worker.bodies() == {b"a fact", b"a plan"}
    assert [Entry.read(piece).number for piece in answer.pieces if isinstance(piece, bytes)] == [0, 1]
    assert answer.loads == ((organisation.file, worker.cursor, False),)


def test_nobody_writes_where_she_has_no_seat(organisation: Organisation) -> None:
    mentee = organisation.member((organisation.file, 2, 0))
    mentee.logs[organisation.file] = organisation.karen.logs[organisation.file]
    mentee.grants[organisation.area] = mentee.grants[organisation.file]
    mentee.logs[organisation.area] = organisation.karen.logs[organisation.area]

    for circle, rung in ((organisation.file, 0), (organisation.file, 1), (organisation.area, 0)):
        (no,) = mentee.sync(pushes=(mentee.push_of(circle, rung, (row("x"), b"mine now")),)).push_answers
        assert isinstance(no, Refused)
        assert no.reason == "stranger"

    assert mentee.push(organisation.file, 2, (row("x"), b"hers")).push_answers == (None,)


def test_nobody_writes_under_anothers_name(organisation: Organisation) -> None:
    thief = organisation.member((organisation.area, 0, 0))
    push = organisation.karen.push_of(organisation.area, 0, (row("x"), b"said by Karen"))

    (no,) = thief.sync(pushes=(push,)).push_answers

    assert isinstance(no, Refused)
    assert no.reason == "stranger"


def test_a_circle_that_is_not_yours_and_one_that_is_not_there_are_answered_alike(organisation: Organisation) -> None:
    speak_of_the_file(organisation)
    phone = organisation.member()
    phone.sync_all()
    ghost = os.urandom(16)

    there = phone.ask_sync(loads=((organisation.file, b""),)).content
    nowhere = phone.ask_sync(loads=((ghost, b""),)).content

    assert there.replace(organisation.file, ghost) == nowhere
    assert SyncAnswer.unpack(there).pieces == ()


def test_a_device_has_one_organisation(organisation: Organisation) -> None:
    thief = Phone(organisation.hub)
    thief.found_organisation()
    entry = thief.grant_entry(next(iter(thief.logs)), os.urandom(16), device=organisation.karen.key.public)

    (no,) = thief.sync(entries=(entry.raw,)).entry_answers

    assert isinstance(no, Refused)
    assert no.reason == "kind"
    organisation.karen.login()
    assert organisation.karen.push(organisation.area, 0, (row("x"), b"still hers")).push_answers == (None,)


def test_a_token_is_kept_as_a_hash_and_ends(hub: Hub, organisation: Organisation) -> None:
    karen = organisation.karen
    assert karen.token not in b"".join(hub.copy().values())
    karen.sync()

    hub.clock.ms += 12 * 60 * 60 * 1000
    with pytest.raises(LoginNeeded):
        karen.sync()
    karen.login()
    karen.sync()


def test_who_is_no_steward_leaves_ten_invitations_at_most(organisation: Organisation) -> None:
    """For one she lets in again; without an entry in a log a package opens nothing."""
    mentor = organisation.member((organisation.file, 0, 0))

    for _ in range(10):
        organisation.hub.ask("/invite", mentor.token, os.urandom(16), Key().public, b"package", 900)
    with pytest.raises(Refused, match="size"):
        organisation.hub.ask("/invite", mentor.token, os.urandom(16), Key().public, b"package", 900)
