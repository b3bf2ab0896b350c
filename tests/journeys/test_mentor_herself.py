"""A mentor says herself what she brings; when both said yes, her worker opens the file to her."""

from __future__ import annotations

import pytest

from app.domain.roles import MENTOR
from app.journeys.matching import give_file, has_file, may_give_file, says
from app.journeys.mentors import change_my_offer, mentors, my_offer
from app.ports import Refusal
from app.records import Match, Mentee
from app.storage.errors import NotYours
from tests.journeys.agreed_on import agreed_with
from tests.journeys.mentors_of_ours import found, new_mentor
from tests.world import Organisation, run


def test_when_both_said_yes_the_worker_opens_the_file_to_the_mentor(org: Organisation) -> None:
    lise = org.world.bring_in(org.coordinator, "Lise", MENTOR)
    org.world.sync_all()
    match = agreed_with(org, lise.ports.me.person.hex())
    ports, cover = org.worker.ports, org.cover(org.worker)
    mentor = found(org.worker, match.mentor)
    assert lise.store.find(Mentee) == []
    assert not has_file(ports, cover, mentor)
    run(give_file(ports, mentee=cover, shown=match))
    org.world.sync_all()

    assert [one.name for one in lise.store.find(Mentee)] == ["Amina"]
    assert {place.kind for place in lise.store.places()} >= {"notes", "case", "plan"}
    assert has_file(ports, cover, mentor)
    assert [may_give_file(phone.ports, cover) for phone in (org.worker, org.coordinator, lise)] == [True, False, False]


def test_no_file_is_opened_before_both_said_yes_or_to_nobody_known(org: Organisation) -> None:
    ports, cover = org.worker.ports, org.cover(org.worker)
    match = agreed_with(org, "")
    with pytest.raises(Refusal, match="who she is on the phone"):
        run(give_file(ports, mentee=cover, shown=match))
    says(ports, shown=match, mentor="no")
    with pytest.raises(Refusal, match="First both"):
        run(give_file(ports, mentee=cover, shown=org.worker.store.find(Match)[0]))


def test_a_mentor_says_herself_what_she_brings_and_nothing_of_another(org: Organisation) -> None:
    me = org.mentor.ports.me.person.hex()
    new_mentor(org.worker, "Maja", person=me, languages="da")
    other = new_mentor(org.worker, "Lise")
    org.world.sync_all()
    ports = org.mentor.ports
    mine = my_offer(ports)
    assert mine
    change_my_offer(ports, shown=mine, languages="ar da", capacity=3)
    with pytest.raises(Refusal, match="somebody else"):
        change_my_offer(ports, shown=other, languages="ar")
    for field in ("name", "person", "types", "ended_on"):
        with pytest.raises(NotYours):
            change_my_offer(ports, shown=mine, **{field: ports.today() if field == "ended_on" else "x"})
    org.world.sync_all()
    assert [(one.name, one.languages, one.capacity) for one in mentors(org.coordinator.ports)] == [
        ("Lise", "", None),
        ("Maja", "ar da", 3),
    ]


def test_who_is_written_down_as_no_mentor_offers_nothing(org: Organisation) -> None:
    new_mentor(org.worker, "Lise")
    org.world.sync_all()
    assert my_offer(org.mentor.ports) is None
