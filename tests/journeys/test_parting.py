"""They go their own ways: the mentor's way into that one file is closed, and nobody loses what she wrote."""

from __future__ import annotations

import pytest

from app.journeys.handover import set_contact
from app.journeys.matching import end_match, has_file, lost_mentor, matches_of, propose
from app.journeys.parting import loses_file, open_after_parting, part
from app.ports import Refusal
from app.records import MeetingNote, Mentee
from sync.entry import space_of
from tests.journeys.file_of_lise import lise_with_the_file
from tests.journeys.mentors_of_ours import found, new_mentor
from tests.leaving import CANARY, notes, person, say, told
from tests.world import Organisation, Phone, run


@pytest.mark.parametrize("who", ["worker", "coordinator"])
def test_what_is_written_afterwards_does_not_reach_her_and_what_she_wrote_stays(org: Organisation, who: str) -> None:
    lise, match = lise_with_the_file(org)
    say(lise, "fra Lise")
    org.world.sync_all()
    steward: Phone = getattr(org, who)
    run(part(steward.ports, mentee=org.cover(steward), shown=match))
    org.world.sync_all(3)
    heard = len(lise.wire.received)
    say(org.worker, CANARY)
    org.world.sync_all(3)

    assert notes(org.worker) == notes(org.mentor) == {"fra Lise", CANARY}
    assert lise.store.count(MeetingNote) == lise.store.count(Mentee) == 0
    assert not told(org.worker, org.file).stale
    later = b"".join(lise.wire.received[heard:])
    assert not any(space_of(org.file, rung) in later for rung in range(3))
    assert {place.kind for place in lise.store.places()} == {"public", "staff", "own"}
    (ended,) = matches_of(org.worker.ports, org.cover(org.worker))
    assert ended.ended_on
    assert not lost_mentor(org.worker.ports, org.cover(org.worker))  # Maja is there


def test_without_a_connection_nothing_ends(org: Organisation) -> None:
    _lise, match = lise_with_the_file(org)
    ports, cover = org.worker.ports, org.cover(org.worker)
    org.worker.cut()
    with pytest.raises(Refusal):
        run(part(ports, mentee=cover, shown=match))
    assert matches_of(ports, cover)[0].ended_on is None

    org.worker.mend()
    run(part(ports, mentee=cover, shown=match))
    assert matches_of(ports, cover)[0].ended_on
    assert not has_file(ports, cover, found(org.worker, match.mentor))


def test_her_contact_person_or_a_colleague_who_works_here_keeps_the_file(org: Organisation) -> None:
    lise, match = lise_with_the_file(org)
    ports = org.worker.ports
    set_contact(ports, shown=org.cover(org.worker), contact_person=person(lise).hex(), deputy="")
    run(part(ports, mentee=org.cover(org.worker), shown=match))
    cover, mentor = org.cover(org.worker), found(org.worker, match.mentor)
    assert has_file(ports, cover, mentor)
    assert open_after_parting(ports, cover) == []

    set_contact(ports, shown=cover, contact_person="", deputy="")
    cover = org.cover(org.worker)
    (still,) = open_after_parting(ports, cover)
    run(part(ports, mentee=cover, shown=still))
    assert not has_file(ports, cover, mentor)

    karen = new_mentor(org.worker, "Karen", person=person(org.coordinator).hex())
    hers = propose(ports, row=ports.new_row(), mentee=cover, mentor=karen)
    run(part(ports, mentee=cover, shown=hers))
    assert has_file(ports, cover, karen)


def test_another_match_that_holds_keeps_the_file_open(org: Organisation) -> None:
    lise, match = lise_with_the_file(org)
    ports, cover = org.worker.ports, org.cover(org.worker)
    again = new_mentor(org.worker, "Lise, leisure", person=person(lise).hex())
    other = propose(ports, row=ports.new_row(), mentee=cover, mentor=again)
    assert not loses_file(ports, cover, other)
    assert loses_file(ports, cover, match)


def test_the_file_says_when_the_last_mentor_went_her_own_way(org: Organisation) -> None:
    ports, cover = org.worker.ports, org.cover(org.worker)
    maja = new_mentor(org.worker, "Maja", person=person(org.mentor).hex())
    match = propose(ports, row=ports.new_row(), mentee=cover, mentor=maja)
    assert not lost_mentor(ports, cover)
    end_match(ports, shown=match)

    assert lost_mentor(ports, cover)
    assert [one.id for one in open_after_parting(ports, cover)] == [match.id]
