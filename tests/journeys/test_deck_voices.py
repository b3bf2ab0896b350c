"""Words of the decks in people's voices: said in the studio, confirmed, heard in turn where they are practised."""

from __future__ import annotations

import pytest

from app.domain.aloud import DANISH
from app.domain.studio import key_of, voices
from app.journeys.my_voice import agreed_on, my_recordings, take_my_voice_back
from app.journeys.studio import confirm, record_text, recorded_in, trust
from app.journeys.studio_sound import not_here, sounds_of, there_of
from app.ports import Refusal
from app.records import Attachment, Recorded
from tests.journeys.lane import files, on_wifi, step
from tests.journeys.speakers import content_of_text
from tests.journeys.voices import said, tone
from tests.world import Organisation, Phone, run

MOP, CLOTH = key_of(DANISH, "en moppe"), key_of(DANISH, "en klud")
HIGH, LOW = 880, 330


def says(phone: Phone, key: str, hertz: int = HIGH, *, agrees: bool = True) -> Recorded:
    ports, sound = phone.ports, said(tone(hertz=hertz))
    return run(record_text(ports, row=ports.new_row(), language=DANISH, key=key, recording=sound, agrees=agrees))


def trusts(org: Organisation, *phones: Phone) -> None:
    for phone in phones:
        trust(org.coordinator.ports, person=phone.ports.me.person, name="Maja", language=DANISH)
    org.world.sync_all()
    on_wifi(*phones, org.coordinator, org.mentee)


def confirmed(org: Organisation, *phones: Phone) -> None:
    """The coordinator listens to all that was said, and the phones carry it."""
    for phone in (*phones, org.coordinator):
        step(phone)
    for one in recorded_in(org.coordinator.ports, DANISH):
        confirm(org.coordinator.ports, one)
    for phone in (org.coordinator, *phones, org.mentee):
        step(phone)


def test_nobody_records_before_she_says_that_all_may_hear_her_and_says_it_once(org: Organisation) -> None:
    trusts(org, org.mentor)
    with pytest.raises(Refusal):
        says(org.mentor, MOP, agrees=False)
    assert org.mentor.store.find(Recorded) == []
    assert says(org.mentor, MOP).agreed_on == org.mentor.ports.today()
    assert says(org.mentor, CLOTH, agrees=False).agreed_on == agreed_on(org.mentor.ports)


def test_two_people_say_a_word_each_once_and_a_third_is_not_needed(org: Organisation) -> None:
    trusts(org, org.mentor, org.worker, org.coordinator)
    says(org.mentor, MOP)
    with pytest.raises(Refusal):
        says(org.mentor, MOP)
    step(org.mentor)
    step(org.worker)
    says(org.worker, MOP)
    step(org.worker)
    step(org.coordinator)
    with pytest.raises(Refusal):
        says(org.coordinator, MOP)
    far = voices([MOP, CLOTH], recorded_in(org.coordinator.ports, DANISH))
    assert (far.nobody, far.one, far.two, far.waiting) == (2, 0, 0, 1)  # nobody has listened yet


def test_she_hears_two_voices_in_turn_and_one_after_the_other_by_one_person(org: Organisation) -> None:
    trusts(org, org.mentor, org.worker)
    says(org.mentor, MOP, HIGH)
    step(org.mentor)
    step(org.worker)
    says(org.worker, MOP, LOW)
    says(org.worker, CLOTH, LOW)
    assert not there_of(org.mentee.ports)(MOP)
    confirmed(org, org.mentor, org.worker)
    hers = org.mentee.ports

    heard = [run(content_of_text(hers, MOP)) for _ in range(4)]
    assert heard[:2] == heard[2:]
    assert set(heard[:2]) == {tone(hertz=HIGH), tone(hertz=LOW)}
    for _ in range(3):
        both = sounds_of(hers, [MOP, CLOTH, MOP])
        by = {one.speaker for one in hers.store.find(Recorded) for sound in both if sound.row == one.id}
        assert by == {org.worker.ports.me.person.hex()}  # who has said both
    assert not_here(hers, {DANISH}) == []


def test_who_takes_her_voice_back_is_heard_nowhere_and_others_still_are(org: Organisation) -> None:
    trusts(org, org.mentor, org.worker)
    says(org.mentor, MOP, HIGH)
    step(org.mentor)
    step(org.worker)
    says(org.worker, MOP, LOW)
    says(org.mentor, CLOTH, HIGH)
    confirmed(org, org.mentor, org.worker)
    assert len(my_recordings(org.mentor.ports)) == 2

    run(take_my_voice_back(org.mentor.ports))
    for phone in (org.mentor, org.worker, org.coordinator, org.mentee):
        step(phone)

    assert my_recordings(org.mentor.ports) == []
    assert agreed_on(org.mentor.ports) is None  # she is asked again
    assert not there_of(org.mentee.ports)(CLOTH)
    assert {run(content_of_text(org.mentee.ports, MOP)) for _ in range(2)} == {tone(hertz=LOW)}
    assert len(org.mentee.store.find(Attachment)) == len(files(org.mentee)) == 1
