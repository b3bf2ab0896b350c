"""What is taken away leaves the hub and every journal, whichever phone brought it and whichever takes it away."""

from __future__ import annotations

from typing import Any

import pytest

from app.journeys.attachments import take_away
from app.journeys.closing import shut_out
from app.journeys.meetings import remove_meeting
from app.journeys.my_voice import take_my_voice_back
from app.journeys.readmit import readmit
from app.journeys.studio import throw_away
from app.journeys.voice_messages import take_back
from app.records import Attachment, Recorded, VoiceMessage, altered
from sync.parcels import State
from tests.journeys.lane import (
    LARGE,
    LETTER,
    files,
    mentor_with_a_meeting,
    on_wifi,
    only,
    parcels,
    photograph,
    shown,
    step,
)
from tests.journeys.speakers import first_prompt, records, trusts_the_mentor
from tests.journeys.spoken_to import to_the_mentor
from tests.leaving import person
from tests.world import Organisation, Phone, run

THUMB = b"\xff\xd8 a small picture of her letter \xff\xd9"


def on_hub(org: Organisation) -> list[bytes]:
    """The names of all parts there."""
    with org.world.hub_store.read() as sql:
        return [bytes(name) for (name,) in sql("SELECT hash FROM chunk")]


def settle(*phones: Phone) -> None:
    """Each, three times, where it costs nothing."""
    on_wifi(*phones)
    for _ in range(3):
        for phone in phones:
            step(phone)


def said_of(phone: Phone, attachment: Attachment) -> dict[str, Any]:
    """What that phone's journal still says of the file, removed or not."""
    heard = phone.store._voices.of((bytes.fromhex(attachment.space), bytes.fromhex(attachment.id)))
    return {name: word.value for voice in heard.voices for name, word in voice.said.fields.items()}


def test_what_another_phone_brought_again_after_a_restore_is_erased_when_it_is_taken_back(org: Organisation) -> None:
    world = org.world
    message = to_the_mentor(org)
    copy = world.copy_hub()
    org.mentee.sync()
    settle(org.mentee, org.mentor)
    world.restore_hub(copy)
    org.mentee.cut()
    world.waive()
    step(org.mentor)
    assert len(on_hub(org)) == 1
    org.mentee.mend()
    also = to_the_mentor(org)
    step(org.mentee)
    assert len(on_hub(org)) == 2

    for row in (message.id, also.id):
        (said,) = org.mentee.store.find(VoiceMessage, VoiceMessage.id == row)
        take_back(org.mentee.ports, said)
    settle(org.mentee, org.mentor)

    assert on_hub(org) == []
    assert parcels(org.mentee).in_state(State.GONE) == parcels(org.mentor).in_state(State.GONE) == []


def test_a_voice_that_is_taken_back_on_a_new_phone_leaves_the_hub(org: Organisation) -> None:
    trusts_the_mentor(org)
    on_wifi(org.mentor)
    records(org.mentor, first_prompt().key)
    step(org.mentor)
    new = org.world.phone("Majas nye")
    new.join(run(readmit(org.worker.ports, person=person(org.mentor))))
    run(shut_out(org.coordinator.ports, person(org.mentor), org.mentor.ports.keyring.device))
    org.world.sync_all()
    assert len(on_hub(org)) == 1

    run(take_my_voice_back(new.ports))
    step(new)

    assert on_hub(org) == []


def test_a_steward_who_never_heard_a_recording_takes_it_from_the_hub(org: Organisation) -> None:
    trusts_the_mentor(org)
    on_wifi(org.mentor)
    records(org.mentor, first_prompt().key)
    step(org.mentor)
    run(shut_out(org.coordinator.ports, person(org.mentor)))
    org.world.sync_all()
    assert files(org.coordinator) == []

    (said,) = org.coordinator.store.find(Recorded)
    throw_away(org.coordinator.ports, said)
    settle(org.coordinator)

    assert on_hub(org) == []


def test_a_part_that_another_file_names_stays_when_one_of_the_two_goes(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    on_wifi(mentor)
    good = photograph(mentor, meeting, LETTER)
    with mentor.store.write() as tx:
        odd = tx.add(altered(good).model_copy(update={"id": mentor.ports.new_row()}))
    settle(mentor)
    org.worker.sync()

    (theirs,) = org.worker.store.find(Attachment, Attachment.id == odd.id)
    take_away(org.worker.ports, theirs, org.worker.store.seen(theirs))
    settle(org.worker, mentor)

    assert [name.hex() for name in on_hub(org)] == [good.chunks]
    assert shown(org.worker, meeting) == shown(mentor, meeting) == [LETTER]


@pytest.mark.parametrize("who", ["mentor", "worker"])
def test_nothing_of_a_letter_is_left_in_any_journal_whoever_takes_it_away(org: Organisation, who: str) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    goes = photograph(mentor, meeting, LETTER, thumb=THUMB)
    settle(mentor, org.worker)
    assert {"thumb", "key", "chunks"} <= set(said_of(org.worker, goes))

    phone = mentor if who == "mentor" else org.worker
    one = only(phone)
    take_away(phone.ports, one, phone.store.seen(one))
    settle(phone, mentor, org.worker)

    for each in (mentor, org.worker):
        assert each.store.find(Attachment) == []
        left = said_of(each, goes)
        assert [left.get(name, "") for name in ("key", "chunks", "thumb")] == ["", "", ""]
    assert files(mentor) == files(org.worker) == on_hub(org) == []


def test_two_who_take_a_letter_away_at_once_do_not_bring_it_back(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    photograph(mentor, meeting, LARGE)
    settle(mentor, org.worker)
    for phone in (mentor, org.worker):
        one = only(phone)
        take_away(phone.ports, one, phone.store.seen(one))

    settle(org.worker, mentor)

    assert mentor.store.find(Attachment) == org.worker.store.find(Attachment) == []
    assert files(mentor) == files(org.worker) == on_hub(org) == []


def test_a_meeting_that_is_taken_away_takes_its_photos_along(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    photograph(mentor, meeting, LETTER)
    settle(mentor, org.worker)
    theirs = next(one for one in org.worker.store.find(type(meeting)) if one.id == meeting.id)

    remove_meeting(org.worker.ports, shown=theirs, saw=org.worker.store.seen(theirs))
    settle(org.worker, mentor)

    assert mentor.store.find(Attachment) == org.worker.store.find(Attachment) == []
    assert files(mentor) == files(org.worker) == on_hub(org) == []
