"""What was handed in late: a steward sees all of it before she lets it count, or is told that it is not all."""

from __future__ import annotations

from typing import Any

import pytest

from app.journeys.closing import shut_out
from app.journeys.late import late_work, let_count
from app.ports import Refusal
from sync.codes import answer_parts, pack_answer
from tests.leaving import CANARY, hands_in_late, notes, person, say
from tests.world import Organisation, run


def test_what_she_wrote_and_nobody_had_comes_in_late_and_counts_when_a_steward_says_so(org: Organisation) -> None:
    hands_in_late(org, CANARY)

    assert notes(org.worker) == set()
    assert org.mentor.store.journal.waiting() == []
    assert CANARY.encode() not in org.mentor.disk()

    lane = run(late_work(org.worker.ports))
    assert sorted(work.where for work in lane) == ["case", "notes"]
    assert any(CANARY in str(write.fields) for work in lane for write in work.writes)
    assert {work.name for work in lane} == {"Maja"}
    for work in lane:
        run(let_count(org.worker.ports, work))
    org.world.sync_all()

    assert notes(org.worker) == {CANARY}
    assert run(late_work(org.worker.ports)) == []
    assert not any(phone.sync().holding_back for phone in (org.worker, org.coordinator, org.mentee))
    late = [work.where for work in run(late_work(org.coordinator.ports))]
    assert late == []


def _lie_about(lane: list[list[Any]], lie: str) -> list[list[Any]]:
    """The lane as a lying hub tells it: of the pushes one row, the first push, or the last is left out, or not said."""
    told = []
    for space, author, n, name, rows, pushes in lane:
        assert len(pushes) == 2
        space_, author_, before, versions, head = pushes[-1]
        shown = {
            "a row": [*pushes[:-1], [space_, author_, before, [], head]],
            "the last": pushes[:-1],
            "the first": pushes[1:],
            "how many": pushes,
            "the head": pushes,
            "another's": [[space_, bytes(16), before, versions, head]],
        }[lie]
        count = sum(len(one[3]) for one in shown) if lie != "how many" else rows + 1
        told.append([space, author, n, bytes(32) if lie == "the head" else name, count, shown])
    return told


@pytest.mark.parametrize("lie", ["a row", "the last", "the first", "how many", "the head", "another's"])
def test_a_hub_that_shows_other_late_work_than_it_names_is_caught(
    org: Organisation, lie: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a steward lets count is what lay before her, or she is told that it is not."""
    for where in ("sync.outbox.PIECE_MIN", "sync.outbox.PIECE_MAX", "sync.talk.PIECE_MIN"):
        monkeypatch.setattr(where, 1)  # one row goes in one push
    say(org.mentor, "before")
    org.mentor.sync()
    org.mentor.cut()
    for text in ("harmless", "never shown"):
        say(org.mentor, text)
    say(org.worker, "another's own")
    run(shut_out(org.coordinator.ports, person(org.mentor)))
    org.mentor.mend()
    for _ in range(3):
        org.mentor.sync()
    org.world.sync_all()
    honest = {work.where: work for work in run(late_work(org.worker.ports))}
    assert {write.fields.get("text") for write in honest["notes"].writes} == {"harmless", "never shown"}

    def spoil(path: str, body: bytes) -> bytes:
        return pack_answer(_lie_about(answer_parts(body, 1)[0], lie)) if path == "/late" else body

    org.worker.wire.spoil = spoil
    with pytest.raises(Refusal, match="holding something back"):
        run(late_work(org.worker.ports))

    org.worker.wire.spoil = None
    for work in run(late_work(org.worker.ports)):
        run(let_count(org.worker.ports, work))
    org.world.sync_all(3)
    assert notes(org.worker) == {"before", "harmless", "never shown", "another's own"}


def test_a_coordinator_sees_that_a_note_waits_and_not_what_it_says(org: Organisation) -> None:
    hands_in_late(org, CANARY)

    lane = {work.where: work for work in run(late_work(org.coordinator.ports))}

    assert lane["notes"].rows == 1
    assert lane["notes"].writes == ()
    assert len(lane["case"].writes) == 1
    assert CANARY.encode() not in org.coordinator.wire.bytes_received()
