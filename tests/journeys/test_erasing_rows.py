"""What a steward erases by row id is nowhere any more, on real phones and a real hub, whatever happens around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from app.journeys.contacts import change_contact, log_contact
from app.journeys.late import late_work, let_count
from app.journeys.refusals import NotSteward
from app.ports import Refusal
from app.records import Contact, MeetingNote
from sync.codes import answer_parts, pack_answer
from sync.version import NO_WORDS, NOTHING, Version
from tests.erasing import RowKey, erase, key_of, words_left, words_on_hub
from tests.histories.swift import SwiftPhone, SwiftWorld
from tests.leaving import hands_in_late, notes, say
from tests.world import Organisation, Phone, run


@pytest.fixture
def fatima(org: Organisation) -> RowKey:
    """A contact of Sofie's, on which Karen wrote as well."""
    sofie, karen = org.worker, org.coordinator
    log_contact(sofie.ports, row=sofie.ports.new_row(), name="Fatima", note="first")
    org.world.sync_all()
    write(karen, note="of Karen's")
    org.world.sync_all()
    return key_of(contacts(sofie)[0])


def contacts(phone: Phone) -> list[Contact]:
    return phone.store.find(Contact)


def write(phone: Phone, **fields: str) -> None:
    (shown,) = contacts(phone)
    change_contact(phone.ports, shown=shown, saw=phone.store.seen(shown), **fields)


def whole(*phones: Phone) -> bool:
    return not any(phone.sync().holding_back for phone in phones)


def test_it_leaves_the_screen_with_the_sync_and_does_not_come_back_with_the_next_unlock(
    org: Organisation, fatima: RowKey
) -> None:
    sofie, karen = org.worker, org.coordinator
    seen: list[int] = []
    sofie.store.watch([Contact], lambda: seen.append(len(contacts(sofie))))

    erase(karen, fatima)
    sofie.sync()

    assert contacts(karen) == contacts(sofie) == []
    assert seen[-1:] == [0]
    for phone in (karen, sofie):
        assert words_left(phone, fatima) == 0
        phone.lock()
        phone.unlock()
        assert contacts(phone) == []
    assert words_on_hub(karen, fatima) == 0
    assert whole(karen, sofie)


def test_what_she_typed_without_a_network_goes_with_it_and_the_rest_is_sent(org: Organisation, fatima: RowKey) -> None:
    sofie, karen = org.worker, org.coordinator
    sofie.cut()
    write(sofie, note="typed in the cellar")
    log_contact(sofie.ports, row=sofie.ports.new_row(), name="Omar")

    erase(karen, fatima)
    sofie.mend()
    org.world.sync_all()

    assert [one.name for one in contacts(karen)] == ["Omar"] == [one.name for one in contacts(sofie)]
    assert sofie.store.waiting().things == 0
    assert (words_left(sofie, fatima), words_on_hub(karen, fatima)) == (0, 0)
    assert whole(karen, sofie)


def test_what_is_kept_on_a_screen_that_was_left_open_is_no_longer_kept(org: Organisation, fatima: RowKey) -> None:
    """Nothing of what she had said before comes along with it."""
    sofie, karen = org.worker, org.coordinator
    (shown,) = contacts(sofie)
    saw = sofie.store.seen(shown)
    erase(karen, fatima)
    sofie.sync()

    change_contact(sofie.ports, shown=shown, saw=saw, address="Torvet 1")
    (typed,) = sofie.store.unsent()
    org.world.sync_all()

    assert typed.fields == {"address": "Torvet 1"}
    assert contacts(sofie) == contacts(karen) == []
    assert (words_left(sofie, fatima), words_on_hub(karen, fatima)) == (0, 0)
    assert sofie.store.waiting().things == 0
    assert whole(karen, sofie)


def test_who_leads_nobody_erases_nothing(org: Organisation) -> None:
    say(org.mentor, "what she saw")
    org.world.sync_all()
    (note,) = org.mentor.store.find(MeetingNote)

    with pytest.raises(NotSteward):
        erase(org.mentor, key_of(note))
    assert notes(org.worker) == {"what she saw"}


# -- late work


def test_late_words_of_an_erased_row_are_shown_to_no_steward_and_the_rest_counts(org: Organisation) -> None:
    row = key_of(hands_in_late(org, "harmless", "to be erased")["to be erased"])
    erase(org.worker, row)

    lane = run(late_work(org.worker.ports))
    texts = {str(value) for work in lane for write in work.writes for value in write.fields.values()}
    for work in lane:
        run(let_count(org.worker.ports, work))
    org.world.sync_all()

    assert "harmless" in texts
    assert "to be erased" not in texts
    assert notes(org.worker) == {"harmless"}
    assert (words_left(org.worker, row), words_on_hub(org.worker, row)) == (0, 0)
    assert whole(org.worker, org.coordinator, org.mentee)


def test_a_hub_that_blanks_late_work_that_nobody_erased_is_caught(org: Organisation) -> None:
    hands_in_late(org, "harmless", "to be erased")

    def blank(path: str, ask: Callable[[], bytes]) -> bytes:
        answer = ask()
        if path != "/late":
            return answer
        (lane,) = answer_parts(answer, 1)
        return pack_answer([[*work[:5], [_blanked(push) for push in work[5]]] for work in lane])

    assert isinstance(org.worker, SwiftPhone)
    org.worker.fate = blank
    with pytest.raises(Refusal, match="holding something back"):
        run(late_work(org.worker.ports))


def _blanked(push: list[Any]) -> list[Any]:
    space, author, before, versions, head = push
    told = [Version.read(space, author, one) for one in versions]
    left = [[*one.parts()[:3], NO_WORDS, NOTHING, one.leaf] for one in told]
    return [space, author, before, left, head]


# -- copies


def test_a_hub_that_is_put_back_brings_nothing_back(org: Organisation, fatima: RowKey) -> None:
    sofie, karen = org.worker, org.coordinator
    copy = org.world.copy_hub()
    erase(karen, fatima)
    sofie.sync()

    org.world.restore_hub(copy)
    for phone in (sofie, karen, org.mentor, org.mentee, sofie, karen):
        phone.sync()
    org.world.waive()
    org.world.sync_all(rounds=3)
    new = org.world.bring_in(karen, "Bente", "coordinator")
    org.world.sync_all()

    assert contacts(new) == contacts(sofie) == contacts(karen) == []
    assert words_on_hub(karen, fatima) == 0
    assert [words_left(phone, fatima) for phone in (karen, sofie, new)] == [0, 0, 0]
    assert whole(karen, sofie, new)


@pytest.fixture
def world() -> Iterator[SwiftWorld]:
    with SwiftWorld(seed=8) as world:
        yield world


@pytest.mark.parametrize("first", [0, 1])
def test_a_copied_phone_goes_on_alone_and_says_nothing_of_it_again(
    org: Organisation, fatima: RowKey, first: int
) -> None:
    sofie, karen = org.worker, org.coordinator
    assert isinstance(sofie, SwiftPhone)
    copy = sofie.copied("copy")
    both = [sofie, copy] if first else [copy, sofie]
    write(sofie, note="from the one")
    write(copy, note="from the other")
    log_contact(copy.ports, row=copy.ports.new_row(), name="Omar")

    both[0].sync()
    erase(karen, fatima)
    for phone in (*both, *both, karen, *both):
        phone.sync()

    for phone in (karen, *both):
        assert [one.name for one in contacts(phone)] == ["Omar"]
        assert words_left(phone, fatima) == 0
    assert words_on_hub(karen, fatima) == 0
    assert whole(karen, *both)
