"""The studio: who is trusted speaks, a second person confirms, phones of that language fetch and play exactly that."""

from __future__ import annotations

import pytest

from app.domain.carrying import FREE
from app.domain.studio import key_of
from app.i18n import Words
from app.i18n.prompts import prompts
from app.i18n.protected import SAID_TO_HER
from app.journeys.my_voice import agreed_on, my_recordings, take_my_voice_back
from app.journeys.studio import (
    confirm,
    coverage_of,
    may_speak,
    prompts_in,
    recorded_in,
    throw_away,
    trust,
    trust_no_more,
)
from app.journeys.studio_sound import there_of
from app.platform import Recording
from app.ports import Refusal
from app.records import Recorded
from app.storage.errors import NotYours
from tests.journeys.lane import files, on_wifi, step
from tests.journeys.speakers import content_of_text, first_prompt, records, trusts_the_mentor
from tests.journeys.voices import said, tone
from tests.world import Organisation, Phone, run


def in_arabic(phone: Phone, language: str = "ar") -> None:
    phone.ports.platform.remember("language", language)
    phone.ports.platform.on_network = FREE  # type: ignore[attr-defined]


def test_the_prompts_are_those_of_her_face_whole_and_without_blanks() -> None:
    texts = prompts()
    assert 100 < len(texts) < 400
    assert {text for text in SAID_TO_HER if "%(" not in text} <= set(texts)  # consents, rights, safety
    assert "No meeting yet." in texts
    assert "It stops somebody who picks up your phone. A longer one stops more." in texts
    assert not [text for text in texts if "%(" in text]
    assert Words("ar")("No meeting yet.") in {one.text for one in prompts_in("ar")}
    assert prompts_in("xx") == ()  # a language that is not on this phone


def test_only_who_is_trusted_in_that_language_records_and_only_what_is_heard_well(org: Organisation) -> None:
    key = first_prompt().key
    with pytest.raises(Refusal):
        records(org.mentor, key)
    with pytest.raises(Refusal):
        trust(org.mentor.ports, person=org.mentor.ports.me.person, name="Maja", language="ar")
    right = trusts_the_mentor(org)
    assert may_speak(org.mentor.ports, "ar")
    assert not may_speak(org.mentor.ports, "so")
    for bad in (said(db=-50.0), said(seconds=0.1), Recording(tone(), "audio/webm", 2, -3.0, 0.1)):
        with pytest.raises(Refusal):
            records(org.mentor, key, bad)
    records(org.mentor, key)

    trust_no_more(org.coordinator.ports, right)
    org.world.sync_all()
    with pytest.raises(Refusal):
        records(org.mentor, key)


def test_her_phone_plays_it_once_a_second_person_has_confirmed_it(org: Organisation) -> None:
    trusts_the_mentor(org)
    on_wifi(org.mentor, org.worker)
    in_arabic(org.mentee)
    prompt = first_prompt()
    mine = records(org.mentor, prompt.key)
    with pytest.raises(Refusal):
        confirm(org.mentor.ports, mine)
    step(org.mentor)
    step(org.worker)
    step(org.mentee)
    assert not there_of(org.mentee.ports)(prompt.key)
    assert coverage_of(org.worker.ports, "ar").waiting == 1

    (theirs,) = recorded_in(org.worker.ports, "ar", prompt.key)
    confirm(org.worker.ports, theirs)
    step(org.worker)
    step(org.mentee)

    assert there_of(org.mentee.ports)(prompt.key)
    assert run(content_of_text(org.mentee.ports, prompt.key)) == tone()
    assert not there_of(org.mentee.ports)(key_of("ar", prompt.text + "!"))
    far = coverage_of(org.mentee.ports, "ar")
    assert (far.ready, far.waiting, far.whole) == (1, 0, False)
    assert tone()[:100] not in org.world.hub_disk()


def test_a_phone_in_another_language_does_not_fetch_it(org: Organisation) -> None:
    trusts_the_mentor(org)
    on_wifi(org.mentor)
    in_arabic(org.mentee, "en")
    records(org.mentor, first_prompt().key)
    step(org.mentor)

    step(org.mentee)

    assert files(org.mentee) == []


def test_a_mentee_cannot_record_even_with_a_patched_app(org: Organisation) -> None:
    trust(org.coordinator.ports, person=org.mentee.ports.me.person, name="Amina", language="ar")
    org.world.sync_all()
    with pytest.raises(NotYours):
        records(org.mentee, first_prompt().key)
    assert org.mentee.store.find(Recorded) == []


def test_what_was_thrown_away_is_heard_nowhere(org: Organisation) -> None:
    trusts_the_mentor(org)
    on_wifi(org.mentor, org.worker)
    in_arabic(org.mentee)
    key = first_prompt().key
    records(org.mentor, key)
    step(org.mentor)
    step(org.worker)
    (shown,) = recorded_in(org.worker.ports, "ar")
    confirm(org.worker.ports, shown)
    for phone in (org.worker, org.mentee):
        step(phone)
    assert there_of(org.mentee.ports)(key)

    throw_away(org.coordinator.ports, _of(org.coordinator))
    for phone in (org.coordinator, org.mentor, org.worker, org.mentee):
        step(phone)
        assert files(phone) == []
    assert not there_of(org.mentee.ports)(key)


@pytest.mark.parametrize("all_of_it", [False, True], ids=["one recording", "all of her voice"])
def test_what_its_speaker_took_back_counts_nowhere_though_somebody_offline_confirmed_it(
    org: Organisation, all_of_it: bool
) -> None:
    trusts_the_mentor(org)
    key = first_prompt().key
    shown = records(org.mentor, key)
    org.world.sync_all()
    org.worker.cut()
    (theirs,) = recorded_in(org.worker.ports, "ar", key)
    confirm(org.worker.ports, theirs)
    if all_of_it:
        run(take_my_voice_back(org.mentor.ports))
    else:
        throw_away(org.mentor.ports, shown)
    org.world.sync_all()
    org.worker.mend()
    org.world.sync_all()
    org.world.sync_all()
    for phone in (org.mentor, org.worker, org.coordinator, org.mentee):
        assert recorded_in(phone.ports, "ar", key) == []
        assert coverage_of(phone.ports, "ar").ready == 0
    assert my_recordings(org.mentor.ports) == []
    assert agreed_on(org.mentor.ports) is None
    records(org.mentor, key)
    run(take_my_voice_back(org.mentor.ports))
    org.world.sync_all()
    assert org.coordinator.store.find(Recorded) == []  # nothing with her name is left


def _of(phone: Phone) -> Recorded:
    phone.sync()
    (shown,) = recorded_in(phone.ports, "ar")
    return shown
