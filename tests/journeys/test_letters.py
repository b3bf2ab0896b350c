"""A letter from her camera to "done": sealed in her plan, explained with pictures, in order."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from typing import Any  # Any: what `write` takes and gives

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.domain.letters import Stage, asks_for_us, in_order, stage
from app.journeys.attachments import attached_to, content_of, fetch
from app.journeys.letters import (
    explain,
    finish,
    letter,
    letters,
    letters_for_us,
    open_letter,
    send_letter,
    talk_about,
    throw_away,
)
from app.ports import NotKept, Refusal
from app.records import Attachment, Letter
from app.storage.errors import NotYours
from tests.journeys.lane import LETTER, on_wifi, step
from tests.world import Organisation, Phone, run

DAY = date(2026, 3, 2)


def photographed(phone: Phone, row: str = "") -> Letter:
    ports = phone.ports
    new, shot = row or ports.new_row(), ports.new_row()
    return run(send_letter(ports, row=new, photo=shot, space=phone.store.space("plan"), content=LETTER, thumb=b"x"))


def test_her_photo_reaches_her_mentor_sealed_and_comes_back_explained(org: Organisation) -> None:
    on_wifi(org.mentee, org.mentor)
    photographed(org.mentee)
    assert LETTER not in org.mentee.disk()
    for phone in (org.mentee, org.mentor):
        step(phone)
    assert LETTER not in org.mentee.wire.bytes_sent() + org.world.hub_disk()
    (shown,) = letters_for_us(org.mentor.ports)
    open_letter(org.mentor.ports, shown=shown)
    (photo,) = attached_to(org.mentor.ports, shown)
    fetch(org.mentor.ports, photo)
    step(org.mentor)
    assert run(content_of(org.mentor.ports, photo)) == LETTER

    (shown,) = letters(org.mentor.ports)
    due = org.mentor.ports.today() + timedelta(days=9)
    saw = org.mentor.store.seen(shown)
    explain(org.mentor.ports, shown=shown, saw=saw, sender="school", wants="answer", text="Vi svarer.", due_on=due)
    org.world.sync_all()
    (hers,) = letters(org.mentee.ports)
    assert (stage(hers), hers.sender, hers.wants, hers.text, hers.due_on) == (
        Stage.EXPLAINED,
        "school",
        "answer",
        "Vi svarer.",
        due,
    )
    assert letters_for_us(org.mentor.ports) == []
    talk_about(org.mentee.ports, shown=hers)
    org.world.sync_all()
    assert [one.id for one in letters_for_us(org.worker.ports)] == [hers.id]
    finish(org.mentee.ports, shown=letters(org.mentee.ports)[0])
    org.world.sync_all()
    assert stage(letters(org.worker.ports)[0]) == Stage.DONE
    assert letters_for_us(org.worker.ports) == []


def test_she_says_what_is_hers_and_an_explanation_says_what_the_letter_wants(org: Organisation) -> None:
    one = photographed(org.mentee)
    with pytest.raises(NotYours):
        explain(org.mentee.ports, shown=one, saw=org.mentee.store.seen(one), sender="bank", wants="pay")
    org.world.sync_all()
    (shown,) = letters(org.mentor.ports)
    with pytest.raises(Refusal):
        explain(org.mentor.ports, shown=shown, saw=org.mentor.store.seen(shown), sender="bank", wants="")


def test_thrown_away_on_her_phone_letter_and_photo_are_gone_for_all(org: Organisation) -> None:
    one = photographed(org.mentee)
    org.world.sync_all()
    throw_away(org.mentee.ports, shown=one, saw=org.mentee.store.seen(one))
    org.world.sync_all()
    for phone in (org.mentee, org.mentor, org.worker, org.coordinator):
        assert phone.store.find(Letter) == []
        assert phone.store.find(Attachment) == []


def test_a_letter_she_threw_away_stays_away_though_somebody_offline_only_looked_at_it(org: Organisation) -> None:
    one = photographed(org.mentee)
    org.world.sync_all()
    org.mentor.cut()
    open_letter(org.mentor.ports, shown=letters(org.mentor.ports)[0])
    throw_away(org.mentee.ports, shown=one, saw=org.mentee.store.seen(one))
    org.mentor.mend()
    org.world.sync_all()
    org.world.sync_all()
    plan = org.mentee.store.space("plan")
    for phone in (org.mentee, org.mentor, org.worker):
        assert letters(phone.ports) == []
        assert letters_for_us(phone.ports) == []
        assert letter(phone.ports, one.id) is None
    assert letters(org.mentee.ports, plan) == []


def test_a_phone_that_fills_up_keeps_a_letter_with_its_photo_or_neither(
    org: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, writes = org.mentee.store.write, 0

    def once(*said: Any, **named: Any) -> Any:
        nonlocal writes
        writes += 1
        if writes > 1:
            raise NotKept
        return write(*said, **named)

    monkeypatch.setattr(org.mentee.store, "write", once)
    with suppress(NotKept):
        photographed(org.mentee)
    monkeypatch.undo()
    org.world.sync_all()
    assert len(letters(org.mentor.ports)) == len(org.mentor.store.find(Attachment))


DAYS = some.none() | some.dates(DAY - timedelta(days=30), DAY + timedelta(days=30))
LETTERS = some.builds(
    Letter,
    id=some.uuids().map(lambda one: one.hex),
    sent_on=DAYS,
    seen_on=DAYS,
    wants=some.sampled_from(("", "pay", "newer")),
    due_on=DAYS,
    talk_on=DAYS,
    done_on=DAYS,
)


@given(some.lists(LETTERS, unique_by=lambda one: one.id))
def test_open_letters_come_first_the_nearest_day_before_all(there: list[Letter]) -> None:
    ordered = in_order(there)
    assert sorted(one.id for one in ordered) == sorted(one.id for one in there)
    assert ordered == in_order(reversed(ordered))
    open_ones = [one for one in ordered if not one.done_on]
    assert ordered[: len(open_ones)] == open_ones
    days = [one.due_on or date.max for one in open_ones]
    assert days == sorted(days)


@given(LETTERS)
def test_what_is_done_asks_nobody_and_what_nobody_explained_asks_somebody(one: Letter) -> None:
    if one.done_on:
        assert not asks_for_us(one, DAY)
    elif not one.wants:
        assert asks_for_us(one, DAY)
