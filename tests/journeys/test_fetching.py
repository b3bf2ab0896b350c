"""What is fetched: asked for together, where the hub has it, and not again and again where the phone has no room."""

from __future__ import annotations

import pytest

from app.domain.carrying import METERED
from app.i18n import Words
from app.journeys.attachments import how_far
from app.journeys.carrying import allow, allowance, carry
from app.journeys.closing import shut_out
from app.ports import NotKept
from app.records import Attachment
from app.storage.store import Store
from app.views.carrying import how_far_words
from sync.errors import JournalFull
from sync.lane import MISSING
from sync.parcels import FULL
from tests.journeys.lane import (
    LARGE,
    LETTER,
    asks_for,
    files,
    mentor_with_a_meeting,
    on_wifi,
    only,
    photograph,
    reads,
    shown,
    step,
)
from tests.leaving import person
from tests.world import Organisation, Phone, run


def fills_up(phone: Phone, patched: pytest.MonkeyPatch) -> None:
    """From now on no file is kept there."""

    async def full(*_: object) -> None:
        raise JournalFull("no room")

    patched.setattr(type(phone.ports.platform.chunks()), "keep", full)


def test_a_full_phone_fetches_a_part_once_a_day_or_at_her_tap_and_says_why(
    org: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    worker = org.worker
    on_wifi(mentor)
    photograph(mentor, meeting, LARGE)
    step(mentor)
    worker.ports.platform.on_network = METERED  # type: ignore[attr-defined]  # a desktop's
    allow(worker.ports, wifi_only=False, budget_mb=50)
    worker.sync()
    letter = only(worker)
    asks_for(worker, letter)
    worker.wire.sent.clear()

    with monkeypatch.context() as patched:
        fills_up(worker, patched)
        for _ in range(5):
            step(worker)
        assert worker.wire.paths().count("/get") == 1
        assert allowance(worker.ports).spent < 300_000
        assert how_far(worker.ports, letter).reason == FULL
        told = how_far_words(Words("da"), how_far(worker.ports, letter), worker.ports)
        assert told == "Telefonen har ikke plads til det. Gør plads, og åbn det igen."

        asks_for(worker, letter)
        step(worker)
        assert worker.wire.paths().count("/get") == 2
        org.world.later(days=1)
        for _ in range(2):
            step(worker)
        assert worker.wire.paths().count("/get") == 3

    org.world.later(days=1)
    step(worker)
    assert reads(worker, letter) == LARGE


def test_a_full_phone_keeps_its_rows_in_step_and_what_it_brings(
    org: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    on_wifi(mentor, org.worker)
    for content in (LETTER, LETTER * 2, LETTER * 3):
        photograph(mentor, meeting, content)
    step(mentor)
    own = photograph(org.worker, meeting, LETTER * 4)

    fills_up(org.worker, monkeypatch)
    step(org.worker)

    assert org.worker.wire.paths().count("/get") == 1
    assert how_far(org.worker.ports, own).there == 1
    others = [one for one in org.worker.store.find(Attachment) if one.id != own.id]
    assert {how_far(org.worker.ports, one).reason for one in others} == {FULL}


def test_a_full_phone_that_cannot_write_what_goes_says_so_as_a_sync_does(
    org: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    on_wifi(mentor, org.worker)
    photograph(mentor, meeting, LETTER)
    step(mentor)
    step(org.worker)
    theirs = only(org.worker)
    with org.worker.store.write() as tx:
        tx.remove(theirs, org.worker.store.seen(theirs))
    step(org.worker)
    mentor.sync()

    def full(_: Store) -> None:
        raise NotKept

    with monkeypatch.context() as patched:
        patched.setattr(Store, "write", full)
        with pytest.raises(JournalFull):
            run(carry(mentor.ports))
    assert len(files(mentor)) == 1
    step(mentor)
    assert files(mentor) == []


def test_what_waited_on_a_phone_that_was_shut_out_is_said_to_be_lost(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    on_wifi(org.worker)
    photograph(mentor, meeting, LETTER)  # it waits for Wi-Fi
    step(mentor)
    step(org.worker)
    letter = only(org.worker)
    assert how_far(org.worker.ports, letter).reason == MISSING

    run(shut_out(org.coordinator.ports, person(mentor)))
    org.world.sync_all()
    step(org.worker)

    assert files(mentor) == []
    far = how_far(org.worker.ports, letter)
    told = {code: how_far_words(Words(code), far, org.worker.ports) for code in ("da", "ar")}
    assert told == {
        "da": "Det gik tabt sammen med den telefon, det blev lavet på.",
        "ar": "ضاعت مع الهاتف الذي صُنعت فيه.",
    }


def test_parts_that_the_hub_has_not_are_asked_for_in_one_question(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    letters = [photograph(mentor, meeting, LETTER * times) for times in range(1, 21)]
    mentor.sync()
    worker = org.worker
    on_wifi(worker)
    worker.sync()
    worker.wire.sent.clear()

    run(carry(worker.ports))
    assert worker.wire.paths() == ["/lack"]
    assert {how_far(worker.ports, one).reason for one in letters} == {MISSING}

    on_wifi(mentor)
    step(mentor)
    run(carry(worker.ports))
    assert worker.wire.paths().count("/get") == 20
    assert None not in shown(worker, meeting)
