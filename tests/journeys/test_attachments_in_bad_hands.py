"""Files that were damaged, a hub that lies, a member with a changed app: nothing false is shown, nothing good goes."""

from __future__ import annotations

from pathlib import Path

from app.journeys.attachments import how_far, take_away
from app.journeys.carrying import allowance
from app.records import Attachment, altered
from sync.lane import DAMAGED, LOST, MISSING
from sync.packing import pack
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
from tests.world import Organisation


def test_a_hub_that_gives_other_bytes_is_not_believed(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    on_wifi(mentor, org.worker)
    photograph(mentor, meeting, LETTER)
    step(mentor)

    org.worker.wire.spoil = lambda path, answer: pack([1, 0, bytes(4112)]) if path == "/get" else answer
    step(org.worker)

    assert files(org.worker) == []
    assert shown(org.worker, meeting) == [None]
    assert how_far(org.worker.ports, only(org.worker)).reason == DAMAGED
    org.worker.wire.spoil = None
    step(org.worker)
    assert shown(org.worker, meeting) == [LETTER]
    assert how_far(org.worker.ports, only(org.worker)).reason == ""


def test_one_file_that_the_hubs_disk_spoilt_stops_no_other_and_is_brought_again(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    on_wifi(mentor, org.worker)
    contents = [LETTER * times for times in (1, 2, 3)]
    spoilt = [bytes.fromhex(photograph(mentor, meeting, content).chunks) for content in contents][1]
    step(mentor)
    with org.world.hub_store.write() as sql:
        sql("UPDATE chunk SET sealed = zeroblob(length(sealed)) WHERE hash = ?", spoilt)

    step(org.worker)
    came = [one for one in shown(org.worker, meeting) if one]
    assert sorted(came) == sorted([contents[0], contents[2]])

    org.world.later(days=1)
    step(mentor)
    step(org.worker)
    assert sorted(shown(org.worker, meeting), key=str) == sorted(contents, key=str)


def test_what_the_hub_has_not_yet_costs_nothing_of_her_budget(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    photograph(mentor, meeting, LARGE)
    mentor.sync()
    org.worker.sync()
    asks_for(org.worker, only(org.worker))

    step(org.worker, asked=True)

    assert how_far(org.worker.ports, only(org.worker)).reason == MISSING
    assert allowance(org.worker.ports).spent == 0


def test_what_a_patched_app_says_of_a_file_is_not_shown_and_stops_nobody(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    on_wifi(mentor, org.worker)
    good = photograph(mentor, meeting, LETTER)
    odd: list[dict[str, object]] = [
        {"size": 2**62},
        {"size": -1},
        {"size": 0},
        {"key": "none"},
        {"key": "ab"},
        {"chunks": "zz" * 32},
        {"chunks": good.chunks * 2, "size": 262_145},
        {"chunks": good.chunks[:-2]},
        {"kind": "text/html"},
        {"thumb": "A" * 100_000},
    ]
    for said in odd:
        with mentor.store.write() as tx:
            tx.add(altered(good, **said).model_copy(update={"id": mentor.ports.new_row()}))

    step(mentor)
    step(org.worker)

    assert len(org.worker.store.find(Attachment)) == len(odd) + 1
    assert shown(org.worker, meeting) == [LETTER]
    for other in org.worker.store.find(Attachment, Attachment.id != good.id):
        take_away(org.worker.ports, other, org.worker.store.seen(other))
    step(org.worker)
    step(mentor)
    assert shown(org.worker, meeting) == [LETTER] == shown(mentor, meeting)
    with org.world.hub_store.read() as sql:
        assert [name.hex() for (name,) in sql("SELECT hash FROM chunk")] == [good.chunks]


def test_a_damaged_file_is_fetched_again_and_one_that_nobody_else_has_is_said_to_be_lost(org: Organisation) -> None:
    mentor, meeting = mentor_with_a_meeting(org)
    on_wifi(mentor, org.worker)
    photograph(mentor, meeting, LETTER)
    step(mentor)
    step(org.worker)
    _spoil_files(org.worker.folder)
    assert reads(org.worker, only(org.worker)) is None
    step(org.worker)
    assert reads(org.worker, only(org.worker)) == LETTER

    other = photograph(mentor, meeting, LARGE)
    _spoil_files(mentor.folder)
    step(mentor)
    assert how_far(mentor.ports, other).reason == LOST
    assert how_far(mentor.ports, other).there == 0


def _spoil_files(folder: Path) -> None:
    for path in folder.rglob("chunks/*"):
        path.write_bytes(path.read_bytes()[:-1] + b"?")
