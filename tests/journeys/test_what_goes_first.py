"""On a narrow line somebody's safety goes first, then what people wrote, then the rest; nothing is lost meanwhile."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from contextlib import suppress

import httpx
import pytest

from app.journeys.among_few import begin, note
from app.journeys.contacts import log_contact
from app.journeys.people import people
from app.journeys.ranks import rank_of
from app.records import Contact, Matter, Setting
from sync.entry import space_of
from sync.errors import SyncError, Unreachable
from sync.wire import PIECE_MIN, SyncRequest
from tests.notes import long_note
from tests.world import Organisation, Phone, run

WIDTH = PIECE_MIN + 8_192
"""What the narrow line carries before it breaks, bytes of a request."""


@pytest.fixture
def few(org: Organisation) -> str:
    """A circle of the worker and the coordinator, in step."""
    named = {one.person for one in people(org.worker.ports) if one.card.name == "Karen"}
    matter = run(begin(org.worker.ports, row="f" * 32, name="De få", text="Låsen er i stykker.", persons=named))
    org.world.sync_all()
    return matter.space


def write_much(phone: Phone, contacts: int = 300) -> None:
    """Far more than one piece, of what no deflate makes small."""
    chance = random.Random(7)
    for _ in range(contacts):
        note = long_note(chance.randbytes(400))
        log_contact(phone.ports, row=phone.ports.new_row(), space=phone.store.space("area"), name="Fatima", note=note)


def set_something(phone: Phone) -> None:
    """In her own circle, where nobody else looks."""
    with phone.store.write() as tx:
        tx.add(Setting(id=phone.ports.new_row(), space=phone.store.space("own"), key="letters", value="large"))


def narrow(phone: Phone, width: int = WIDTH) -> None:
    """What is longer breaks, and nobody hears of it."""
    carried = phone.wire.handle_async_request

    async def handle(request: httpx.Request) -> httpx.Response:
        if len(await request.aread()) > width:
            raise httpx.ReadError("broken", request=request)
        return await carried(request)

    phone.wire.handle_async_request = handle  # type: ignore[method-assign]


def widen(phone: Phone) -> None:
    del phone.wire.handle_async_request


def requests(phone: Phone) -> Iterator[SyncRequest]:
    """As they were sent; `Wire` keeps them behind address and headers."""
    for path, sent in phone.wire.sent:
        length = re.search(rb"'content-length', b'(\d+)'", sent, re.IGNORECASE)
        if path == "/sync" and length:
            yield SyncRequest.unpack(sent[-int(length[1]) :])


def pushed(phone: Phone) -> list[list[bytes]]:
    """The spaces of the pushes of each request that said anything."""
    asked = [[push.space for push in one.pushes] for one in requests(phone)]
    return [spaces for spaces in asked if spaces]


def test_a_safety_matter_gets_through_a_line_that_breaks_under_the_rest(org: Organisation, few: str) -> None:
    worker = org.worker
    write_much(worker)
    note(worker.ports, row="a" * 32, space=few, text="Hun skal ikke ringes op.")
    narrow(worker)

    with pytest.raises(Unreachable):
        worker.sync()
    org.coordinator.sync()

    assert org.coordinator.store.get(Matter, "a" * 32) is not None
    assert org.coordinator.store.count(Contact) == 0


def test_it_overtakes_what_was_offered_before_and_got_no_answer(org: Organisation, few: str) -> None:
    worker = org.worker
    write_much(worker)
    narrow(worker)
    with pytest.raises(Unreachable):
        worker.sync()
    note(worker.ports, row="a" * 32, space=few, text="Hun skal ikke ringes op.")

    with pytest.raises(Unreachable):
        worker.sync()
    org.coordinator.sync()
    assert org.coordinator.store.get(Matter, "a" * 32) is not None

    widen(worker)
    worker.sync()
    org.coordinator.sync()
    assert org.coordinator.store.count(Contact) == 300
    assert worker.store.waiting().things == 0


def test_the_order_is_safety_then_what_people_wrote_then_the_rest(org: Organisation, few: str) -> None:
    worker = org.worker
    own, area = (bytes.fromhex(worker.store.space(kind)) for kind in ("own", "area"))
    set_something(worker)
    write_much(worker)
    note(worker.ports, row="a" * 32, space=few, text="Hun skal ikke ringes op.")
    worker.wire.sent.clear()

    worker.sync()

    asked = pushed(worker)
    assert asked[0] == [bytes.fromhex(few)]
    flat = [space for spaces in asked for space in spaces]
    assert flat.index(area) < flat.index(own)
    assert set(flat) == {bytes.fromhex(few), area, own}


def test_few_words_of_each_kind_are_still_one_turn(org: Organisation, few: str) -> None:
    worker = org.worker
    set_something(worker)
    write_much(worker, 3)
    note(worker.ports, row="a" * 32, space=few, text="Hun skal ikke ringes op.")
    worker.wire.sent.clear()

    worker.sync()

    (together,) = pushed(worker)
    assert together[0] == bytes.fromhex(few)
    assert len(together) == 3
    assert worker.wire.paths() == ["/sync"]


def test_a_matter_that_waits_after_a_restore_does_not_turn_the_phone_in_circles(org: Organisation, few: str) -> None:
    worker, world = org.worker, org.world
    copy = world.copy_hub()
    world.restore_hub(copy)
    for phone in (worker, org.mentor, org.mentee):
        with suppress(SyncError):
            phone.sync()
    write_much(worker)
    note(worker.ports, row="a" * 32, space=few, text="Hun skal ikke ringes op.")
    worker.sync()
    assert worker.store.waiting().things > 0

    org.coordinator.sync()
    worker.sync()
    org.coordinator.sync()

    assert org.coordinator.store.get(Matter, "a" * 32) is not None
    assert org.coordinator.store.count(Contact) == 300


def test_its_circle_is_the_one_that_is_urgent(org: Organisation, few: str) -> None:
    rank = rank_of(org.worker.ports)
    held = org.worker.ports.keyring.circles.values()
    ranks = {(one.kind, rank(space)) for one in held for _, space in one.spaces()}
    assert ("restricted", 0) in ranks
    assert {kind for kind, place in ranks if place == 0} == {"restricted"}
    assert {kind for kind, place in ranks if place == 2} == {"own", "public"}
    assert rank(space_of(bytes(16), 0)) == 1
