"""Voice messages between her and who is near: byte for byte, for those two, taken back, and gone after their time."""

from __future__ import annotations

import pytest

from app.domain.carrying import METERED
from app.domain.voice_messages import KEPT_DAYS, OTHERS_WAIT_DAYS
from app.journeys.attachments import content_of
from app.journeys.voice_messages import (
    hear,
    let_old_go,
    said_with,
    said_with_her,
    say_to,
    sound_of,
    take_back,
    to_be_heard,
)
from app.journeys.voices_waiting import how_many_wait
from app.platform import Recording
from app.ports import Refusal
from app.records import Attachment, VoiceMessage
from tests.journeys.lane import asks_for, files, on_wifi, step
from tests.journeys.spoken_to import to_her, to_the_mentor
from tests.journeys.voices import said, tone
from tests.world import Organisation, Phone, run


def heard_on(phone: Phone, message: VoiceMessage) -> bytes | None:
    sound = sound_of(phone.ports, message)
    return run(content_of(phone.ports, sound)) if sound else None


def test_what_she_says_comes_to_her_mentor_byte_for_byte_even_where_it_costs(org: Organisation) -> None:
    for phone in (org.mentee, org.mentor):
        phone.ports.platform.on_network = METERED  # type: ignore[attr-defined]
    to_the_mentor(org)
    step(org.mentee)
    step(org.mentor)

    (message,) = to_be_heard(org.mentor.ports)
    assert (message.name, message.seconds, message.sent) == ("Amina", 2, "2026-03-02T09:00")
    assert heard_on(org.mentor, message) is None  # nothing comes unasked where it costs
    sound = sound_of(org.mentor.ports, message)
    assert sound
    asks_for(org.mentor, sound)
    step(org.mentor)

    assert heard_on(org.mentor, message) == tone()
    for place in (org.mentee.wire.bytes_sent(), org.world.hub_disk(), org.mentor.disk(), org.mentee.disk()):
        assert tone()[:100] not in place
        assert b"audio/webm" not in place


def test_on_wifi_it_lies_ready_and_is_new_until_the_one_it_is_for_has_heard_it(org: Organisation) -> None:
    on_wifi(org.mentee, org.mentor, org.worker)
    to_the_mentor(org)
    step(org.mentee)
    for phone in (org.mentor, org.worker):
        step(phone)

    (message,) = to_be_heard(org.mentor.ports)
    assert heard_on(org.mentor, message) == tone()
    assert how_many_wait(org.worker.ports) == 0  # it is not for him
    assert said_with_her(org.worker.ports, org.cover(org.worker)) == []
    hear(org.worker.ports, message)
    step(org.worker)
    step(org.mentor)
    assert how_many_wait(org.mentor.ports) == 1

    hear(org.mentor.ports, message)
    step(org.mentor)
    step(org.mentee)
    assert how_many_wait(org.mentor.ports) == 0
    mentor = org.mentor.ports.me.person.hex()
    assert [one.heard for one in said_with(org.mentee.ports, other=mentor)] == [True]


def test_each_of_hers_hears_only_what_is_between_the_two(org: Organisation) -> None:
    to_her(org, org.mentor)
    to_her(org, org.worker)
    org.world.sync_all()

    names = {one.name for one in to_be_heard(org.mentee.ports)}
    assert names == {"Maja", "Sofie"}
    mentor = org.mentor.ports.me.person.hex()
    assert [one.name for one in said_with(org.mentee.ports, other=mentor)] == ["Maja"]
    assert [one.name for one in said_with_her(org.mentor.ports, org.cover(org.mentor))] == ["Maja"]


def test_who_said_it_takes_it_back_for_both_and_nobody_else_does(org: Organisation) -> None:
    on_wifi(org.mentee, org.mentor)
    message = to_the_mentor(org)
    step(org.mentee)
    step(org.mentor)
    with pytest.raises(Refusal):
        take_back(org.mentor.ports, to_be_heard(org.mentor.ports)[0])
    assert len(files(org.mentor)) == 1

    take_back(org.mentee.ports, message)
    hear(org.mentor.ports, message)  # at the same time
    for _ in range(2):
        step(org.mentee)
        step(org.mentor)

    for phone in (org.mentee, org.mentor):
        assert to_be_heard(phone.ports) == []
        assert phone.store.find(Attachment) == []
        assert files(phone) == []
    assert said_with_her(org.mentor.ports, org.cover(org.mentor)) == []
    with org.world.hub_store.read() as sql:
        assert list(sql("SELECT hash FROM chunk")) == []


def test_after_its_time_it_goes_from_every_phone_and_from_the_hub(org: Organisation) -> None:
    on_wifi(org.mentee, org.mentor)
    to_the_mentor(org)
    step(org.mentee)
    step(org.mentor)
    org.world.later(days=KEPT_DAYS)
    assert let_old_go(org.mentee.ports) == 0
    org.world.later(days=1)
    assert let_old_go(org.mentor.ports) == 0  # hers goes first
    assert let_old_go(org.mentee.ports) == 1
    step(org.mentee)
    step(org.mentor)

    for phone in (org.mentee, org.mentor):
        assert phone.store.find(VoiceMessage) == []
        assert files(phone) == []
    with org.world.hub_store.read() as sql:
        assert list(sql("SELECT hash FROM chunk")) == []


def test_another_phone_lets_it_go_when_hers_stays_off(org: Organisation) -> None:
    to_the_mentor(org)
    org.world.sync_all()
    org.world.later(days=KEPT_DAYS + OTHERS_WAIT_DAYS + 1)

    assert let_old_go(org.mentor.ports) == 1


def test_nothing_and_what_is_no_sound_are_refused(org: Organisation) -> None:
    for recording in (said(seconds=0.1), Recording(b"MZ", "application/exe", 3, -20.0)):
        with pytest.raises(Refusal):
            to_the_mentor(org, recording)
    assert org.mentee.store.find(VoiceMessage) == []


def test_two_taps_send_one(org: Organisation) -> None:
    ports = org.mentee.ports
    row, space = ports.new_row(), ports.store.space("plan")
    for _ in range(2):
        run(say_to(ports, row=row, space=space, to="", recording=said()))

    assert len(ports.store.find(VoiceMessage)) == len(ports.store.find(Attachment)) == 1
